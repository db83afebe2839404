"""The pages that are laid out: those of the course, or of somebody's own content."""

from pathlib import Path

from course.lab.errors import CannotStart
from course.lessons import ContentError, load_course
from course.lessons.build import Built, build


def build_pages(content: Path | None = None) -> Built:
    """Build every page that can be built.

    Of content of one's own every exercise is tried too, for nobody may have tried it before.
    Raises ``CannotStart`` where nothing says which lessons there are.
    """
    try:
        return build(load_course(content, forgiving=True), check_exercises=content is not None)
    except ContentError as error:
        raise CannotStart(f"The lessons cannot be opened: {error}") from None
