"""One small exercise of each kind that marks by rule or goes to review, built in code."""

from course.exercises import Criterion
from course.exercises.base import Option
from course.exercises.calculators import Table
from course.exercises.choice import Choice, ChoiceKey
from course.exercises.number import Number, NumberKey
from course.exercises.rank import Rank, RankKey
from course.exercises.reply import Reply, ReplyKey
from course.exercises.sort import Sort, SortKey


def options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id=one, text=f"Text of {one}") for one in ids)


def because(*ids: str) -> dict[str, str]:
    return {one: f"Reason of {one}" for one in ids}


ONE = Choice(id="one", title="One", prompt="Which?", covers=(), options=options("a", "b", "c"))
ONE_KEY = ChoiceKey(worth={"a": 1.0, "b": 0.5}, because=because("a", "b", "c"))

SEVERAL = Choice(
    id="several",
    title="Several",
    prompt="Which ones?",
    covers=(),
    select="several",
    options=options("a", "b", "c", "d"),
)
SEVERAL_KEY = ChoiceKey(worth={"a": 1.0, "b": 1.0}, because=because("a", "b", "c", "d"))

SORT = Sort(
    id="sort",
    title="Sort",
    prompt="Where?",
    covers=(),
    items=options("x", "y", "z"),
    headings=options("left", "right"),
)
SORT_KEY = SortKey(
    belongs={"x": "left", "y": "right", "z": ("left", "right")}, because=because("x", "y", "z")
)

RANK = Rank(id="rank", title="Rank", prompt="Order?", covers=(), items=options("p", "q", "r", "s"))
RANK_KEY = RankKey(order=("p", ("q", "r"), "s"), because=because("p", "q", "r", "s"))

RATINGS = Table(
    columns=("customer", "rating"),
    rows=tuple((f"c{n}", rating) for n, rating in enumerate((10, 9, 9, 8, 7, 7, 6, 3, 10, None))),
)
NUMBER = Number(
    id="number", title="Number", prompt="NPS?", covers=(), table=RATINGS, low=-100, high=100
)
NUMBER_KEY = NumberKey(
    calculator="nps",
    arguments={"ratings": "rating"},
    because="Four promoters less two detractors, over nine answers.",
    slips={
        "passives-as-promoters": "You counted passives as promoters.",
        "six-is-passive": "You counted 6 as passive.",
    },
)

REPLY = Reply(
    id="reply",
    title="Reply",
    prompt="Write.",
    covers=(),
    says="The lamp flickers.",
    problem_terms=("lamp",),
)
REPLY_KEY = ReplyKey(
    rubric=(Criterion(id="ack", text="Says the lamp back", points=1, move="acknowledge"),),
    model="I'm sorry the lamp flickers. I'll send a new one today.",
    because="The lamp is named before anything is offered.",
)

ALL = (
    ("choice", ONE, ONE_KEY),
    ("choice", SEVERAL, SEVERAL_KEY),
    ("sort", SORT, SORT_KEY),
    ("rank", RANK, RANK_KEY),
    ("number", NUMBER, NUMBER_KEY),
    ("reply", REPLY, REPLY_KEY),
)
