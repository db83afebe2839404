"""What a row of the table says of one move or one act. Every part of it must be given.

A part that does not apply is written as None, so that leaving it out is a decision. A row that
lacks a part cannot be made, and neither can one whose parts contradict each other.
"""

from typing import Literal, NamedTuple, TypeVar, get_args

from msgspec import Struct

from course.language.rules import Rule

Step = Literal["listen", "acknowledge", "apologise", "own", "solve", "follow_up"]
"""The complaint chain, in order. Learning from the complaint comes after the conversation."""

CHAIN: tuple[Step, ...] = get_args(Step)


_Row = TypeVar("_Row", "Move", "Act")


class Voice(NamedTuple):
    """One thing to say, by the temperament of who says it."""

    calm: str
    anxious: str
    impatient: str
    angry: str


class Gain(Struct, frozen=True, kw_only=True):
    """What a move gives the person who hears it, and how the debrief says so.

    In the sentences ``{name}`` is the customer's name.
    """

    points: tuple[float, ...]
    """Of a mood from 0 to 100: for the first time, the second and so on; later times gain as the
    last does. One number alone is gained every time."""
    treatment: float
    """What it adds to how one was treated, of 100, beyond the step that it builds; once."""
    needs_news: bool
    """Counts only where the answer brings a hidden fact to light."""
    said: str
    again: str | None
    """Where a later time still gains."""
    spent: str | None
    """Where a later time gains nothing."""
    early: str | None
    """Where it needs the problem acknowledged first and was made before; None where it does not.
    Made too early it does not count as made."""
    doubted: str | None
    """Where little trust makes it worth less; None where it counts in full all the same."""
    remembered: Voice | None
    """What the customer writes of it in the survey; None where nobody would."""
    remembered_doubted: Voice | None


class Slight(Struct, frozen=True, kw_only=True):
    """What a move costs the person who hears it, each time, and how it is told."""

    points: float
    """Of a mood from 0 to 100."""
    trust: float
    """Of 100."""
    treatment: float
    """Off how one was treated, of 100."""
    conduct: float
    """The share of the mark's conduct that it takes."""
    unless: str | None
    """The act that makes it none. Without it, it counts as a transfer."""
    said: str
    """In the debrief."""
    told: str
    """To the agent, before a quotation of the line."""
    signs: tuple[str, ...]
    """Words that the line is likely to be made with, to choose what to quote. No mark hangs on
    them."""
    remembered: Voice


class Move(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One thing that a sentence does to the person who hears it. One line can carry several."""

    name: str
    meaning: str
    """What it does, for the page: 'says when'."""
    because: str
    """Why its numbers are what they are."""
    gain: Gain | None
    slight: Slight | None
    step: Step | None
    """The step of the chain that it builds, wherever it counts."""
    warm: bool
    """Sounds kind: where only the good line has such a move, the good line gives itself away."""
    helps: bool
    """Helps or answers at once."""
    shown_by: tuple[Rule, ...]
    """How free text shows it; empty where text alone cannot."""

    def __post_init__(self) -> None:
        _named(self.name, self.meaning, self.because, self.step)
        if self.gain is not None and self.slight is not None:
            raise ValueError(f"{self.name}: it has a gain and a slight; it can have one of them")
        if self.slight is not None and not self.slight.points:
            raise ValueError(f"{self.name}: slight.points is 0, so it is no slight")
        if self.gain is not None:
            _told(self.name, self.gain)

    @property
    def waits(self) -> bool:
        """Does it count only once the problem was acknowledged?"""
        return self.gain is not None and self.gain.early is not None


class Act(Struct, frozen=True, kw_only=True, cache_hash=True):
    """One thing that an agent does which the words alone do not show."""

    name: str
    meaning: str
    because: str
    """Why its number is what it is."""
    gain: float
    """Points of mood, once."""
    said: str | None
    """In the debrief; None where it gains nothing."""
    aloud: bool
    """Counts on the phone and at the counter alone: in writing nobody hears it."""
    step: Step | None
    helps: bool
    """Helps or answers at once."""
    title: str
    """As a line of the handling mark."""
    did: str
    """The same of an agent who did it: 'checked who was asking'."""
    missed: str
    """To an agent who was called on to do it and did not."""
    signs: tuple[str, ...]
    """Words that show where in a line to begin quoting; empty for the whole line."""
    remembered: Voice | None
    """What the customer writes of it in the survey; None where nobody would."""

    def __post_init__(self) -> None:
        _named(self.name, self.meaning, self.because, self.step)
        if self.gain and not self.said:
            raise ValueError(f"{self.name}: it gains something, so it needs the sentence 'said'")


def by_name(*rows: _Row) -> dict[str, _Row]:
    """The rows of a table by their names.

    Raises:
        ValueError: where two rows share a name.
    """
    found: dict[str, _Row] = {}
    for row in rows:
        if row.name in found:
            raise ValueError(f"two rows are called '{row.name}'")
        found[row.name] = row
    return found


def _named(name: str, meaning: str, because: str, step: str | None) -> None:
    for part, text in (("name", name), ("meaning", meaning), ("because", because)):
        if not text.strip():
            raise ValueError(f"{name or 'a row'}: '{part}' is empty")
    if step is not None and step not in CHAIN:
        raise ValueError(f"{name}: '{step}' is no step; there are: {', '.join(CHAIN)}")


def _told(name: str, gain: Gain) -> None:
    """A row that reaches a sentence has it."""
    if not gain.points:
        raise ValueError(f"{name}: gain.points is empty")
    later = gain.points[1:]
    for part, needed, text in (
        ("said", True, gain.said),
        ("again", any(later), gain.again),
        ("spent", not all(later), gain.spent),
        ("remembered_doubted", gain.remembered_doubted is not None, gain.doubted),
    ):
        if needed and not text:
            missing = "doubted" if part == "remembered_doubted" else part
            raise ValueError(f"{name}: its numbers reach the sentence gain.{missing}; write it")
