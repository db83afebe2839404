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

    @property
    def course(self) -> Course:
        return load_course(self.folder)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Written]:
    """Every shipped world, by its name."""
    folder = tmp_path_factory.mktemp("worlds")
    return {name: Written(make(HERE / name, folder / name), folder / name) for name in shipped()}
