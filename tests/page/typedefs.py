"""Which messages each room's page knows, written out: `python -m tests.page.typedefs`."""

from pathlib import Path

from course.desk.asked.widget import AskedFirst, AskedFirstView
from course.desk.bench.widget import Bench, BenchView
from course.desk.board.page import DashboardView
from course.desk.board.widget import About, Broken, Dashboard, OverTime
from course.desk.ending.widget import Ending, EndingView
from course.desk.home.widget import Home, HomeView
from course.desk.items.shown import CohortView
from course.desk.items.widget import CohortItems
from course.desk.marking.messages import MarkingView
from course.desk.marking.widget import Marking
from course.desk.messages import NamedGroup
from course.desk.preview.panel import Findings, FindingsView
from course.desk.review.panels import Onward, OnwardView, TopView
from course.desk.shift.messages import ShiftView
from course.desk.shift.widget import Shift
from course.desk.sliders.widget import Sliders, SlidersView
from course.page import Card, ExerciseWidget, Guide, HandIn, Hello
from course.page.card import CardView
from course.page.guide import GuideView
from course.page.handin import HandInView
from course.page.hello import HelloView
from course.page.messages import Done, Ground, Message, Refused
from course.page.typedefs import declare
from course.page.views.base import ExerciseView
from course.page.views.kinds import KINDS, PLAIN

ROOT = Path(__file__).parents[2]
DRAFTS = tuple({str(one.draft): one.draft for one in KINDS.values()}.values())


def page() -> str:
    """The exercises and the panels."""
    shown = [one.view for one in (*KINDS.values(), PLAIN)]
    views: list[type[Message]] = [ExerciseView, *shown, CardView, GuideView, HandInView, HelloView]
    asks = {
        "ExerciseAsks": {**ExerciseWidget.hears, "draft": DRAFTS},
        "CardAsks": Card.hears,
        "GuideAsks": Guide.hears,
        "HandInAsks": HandIn.hears,
        "HelloAsks": Hello.hears,
    }
    return declare([*views, Done, Refused, Ground], asks)


def desk() -> str:
    """The dashboard, the bench and the sliders."""
    sent: list[type[Message]] = [
        DashboardView,
        BenchView,
        SlidersView,
        ShiftView,
        EndingView,
        HomeView,
        MarkingView,
        CohortView,
        FindingsView,
        AskedFirstView,
        OnwardView,
        TopView,
        Done,
        Refused,
        Broken,
        OverTime,
        About,
    ]
    asks = {
        "DashboardAsks": Dashboard.hears,
        "BenchAsks": Bench.hears,
        "SlidersAsks": Sliders.hears,
        "ShiftAsks": Shift.hears,
        "EndingAsks": Ending.hears,
        "FindingsAsks": Findings.hears,
        "AskedFirstAsks": AskedFirst.hears,
        "HomeAsks": Home.hears,
        "MarkingAsks": Marking.hears,
        "CohortItemsAsks": CohortItems.hears,
        "OnwardAsks": Onward.hears,
    }
    return declare([*sent, NamedGroup], asks)


FILES = {
    ROOT / "course/page/static/messages.d.ts": page,
    ROOT / "course/desk/static/messages.d.ts": desk,
}

if __name__ == "__main__":
    for path, made in FILES.items():
        path.write_text(made(), encoding="utf-8", newline="\n")
