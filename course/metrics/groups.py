"""One result a group: what ``by=`` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.frames import how_many, key_order, one_row, plain, whole
from course.metrics.tabular import Tabular

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

By = str | Sequence[str]
"""The name of the column that makes the groups, or a list of names."""

R = TypeVar("R", bound=Tabular)
T = TypeVar("T")


@dataclass(frozen=True)
class Groups(Mapping[Any, R], Tabular, Generic[R]):
    """The results of all groups, in order: a mapping from the group to its result.

    The key is the group's value where one column was named, a tuple where a list was; a blank
    group is called ``None``.

    Attributes:
        by: The columns that make the groups.
        results: The result of each group that has one.
        without: Why each other group has none.
    """

    by: tuple[Any, ...]
    results: Mapping[Any, R]
    without: Mapping[Any, str] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, group: Any) -> R:
        """The result of one group."""
        if group not in self.results and group in self.without:
            raise KeyError(f"{group!r}: {self.without[group]}")
        return self.results[group]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __str__(self) -> str:
        """One line a group."""
        lines = [f"{self._name(group)}: {result}" for group, result in self.results.items()]
        return "\n".join([*lines, *self.footnotes()])

    def rows(self) -> list[dict[str, Any]]:
        """A row a group: the group, then its result; a group without one has blanks."""
        found = [{**self._parts(group), **one.rows()[0]} for group, one in self.results.items()]
        names = list(found[0]) if found else list(self.by)
        blank = dict.fromkeys(names)
        without = [{**blank, **self._parts(group)} for group in self.without]
        return found + without

    def caption(self) -> str:
        """What was worked out, and for which groups."""
        first = next(iter(self.results.values()), None)
        what = first.caption() if first is not None else "Nothing"
        return f"{what}, by {' and '.join(map(str, self.by))}"

    def footnotes(self) -> tuple[str, ...]:
        """The groups that have no result, and why."""
        return tuple(f"{self._name(group)}: none. {why}" for group, why in self.without.items())

    def _parts(self, group: Any) -> dict[str, Any]:
        parts = group if isinstance(group, tuple) and len(group) == len(self.by) else (group,)
        return {str(name): part for name, part in zip(self.by, parts, strict=True)}

    def _name(self, group: Any) -> str:
        parts = self._parts(group).values()
        return ", ".join("(blank)" if part is None else str(part) for part in parts)


def roles_of(by: By | None, frame: Any) -> dict[str, Any]:
    """The columns that make the groups, under the names that the calculators use for them."""
    if by is None:
        return {}
    names = [by] if isinstance(by, (str, int)) else by
    if not isinstance(names, (list, tuple)) or not names:
        raise MetricsError(
            f"by is the name of a column that makes the groups, or a list of them, not {shown(by)}."
        )
    return {f"by {place}": name for place, name in enumerate(names)}


def tally(
    frame: nw.LazyFrame[Any],
    by: Sequence[str],
    truths: Mapping[str, nw.Expr],
    totals: Mapping[str, nw.Expr] | None = None,
) -> tuple[dict[tuple[Any, ...], dict[str, int]], dict[str, Any]]:
    """Count the rows of each group, and those where something is true.

    Args:
        frame: Rows.
        by: Columns that make the groups. Without any there is one group, called ``()``, even if
            there is no row; the frame is then read once.
        truths: What is counted, under names.
        totals: Further figures of the frame as a whole, under names.

    Returns:
        The counts of each group, with all of its ``rows``; and the totals.
    """
    import narwhals.stable.v2 as nw

    more = dict(totals or {})
    names = ["rows", *truths]
    if not by:
        # As numbers a truth takes eight times the room, and pandas needs none.
        count = nw.Expr.sum if frame.implementation.is_pandas() else how_many
        ones = {name: count(truth) for name, truth in truths.items()}
        row = one_row(frame, rows=nw.len(), **ones, **more)
        return {(): {name: whole(row[name]) for name in names}}, {name: row[name] for name in more}
    each = {name: truth.cast(nw.Int64) for name, truth in truths.items()}
    sums = [nw.len().alias("rows"), *(nw.col(name).sum() for name in truths)]
    table = frame.select(*by, **each).group_by(*by).agg(*sums).collect()
    found: dict[tuple[Any, ...], dict[str, int]] = {}
    for cells in table.select(*by, *names).iter_rows():
        group = tuple(map(plain, cells[: len(by)]))
        counts = found.setdefault(group, dict.fromkeys(names, 0))
        for name, number in zip(names, cells[len(by) :], strict=True):
            counts[name] += whole(number)
    return found, one_row(frame, **more) if more else {}


def by_group(
    by: By | None, roles: Mapping[str, Any], parts: Mapping[tuple[Any, ...], T],
    score: Callable[[T], R],
) -> R | Groups[R]:  # fmt: skip
    """Score the only part, or every part in the order of the groups."""
    if by is None:
        return score(parts[()])
    results: dict[Any, R] = {}
    without: dict[Any, str] = {}
    for group in sorted(parts, key=lambda group: [key_order(part) for part in group]):
        key = group[0] if isinstance(by, (str, int)) else group
        try:
            results[key] = score(parts[group])
        except MetricsError as error:
            without[key] = str(error)
    return Groups(tuple(roles.values()), MappingProxyType(results), MappingProxyType(without))
