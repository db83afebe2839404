"""Who stays, who leaves, who comes back, and what that is worth."""

from typing import Any

from course.exercises.calculator import Arguments, Calculator, Table, needed


def _count(table: Table | None, arguments: Arguments, name: str) -> int:
    """A number of customers: given as it is, or as the label of a row with one number."""
    given = arguments[name]
    if isinstance(given, str):
        shown = needed(table)
        return int(shown.cell(given, shown.columns[1]))
    return int(given)


def _retention(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import retention_from_counts

    start, end, new = (_count(table, arguments, name) for name in ("start", "end", "new"))
    return retention_from_counts(start, end, new).value


def _new_counted(table: Table | None, arguments: Arguments) -> float:
    return 100 * _count(table, arguments, "end") / _count(table, arguments, "start")


def _of_the_end(table: Table | None, arguments: Arguments) -> float:
    """Those who stayed, of all who are there at the end."""
    end = _count(table, arguments, "end")
    return 100 * (end - _count(table, arguments, "new")) / end


def _churn(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import churn_from_counts

    return churn_from_counts(*(_count(table, arguments, name) for name in ("start", "lost"))).value


def _of_start_and_new(table: Table | None, arguments: Arguments) -> float:
    """All who left, new ones included, of all who were there at some time."""
    start, left, new = (_count(table, arguments, name) for name in ("start", "all_left", "new"))
    return 100 * left / (start + new)


def _all_who_left(table: Table | None, arguments: Arguments) -> float:
    """New ones who left again on top, and not below."""
    start, left = (_count(table, arguments, name) for name in ("start", "all_left"))
    return 100 * left / start


def _stayed(table: Table | None, arguments: Arguments) -> float:
    return 100 - _churn(table, arguments)


def _churn_over(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import churn_over

    return churn_over(float(arguments["rate"]), int(arguments.get("periods", 12)))


def _added_up(table: Table | None, arguments: Arguments) -> float:
    return float(arguments["rate"]) * int(arguments.get("periods", 12))


def _still_there(table: Table | None, arguments: Arguments) -> float:
    return 100 - _churn_over(table, arguments)


def _frame(table: Table | None, *dates: str) -> Any:
    import pandas as pd

    shown = needed(table)
    frame = pd.DataFrame(list(shown.rows), columns=list(shown.columns))
    for name in dates:
        frame[name] = pd.to_datetime(frame[name])
    return frame


def _repeat(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import Score, repeat_purchase

    frame = _frame(table, arguments["ordered"])
    given = {name: arguments[name] for name in ("customer", "ordered", "window", "until", "per")
             if name in arguments}  # fmt: skip
    score: Score = repeat_purchase(frame, **given)
    return score.value


def _orders_not_people(table: Table | None, arguments: Arguments) -> float:
    return _repeat(table, {**arguments, "per": "order"})


def _ever(table: Table | None, arguments: Arguments) -> float:
    """Everybody with a second order, however late."""
    people = needed(table).column(arguments["customer"])
    return 100 * sum(people.count(one) > 1 for one in set(people)) / len(set(people))


def _cltv(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import cltv

    given = {name: arguments[name] for name in
             ("customer", "amount", "lifespan", "periods", "margin", "method")
             if name in arguments}  # fmt: skip
    return cltv(_frame(table), **given).value


def _means_multiplied(table: Table | None, arguments: Arguments) -> float:
    """Each customer's own average purchase, averaged, times the average frequency."""
    return _cltv(table, {**arguments, "method": "product of means"})


def _one_year(table: Table | None, arguments: Arguments) -> float:
    return _cltv(table, {**arguments, "lifespan": 1})


def _one_purchase_a_year(table: Table | None, arguments: Arguments) -> float:
    """The average order times the years."""
    amounts = needed(table).column(arguments["amount"])
    return sum(map(float, amounts)) / len(amounts) * float(arguments["lifespan"])


def _both_years(table: Table | None, arguments: Arguments) -> float:
    """Frequency over the whole table taken for the frequency of one period."""
    return _cltv(table, {**arguments, "periods": 1})


CALCULATORS: dict[str, Calculator] = {
    "retention": Calculator(
        compute=_retention, slips={"new-counted": _new_counted, "of-the-end": _of_the_end}
    ),
    "churn": Calculator(
        compute=_churn,
        slips={
            "of-start-and-new": _of_start_and_new,
            "all-who-left": _all_who_left,
            "stayed": _stayed,
        },
    ),
    "churn-over": Calculator(
        compute=_churn_over, slips={"added-up": _added_up, "still-there": _still_there}
    ),
    "repeat-purchase": Calculator(
        compute=_repeat, slips={"orders-not-people": _orders_not_people, "ever": _ever}
    ),
    "cltv": Calculator(
        compute=_cltv,
        slips={
            "means-multiplied": _means_multiplied,
            "one-year": _one_year,
            "one-purchase-a-year": _one_purchase_a_year,
            "both-years": _both_years,
        },
    ),
}
"""By the name a key uses."""
