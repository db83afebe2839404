"""A column of survey answers as whole numbers, with its scale and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct

from course.exports.columns.mapping import Answers, High
from course.exports.questions import Ask, Question
from course.exports.values import ratings
from course.exports.values.numbers import decimal_comma
from course.exports.words import counted

SCALES = ("1-4", "1-5", "1-6", "1-7", "1-10", "0-10", "0-1")
_SURE = 8
"""A question from 0 to 10 was asked if anybody gave such an answer, or a higher one."""


class SurveyColumn(Struct, frozen=True):
    """Answers to one question, by what stands in the cell; no key where nobody answered."""

    answers: dict[str, int]
    scale: tuple[int, int] | None
    """None where it stays open: then there is no score."""
    told: tuple[str, ...]
    high: High | None = None
    """For effort: what a high answer means."""
    grouped: bool = False
    """Whether cells name groups (promoter, passive, detractor) and no single answers."""


def survey(
    counts: Mapping[str, int],
    heading: str,
    role: str,
    *,
    given: Answers | None = None,
    separator: str = ",",
    ask: Ask | None = None,
) -> SurveyColumn:
    """Read the answers to one question.

    Args:
        counts: How often each cell occurs; blank ones left out.
        heading: What the column is called, or the question that was asked.
        role: `satisfaction`, `recommend` or `effort`.
        given: What the owner of the data says of the question.
        separator: What stands between the cells of the file.
        ask: Answers questions that the cells leave open.

    >>> survey({"5": 1, "4,0": 1, "1": 2}, "Note", "satisfaction", separator=";").answers
    {'5': 5, '4,0': 4, '1': 1}
    >>> survey({"Good": 3, "Offered": 9, "Bad": 1}, "Satisfaction Score", "satisfaction").scale
    (0, 1)
    """
    given = given or Answers()
    comma = decimal_comma(counts, separator)
    in_words = ratings.words(counts)
    known = {ratings.told(word): value for word, value in given.numbers.items()}
    if not known and in_words:
        known = in_words[0]
    value = {cell: ratings.value(cell, known, comma) for cell in counts}
    told: list[str] = []
    asked_only = sum(number for cell, number in counts.items() if ratings.no_answer(cell))
    unread = [cell for cell, one in value.items() if one is None and not ratings.no_answer(cell)]
    if asked_only:
        told.append(f"{heading!r}: {counted(asked_only, 'survey')} not answered")
    if unread:
        lost = counted(sum(counts[cell] for cell in unread), "cell")
        told.append(f"{heading!r}: {lost} that hold no answer left out")
    answers = {cell: one for cell, one in value.items() if one is not None}
    words = in_words if not given.words else None
    scale = _scale(role, answers, given, words, heading, ask, told)
    if scale:
        low, high = scale
        outside = [cell for cell, one in answers.items() if not low <= one <= high]
        if outside:
            lost = counted(sum(counts[cell] for cell in outside), "answer")
            told.append(
                f"{heading!r}: {lost} outside {low} to {high} left out, for example "
                f"{answers[outside[0]]}"
            )
            answers = {cell: one for cell, one in answers.items() if low <= one <= high}
    meant = _high(heading, given, ask, told) if role == "effort" else None
    grouped = bool(words and role == "recommend" and words[0] == ratings.GROUPS)
    return SurveyColumn(answers, scale, tuple(told), meant, grouped)


def _scale(
    role: str,
    answers: Mapping[str, int],
    given: Answers,
    in_words: tuple[dict[str, int], tuple[int, int]] | None,
    heading: str,
    ask: Ask | None,
    told: list[str],
) -> tuple[int, int] | None:
    there = set(answers.values())
    if role == "recommend":
        return _ten(there, given, in_words, heading, ask, told)
    if given.scale:
        return given.scale
    if in_words:
        low, high = in_words[1]
        told.append(f"{heading!r}: answers in words are counted as {low} to {high}, worst to best")
        return in_words[1]
    if not there:
        return None
    run = f"the answers run from {min(there)} to {max(there)}"
    if len(there) == 1:
        run = f"every answer is {max(there)}"
    named = ratings.scale_in(heading, answers)
    scale = named[0] if named else ratings.scale_of(there)
    if scale:
        why = f"{named[1]} say{'s' if named[1] == 'the heading' else ''} so" if named else run
        told.append(f"{heading!r}: scale {scale[0]}-{scale[1]}, because {why}")
        if not named and max(there) in (4, 6):
            told[-1] += (
                f"; nobody gave {scale[1]}: if {max(there)} was the highest, say so in a mapping "
                f"file with '{role}: {{scale: [1, {max(there)}]}}'"
            )
        return scale
    if ask is None:
        told.append(
            f"{heading!r}: {run}, so the scale is not certain and there is no score; a mapping "
            f"file with '{role}: {{scale: [1, 5]}}' settles it"
        )
        return None
    answer = ask(
        Question(
            f"In {heading!r} {run}. Which scale was it?",
            tuple((one, one) for one in SCALES),
            "",
            (heading,),
        )
    )
    if answer not in SCALES:
        told.append(f"{heading!r}: the scale is not certain, so there is no score")
        return None
    told.append(f"{heading!r}: scale {answer}, as you said")
    low_text, _, high_text = answer.partition("-")
    return int(low_text), int(high_text)


def _ten(
    there: set[int],
    given: Answers,
    in_words: tuple[dict[str, int], tuple[int, int]] | None,
    heading: str,
    ask: Ask | None,
    told: list[str],
) -> tuple[int, int] | None:
    """0 to 10, where that is certain: only then are there promoters and detractors."""
    ten = (0, 10)
    if in_words and in_words[0] == ratings.GROUPS:
        told.append(
            f"{heading!r}: promoter, passive and detractor are counted as 10, 8 and 3; which "
            "answer each gave is not known"
        )
        return ten
    if given.words and given.scale is None:
        return ten
    named = ratings.scale_in(heading, ())
    scale = given.scale or (named[0] if named else None)
    if scale:
        if scale != ten:
            told.append(
                f"{heading!r}: a question from {scale[0]} to {scale[1]} has no promoters and "
                "detractors, so there is no NPS; a mapping file can make it 'satisfaction'"
            )
        return ten if scale == ten else None
    if not there or max(there) >= _SURE:
        return ten
    run = f"answers run {min(there)} to {max(there)}"
    question = Question(
        f"The {run} in {heading!r}. Was the question from 0 to 10?",
        (("y", "yes, from 0 to 10"), ("n", "no, or not known")),
        "",
        (heading,),
    )
    if ask is not None and ask(question) == "y":
        told.append(f"{heading!r}: a question from 0 to 10, as you said")
        return ten
    told.append(
        f"{heading!r}: {run}; was it 0-10? No NPS until that is certain: a mapping file with "
        "'recommend: {scale: [0, 10]}' settles it"
    )
    return None


def _high(heading: str, given: Answers, ask: Ask | None, told: list[str]) -> High | None:
    if given.high:
        return given.high
    text = heading.lower()
    said: High | None = "easy" if "ease" in text or "easy" in text else None
    if "how much effort" in text:
        said = "effort"
    if said:
        told.append(f"{heading!r}: a high answer means {said}, as the heading says")
        return said
    if ask is not None:
        question = Question(
            f"What does a high answer in {heading!r} mean?",
            (("easy", "it was easy for the customer"), ("effort", "it took much effort")),
            "",
            (heading,),
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
