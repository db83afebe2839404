"""The exercises on the page: what is drawn, what is kept, and what the trainee is told."""

from course.page.card import Card
from course.page.guide import Guide
from course.page.handin import HandIn
from course.page.hello import Hello
from course.page.widget import ExerciseWidget

__all__ = ["Card", "ExerciseWidget", "Guide", "HandIn", "Hello"]
