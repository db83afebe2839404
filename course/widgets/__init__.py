"""The exercises on the page: what is drawn, what is kept, and what the trainee is told."""

from course.widgets.widget import ExerciseWidget

__all__ = ["ExerciseWidget"]
