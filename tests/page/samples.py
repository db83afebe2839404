# ruff: noqa: E501  a sentence that somebody says stays on one line
"""One exercise of each kind, small and about nothing in the lessons, and sessions to play them in."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from course.answers import SCHEMA, Entry, MemoryLog, Profile, Session
from course.exercises import Criterion, Item, kind
from course.exercises.base import Option
from course.exercises.calculators import Table
from course.exercises.choice import Choice, ChoiceKey
from course.exercises.dialogue import Dialogue, DialogueKey
from course.exercises.number import Number, NumberKey
from course.exercises.rank import Rank, RankKey
from course.exercises.reply import Reply, ReplyKey
from course.exercises.sort import Sort, SortKey
from course.page import ExerciseWidget
from course.scenarios import SMALL, SMALL_RULES, apply_rules
from course.scenarios.definition import Rubric

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


WHOSE_MOVE = Item(
    kind=kind("sort"),
    exercise=Sort(
        id="whose-move",
        title="What does each sentence do?",
        prompt="Four sentences from one call about a fridge. Put each where it belongs.",
        covers=("RES-4",),
        hints=("Ask of each: does it look back at her, or forward to the fridge?",),
        items=(
            Option("warm", "A fridge that warms up overnight, with insulin in the door."),
            Option("sorry", "I'm sorry you've been up since four with it."),
            Option("van", "The van is with you before noon, and I've written that on the order."),
            Option("mine", "This one is mine until it hums."),
        ),
        headings=(
            Option("acknowledge", "Acknowledges"),
            Option("apologise", "Apologises"),
            Option("act", "Acts"),
        ),
    ),
    key=SortKey(
        belongs={"warm": "acknowledge", "sorry": "apologise", "van": "act", "mine": "act"},
        because={
            "warm": "It says her problem back, with the part that makes it urgent.",
            "sorry": "It is sorry for the night she had, not for a fault.",
            "van": "It names a time and where it is written.",
            "mine": "It takes the case on, which is the first thing she can rely on.",
        },
    ),
)
ORDER = Item(
    kind=kind("rank"),
    exercise=Rank(
        id="order",
        title="In which order?",
        prompt="A tenant's boiler is out. Put the four lines in the order you would say them.",
        covers=("RES-13",),
        first="Say this first",
        last="Say this last",
        items=(
            Option("hear", "No heat since Sunday, with the baby in two jumpers."),
            Option("sorry", "I'm sorry it took three calls to get to me."),
            Option("fix", "An engineer is at your door between two and four."),
            Option("ring", "I'll ring at five to hear whether it's warm."),
        ),
    ),
    key=RankKey(
        order=("hear", "sorry", "fix", "ring"),
        because={
            "hear": "Until she knows you have it right, nothing else lands.",
            "sorry": "A sorry needs something to be sorry for, so it comes second.",
            "fix": "Now she can listen to times.",
            "ring": "It closes the loop, once there is a loop.",
        },
    ),
)
WAITED = Item(
    kind=kind("number"),
    exercise=Number(
        id="waited",
        title="How long did people wait?",
        prompt="Seven complaints from one morning. What is the **median** wait?",
        covers=("RES-11",),
        unit="hours",
        decimals=1,
        low=0,
        high=200,
        table=Table(
            caption="Complaints of 3 March",
            columns=("complaint", "by", "waited"),
            rows=(
                ("scratched hob", "chat", 2.5),
                ("two left shoes", "e-mail", 31),
                ("wrong paint", "phone", 1),
                ("no refund", "e-mail", 96.5),
                ("late sofa", "phone", 4),
                ("missing hinge", "chat", 3),
                ("torn curtain", "e-mail", 26),
            ),
        ),
    ),
    key=NumberKey(
        calculator="median",
        arguments={"hours": "waited"},
        because="Sorted, the fourth of seven is 4 hours: half waited no longer.",
        slips={
            "mean": "That is the mean. One wait of 96.5 hours pulls it up. Sort, and take the middle one."
        },
    ),
)
PROMISE = Item(
    kind=kind("reply"),
    exercise=Reply(
        id="promise",
        title="Answer her",
        prompt="Write what you would say, in your own words.",
        covers=("RES-5",),
        said_by="Marisol Vega, chat",
        says="The bed arrived with one leg. One. I sleep on the sofa with my back until when, exactly?",
        problem_terms=("bed", "leg", "sofa", "back"),
        at_least=6,
    ),
    key=ReplyKey(
        rubric=(
            Criterion(id="ack", text="Says her problem back", points=1, move="acknowledge"),
            Criterion(id="sorry", text="Is sorry for it", points=1, move="apologise"),
            Criterion(id="when", text="Says when", points=1, move="set_time"),
            Criterion(id="tone", text="Sounds like a person", points=1),
        ),
        model="A bed on one leg, and you on the sofa. I'm sorry. I'll send the other three by courier, with you tomorrow by ten.",
        because="It answers 'until when', which is what she asked.",
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


ALL = (FIRST_WORDS, SIGNS, WHOSE_MOVE, ORDER, WAITED, PROMISE, BROKEN_MUG)


def course_of(*items: Item) -> Any:
    """Content that holds these exercises and nothing else."""
    return SimpleNamespace(find={one.id: one for one in items}.get)


class Steady(MemoryLog):
    """A log in memory whose trainee never changes, so that orders are the same in every run."""

    def __init__(self, *, saved: bool = True) -> None:
        super().__init__()
        self.saved = saved
        self.refuses = False
        self.append(Profile(v=SCHEMA, at=AT, prev="", trainee="t-1"))

    def append(self, record: Entry) -> None:
        """Keeps a record, or refuses it as a full disk would."""
        if getattr(self, "refuses", False):
            raise OSError(28, "No space left on device")
        super().append(record)


AT = "2026-03-03T09:00:00.000000Z"


def session(log: Any = None, items: tuple[Item, ...] = ALL) -> Session:
    """A session over these exercises, called saved although it lives in memory."""
    return Session(course_of(*items), log or Steady())


def widget(item: Item, within: Session | None = None) -> ExerciseWidget:
    """A widget whose clock stands at two minutes past two."""
    return ExerciseWidget(item, within or session(), lambda: datetime(2026, 3, 3, 14, 2))
