"""The base of all parts of the settings."""

from __future__ import annotations

from msgspec import Struct


class Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a settings file; a field that nobody knows is refused."""
