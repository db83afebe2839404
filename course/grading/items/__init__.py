"""Items: how each exercise did, how far a mark can be trusted, and what stands behind a figure."""

from course.grading.items.alpha import Alpha, alpha
from course.grading.items.answered import (
    ANSWERED,
    Answered,
    AnsweredTally,
    Asked,
    Offered,
    Taken,
    decode,
    encode,
)
from course.grading.items.first_tries import ENOUGH, ItemReport, ItemTally, items, lost
from course.grading.items.gain import Gain, gain
from course.grading.items.groups import Apart, GroupStudy, groups
from course.grading.items.lines import LineTaken, lines_taken
from course.grading.items.made_up import made_up
from course.grading.items.narrowed import narrowed
from course.grading.items.roads import Leaving, Roads, roads
from course.grading.items.study import ItemStudy, Study, study
from course.grading.items.when import Effect, effects

__all__ = [
    "ANSWERED",
    "ENOUGH",
    "Alpha",
    "Answered",
    "AnsweredTally",
    "Apart",
    "Asked",
    "Effect",
    "Gain",
    "GroupStudy",
    "ItemReport",
    "ItemStudy",
    "ItemTally",
    "Leaving",
    "LineTaken",
    "Offered",
    "Roads",
    "Study",
    "Taken",
    "alpha",
    "decode",
    "effects",
    "encode",
    "gain",
    "groups",
    "items",
    "lines_taken",
    "lost",
    "made_up",
    "narrowed",
    "roads",
    "study",
]
