"""How far somebody is with an exercise and with a station: a word and a sign for each."""

from typing import Literal

State = Literal["open", "tried", "met"]
"""Of an exercise. `open`: nothing answered. `tried`: answered, not yet fully right, or a
conversation that is half played. `met`: the best try is right, or it waits for a person."""
StationState = Literal["open", "part", "met"]
"""Of a station. `part`: some of it is tried or met. `met`: all of it is, or it was tested out."""

SIGNS: dict[str, str] = {"open": "○", "tried": "◐", "part": "◐", "met": "●"}
"""A sign is never shown without its word."""
