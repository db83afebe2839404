"""Columns that are neither dates nor answers: names, words, yes and no, numbers, lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.exports.columns.fields import Unit, fields
from course.exports.columns.mapping import UNIT_SECONDS, Mapping
from course.exports.questions import Ask, Question
from course.exports.values.answerers import by_machine
from course.exports.values.column import Column
from course.exports.values.lengths import seconds
from course.exports.values.numbers import decimal_comma, dots_unsure, number, unit_in
from course.exports.values.truths import truth
from course.exports.words import counted

if TYPE_CHECKING:
    import pandas as pd

Units = dict[str, Unit]


class Doubtful(ValueError):
    """A column that cannot be read for certain; the message says what would settle it."""


def read_column(
    column: Column, role: str, heading: str, mapping: Mapping, units: Units, separator: str,
    ask: Ask | None, told: list[str],
) -> pd.Series:  # fmt: skip
    """The cells of a column as what it is.

    Raises:
        Doubtful: If its numbers can be read in two ways, and nobody says which.
    """
    kind = fields()[role].kind
    if kind in ("words", "status") and column.few:
        return column.read(str, "category")
    if role == "customer" and column.few:
        return column.names()
    if kind in ("id", "person", "words", "status"):
        return column.words()
    if kind == "answerer":
        return column.read(lambda cell: by_machine(cell, heading), "boolean")
    if kind == "void":
        return _void(column, mapping.truths(role))
    if kind == "truth":
        return _truth(column, role, heading, mapping, told)
    comma = _comma(column, heading, mapping, separator, ask, told)
    if kind == "count":
        words = mapping.truths(role)
        return column.numbers(lambda cell: _count(cell, comma, words), small=True)
    unit = UNIT_SECONDS[units[role]] if role in units else unit_in(heading)
    names = mapping.lengths(role)
    read = column.numbers(lambda cell: seconds(cell, unit, comma, names))
    lost = [cell for cell in column.counts() if seconds(cell, unit, comma, names) is None]
    if lost:
        rows = sum(column.counts()[cell] for cell in lost)
        told.append(f"{heading!r}: {counted(rows, 'cell')} that hold no length of time left out")
    return read


def _truth(column: Column, role: str, heading: str, mapping: Mapping, told: list[str]) -> pd.Series:
    words = mapping.truths(role)
    counts = column.counts()
    unread = {cell: n for cell, n in counts.items() if truth(cell, words) is None}
    if unread:
        told.append(
            f"{heading!r}: {counted(sum(unread.values()), 'cell')} that say neither yes nor no "
            f"left out, such as {next(iter(unread))[:20]!r}; '{role}: {{words: {{…: yes}}}}' in a "
            "mapping file says what they mean"
        )
    return column.read(lambda cell: truth(cell, words), "boolean")


def _void(column: Column, words: dict[str, bool]) -> pd.Series:
    """Yes and no; where the cells are neither, such as the number of another case, a filled one."""

    def read(cell: str) -> bool:
        told = truth(cell, words)
        return True if told is None else told

    return column.read(read, "boolean")


def _count(cell: str, comma: bool, words: dict[str, bool]) -> float | None:
    told = number(cell, comma)
    if told is None and (yes := truth(cell, words)) is not None:
        return float(yes)
    return told


def _comma(
    column: Column, heading: str, mapping: Mapping, separator: str, ask: Ask | None,
    told: list[str],
) -> bool:  # fmt: skip
    """Whether numbers have a decimal comma, and dots part thousands."""
    if mapping.decimal:
        return mapping.decimal == "comma"
    cells = [cell for cell in column.values if cell]
    comma = decimal_comma(cells, separator)
    if not dots_unsure(cells):
        return comma
    one = next(cell for cell in cells if dots_unsure([cell]))
    whole = f"{number(one, comma=True):.0f}"
    if comma:
        told.append(f"{heading!r}: {one} is read as {whole}, with a dot between thousands")
        return True
    if ask is not None:
        question = Question(
            f"Every number with a dot in {heading!r} has three digits after it. Is {one} the whole "
            f"number {whole}, or {float(one):.3f} with decimals?",
            (("w", f"the whole number {whole}"), ("d", f"{float(one):.3f}, with decimals")),
            "",
            (heading,),
        )
        answer = ask(question)
        if answer in ("w", "d"):
            told.append(f"{heading!r}: {one} is read as {whole if answer == 'w' else one}")
            return answer == "w"
    raise Doubtful(
        f"{heading!r}: {one} may be {float(one):.3f} or {whole}, for every number with a dot has "
        "three digits after it; 'decimal: dot' or 'decimal: comma' in a mapping file settles it"
    )
