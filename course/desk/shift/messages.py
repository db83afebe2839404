"""What the page of a day shows, and what it may ask for."""

from typing import Literal

from course.page.messages import Message
from course.page.views.dialogue import IdentityView, Rule
from course.page.views.talk import Line
from course.shift.action import Do


class Known(Message, frozen=True, kw_only=True):
    """Where in a day the page is, so that one that is behind is told."""

    attempt: int = 0
    """Of a road: the day that it leaves, from 1."""
    turn: int = 0
    """Of a road: what was taken back, from 1."""
    done: int
    """Steps that the page knows of; 0 before the day is begun."""


class ToDo(Message, frozen=True):
    """Something to do in the day."""

    do: Do
    contact: str
    what: str
    known: Known


class Back(Message, frozen=True):
    """What is to be taken back."""

    attempt: int
    turn: int


class Doing(Message, frozen=True):
    """A button."""

    do: Do
    contact: str
    what: str
    label: str
    costs: str
    """'3 min'; empty where it takes no time."""
    about: str
    """What it is about, for those who hear the label alone: 'Ana Souza, phone'."""


class Strip(Message, frozen=True):
    """What stands at the top."""

    clock: str
    closes: str
    part: float
    """How much of the day is gone, 0 to 1."""
    left: str
    """'1 h 18 min left'."""
    refunds: str
    goodwill: str
    lead: str
    waiting: int
    over: int
    """So many are over."""


class Waiting(Message, frozen=True):
    """Somebody, or a promise, that waits for the trainee."""

    id: str
    """The contact; with the promise where one is due."""
    who: str
    channel: str
    """Which sign stands before it."""
    channel_name: str
    about: str
    state: Literal["waiting", "held", "promised", "task"]
    said: str
    """Since when, or until when."""
    soon: bool
    """It falls due within a quarter of an hour."""
    warning: str
    does: tuple[Doing, ...]


class Say(Message, frozen=True):
    """A line that can be said."""

    id: str
    text: str


class Open(Message, frozen=True):
    """A conversation under way."""

    id: str
    customer: str
    first: str
    channel: str
    channel_name: str
    about: str
    sees: tuple[str, ...]
    rules: tuple[Rule, ...]
    identity: IdentityView | None
    warning: str
    talk: tuple[Line, ...]
    play: int
    """Tells the conversations of two tries apart."""
    turns: int
    writes: str
    """'Omar is writing' while the answer is not there yet."""
    says: tuple[Say, ...]
    costs: str
    """What each line takes: '4 min'."""
    short: str
    """Why lines are missing that the budgets do not allow; empty where none is."""
    does: tuple[Doing, ...]


class Happened(Message, frozen=True):
    """Something that happened."""

    at: str
    text: str


class Road(Message, frozen=True):
    """The road under way after something was taken back."""

    at: str
    did: str


class Headline(Message, frozen=True):
    """One of the three figures that are said first."""

    name: str
    value: str
    under: str


class FigureRow(Message, frozen=True):
    """One figure of the day beside those of other days."""

    name: str
    means: str
    better: str
    """'higher is better'; which way, in words."""
    value: str
    interval: str
    few: str
    """'Too few to say', and of how many; empty where there are enough."""
    others: tuple[str, ...]
    """The values of the other days, in their order; empty while they are worked out."""


class Criterion(Message, frozen=True):
    """One thing that the mark looks at."""

    title: str
    score: str
    why: str


class Ended(Message, frozen=True):
    """How it went with one contact."""

    id: str
    who: str
    channel: str
    channel_name: str
    about: str
    how: str
    mark: str
    survey: str
    comment: str
    why: tuple[str, ...]
    """What the customer's answers come from."""
    criteria: tuple[Criterion, ...]
    minutes: str


class Decision(Message, frozen=True):
    """A decision that mattered, and what would have followed."""

    at: str
    did: str
    instead: str
    followed: str
    attempt: int
    turn: int


class End(Message, frozen=True):
    """What became of the day."""

    headlines: tuple[Headline, ...]
    figures: tuple[FigureRow, ...]
    days: tuple[str, ...]
    """What the other days are called."""
    looking: str
    """What is being worked out still; empty once all is there."""
    gap: str
    """How good the best day is, and what no day can go beyond."""
    contacts: tuple[Ended, ...]
    decisions: tuple[Decision, ...]
    none: str
    """Said where no decision mattered, or while they are looked for."""
    before: str
    """What earlier days came to."""


class ShiftView(Message, frozen=True):
    """The day as it stands."""

    name: str
    phase: Literal["card", "day", "end"]
    opens: str
    closes: str
    contacts: int
    saving: bool
    known: Known
    changed: str
    """That the course has changed since, and what follows; empty where it has not."""
    road: Road | None
    strip: Strip | None
    queue: tuple[Waiting, ...]
    open: tuple[Open, ...]
    waits: Doing | None
    happened: tuple[Happened, ...]
    end: End | None
