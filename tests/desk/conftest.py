"""The desk's tools are tried on the same stage as the exercises."""

from tests.page.conftest import stage

__all__ = ["stage"]
