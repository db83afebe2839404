"""Figures from the company's whole records, of which a page could never show every row.

A key with the calculator `records` names a table, a period, a filter and a metric. The figures
are worked out when the exercise is loaded, by `settle`, so that marking needs no file.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from course.exercises.calculator import Arguments, Calculator, Compute, Table

Reader = Callable[[str], Any]
"""Gives a table of the records by its name, as a frame."""

TABLES = {
    "contacts": "opened",
    "surveys": "opened",
    "orders": "ordered",
    "customers": "joined",
    "consents": "given",
    "mail-trial": "bought_on",
    "trial-mails": "sent",
    "delivery-survey": "asked",
    "wording-trial": "asked",
    "help-visits": "opened",
    "feature-tips": "used_on",
    "assistant-chats": "opened",
    "care-plans": "started",
    "newcomers": "first_bought",
    "order-margins": "ordered",
    "phone-hours": "date",
    "evening-trial": "first_contact",
    "journeys": "date",
    "decisions": "date",
    "call-marks": "date",
    "team-weeks": "week",
    "prize-months": "month",
}
"""Tables a figure can come from, and the column that says when: a survey's is its contact's."""
_OTHERS: dict[str, tuple[str, ...]] = {
    "contacts": ("customers", "orders"),
    "surveys": ("contacts", "customers", "orders"),
    "customers": (),
    "trial-mails": ("mail-trial", "customers"),
    "delivery-survey": ("orders", "customers"),
    "wording-trial": ("orders", "customers"),
    "assistant-chats": ("contacts", "customers"),
    "order-margins": ("orders", "newcomers", "customers"),
    "phone-hours": (),
    "evening-trial": (),
    "journeys": (),
    "decisions": (),
    "call-marks": (),
    "team-weeks": (),
    "prize-months": (),
}
_ON = {
    "contacts": "contact_id",
    "customers": "customer_id",
    "orders": "order_id",
    "mail-trial": "customer_id",
    "newcomers": "customer_id",
}


def rows(reader: Reader, arguments: Arguments, *columns: str) -> Any:
    """The rows of a table in period and filter, as a frame.

    What is known of their contact, customer and order is beside them where `columns` or the
    filter names it.

    Args:
        reader: Gives a table by its name.
        arguments: As those of `measure`.
        columns: Other columns to have.

    Raises:
        KeyError, ValueError: where an argument is missing, or names what is not there.
    """
    import pandas as pd

    name = arguments["table"]
    if name not in TABLES:
        raise ValueError(f"there is no table '{name}'; use {', '.join(TABLES)}")
    frame, needed = reader(name), {TABLES[name], *arguments.get("where", {}), *columns}
    for other in _OTHERS.get(name, ("customers",)):
        if needed <= set(frame.columns):
            break
        more = reader(other)
        new = [column for column in more.columns if column not in frame.columns]
        frame = frame.merge(more[[_ON[other], *new]], on=_ON[other], how="left")
    if "period" in arguments:
        first, last = (date.fromisoformat(str(day)) for day in arguments["period"])
        when = frame[TABLES[name]]
        zone = when.dt.tz
        start = pd.Timestamp(first, tz=zone)
        frame = frame[(when >= start) & (when < pd.Timestamp(last + timedelta(days=1), tz=zone))]
    return frame[matching(frame, arguments.get("where", {}))]


def matching(frame: Any, where: dict[str, Any]) -> Any:
    """Which rows have the given values, or one of those given, in each column named.

    None is a blank cell.

    Raises:
        KeyError: where there is no such column.
    """
    kept = frame[frame.columns[0]].notna()
    for column, value in where.items():
        if column not in frame.columns:
            raise KeyError(f"there is no column '{column}'; there are {', '.join(frame.columns)}")
        values = value if isinstance(value, list) else [value]
        found = frame[column].isin([one for one in values if one is not None])
        kept &= found | frame[column].isna() if None in values else found
    return kept


def measure(reader: Reader, arguments: Arguments) -> float:
    """One figure from the records.

    Args:
        reader: Gives a table by its name.
        arguments: `table`; `metric`, one of csat, mean (of satisfaction), nps, ces, share, count,
            sum, average (of pounds, hours and the like, which are no ratings); `column`, the one
            that is added up or averaged, or the one with the answers where csat and mean are not
            of satisfaction; and where wanted `period`, the first and the last day;
            `where`, values by column;
            for `share` also `of`, the values that count, in per cent of all rows; `blanks` to
            divide satisfied answers by all who were asked.

    Raises:
        KeyError, ValueError: where an argument is missing, or names what is not there.
    """
    return figure(rows(reader, arguments, *arguments.get("of", {})), arguments)


def figure(frame: Any, arguments: Arguments) -> float:
    """One figure from rows already chosen; see `measure`."""
    metric = arguments["metric"]
    if metric == "count":
        return float(len(frame))
    if frame.empty:
        raise ValueError("no row matches")
    if metric == "sum":
        return float(frame[arguments["column"]].sum())
    if metric == "average":
        return float(frame[arguments["column"]].mean())
    if metric == "share":
        return 100 * float(matching(frame, arguments["of"]).mean())
    return _score(frame, metric, arguments)


def _score(frame: Any, metric: str, arguments: Arguments) -> float:
    """A score of the survey's answers."""
    from course.metrics import ces, csat, nps

    answers = arguments.get("column") or "satisfaction"
    if metric == "csat" and arguments.get("blanks"):
        return 100 * float(frame[answers].ge(4).fillna(False).mean())
    if metric == "csat":
        return csat(frame[answers]).value
    if metric == "mean":
        return csat(frame[answers], measure="mean").value
    if metric == "nps":
        return nps(frame["recommend"]).value
    if metric == "ces":
        return ces(frame["ease"], high="easy").value
    raise ValueError(
        f"there is no metric '{metric}'; use csat, mean, nps, ces, share, count, sum or average"
    )


