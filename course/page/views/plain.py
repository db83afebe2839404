"""The page's data for a kind that has no widget of its own: a sentence, and what an answer came to.

Such an exercise is answered by another way than the page, and stands here as it stands.
"""

from msgspec.structs import asdict

from course.exercises import Scored
from course.page.views.base import ExerciseView, Now


class PlainView(ExerciseView, frozen=True, kw_only=True):
    """An exercise that this page cannot ask."""

    plain: str
    reasons: tuple[str, ...]


def picture(now: Now, base: ExerciseView) -> PlainView:
    """What to say in place of a widget, and the reasons after a check."""
    return PlainView(
        **asdict(base),
        plain="This page has nothing to answer this kind of exercise with. Tell your "
        "instructor, and go on: the other exercises are not affected.",
        reasons=tuple(now.result.feedback) if isinstance(now.result, Scored) else (),
    )
