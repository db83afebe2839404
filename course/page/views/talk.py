"""A conversation as a list of entries to draw, top to bottom."""

import re
from typing import Literal

from course.page.messages import Message
from course.scenarios import Transcript
from course.scenarios.conversation.transcript import Prompt, Turn
from course.scenarios.definition import Channel, Scenario

WHERE: dict[Channel, str] = {
    "phone": "on the phone",
    "chat": "chat",
    "e-mail": "e-mail",
    "social": "in public",
    "counter": "at the counter",
}
PRIVATE = "in private"
_SILENCE = re.compile(r"^[.…\s]+$")


Who = Literal["me", "them", "later", "scene", "silence"]


class Line(Message, frozen=True):
    """Something in a conversation: what somebody says, or what happens between."""

    who: Who
    text: str
    where: str = ""
    """Where it is said; nowhere, if it is not said."""
    typed: str = ""
    """What the trainee had written before choosing the line."""
    by: str = ""
    """Who says it, where it is neither the trainee nor the customer."""


def entries(
    scenario: Scenario,
    transcript: Transcript,
    typed: dict[str, str],
) -> tuple[Line, ...]:
    """Every line, scene and pause so far.

    `typed` holds the trainee's own lines by choice id. No line has an hour: the story keeps its
    own time, and the clock on the trainee's wall would contradict it.

    >>> from course.scenarios import SMALL, play
    >>> made = entries(SMALL, play(SMALL, ["own-it"]), {"own-it": "Poor you."})
    >>> [(one.who, one.text[:6]) for one in made]
    [('them', 'I have'), ('me', 'A mug '), ('them', 'Saturd'), ('them', 'So wha')]
    >>> made[1].typed
    'Poor you.'
    """
    made = _Talk(scenario)
    acts = {choice.id: choice.acts for moment in scenario.moments for choice in moment.choices}
    for turn in transcript.turns:
        made.opens(turn)
        made.add("me", turn.text, typed=typed.get(turn.choice, ""))
        if "go_private" in acts[turn.choice]:
            made.goes_private()
        made.add("them", turn.reply, by=turn.reply_by)
    if transcript.prompt:
        made.opens(transcript.prompt)
    made.add("them", transcript.closing, by=transcript.closing_by)
    return tuple(made.lines)


class _Talk:
    """Entries in the making, with where they are said."""

    def __init__(self, scenario: Scenario) -> None:
        self.lines: list[Line] = []
        self.where = WHERE[scenario.channel]
        self.channel = scenario.channel

    def opens(self, turn: Turn | Prompt) -> None:
        self.add("later", turn.later)
        self.add("scene", turn.scene)
        self.add("them", turn.said, by=turn.said_by)

    def goes_private(self) -> None:
        if self.channel != "social" or self.where == PRIVATE:
            return
        self.where = PRIVATE
        self.add("later", "Now in private messages")

    def add(self, who: Who, text: str, typed: str = "", by: str = "") -> None:
        if not text:
            return
        if who == "them" and _SILENCE.match(text):
            who = "silence"
            text = "Silence on the line" if self.channel == "phone" else "No answer"
        where = self.where if who in ("me", "them") else ""
        self.lines.append(Line(who, text, where, typed, by if who == "them" else ""))