def _without(name: str) -> Callable[[Reader, Arguments], float]:
    def compute(reader: Reader, arguments: Arguments) -> float:
        return measure(reader, {key: one for key, one in arguments.items() if key != name})

    return compute


def _instead(**changes: Any) -> Callable[[Reader, Arguments], float]:
    def compute(reader: Reader, arguments: Arguments) -> float:
        return measure(reader, {**arguments, **changes})

    return compute


def _mean_as_percent(reader: Reader, arguments: Arguments) -> float:
    return 100 * measure(reader, {**arguments, "metric": "mean"}) / 5


def _other_period(reader: Reader, arguments: Arguments) -> float:
    return measure(reader, {**arguments, "period": arguments["other_period"]})


def _promoters_only(reader: Reader, arguments: Arguments) -> float:
    answers = rows(reader, arguments)["recommend"].dropna()
    return 100 * float(answers.ge(9).mean())


_SLIPS: dict[str, Callable[[Reader, Arguments], float]] = {
    "whole-time": _without("period"),
    "everybody": _without("where"),
    "other-period": _other_period,
    "blanks-counted": _instead(blanks=True),
    "mean-as-percent": _mean_as_percent,
    "promoters-only": _promoters_only,
}


def settle(arguments: Arguments, slips: list[str], reader: Reader) -> Arguments:
    """The arguments with the figure and that of each named slip worked out.

    Raises:
        KeyError, ValueError: as `measure`.

    >>> import pandas as pd
    >>> people = pd.DataFrame({"customer_id": ["a", "b"], "region": ["Wales", "London"]})
    >>> orders = pd.DataFrame({"order_id": [1, 2, 3], "customer_id": ["a", "b", "b"]})
    >>> reader = {"customers": people, "orders": orders}.__getitem__
    >>> asked = {"table": "orders", "metric": "count", "where": {"region": "London"}}
    >>> settled = settle(asked, ["everybody"], reader)
    >>> settled["found"], settled["slipped"]
    (2.0, {'everybody': 3.0})
    """
    wrong = {name: _SLIPS[name](reader, arguments) for name in slips if name in _SLIPS}
    return {**arguments, "found": measure(reader, arguments), "slipped": wrong}


def _found(table: Table | None, arguments: Arguments) -> float:
    return float(arguments["found"])


def _slipped(name: str) -> Compute:
    return lambda table, arguments: float(arguments["slipped"][name])


CALCULATORS: dict[str, Calculator] = {
    "records": Calculator(compute=_found, slips={name: _slipped(name) for name in _SLIPS})
}
"""By the name a key uses."""
