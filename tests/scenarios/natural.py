"""What colleagues would say at a decisive moment, written without sight of its lines."""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from tests.scenarios.loading import read_yaml

FILES = Path(__file__).parent / "said"
NONE = "none"


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """One colleague's words."""

    by: str
    """How this colleague writes: 'blunt', 'new', 'rules'."""
    text: str
    at: str = ""
    """The choice of the moment that does the same to the customer, or 'none'.
    Empty until somebody has placed it."""


class Natural(Struct, frozen=True, forbid_unknown_fields=True):
    """What several of them would say at one moment."""

    moment: str
    said: tuple[Said, ...]


def natural_names() -> list[str]:
    """The scenarios for which there are such lines, off the files."""
    return [path.stem for path in sorted(FILES.glob("*.yaml"))]


@cache
def natural(name: str) -> tuple[Natural, ...]:
    """The lines of one scenario."""
    return msgspec.convert(read_yaml(FILES / f"{name}.yaml"), tuple[Natural, ...])
