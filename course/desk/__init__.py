"""Pages that are no exercise: the dashboard, the bench and the tools with sliders."""

from course.desk.asking import HowManyToAsk
from course.desk.bench.widget import Bench
from course.desk.board.widget import Dashboard

__all__ = ["Bench", "Dashboard", "HowManyToAsk"]
