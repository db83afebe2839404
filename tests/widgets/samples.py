"""One exercise of each kind, small and about nothing in the lessons, and sessions to play them in."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from course.answers import FolderLog, MemoryLog, Session
from course.exercises import Item, kind
from course.exercises.choice import Choice, ChoiceKey, Option
from course.exercises.dialogue import Dialogue, DialogueKey
from course.scenarios.definition import Rubric
from course.scenarios import SMALL, apply_rules, SMALL_RULES

FIRST_WORDS = Item(
    kind=kind("choice"),
    exercise=Choice(
        id="first-words",
        title="First words",
        prompt="Rosa Lindqvist rings at ten past nine. What do you say **first**?",
        covers=("RES-3",),
        said_by="Rosa Lindqvist, on the phone",
        says="The cot came without its screws. I'm due on Tuesday and it's in bits on the bedroom floor.",
        hints=(
            "She has told you what is wrong. Does she know that you heard it?",
            "One of the four says *her* problem back and takes it on.",
        ),
        options=(
            Option(
                "screws",
                "A cot in bits, and you're due on Tuesday. I'll find you those screws today. May I have the order number?",
            ),
            Option(
                "congratulate",
                "Congratulations, how lovely! I'm sorry about this. Could you give me your order number and I'll have a look?",
            ),
            Option(
                "whole",
                "I'm so sorry, Ms Lindqvist. I'll send you a whole new cot straight away, and you can keep the one you have.",
            ),
            Option(
                "pack",
                "Thanks for letting us know. The screws are usually taped under the base, so people do miss them at first.",
            ),
        ),
    ),
    key=ChoiceKey(
        worth={"screws": 1.0, "congratulate": 0.5},
        because={
            "screws": "You said 'in bits' and 'Tuesday'. Rosa heard that you know what matters. Then you took it on, and only then asked for the number.",
            "congratulate": "'I'll have a look' is kind. Rosa heard nothing about Tuesday. Try: 'In bits, and you're due on Tuesday. I'll find those screws today.'",
            "whole": "A new cot takes four days. Rosa heard a big gift that comes too late. Try asking what she needs by Tuesday.",
            "pack": "'People do miss them' may be true. Rosa heard that it is her fault. Try: 'Let's look under the base together, I'll stay on the line.'",
        },
    ),
)
SIGNS = Item(
    kind=kind("choice"),
    exercise=Choice(
        id="signs",
        title="What shows that he has been heard?",
        prompt="Read the reply to Kwame's e-mail, then mark what it does.\n\n> 'Two lamps, both cracked, and the hall is dark. I'll send new ones by Thursday.'".replace(
            "> ", ""
        ),
        covers=("RES-3",),
        select="several",
        options=(
            Option("back", "It says his own problem back to him."),
            Option("when", "It names a day."),
            Option("sorry", "It apologises."),
            Option("rule", "It explains a rule."),
        ),
    ),
    key=ChoiceKey(
        worth={"back": 1.0, "when": 1.0},
        because={
            "back": "'Two lamps, both cracked' are Kwame's words. He knows that you read them.",
            "when": "'By Thursday' can be checked. He need not write again.",
            "sorry": "There is no sorry in it. Look for the words.",
            "rule": "No rule is named. Kwame asked for none.",
        },
    ),
)


def _dialogue() -> Item:
    scenario = apply_rules(SMALL, SMALL_RULES)
    notes = {
        choice.id: choice.note
        for moment in scenario.moments
        for choice in moment.choices
        if choice.note
    }
    bare = replace(
        scenario,
        rubric=None,
        plan=(),
        moments=tuple(
            replace(moment, choices=tuple(replace(choice, note=None) for choice in moment.choices))
            for moment in scenario.moments
        ),
    )
    return Item(
        kind=kind("dialogue"),
        exercise=Dialogue(
            id="broken-mug",
            title="The mug for Saturday",
            prompt="Ring out the morning with one more call.",
            covers=("RES-3",),
            scenario=bare,
        ),
        key=DialogueKey(rubric=scenario.rubric or Rubric(), notes=notes, plan=scenario.plan),
    )


BROKEN_MUG = _dialogue()


def course_of(*items: Item) -> Any:
    """Content that holds these exercises and nothing else."""
    return SimpleNamespace(find={one.id: one for one in items}.get)


def session(folder: Path | None, *items: Item) -> Session:
    """A session over these exercises, in a folder or in memory; the trainee is always the same."""
    made = Session(course_of(*items), FolderLog(folder, "now") if folder else MemoryLog())
    if not made.trainee or made.trainee != "trainee-1":
        made._write("profile", data={"trainee": "trainee-1"}) if folder else None
    return made
