"""The exercises on the page: what is drawn, what is kept, and what the trainee is told."""

from course.widgets.asking import HowManyToAsk
from course.widgets.bench.widget import Bench
from course.widgets.board.widget import Dashboard
from course.widgets.card import Card
from course.widgets.handin import HandIn
from course.widgets.hello import Hello
from course.widgets.widget import ExerciseWidget

__all__ = ["Bench", "Card", "Dashboard", "ExerciseWidget", "HandIn", "Hello", "HowManyToAsk"]
