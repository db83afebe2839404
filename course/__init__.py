"""Customer care, practised on customers that react and measured honestly.

from course import lesson
complaints = lesson("complaints")
complaints["first-words"]                       # shows the exercise
complaints["first-words"].answer(["say-back"])  # the same without a widget
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.roof import (
        Activity,
        LessonDesk,
        bench,
        cohort,
        dashboard,
        guide,
        hand_in,
        hello,
        home,
        how_many_to_ask,
        lesson,
        marking,
        preview,
        review,
        shift_day,
        what_if,
    )

__all__ = [
    "Activity",
    "LessonDesk",
    "bench",
    "cohort",
    "dashboard",
    "guide",
    "hand_in",
    "hello",
    "home",
    "how_many_to_ask",
    "lesson",
    "marking",
    "preview",
    "review",
    "shift_day",
    "what_if",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # Lazily, so that `import course` costs nothing until something is asked for.
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("course.roof"), name)
    raise AttributeError(f"module 'course' has no attribute '{name}'")
