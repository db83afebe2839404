"""What an instructor finds in the folder besides: three notebooks, of which two are pages."""

from collections.abc import Mapping

from course.lab.errors import CannotStart
from course.lessons import notebooks_folder
from course.lessons.build import PagePlace

MEASURE = "your-own-data.ipynb"
"""The notebook that measures a help desk: its name, here and in the folder."""
MARKING = "mark-replies.ipynb"
"""The notebook in which replies are marked: its name in the folder, which has a page called review
already."""
COHORT = "cohort.ipynb"
"""The notebook that shows how a cohort's exercises did."""
PAGES = (
    PagePlace(id="mark-replies", file=MARKING, title="Mark replies"),
    PagePlace(id="cohort", file=COHORT, title="How the exercises did"),
)
"""Those that the course view opens as pages of its own, and runs."""

_SOURCES = {MEASURE: MEASURE, MARKING: "review.ipynb", COHORT: COHORT}


def notebooks_for(record: Mapping[str, object], *, instructor: bool) -> dict[str, bytes]:
    """The notebooks for instructors, by name: where one asks now, or has asked before.

    Args:
        record: What was put into the folder before, by name.
        instructor: Whether an instructor asks.
    """
    if not instructor and not any(name in record for name in _SOURCES):
        return {}
    return {name: _read(source) for name, source in _SOURCES.items()}


def _read(source: str) -> bytes:
    path = notebooks_folder() / "instructors" / source
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotStart(
            f"An instructors' notebook cannot be read ({path}: {error.strerror}). Install the "
            "course again."
        ) from None
