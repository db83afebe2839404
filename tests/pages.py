"""Pages of a course that are not built from lessons, for tests of everything around them."""

from pathlib import Path

from course.lessons.build import Built, LessonPlace


def built(folder: Path, order: tuple[str, ...] = ("welcome", "complaints")) -> Built:
    """The notebooks that lie in a folder, as if a course of that order had been built."""
    names = [name for name in order if (folder / f"{name}.ipynb").is_file()]
    return Built(
        lessons=tuple(
            LessonPlace(
                id=name,
                file=f"{name}.ipynb",
                title=name.capitalize(),
                summary=f"What {name} is about.",
                minutes=1,
                stations=(),
            )
            for name in names
        ),
        notebooks={f"{name}.ipynb": (folder / f"{name}.ipynb").read_bytes() for name in names},
    )
