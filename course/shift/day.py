"""How a day stands: one frozen value, with all that a page would show of it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from msgspec import Struct

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Channel, Scenario
from course.shift.rules import Rules

Status = Literal[
    "coming", "waiting", "open", "held", "promised", "done", "handed", "left", "colleague"
]  # fmt: skip
"""`coming`: not there yet. `promised`: to be called back. `done`: the conversation came to its end.
`handed`: a colleague has it now. `left`: gone without an answer. `colleague`: served by another."""
OVER: frozenset[Status] = frozenset({"done", "handed", "left", "colleague"})


class Contact(Struct, frozen=True, kw_only=True):
    """Somebody who gets in touch on this day."""

    id: str
    """`c1` is the first to arrive."""
    name: str
    """By which the scenario was asked for, as an exercise is."""
    scenario: Scenario
    """The conversation, with the person that was drawn."""
    written: Scenario
    """The same with the person who is written: what is worked out of it holds for all persons."""
    person: int
    """Which of the scenario's persons it is: see `course.scenarios.variants`."""
    arrives: int
    """The minute."""

    @property
    def channel(self) -> Channel:
        """How they get in touch."""
        return self.scenario.channel

    @property
    def index(self) -> Index:
        """The scenario laid out."""
        return index_of(self.scenario, DEFAULT)


class Task(Struct, frozen=True):
    """A promise made in a conversation: it is kept only if you do it in time."""

    promise: str
    due: int
    """The last minute in which it can be done."""
    done: bool | None = None
    """None while it can still be done; False once it is too late."""


class Standing(Struct, frozen=True, kw_only=True):
    """How it stands with one contact."""

    status: Status
    talk: State
    """The conversation; before its first line, as it would open."""
    said: tuple[str, ...] = ()
    """The ids of your lines."""
    since: int = 0
    """The minute from which this customer waits for you. In a chat it may lie ahead: until then
    they are writing."""
    leaves: int | None = None
    """The minute in which they leave unless you are there; None for never."""
    first: int | None = None
    """The minute of your first line to them."""
    ended: int | None = None
    """The minute in which it was over."""
    work: int = 0
    """Minutes that you, or a colleague, gave to it."""
    call_by: int | None = None
    """The minute by which you promised to be back."""
    call_kept: bool | None = None
    """Whether you were; None where nothing was promised, or it is not due."""
    tasks: tuple[Task, ...] = ()
    """Promises that somebody has to keep."""


@dataclass(frozen=True, eq=False)
class Desk:
    """What does not change in a day: the rules, and who gets in touch."""

    contacts: tuple[Contact, ...]
    """In the order in which they arrive."""
    rules: Rules = field(default_factory=Rules)
    seed: int = 0

    @cached_property
    def at(self) -> dict[str, int]:
        """The place of each contact."""
        return {contact.id: place for place, contact in enumerate(self.contacts)}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it stands. Two are equal where the same was come to on the same desk."""

    desk: Desk
    clock: int
    """Minutes since opening."""
    standings: tuple[Standing, ...]
    """One for each contact of the desk, in its order."""
    refunds: int
    """Pounds left that you may grant as remedies, rounded down."""
    goodwill: int
    """Pounds left that you may give as gestures."""
    lead: int
    """Minutes that the lead has left for you."""
    free: tuple[int, ...] = ()
    """For each colleague, the minute in which they are free again."""
    over: bool = False

    def of(self, contact: str) -> Standing:
        """How it stands with a contact."""
        return self.standings[self.desk.at[contact]]

    def those(self, *status: Status) -> list[tuple[Contact, Standing]]:
        """The contacts of which this holds, in the order in which they arrive."""
        pairs = zip(self.desk.contacts, self.standings, strict=True)
        return [pair for pair in pairs if pair[1].status in status]
