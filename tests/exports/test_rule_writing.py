"""Ways of writing: lengths, answers, dates, yes and no, and the owner's own words for all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.exports import ExportError, measure_cases, understand
from tests.exports.desks import at, desk, mapped

Save = Callable[..., Path]


@pytest.mark.parametrize(
    "cell",
    ["1 days 03:00:00", "1 day, 3:00:00", "1.03:00:00", "PT27H", "P1DT3H", "27:00", "27:00:00",
     "1d 3h", "27 hours", "1900-01-01 03:00:00", "1 day and 3 hours", "PT1620M", "1d 03:00:00"],
)  # fmt: skip
def test_lengths_of_time(cell: str, save: Save) -> None:
    path = save(
        desk(["Ticket ID", "Created at", "Resolution time"], lambda i: [str(i), at(i), cell])
    )
    assert measure_cases(understand(path))["resolution_time"].value == 27


def test_hours_over_a_day_in_a_workbook(tmp_path: Path) -> None:
    from datetime import datetime, time, timedelta

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["Ticket ID", "Created at", "Resolution time"])
    for i in range(40):
        sheet.append([f"T{i}", datetime(2026, 2, 2) + timedelta(hours=7 * i),
                      1.125 if i % 2 else time(3)])  # fmt: skip
        sheet.cell(i + 2, 3).number_format = "h:mm"
    book.save(tmp_path / "sheet.xlsx")
    one = measure_cases(understand(tmp_path / "sheet.xlsx"))["resolution_time"]
    assert (one.more["mean"], one.more["p90"]) == (15, 27)


@pytest.mark.parametrize(
    ("cells", "csat"),
    [
        (("5 - Very satisfied", "2 - Dissatisfied"), 50), (("5 out of 5", "1 out of 5"), 50),
        (("★★★★★", "★★☆☆☆"), 50), (("⭐⭐⭐⭐⭐", "⭐"), 50), (("5 stars", "1 star"), 50),
        (("good", "neutral"), 50), (("Very satisfied (5)", "Neutral (3)"), 50),
        (("5/5", "1/5"), 50), (("very good", "bad"), 50), (("Excellent", "Poor"), 50),
        (("4: satisfied", "1: very dissatisfied"), 50),
    ],
)  # fmt: skip
def test_answers(cells: tuple[str, str], csat: float, save: Save) -> None:
    path = save(desk(["Ticket ID", "Created at", "Satisfaction rating"],
                     lambda i: [str(i), at(i), cells[i % 2]]))  # fmt: skip
    assert measure_cases(understand(path))["csat"].value == csat


def test_groups_of_a_recommendation_need_no_mapping(save: Save) -> None:
    path = save(desk(["ID", "Date", "NPS category"], lambda i: [
        str(i), at(i), ("Promoter", "Promoter", "Passive", "Detractor")[i % 4]]))  # fmt: skip
    export = understand(path)
    assert measure_cases(export)["nps"].value == 25
    assert any("which answer each gave is not known" in one for one in export.told)


@pytest.mark.parametrize("yes", ["yes", "true", "10"])
def test_a_mapping_says_what_words_mean_in_any_language(
    yes: str, save: Save, tmp_path: Path
) -> None:
    rows = desk(
        ["Vorgang", "Eingang", "Ende", "Zustand", "SLA eingehalten", "Wieder auf", "Dauer",
         "Zufrieden?", "Weiterempfehlung"],
        lambda i: [str(i), at(i), at(i, 5), "Offen" if i % 2 else "Geschlossen",
                   "eingehalten" if i % 4 else "verfehlt",
                   "jawohl" if i % 4 == 0 else "keinesfalls",
                   "6 Stunden 30 Minuten", "sehr" if i % 2 else "gar nicht",
                   "Fan" if i % 2 else "Kritiker"],
    )  # fmt: skip
    word = yes if yes != "10" else "1"
    text = f"""columns: {{case: Vorgang, opened: Eingang, closed: Ende, status: Zustand,
  in_time: SLA eingehalten, reopens: Wieder auf, resolution_time_business: Dauer,
  satisfaction: 'Zufrieden?', recommend: Weiterempfehlung}}
