"""The page's data for a kind that has no widget of its own: a sentence, and what an answer came to.

Such an exercise is answered by another way than the page, and stands here as it stands.
"""

from course.exercises import Scored
from course.page.views.base import Now, View


def picture(now: Now) -> View:
    """What to say in place of a widget, and the reasons after a check."""
    return {
        "plain": "This page has nothing to answer this kind of exercise with. Tell your "
        "instructor, and go on: the other exercises are not affected.",
        "reasons": list(now.result.feedback) if isinstance(now.result, Scored) else [],
    }
