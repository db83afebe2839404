"""Thin evidence asks; who answered, and who asked, is looked at before anything is worked out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import Question, measure_cases, understand
from tests.exports.desks import at, desk, mapped

Save = Callable[..., Path]


def asking(*answers: str) -> Callable[[Question], str]:
    """Answers questions in order, and the one about the zone with nothing."""
    left = list(answers)
    return lambda question: left.pop(0) if question.answers else ""


@pytest.mark.parametrize("answers", ["54311", "5", "7654", "321"])
def test_a_recommendation_that_nobody_answered_above_seven(
    answers: str, save: Save, tmp_path: Path
) -> None:
    path = save(desk(["ID", "Date", "NPS"], lambda i: [str(i), at(i), answers[i % len(answers)]]))
    found = measure_cases(understand(path))
    assert "nps" not in found
    assert "was it 0-10?" in dict(found.skipped)["NPS"]
    assert "nps" not in measure_cases(understand(path, ask=asking("n")))
    assert (
        measure_cases(understand(path, ask=asking("y")))["nps"].value == -100 or answers == "7654"
    )
    say = mapped(tmp_path, "recommend: {scale: [0, 10]}\n")
    assert "nps" in measure_cases(understand(path, mapping=say))
    other = mapped(tmp_path, "recommend: {scale: [1, 5]}\n")
    found = measure_cases(understand(path, mapping=other))
    assert "has no promoters" in dict(found.skipped)["NPS"]


def test_one_answer_of_eight_is_enough(save: Save) -> None:
    rows = desk(["ID", "Date", "NPS"], lambda i: [str(i), at(i), "8" if i == 7 else "5"])
    assert measure_cases(understand(save(rows)))["nps"].n == 40


@pytest.mark.parametrize("only", ["1", "0", "3"])
def test_answers_that_are_all_alike_may_be_on_any_scale(only: str, save: Save) -> None:
    path = save(desk(["ID", "Date", "CSAT"], lambda i: [str(i), at(i), only]))
    found = measure_cases(understand(path))
    assert "csat" not in found
    assert f"every answer is {only}" in dict(found.skipped)["CSAT"]
    scale = "0-1" if only in "01" else "1-5"
    assert "csat" in measure_cases(understand(path, ask=asking(scale)))


@pytest.mark.parametrize("heading", ["CSAT (1-5)", "CSAT out of 5", "Satisfaction 1 to 5"])
def test_a_heading_that_names_the_scale_settles_it(heading: str, save: Save) -> None:
    path = save(desk(["ID", "Date", heading], lambda i: [str(i), at(i), "1"]))
    assert measure_cases(understand(path))["csat"].convention == "top-2-box of 1-5"


@pytest.mark.parametrize(
    ("cells", "separator", "hours"),
    [(("540", "1.620"), ";", 18), (("540", "1.62"), ";", None), (("1.234.540", "60"), ",", None),
     (("540", "0.620"), ",", None)],
)  # fmt: skip
def test_dots_that_the_file_settles(
    cells: tuple[str, str], separator: str, hours: float | None, save: Save
) -> None:
    path = save(
        desk(["ID", "Created", "Resolution time (min)"], lambda i: [str(i), at(i), cells[i % 2]]),
        separator=separator,
    )
    one = measure_cases(understand(path))["resolution_time"]
    assert hours is None or one.value == hours


def test_three_digits_after_every_dot_are_a_question(save: Save, tmp_path: Path) -> None:
    path = save(desk(["ID", "Created", "Resolution time (min)"],
                     lambda i: [str(i), at(i), ("540", "1.620")[i % 2]]))  # fmt: skip
    export = understand(path)
    assert "resolution_time" not in measure_cases(export)
    assert any("may be 1.620 or 1620" in one for one in export.told)
    for answer, most in (("w", 27.0), ("d", 9.0)):
        times = measure_cases(understand(path, ask=asking(answer)))["resolution_time"]
        assert times.more["p90"] == most
    say = mapped(tmp_path, "decimal: comma\n")
    assert measure_cases(understand(path, mapping=say))["resolution_time"].more["p90"] == 27


@pytest.mark.parametrize(
    ("heading", "machine", "person"),
    [("First response by", "Bot", "Ana"), ("First reply type", "auto-reply", "agent"),
     ("Is bot", "TRUE", "FALSE"), ("Automated", "yes", "no"),
     ("Answered by a person", "no", "yes"), ("First responder", "Virtual agent", "Human")],
)  # fmt: skip
def test_a_machine_is_no_person_who_answered(
    heading: str, machine: str, person: str, save: Save
) -> None:
    rows = desk(["Ticket ID", "Created", "First reply at", heading], lambda i: [
        str(i), at(i), at(i, 0 if i < 20 else 2), machine if i < 20 else person
    ])  # fmt: skip
    one = measure_cases(understand(save(rows)))["first_response_time"]
    assert (one.value, one.n, one.missing) == (2, 20, 20)
    assert any("20 cases answered first by a machine" in note for note in one.notes)


def test_a_pile_of_answers_within_seconds_is_named(save: Save) -> None:
    rows = desk(["Ticket ID", "Created", "First reply at"],
                lambda i: [str(i), at(i), at(i, 0 if i < 20 else 2)])  # fmt: skip
    one = measure_cases(understand(save(rows)))["first_response_time"]
    assert any("20 of 40 first answers came within 60 seconds" in note for note in one.notes)


@pytest.mark.parametrize(
    ("name", "cases"),
    [("Anonymous", 45), ("info@example.org", 30), ("4711", 40), ("Unknown", 3), ("Guest", 2)],
)
def test_a_customer_who_is_nobody_is_left_out_of_first_contacts(
    name: str, cases: int, save: Save
) -> None:
    rows = desk(["Ticket ID", "Created", "Customer"],
                lambda i: [str(i), at(i), name if i < cases else f"c{i}"], 90)  # fmt: skip
    one = measure_cases(understand(save(rows)))["fcr"]
    assert (one.value, one.n, one.missing) == (100, 90 - cases, cases)
    assert f"{name!r} is no one customer: {cases} cases of 90 left out" in one.notes


def test_a_customer_who_comes_often_is_a_customer(save: Save) -> None:
    rows = desk(["Ticket ID", "Created", "Customer"], lambda i: [str(i), at(i), f"c{i % 7}"], 90)
    assert measure_cases(understand(save(rows)))["fcr"].missing == 0


def test_the_flag_of_the_export_stands_beside_what_was_computed(save: Save) -> None:
    rows = desk(["Call ID", "Date", "Customer ID", "Resolved on first contact"],
                lambda i: [str(i), at(i), f"c{i}", "No" if i % 4 == 0 else "Yes"], 80)  # fmt: skip
    found = measure_cases(understand(save(rows)))
    assert (found["fcr"].value, found["fcr_marked"].value) == (100, 75)


def test_no_word_of_times_without_a_zone_where_one_was_said(save: Save) -> None:
    rows = desk(["Ticket ID", "Created", "Resolved", "Customer"],
                lambda i: [str(i), at(i), at(i, 3), f"c{i}"], 80)  # fmt: skip
    export = understand(save(rows), zone="Europe/London")
    found = measure_cases(export).figures
    said = " ".join([*export.told, *(" ".join([one.convention, *one.notes]) for one in found)])
    assert "fcr" in {one.id for one in found}
    assert "without a zone" not in said
    assert "no zone" not in said
