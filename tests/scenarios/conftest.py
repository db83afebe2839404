"""A scenario by its name, read when a test asks for it."""

import pytest

from course.scenarios import Scenario
from tests.scenarios.loading import scenario


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Scenario:
    """The scenario that `parametrize("case", names, indirect=True)` names."""
    return scenario(request.param)