status: {{words: {{Offen: open, Geschlossen: closed}}}}
in_time: {{words: {{eingehalten: {word}, verfehlt: {"no" if yes == "yes" else "false"}}}}}
reopens: {{words: {{jawohl: yes, keinesfalls: no}}}}
resolution_time_business: {{words: {{Stunden: hours, Minuten: minutes}}}}
satisfaction: {{words: {{sehr: 5, gar nicht: 1}}, scale: [1, 5]}}
recommend: {{words: {{Fan: promoter, Kritiker: detractor}}}}
"""
    found = measure_cases(understand(save(rows), mapping=mapped(tmp_path, text)))
    assert (found["resolution_time"].n, found["resolution_time"].more["open"]) == (20, 20)
    assert (found["in_time"].value, found["reopened"].value) == (75, 25)
    assert found["resolution_time_business"].value == 6.5
    assert (found["csat"].value, found["nps"].value) == (50, 0)


def test_lengths_in_another_language_through_the_mapping(save: Save, tmp_path: Path) -> None:
    path = save(desk(["Ticket ID", "Created at", "Duracion"],
                     lambda i: [str(i), at(i), "6 horas 54 minutos"]))  # fmt: skip
    say = mapped(tmp_path, "columns: {resolution_time: Duracion}\nresolution_time: {words: {horas: "
                           "hours, minutos: minutes}}\n")  # fmt: skip
    assert measure_cases(understand(path, mapping=say))["resolution_time"].value == 6.9
    assert "resolution_time" not in measure_cases(understand(path))


@pytest.mark.parametrize(
    ("role", "cells", "said"),
    [
        ("status", ("Offen", "Zu"), "status: {words: {Offen: …, Zu: …}}"),
        ("in_time", ("klappt", "nicht"), "in_time: {words: {klappt: …, nicht: …}}"),
        ("satisfaction", ("prima", "na ja"), "satisfaction: {words: {prima: …, na ja: …}}"),
        ("resolution_time", ("6 horas", "7 horas"), "or 'words' for units"),
    ],
)
def test_a_column_in_words_that_nobody_knows_never_stops_a_run(
    role: str, cells: tuple[str, str], said: str, save: Save, tmp_path: Path
) -> None:
    path = save(desk(["Ticket ID", "Created at", "Spalte"],
                     lambda i: [str(i), at(i), cells[i % 2]]))  # fmt: skip
    export = understand(path, mapping=mapped(tmp_path, f"columns: {{{role}: Spalte}}\n"))
    why = {one.heading: one.because for one in export.readings}
    assert said in why["Spalte"]
    assert len(export.frame) == 40


def test_yes_and_no_in_other_languages(save: Save, tmp_path: Path) -> None:
    path = save(desk(["Ticket", "Created at", "SLA eingehalten"],
                     lambda i: [str(i), at(i), "Ja" if i % 4 else "Nein"]))  # fmt: skip
    say = mapped(tmp_path, "columns: {in_time: SLA eingehalten}\n")
    assert measure_cases(understand(path, mapping=say))["in_time"].value == 75


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("status: {words: {Offen: ajar}}", "cannot mean 'ajar'; it can be open, ended"),
        ("in_time: {words: {Ja: perhaps}}", "cannot mean 'perhaps'"),
        ("channel: {words: {Telefon: phone}}", "'channel' has no fixed words"),
        ("satisfaction: {words: {gut: promoter}, scale: [1, 5]}", None),
        ("satisfaction: {words: {gut: fine}}", "stands for a whole number, not for 'fine'"),
        ("words: {nothing: {a: yes}}", "nothing is called 'nothing'"),
    ],
)
def test_words_that_cannot_be_meant(
    text: str, said: str | None, save: Save, tmp_path: Path
) -> None:
    path = save(desk(["Ticket ID", "Created at", "CSAT"], lambda i: [str(i), at(i), "4"]))
    say = mapped(tmp_path, text)
    if said is None:
        return
    with pytest.raises(ExportError, match=said):
        understand(path, mapping=say)


def test_dotted_dates_have_the_day_first(save: Save) -> None:
    rows = desk(["ID", "Created", "CSAT"], lambda i: [str(i), f"0{i % 9 + 1}.04.2026 09:00", "4"])
    for first in (None, True):
        export = understand(save(rows), day_first=first)
        assert set(export.frame["opened"].dt.month) == {4}


def test_reopened_as_yes_and_no(save: Save) -> None:
    path = save(desk(["Ticket ID", "Created at", "Reopened"],
                     lambda i: [str(i), at(i), "No" if i % 4 else "Yes"]))  # fmt: skip
    assert measure_cases(understand(path))["reopened"].value == 25


def test_minutes_are_shown_as_minutes_one_cause_makes_and_codes_are_codes(save: Save) -> None:
    from course.exports.tables import measured

    path = save(desk(["Ticket ID", "Created at", "First reply at", "Reason", "Channel"], lambda i: [
        str(i), at(i), at(i, 0.5), "3" if i % 10 else "7", str(i % 2)]))  # fmt: skip
    text = measured(measure_cases(understand(path)))
    assert "half within 30 minutes" in text
    assert "1 of 2 causes makes 90 % of 40 cases: code 3" in text
    assert "code 0" in text
