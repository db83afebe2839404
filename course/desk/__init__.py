"""Pages that are no exercise: home, the review, the dashboard, the bench, tools with sliders."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.desk.bench.widget import Bench
    from course.desk.board.widget import Dashboard
    from course.desk.ending.widget import Ending
    from course.desk.home.widget import Home
    from course.desk.items.widget import CohortItems
    from course.desk.marking.widget import Marking
    from course.desk.review.widget import Review
    from course.desk.shift.widget import Shift
    from course.desk.sliders import TOOLS, Sliders

__all__ = [
    "TOOLS", "Bench", "CohortItems", "Dashboard", "Ending", "Home", "Marking", "Review", "Shift",
    "Sliders",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """A page's code when it is asked for: who opens home waits for no dashboard."""
    found: Any
    match name:
        case "Bench":
            from course.desk.bench.widget import Bench as found
        case "CohortItems":
            from course.desk.items.widget import CohortItems as found
        case "Dashboard":
            from course.desk.board.widget import Dashboard as found
        case "Ending":
            from course.desk.ending.widget import Ending as found
        case "Home":
            from course.desk.home.widget import Home as found
        case "Marking":
            from course.desk.marking.widget import Marking as found
        case "Review":
            from course.desk.review.widget import Review as found
        case "Shift":
            from course.desk.shift.widget import Shift as found
        case "Sliders":
            from course.desk.sliders import Sliders as found
        case "TOOLS":
            from course.desk.sliders import TOOLS as found
        case _:
            raise AttributeError(f"course.desk has no {name!r}")
    return found
