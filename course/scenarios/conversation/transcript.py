"""A conversation as it was: what was said, and what each line did."""

from msgspec import Struct

from course.scenarios.conversation.state import State
from course.scenarios.definition import Ending, Line


class Effect(Struct, frozen=True, kw_only=True):
    """One thing that a line did to the customer's mood."""

    kind: str
    """A stable name for it, such as ``acknowledge`` or ``promise_broken``."""
    points: float
    """Points of mood gained, or lost if below zero; 0 where it made no difference."""
    reason: str
    """Why, in one plain sentence."""


class Turn(Struct, frozen=True, kw_only=True):
    """One exchange: the customer speaks, the agent answers, the customer may react at once."""

    number: int
    """From 1."""
    moment: str
    later: str
    """Time that had passed before it; empty for none."""
    scene: str
    said: str
    """What the customer said, or `said_by`."""
    before: float
    """Mood in points, 0 to 100, as the agent began to speak."""
    choice: str
    """The id of the agent's line."""
    text: str
    """The agent's line."""
    reply: str
    """What the customer said back at once; empty for nothing."""
    after: float
    """Mood after the line, before any promise fell due."""
    effects: tuple[Effect, ...]
    said_by: str = ""
    """Who said it, where it was not the customer."""
    reply_by: str = ""
    due: tuple[Effect, ...] = ()
    """Promises that were kept or broken after this turn and before the next."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the mood moved, or did not, one plain sentence for each effect."""
        return tuple(effect.reason for effect in (*self.effects, *self.due))


class Offered(Struct, frozen=True, kw_only=True):
    """A line the agent may say next, without its moves or its note."""

    id: str
    text: str


class Prompt(Struct, frozen=True, kw_only=True):
    """The customer has spoken and waits for an answer."""

    moment: str
    later: str
    scene: str
    said: str
    typed: bool
    """The trainee types a line of their own first."""
    options: tuple[Offered, ...]
    said_by: str = ""


class Transcript(Struct, frozen=True, kw_only=True):
    """A conversation, whole or half-played."""

    scenario: str
    turns: tuple[Turn, ...]
    state: State
    prompt: Prompt | None = None
    """What waits for an answer; None once it has ended."""
    ending: Ending | None = None
    closing: str = ""
    """The customer's last words; empty where there were none or it has not ended."""
    closing_by: str = ""
    """Who had them, where it was not the customer."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the agent's lines: all that needs storing."""
        return tuple(turn.choice for turn in self.turns)

    def answer(self, number: int) -> Line:
        """What was said after a turn: at once, or at the next moment, or last of all."""
        turn = self.turns[number - 1]
        if turn.reply:
            return Line(text=turn.reply, by=turn.reply_by)
        following = self.turns[number] if number < len(self.turns) else self.prompt
        if following is not None:
            return Line(text=following.said, by=following.said_by)
        return Line(text=self.closing, by=self.closing_by)
