"""Tables of pandas, which this room is given and does not import."""

from typing import Any, TypeAlias

Frame: TypeAlias = Any
"""A table: a DataFrame."""
Column: TypeAlias = Any
"""One column of it: a Series."""
Mask: TypeAlias = Any
"""Which rows of it are meant: a Series of yes and no."""
