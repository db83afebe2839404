"""Each shipped world, written once for all tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from course.lessons import Course, load_course
from course.worlds import Made, make, shipped
from course.worlds.world import HERE


class Written(NamedTuple):
    """A world as it was written."""

    made: Made
    folder: Path
    course: Course


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Written]:
    """Every shipped world, by its name."""
    folder = tmp_path_factory.mktemp("worlds")
    made = {name: make(HERE / name, folder / name) for name in shipped()}
    return {
        name: Written(made[name], folder / name, load_course(folder / name)) for name in shipped()
    }
