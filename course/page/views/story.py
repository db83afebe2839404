"""The mood of a conversation from line to line, and the one sentence that it comes to."""

from itertools import pairwise

from course.charts.mood import STEPS, MoodRow, MoodStory
from course.scenarios import Debrief, StepTaken, Transcript, mood_word
from course.scenarios.quote import quoted


def story(name: str, transcript: Transcript, back: Debrief) -> MoodStory:
    """What the chart shows and its alternative text says.

    >>> from course.scenarios import SMALL, debrief, play
    >>> whole = play(SMALL, ["own-it", "new-mug"])
    >>> print(story("Ines", whole, debrief(SMALL, whole)).finding.replace(". ", ".\\n"))
    At first Ines was unsure, at 40 of 100.
    The mood rose from the first line on.
    At the end: glad, at 100.
    """
    turns = transcript.turns
    settled = {point.turn: point.points for point in back.mood}
    return MoodStory(
        name=name,
        start=settled.get(0, transcript.state.points),
        rows=tuple(
            MoodRow(
                turn=turn.number,
                text=turn.text,
                then=transcript.answer(turn.number).text,
                by=transcript.answer(turn.number).by,
                mood=turn.after,
                settled=settled[turn.number],
                later=after.later if after else "",
            )
            for turn, after in zip(turns, (*turns[1:], None), strict=True)
        ),
        # The picture has room for the chain; the list beside it has the acts as well.
        steps=tuple((one.step, one.turn) for one in steps_taken(back) if one.step in STEPS),
        lowest=back.trough.turn if back.trough else None,
        finding=_finding(name, back),
    )


FELL = 1.0
"""Points of mood below which a step down is not worth telling."""


def steps_taken(back: Debrief) -> tuple[StepTaken, ...]:
    """What the case called for; what came to nothing, such as a call never made, is missed."""
    earned = {one.id: one.earned for one in back.handling.criteria}
    return tuple(
        one if earned.get(one.step, 1) else StepTaken(step=one.step, found=False)
        for one in back.steps
    )


def _climb(back: Debrief) -> str:
    """How a mood went that was never below its beginning: up all the way, or with a fall."""
    points = [one.points for one in back.mood]
    falls = [before - after for before, after in pairwise(points)]
    if max(falls) < FELL:
        return "rose from the first line on" if points[-1] - points[0] > FELL else "hardly moved"
    place = falls.index(max(falls))
    top = max(points[: place + 1])
    rose = f"rose to {mood_word(top)} at {top:.0f}, " if top > points[0] else ""
    fell = points[place + 1]
    depth = f" to {fell:.0f}" if abs(fell - points[-1]) > FELL else ""
    return f"{rose}fell after line {place + 1}{depth}"


def _finding(name: str, back: Debrief) -> str:
    if not back.mood or back.trough is None or back.end is None:
        return f"{name} has not been answered yet."
    begin, low, end = back.mood[0].points, back.trough, back.end
    said = f"At first {name} was {mood_word(begin)}, at {begin:.0f} of 100."
    closes = f"At the end: {end.word}, at {end.points:.0f}"
    if low.points >= begin:
        return f"{said} The mood {_climb(back)}. {closes}."
    who = f"{low.by}: " if low.by else ""
    words = f" ({who}{quoted(low.customer)})" if low.customer else ""
    if low.turn == end.turn:
        return f"{said} {closes}, the lowest point{words}."
    lowest = f"It was lowest after line {low.turn}: {low.word}, at {low.points:.0f}{words}."
    return f"{said} {lowest} {closes}."
