"""A conversation as a list of entries to draw, top to bottom."""

import re
from typing import Literal

from course.page.messages import Message
from course.page.views.own import NOTHING, Own, Words
from course.scenarios import Transcript, puzzled
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
    own: Literal["", "placed", "none"] = ""
    """`placed`: what was written is this line, said the trainee. `none`: the text is the trainee's
    own, and none of the lines."""
    turn: int = 0
    """Which line of the trainee's, from 1; 0 for everything else."""


def entries(
    scenario: Scenario,
    transcript: Transcript,
    own: Own = NOTHING,
) -> tuple[Line, ...]:
    """Every line, scene and pause so far.

    Words that were none of the lines are answered where they were tried. No line has an hour: the
    story keeps its own time, and the clock on the trainee's wall would contradict it.

    >>> from course.page.views.own import Words
    >>> from course.scenarios import SMALL, play
    >>> own = Own({1: Words("Poor you.", True)}, {1: ("Wait.",)})
    >>> made = entries(SMALL, play(SMALL, ["own-it"]), own)
    >>> [(one.who, one.text[:6]) for one in made][:4]
    [('them', 'I have'), ('me', 'A mug '), ('them', 'Saturd'), ('them', 'So wha')]
    >>> [(one.who, one.text[:12]) for one in made][4:]
    [('me', 'Wait.'), ('them', "I'm not sure")]
    >>> made[1].typed, made[1].own, made[4].own
    ('Poor you.', 'placed', 'none')
    """
    made = _Talk(scenario)
    acts = {choice.id: choice.acts for moment in scenario.moments for choice in moment.choices}
    for turn in transcript.turns:
        made.opens(turn)
        made.tries(scenario, transcript, turn.number - 1, own)
        made.says(turn, own.said.get(turn.number))
        if "go_private" in acts[turn.choice]:
            made.goes_private()
        made.add("them", turn.reply, by=turn.reply_by)
    if transcript.prompt:
        made.opens(transcript.prompt)
        made.tries(scenario, transcript, len(transcript.turns), own)
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

    def tries(self, scenario: Scenario, transcript: Transcript, said: int, own: Own) -> None:
        """Words that were none of the lines, each with what was said to it."""
        for before, words in enumerate(own.tried.get(said, ())):
            self.add("me", words, own="none")
            line = puzzled(scenario, transcript.choices[:said], before)
            self.add("them", line.text, by=line.by)

    def says(self, turn: Turn, words: Words | None) -> None:
        """A line of the trainee's, with what was written before it."""
        text, placed = words or ("", False)
        self.add("me", turn.text, text, own="placed" if placed else "", turn=turn.number)

    def goes_private(self) -> None:
        if self.channel != "social" or self.where == PRIVATE:
            return
        self.where = PRIVATE
        self.add("later", "Now in private messages")

    def add(
        self,
        who: Who,
        text: str,
        typed: str = "",
        by: str = "",
        own: Literal["", "placed", "none"] = "",
        turn: int = 0,
    ) -> None:
        if not text:
            return
        if who == "them" and _SILENCE.match(text):
            who = "silence"
            text = "Silence on the line" if self.channel == "phone" else "No answer"
        where = self.where if who in ("me", "them") else ""
        self.lines.append(Line(who, text, where, typed, by if who == "them" else "", own, turn))
