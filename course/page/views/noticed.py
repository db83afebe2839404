"""What was seen in a reply: beside each line of the rubric, and what may hurt before all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from course.answers import Attempt, Correction
from course.exercises import Criterion, Finding, NeedsReview
from course.exercises.own_words import DOUBTFUL, seen_in_words
from course.page.messages import Message
from course.page.views.base import Beside
from course.page.views.compared import ComparedView
from course.page.views.doubts import MAY_HEAR

NOT_SEEN = "Your reviewer looks for it as well."
PERSON = "The course cannot judge this. Your reviewer does."

Answers = Mapping[str, Correction]
"""What the trainee says of their own words, by move."""


class Noticed(Message, frozen=True):
    """One line of the rubric, and what was seen of it in the words."""

    text: str
    mark: Literal["full", "part", "none", "person"]
    """Of what was seen, never of the line itself."""
    said: str
    """What is to be said of it; empty where `seen` says it all."""
    seen: ComparedView | None
    """None where only a person can tell."""


def noticed(result: NeedsReview, answers: Answers) -> tuple[Noticed, ...]:
    """Each line of the rubric with what was seen of it."""
    return tuple(_line(one, result, answers) for one in result.rubric)


def _line(one: Criterion, result: NeedsReview, answers: Answers) -> Noticed:
    if not one.move:
        return Noticed(text=one.text, mark="person", said=PERSON, seen=None)
    quotes, sure = _quotes(result, one.move)
    said = seen_in_words(one.move, len(quotes), sure=sure)
    seen = _view(one.move, said, quotes, answers)
    mark: Literal["full", "part", "none"] = "none" if not quotes else "full" if sure else "part"
    return Noticed(text=one.text, mark=mark, said="" if quotes else NOT_SEEN, seen=seen)


def hurts(result: NeedsReview, who: str, answers: Answers) -> tuple[ComparedView, ...]:
    """What somebody may hear in it that hurts, the gravest first. Asked about, never marked."""
    made = []
    for name in DOUBTFUL:
        quotes = _all(result.findings, name)
        if quotes:
            made.append(_view(name, MAY_HEAR[name].format(name=who), quotes, answers))
    return tuple(made)


def changed(attempts: Sequence[Attempt]) -> Beside | None:
    """The first try beside this one, and what was seen in each; None where there is one alone."""
    tries = [one for one in attempts if isinstance(one.result, NeedsReview)]
    if len(tries) < 2 or str(tries[0].answer) == str(tries[-1].answer):
        return None
    first, last = tries[0], tries[-1]
    rows = [("Your words", str(first.answer), str(last.answer)), *_rows(first.result, last.result)]
    more = [row for row in rows[1:] if row[1] != row[2]]
    said = "What was seen in each is the same." if not more else "What was seen in each:"
    return Beside(
        title="Your first try and this one",
        said=said,
        columns=("Looked for", "First try", "This try"),
        rows=tuple(rows),
    )


def _rows(first: object, last: object) -> Iterator[tuple[str, str, str]]:
    if not (isinstance(first, NeedsReview) and isinstance(last, NeedsReview)):
        return
    for name in DOUBTFUL:
        then, now = _all(first.findings, name), _all(last.findings, name)
        if then or now:
            told = MAY_HEAR[name].format(name="The customer")
            yield told, _told(then, "Not there"), _told(now, "Not there any more")
    for one in last.rubric:
        if one.move:
            then, now = _quotes(first, one.move)[0], _quotes(last, one.move)[0]
            yield one.text, _told(then, "Not seen"), _told(now, "Not seen")


def _told(quotes: Sequence[str], none: str) -> str:
    return " ".join(f"‘{one}’" for one in quotes) or none


def _quotes(result: NeedsReview, move: str) -> tuple[list[str], bool]:
    """The words in which a move was seen, and whether that is sure; what is sure counts alone."""
    sure = _all(result.findings, move, "found")
    return (sure, True) if sure else (_all(result.findings, move), False)


def _all(findings: Iterable[Finding], move: str, certainty: str = "") -> list[str]:
    found = (
        one.quote
        for one in findings
        if one.move == move and (not certainty or one.certainty == certainty)
    )
    return list(dict.fromkeys(found))


def _view(move: str, said: str, quotes: Sequence[str], answers: Answers) -> ComparedView:
    answer = answers.get(move)
    quote = " … ".join(quotes)
    if answer is None:
        return ComparedView(move, said, quote, "", "")
    return ComparedView(move, said, quote, "there" if answer.there else "not", answer.quote)
