"""The tables about running a desk. They are the same at any size, and change no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.generator.call_marks import call_marks
from course.company.generator.decisions import decisions
from course.company.generator.evenings import evening_trial
from course.company.generator.journeys import journeys
from course.company.generator.prizes import prize_months
from course.company.generator.team_weeks import team_weeks

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def running(world: World) -> dict[str, Table]:
    """What was tried with the desk, and what was kept about its channels and its people."""
    return {
        "evening-trial": evening_trial(world),
        "journeys": journeys(world),
        "decisions": decisions(world),
        "call-marks": call_marks(world),
        "team-weeks": team_weeks(world),
        "prize-months": prize_months(world),
    }
