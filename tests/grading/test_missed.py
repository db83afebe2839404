"""What a cohort missed most: the objective, the exercise, what tempted people, what they wrote."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from course.grading import Missed, Wrote, cohort
from course.grading.export import exports
from course.lessons import Course
from course.reports import pages
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
SMALL = Path(__file__).parent.parent / "fixtures" / "course"
TITLE = "What to talk about on Monday"


def missed(course: Course, *trainees: Trainee) -> tuple[Missed, ...]:
    return cohort(course, [one.hands_in() for one in trainees]).missed


def page(course: Course, *trainees: Trainee) -> str:
    made = cohort(course, [one.hands_in() for one in trainees])
    return pages(course, made)["report.html"].decode()


def test_first_tries_are_counted_by_objective_and_the_hardest_exercise_is_named(
    course: Course, enrol: Enrol
) -> None:
    people = [enrol(f"T{n}").answers({"pick-one": ["refund" if n < 3 else "say-back"]})
              for n in range(4)]  # fmt: skip
    people[0].answers({"how-many": 1.0, "pick-one": ["say-back"]})
    hear, count = missed(course, *people)
    assert (hear.objective, hear.exercise) == ("ONE-1", "pick-one")
    assert (hear.tries.right, hear.tries.tried) == (1, 4), "second tries change nothing"
    assert (hear.missed, hear.answered) == (3, 4)
    assert (count.objective, count.tries.right, count.tries.tried) == ("ONE-2", 0, 1)
    assert [hear.tries.sureness, count.tries.sureness] == sorted(
        [hear.tries.sureness, count.tries.sureness]
    )


def test_an_exercise_that_trains_several_things_is_talked_about_once(
    tmp_path: Path, enrol: Enrol
) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    file = content / "first" / "exercises" / "pick-one.yaml"
    text = file.read_text(encoding="utf-8").replace("covers: [ONE-1]", "covers: [ONE-1, ONE-2]")
    file.write_text(text, encoding="utf-8")
    people = [enrol(f"T{n}").answers({"pick-one": ["refund"]}) for n in range(3)]
    assert [one.exercise for one in missed(Course(content, content), *people)] == ["pick-one"]


def test_what_tempted_people_has_its_count_and_its_reason(course: Course, enrol: Enrol) -> None:
    picks = ["refund", "sorry", "refund", "say-back"]
    people = [enrol(f"T{n}").answers({"pick-one": [pick]}) for n, pick in enumerate(picks)]
    (found,) = missed(course, *people)
    assert found.tempting is not None
    assert found.tempting.how == "chose"
    assert found.tempting.text == "I'll put the eighteen pounds back on your card."
    assert found.tempting.reason == "'On your card' solves the money. She needs a mug."
    assert found.tempting.times == 2


def test_in_a_conversation_it_is_the_line_that_tells_bad_ends_from_good_ones(
    course: Course, enrol: Enrol
) -> None:
    roads = [["own-it", "new-mug"], ["own-it", "form"], ["sorry-only", "form"]]
    people = []
    for number, road in enumerate(roads):
        one = enrol(f"T{number}")
        for choice in road:
            one.session.turn("broken-mug", choice, typed="Oh no!" if choice == "form" else "")
        people.append(one.answers({"broken-mug": road}))
    (found,) = missed(course, *people)
    assert found.tempting is not None
    assert (found.tempting.how, found.tempting.times) == ("said", 2)
    assert found.tempting.text.startswith("I'm sorry again. What I can do is send you our returns")
    assert found.tempting.reason == (
        "She heard a form, and no date. The form serves the shop. She needs Saturday."
    )
    assert found.wrote == (Wrote(text="Oh no!", times=2),)
    assert found.wrote_in == "The mug for Saturday"


def test_what_was_not_found_is_called_left_out(course: Course, enrol: Enrol) -> None:
    people = [enrol(f"T{n}").answers({"pick-several": ["write-down"]}) for n in range(2)]
    (found,) = missed(course, *people)
    assert found.tempting is not None
    assert (found.tempting.how, found.tempting.times) == ("left out", 2)
    assert "2 of 2 left this out:" in page(course, *people)


def test_replies_are_quoted_beside_what_trains_the_same_and_nobody_is_named(
    course: Course, enrol: Enrol
) -> None:
    words = "The mug <b>handle</b> is off. " + "So sorry. " * 100
    asha = enrol("Asha").answers({"pick-one": ["refund"], "in-your-words": words})
    (found,) = missed(course, asha)
    assert found.wrote_in == "Write to Ines"
    assert len(found.wrote[0].text) <= 280
    html = page(course, asha)
    part = html[html.index(TITLE) : html.index('id="files"')]
    assert "&lt;b&gt;handle&lt;/b&gt;" in part
    assert "more letters]" in part
    assert "Asha" not in part
    made = json.loads(exports(cohort(course, [asha.hands_in()]))["report.json"])
    assert made["missed"][0]["exercise"] == "pick-one"


def test_where_nobody_missed_anything_it_says_so(course: Course, enrol: Enrol) -> None:
    assert "Nobody missed anything at a first try." in page(course, enrol("Asha").answers(BEST))


def test_where_nothing_is_marked_by_rule_there_is_nothing_to_say(
    course: Course, enrol: Enrol
) -> None:
    assert TITLE not in page(course, enrol("Asha").answers({"in-your-words": REPLY}))
    made = cohort(course, [])
    assert made.missed == ()
    assert TITLE not in pages(course, made)["report.html"].decode()
