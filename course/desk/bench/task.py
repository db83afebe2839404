"""One calculator on the bench: what it asks for, and what it is given."""

from collections.abc import Callable
from typing import NamedTuple

from course.desk.bench.fields import Column, Field
from course.desk.bench.outcome import Outcome
from course.desk.frames import Frame, Mask
from course.metrics import MetricsError


class Given(NamedTuple):
    """The rows and the choices that a calculator is to work with."""

    rows: Frame
    """The table narrowed down, in pandas."""
    whole: Frame
    """The table before."""
    chosen: Mask
    """A mask of `whole`: the rows that were kept."""
    narrowed: bool
    values: dict[str, str | bool]
    fields: tuple[Field, ...]

    def text(self, name: str) -> str:
        """What was chosen; empty where nothing was."""
        return str(self.values.get(name) or "")

    def tick(self, name: str) -> bool:
        """Whether something is to be done."""
        return self.values.get(name) is True

    def column(self, name: str) -> str:
        """The column for one thing that the calculator needs.

        Raises:
            MetricsError: where none was chosen.
        """
        column = self.text(name)
        if not column:
            label = next(one.label for one in self.fields if one.id == name)
            raise MetricsError(f"Choose a column for '{label}'.")
        return column

    def maybe(self, name: str) -> str | None:
        """The column for something that may be left out."""
        return self.text(name) or None

    def number(self, name: str) -> float:
        """A number that was written.

        Raises:
            MetricsError: where it is none.
        """
        text = self.text(name).strip().replace(",", ".").rstrip("%£ ").lstrip("£ ")
        try:
            return float(text)
        except ValueError:
            label = next(one.label for one in self.fields if one.id == name)
            raise MetricsError(f"'{label}' is a number, such as 2 or 0.5.") from None


class Task(NamedTuple):
    """One calculator."""

    id: str
    name: str
    table: str
    """The table that it is usually worked out on."""
    work: Callable[[Given], Outcome]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that it asks for."""
        return tuple(one for one in self.fields if isinstance(one, Column))
