"""Shares from a table of counts, in which each row begins with its label."""

from course.exercises.calculator import Arguments, Calculator, Table, needed


def _share(table: Table | None, row: str, part: str, whole: str) -> float:
    shown = needed(table)
    return 100 * shown.cell(row, part) / shown.cell(row, whole)


def _rate(table: Table | None, arguments: Arguments) -> float:
    """`part` of `whole`, two columns of one row, in per cent."""
    return _share(table, arguments["row"], arguments["part"], arguments["whole"])


def _other_whole(table: Table | None, arguments: Arguments) -> float:
    return _rate(table, {**arguments, "whole": arguments["other_whole"]})


def _all_rows(table: Table | None, arguments: Arguments) -> float:
    shown = needed(table)
    part, whole = (sum(map(float, shown.column(arguments[one]))) for one in ("part", "whole"))
    return 100 * part / whole


def _of_the_parts(table: Table | None, arguments: Arguments) -> float:
    """How much of all that was found lies in this row: base and part exchanged."""
    shown = needed(table)
    part = arguments["part"]
    return 100 * shown.cell(arguments["row"], part) / sum(map(float, shown.column(part)))


def _change(table: Table | None, arguments: Arguments) -> float:
    """From the share in the row `first` to that in the row `second`, in percentage points."""
    first, second = (
        _share(table, arguments[row], arguments["part"], arguments["whole"])
        for row in ("first", "second")
    )
    return second - first


def _change_turned(table: Table | None, arguments: Arguments) -> float:
    return -_change(table, arguments)


def _relative(table: Table | None, arguments: Arguments) -> float:
    """The change in per cent of the first share."""
    first = _share(table, arguments["first"], arguments["part"], arguments["whole"])
    return 100 * _change(table, arguments) / first


def _in_numbers(table: Table | None, arguments: Arguments) -> float:
    """The change of the counts, whatever they are out of."""
    shown = needed(table)
    part = arguments["part"]
    return shown.cell(arguments["second"], part) - shown.cell(arguments["first"], part)


CALCULATORS: dict[str, Calculator] = {
    "rate": Calculator(
        compute=_rate,
        slips={"other-whole": _other_whole, "all-rows": _all_rows, "of-the-parts": _of_the_parts},
    ),
    "change": Calculator(
        compute=_change,
        slips={"turned-round": _change_turned, "relative": _relative, "in-numbers": _in_numbers},
    ),
}
"""By the name a key uses."""
