"""A scenario by its name, read when a test asks for it."""

import pytest

from course.scenarios import Scenario
from tests.scenarios.loading import scenario


@pytest.fixture(scope="module")
def case(request: pytest.FixtureRequest) -> Scenario:
    """The scenario that `parametrize("case", names, indirect=True)` names.

    All tests of a module that ask for it are run on one scenario before the next, which is walked
    through once for them: see `course.scenarios.exploration.outlook.KEPT`.
    """
    return scenario(request.param)
