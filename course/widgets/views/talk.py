"""A conversation as a list of entries to draw, top to bottom."""

import re

from course.scenarios import Transcript
from course.scenarios.definition import Channel, Scenario
from course.widgets.views.base import View

WHERE: dict[Channel, str] = {
    "phone": "on the phone",
    "chat": "chat",
    "e-mail": "e-mail",
    "social": "in public",
    "counter": "at the counter",
}
PRIVATE = "in private"
_SILENCE = re.compile(r"^[.…\s]+$")


def entries(
    scenario: Scenario,
    transcript: Transcript,
    typed: dict[str, str],
    times: list[str],
) -> list[View]:
    """Every line, scene and pause so far.

    `typed` holds the trainee's own lines by choice id, `times` the hour of each turn.

    >>> from course.scenarios import SMALL, play
    >>> made = entries(SMALL, play(SMALL, ["own-it"]), {"own-it": "Poor you."}, ["14:02"])
    >>> [(one["who"], one["text"][:6]) for one in made]
    [('them', 'I have'), ('me', 'A mug '), ('them', 'Saturd'), ('them', 'So wha')]
    >>> made[1]["typed"]
    'Poor you.'
    """
    made = _Talk(scenario)
    acts = {choice.id: choice.acts for moment in scenario.moments for choice in moment.choices}
    for place, turn in enumerate(transcript.turns):
        made.opens(turn.later, turn.scene, turn.said)
        made.now = times[place] if place < len(times) else ""
        made.add("me", turn.text, typed=typed.get(turn.choice, ""))
        if "go_private" in acts[turn.choice]:
            made.goes_private()
        made.add("them", turn.reply)
    if transcript.prompt:
        made.opens(transcript.prompt.later, transcript.prompt.scene, transcript.prompt.said)
    made.add("them", transcript.closing)
    return made.list


class _Talk:
    """Entries in the making, with where and when they are said."""

    def __init__(self, scenario: Scenario) -> None:
        self.list: list[View] = []
        self.where = WHERE[scenario.channel]
        self.channel = scenario.channel
        self.now = ""

    def opens(self, later: str, scene: str, said: str) -> None:
        if later:
            # The clock on the wall says nothing about two days later.
            self.now = ""
            self.add("later", later)
        self.add("scene", scene)
        self.add("them", said)

    def goes_private(self) -> None:
        if self.channel != "social" or self.where == PRIVATE:
            return
        self.where = PRIVATE
        self.add("later", "Now in private messages")

    def add(self, who: str, text: str, typed: str = "") -> None:
        if not text:
            return
        if who == "them" and _SILENCE.match(text):
            who = "silence"
            text = "Silence on the line" if self.channel == "phone" else "No answer"
        timed = self.channel in ("chat", "social", "e-mail")
        made: View = {"who": who, "text": text}
        if who in ("me", "them"):
            made |= {"where": self.where, "at": self.now if timed else ""}
        if typed:
            made["typed"] = typed
        self.list.append(made)
