"""What keeping one customer cost, where some had something and others, drawn by lot, had not."""

from course.exercises.calculator import Arguments, Calculator, Table, needed


def _cell(table: Table | None, arguments: Arguments, name: str) -> float:
    return needed(table).cell(arguments["row"], arguments[name])


def _spent(table: Table | None, arguments: Arguments) -> float:
    """All the money: once, and for each who had it."""
    each = _cell(table, arguments, "each") * _cell(table, arguments, "treated")
    return each + _cell(table, arguments, "once")


def _kept(table: Table | None, arguments: Arguments) -> float:
    """How many stayed because of it: those who would have left at the rate of the others."""
    others = _cell(table, arguments, "control_left") / _cell(table, arguments, "control")
    treated = _cell(table, arguments, "treated")
    return others * treated - _cell(table, arguments, "treated_left")


def _per_kept(table: Table | None, arguments: Arguments) -> float:
    return _spent(table, arguments) / _kept(table, arguments)


def _all_who_stayed(table: Table | None, arguments: Arguments) -> float:
    """Divided by everybody who stayed, with it or without."""
    treated = _cell(table, arguments, "treated")
    return _spent(table, arguments) / (treated - _cell(table, arguments, "treated_left"))


def _all_who_had_it(table: Table | None, arguments: Arguments) -> float:
    return _spent(table, arguments) / _cell(table, arguments, "treated")


def _without_the_once(table: Table | None, arguments: Arguments) -> float:
    """What is paid once left out."""
    once = _cell(table, arguments, "once")
    return (_spent(table, arguments) - once) / _kept(table, arguments)


CALCULATORS: dict[str, Calculator] = {
    "price-of-one-kept": Calculator(
        compute=_per_kept,
        slips={
            "all-who-stayed": _all_who_stayed,
            "all-who-had-it": _all_who_had_it,
            "without-the-once": _without_the_once,
        },
        advice="Divide all the money by those who stayed because of it, and by nobody else.",
    )
}
"""By the name a key uses."""
