"""A reply as its marker sees it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from course.desk.marking.desk import Desk, OnDesk
from course.desk.marking.messages import (
    Other,
    Piece,
    ReplyToMark,
    RubricLine,
    SeenHere,
    Step,
    What,
)
from course.exercises import Criterion, Finding
from course.exercises.prose import blocks
from course.grading.people.records import Mark
from course.grading.people.replies import Said
from course.language import meaning

LONGEST = 10_000
"""Letters of a reply that are shown; the course takes none longer than 4,000."""
MOST_COMMENTS = 5
"""Comments that can be used again."""


def shown(desk: Desk, at: int, marker: str, what: What) -> ReplyToMark:
    """One reply, with what was seen in it, and what this marker has given it.

    Args:
        desk: Where it lies.
        at: Its place, from 0.
        marker: Who marks: what others gave is shown to nobody, except where it is settled.
        what: What the marker sat down to.
    """
    laid = desk.replies[at]
    reply, item = laid.reply, desk.items[laid.reply.exercise]
    result = desk.seen(reply)
    findings = result.findings if result else ()
    text = reply.text[:LONGEST]
    told = (one.quote for one in reply.said if one.there)
    places = _places(text, [*(one.quote for one in findings), *told])
    given = desk.standings.given(reply.id)
    others = dict(given) if what == "settle" else {}
    mine = _preset(others) if what == "settle" else given.get(marker)
    more = len(reply.text) - len(text)
    like = _like_last(desk, at)
    return ReplyToMark(
        at=at,
        place=f"Reply {laid.number} of {laid.of} to this exercise",
        title=item.exercise.title,
        prompt=blocks(item.exercise.prompt),
        said_by=item.exercise.said_by,
        says=item.exercise.says,
        pieces=tuple(_pieces(text, places)),
        cut=f"{more:,} letters more are not shown." if more else "",
        seen=tuple(_seen(findings, places, reply.said)),
        own=reply.own,
        notes=tuple(_notes(desk, laid, like)),
        like_last=like and what != "settle",
        rubric=tuple(
            # In a blind marking even a comment of somebody else's would tell something.
            _line(
                line,
                findings,
                mine,
                others,
                desk.standings.comments(
                    reply.exercise, line.id, marker if what == "second" else ""
                ),
            )
            for line in item.key.rubric
        ),
        model=blocks(item.key.model),
        because=item.key.because,
    )


def steps(most: float) -> tuple[Step, ...]:
    """What can be given for a line worth `most` points.

    >>> [(one.points, one.key) for one in steps(1.0)]
    [(0.0, 'n'), (0.5, 'p'), (1.0, 'y')]
    """
    return (Step(0.0, "No", "n"), Step(most / 2, "In part", "p"), Step(most, "Yes", "y"))


def _like_last(desk: Desk, at: int) -> bool:
    if not at:
        return False
    before, here = desk.replies[at - 1], desk.replies[at]
    return (before.reply.exercise, before.group) == (here.reply.exercise, here.group)


def _notes(desk: Desk, laid: OnDesk, like: bool) -> Iterator[str]:
    if desk.standings.changed_since(laid.reply.id):
        yield "This trainee has written other words since their reply was marked. Mark it anew."
    if like:
        yield "It says much the same as the reply before it."


def _preset(given: Mapping[str, Mark]) -> Mark | None:
    """What is settled at the outset: the lines on which all agree."""
    marks = list(given.values())
    if not marks:
        return None
    first = marks[0]
    agreed = tuple(
        line
        for line in first.lines
        if all(one.points.get(line.criterion) == line.points for one in marks)
    )
    return Mark(v=first.v, at="", prev="", marker="", trainee="", exercise="", text="",
                lines=agreed)  # fmt: skip


def _line(
    line: Criterion,
    findings: Sequence[Finding],
    mine: Mark | None,
    others: Mapping[str, Mark],
    comments: Sequence[str],
) -> RubricLine:
    given = {one.criterion: one for one in mine.lines} if mine else {}
    notes = dict(mine.notes) if mine else {}
    done = given.get(line.id)
    seen = (one for one in findings if line.move and one.move == line.move)
    made = steps(line.points)
    if done and done.points not in [one.points for one in made]:
        # A sheet may give any number of points.
        made = (*made, Step(done.points, _word(line, done.points), ""))
    return RubricLine(
        id=line.id,
        text=line.text,
        steps=made,
        points=done.points if done else None,
        comment=done.comment if done else notes.get(line.id, ""),
        again=tuple(comments[:MOST_COMMENTS]),
        seen=tuple(dict.fromkeys(_quoted(one) for one in seen)),
        others=tuple(
            Other(who, _word(line, one.points), one.comment)
            for who, mark in others.items()
            for one in mark.lines
            if one.criterion == line.id
        ),
    )


def _word(line: Criterion, points: float) -> str:
    known = {one.points: one.word for one in steps(line.points)}
    return known.get(points, f"{points:g} points")


def _quoted(found: Finding) -> str:
    return f"‘{found.quote}’" if found.certainty == "found" else f"perhaps ‘{found.quote}’"


def _places(text: str, quotes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where words stand: by quote, from and to; none over another."""
    places: dict[str, tuple[int, int]] = {}
    for quote in quotes:
        start = text.find(quote) if quote else -1
        if start < 0 or quote in places:
            continue
        end = start + len(quote)
        if all(end <= one or other <= start for one, other in places.values()):
            places[quote] = (start, end)
    return dict(sorted(places.items(), key=lambda one: one[1]))


def _pieces(text: str, places: Mapping[str, tuple[int, int]]) -> Iterator[Piece]:
    cuts = sorted({0, len(text), *(end for place in places.values() for end in place)})
    number = {place: at for at, place in enumerate(places.values(), start=1)}
    for start, end in pairwise(cuts):
        yield Piece(text[start:end], number.get((start, end), 0))


def _seen(
    findings: Sequence[Finding], places: Mapping[str, tuple[int, int]], said: Sequence[Said]
) -> Iterator[SeenHere]:
    """What was seen, in the order of the text; then what only the trainee sees."""
    number = {quote: at for at, quote in enumerate(places, start=1)}
    says = {one.move: one for one in said}
    told = set()
    for found in sorted(findings, key=lambda one: number.get(one.quote, len(number) + 1)):
        if (found.move, found.quote) in told:
            continue
        told.add((found.move, found.quote))
        mine = says.get(found.move)
        answer = "" if mine is None else "so the trainee says, too" if mine.there else (
            "the trainee says it is not there"
        )  # fmt: skip
        yield SeenHere(number.get(found.quote, 0), _means(found.move), found.certainty == "found",
                       answer)  # fmt: skip
    seen = {one.move for one in findings}
    for one in said:
        if one.there and one.move not in seen:
            where = f": ‘{one.quote}’" if one.quote else ""
            yield SeenHere(number.get(one.quote, 0), _means(one.move), False,
                           f"only the trainee sees it{where}")  # fmt: skip


def _means(move: str) -> str:
    """What a move does, as a sentence begins."""
    words = meaning(move).replace("_", " ")
    return words[:1].upper() + words[1:]
