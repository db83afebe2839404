"""Pages that are no exercise: home, the review, the dashboard, the bench, tools with sliders."""

from course.desk.asking import HowManyToAsk
from course.desk.bench.widget import Bench
from course.desk.board.widget import Dashboard
from course.desk.ending.widget import Ending
from course.desk.home.widget import Home
from course.desk.review.widget import Review

__all__ = ["Bench", "Dashboard", "Ending", "Home", "HowManyToAsk", "Review"]
