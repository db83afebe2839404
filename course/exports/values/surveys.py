"""A column of survey answers as whole numbers, with its scale and what could not be read."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from msgspec import Struct

from course.exports.columns.mapping import Answers, High
from course.exports.questions import Ask, Question
from course.exports.values import ratings
from course.exports.values.numbers import decimal_comma
from course.exports.words import counted

SCALES = ("1-5", "1-7", "1-10", "0-10")


class SurveyColumn(Struct, frozen=True):
    """Answers to one question, in step with the rows; None where nobody answered."""

    answers: list[int | None]
    scale: tuple[int, int] | None
    """None where it stays open: then there is no score."""
    told: tuple[str, ...]
    high: High | None = None
    """For effort: what a high answer means."""


def survey(
    cells: list[str],
    heading: str,
    role: str,
    *,
    given: Answers | None = None,
    separator: str = ",",
    ask: Ask | None = None,
) -> SurveyColumn:
    """Read the answers to one question.

    >>> survey(["5", "4,0", "", "1"], "Note", "satisfaction", separator=";").answers
    [5, 4, None, 1]
    >>> survey(["Good", "Offered", "Bad"], "Satisfaction Score", "satisfaction").scale
    (0, 1)
    """
    given = given or Answers()
    counts = Counter(cell for cell in cells if cell)
    comma = decimal_comma(counts, separator)
    in_words = ratings.words(counts)
    known = {ratings.told(word): value for word, value in given.words.items()}
    if not known and in_words:
        known = in_words[0]
    value = {cell: ratings.value(cell, known, comma) for cell in counts}
    told: list[str] = []
    asked_only = sum(number for cell, number in counts.items() if ratings.no_answer(cell))
    unread = sum(counts[cell] for cell, one in value.items()
                 if one is None and not ratings.no_answer(cell))  # fmt: skip
    if asked_only:
        told.append(f"{heading!r}: {counted(asked_only, 'survey')} not answered")
    if unread:
        told.append(f"{heading!r}: {counted(unread, 'cell')} that hold no answer left out")
    there = {one for one in value.values() if one is not None}
    scale = _scale(role, there, given, in_words if not given.words else None, heading, ask, told)
    if scale:
        outside = Counter(
            {one: counts[cell] for cell, one in value.items()
             if one is not None and not scale[0] <= one <= scale[1]}
        )  # fmt: skip
        if outside:
            told.append(
                f"{heading!r}: {counted(sum(outside.values()), 'answer')} outside {scale[0]} to "
                f"{scale[1]} left out, for example {next(iter(outside))}"
            )
            value = {
                cell: one if one is None or scale[0] <= one <= scale[1] else None
                for cell, one in value.items()
            }
    high = _high(heading, given, scale, ask, told) if role == "effort" else None
    return SurveyColumn([value.get(cell) for cell in cells], scale, tuple(told), high)


def _scale(
    role: str,
    there: set[int],
    given: Answers,
    in_words: tuple[dict[str, int], tuple[int, int]] | None,
    heading: str,
    ask: Ask | None,
    told: list[str],
) -> tuple[int, int] | None:
    if role == "recommend":
        return 0, 10
    if given.scale:
        return given.scale
    if in_words:
        low, high = in_words[1]
        told.append(f"{heading!r}: answers in words are counted as {low} to {high}, worst to best")
        return in_words[1]
    if not there:
        return None
    scale = ratings.scale_of(there)
    if scale:
        low, high = scale
        told.append(
            f"{heading!r}: scale {low}-{high}, because the answers run from {min(there)} to "
            f"{max(there)}"
        )
        return scale
    question = Question(
        f"The answers in {heading!r} run from {min(there)} to {max(there)}. Which scale was it?",
        tuple((one, one) for one in SCALES),
        "",
    )
    if ask is None:
        told.append(
            f"{heading!r}: the answers run from {min(there)} to {max(there)}, so the scale is not "
            f"certain and there is no score; a mapping file with '{role}: {{scale: [1, 5]}}' "
            "settles it"
        )
        return None
    answer = ask(question)
    low_text, _, high_text = answer.partition("-")
    if answer not in SCALES:
        told.append(f"{heading!r}: the scale is not certain, so there is no score")
        return None
    told.append(f"{heading!r}: scale {answer}, as you said")
    return int(low_text), int(high_text)


def _high(
    heading: str,
    given: Answers,
    scale: tuple[int, int] | None,
    ask: Ask | None,
    told: list[str],
) -> High | None:
    if given.high:
        return given.high
    if "ease" in heading.lower() or "easy" in heading.lower():
        told.append(f"{heading!r}: a high answer means easy, as the heading says")
        return "easy"
    if ask is not None:
        question = Question(
            f"What does a high answer in {heading!r} mean?",
            (("easy", "it was easy for the customer"), ("effort", "it took much effort")),
            "",
        )
        answer = ask(question)
        for meant in get_args(High):
            if answer == meant:
                told.append(f"{heading!r}: a high answer means {meant}, as you said")
                return meant  # type: ignore[no-any-return]
    told.append(
        f"{heading!r}: no score, because the heading does not say whether a high answer is good; a "
        "mapping file with 'effort: {high: easy}' or 'effort: {high: effort}' settles it"
    )
    return None
