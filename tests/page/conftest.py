"""Opens pages for widgets."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.page.harness import Stage


@pytest.fixture
def stage(chromium: Any) -> Iterator[Callable[..., Stage]]:
    """Opens a page for widgets; `light` and `width` as wanted."""
    pages = []

    def open_stage(*, light: bool = True, width: int = 1280, **options: Any) -> Stage:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        page = context.new_page()
        pages.append((page, context))
        page.set_default_timeout(5000)
        return Stage(page, light=light)

    yield open_stage
    for page, context in pages:
        page.close()
        context.close()
