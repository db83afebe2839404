"""The calculators a `number` key may name, each with the slips people make with it.

A calculator reads columns of the exercise's own table, or numbers given as arguments.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from course.exercises import agreement, averages, interventions, kano, loyalty, records, shares
from course.exercises.calculator import Arguments, Calculator, Compute, Table

__all__ = ["CALCULATORS", "Arguments", "Calculator", "Compute", "Table"]


def _ratings(table: Table | None, arguments: Arguments) -> list[Any]:
    """Ratings from a column, or from counts given as ``counts: {5: 42, 4: 32}``."""
    if "counts" in arguments:
        return [int(value) for value, n in arguments["counts"].items() for _ in range(int(n))]
    if table is None:
        raise ValueError("there is neither a table nor counts")
    if "count" in arguments:
        found = averages.counted(table, arguments)
        return [rating for rating, n in found.items() for _ in range(n)]
    return table.column(arguments["ratings"])


def _valid(table: Table | None, arguments: Arguments) -> list[float]:
    return [float(one) for one in _ratings(table, arguments) if one is not None]


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _csat(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import csat

    scale = tuple(arguments.get("scale", (1, 5)))
    return float(csat(_ratings(table, arguments), scale=(scale[0], scale[1])).value)


def _mean_as_percent(table: Table | None, arguments: Arguments) -> float:
    values = _valid(table, arguments)
    top = tuple(arguments.get("scale", (1, 5)))[1]
    return 100 * sum(values) / len(values) / float(top)


def _blanks_counted(table: Table | None, arguments: Arguments) -> float:
    values, top = _valid(table, arguments), tuple(arguments.get("scale", (1, 5)))[1]
    return _percent(sum(one >= top - 1 for one in values), len(_ratings(table, arguments)))


def _top_box_only(table: Table | None, arguments: Arguments) -> float:
    values, top = _valid(table, arguments), tuple(arguments.get("scale", (1, 5)))[1]
    return _percent(sum(one == top for one in values), len(values))


def _middle_counted(table: Table | None, arguments: Arguments) -> float:
    values, top = _valid(table, arguments), tuple(arguments.get("scale", (1, 5)))[1]
    return _percent(sum(one >= top - 2 for one in values), len(values))


def _nps(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import nps

    return float(nps(_ratings(table, arguments)).value)


def _nps_with(promoter: int, detractor: int, *, base: str = "all") -> Compute:
    def compute(table: Table | None, arguments: Arguments) -> float:
        values = _valid(table, arguments)
        up = sum(one >= promoter for one in values)
        down = sum(one <= detractor for one in values)
        return 100 * (up - down) / (len(values) if base == "all" else up + down)

    return compute


def _promoters_only(table: Table | None, arguments: Arguments) -> float:
    values = _valid(table, arguments)
    return _percent(sum(one >= 9 for one in values), len(values))


def _frame(table: Table | None) -> Any:
    import pandas as pd

    if table is None:
        raise ValueError("there is no table")
    return pd.DataFrame(list(table.rows), columns=list(table.columns))


def _contacts(table: Table | None, arguments: Arguments) -> Any:
    """The contacts that there really were, in the order in which they came."""
    import pandas as pd

    frame = _frame(table)
    if "same" in arguments:
        frame = frame.drop_duplicates(arguments["same"])
    opened = arguments["opened"]
    return frame.assign(**{opened: pd.to_datetime(frame[opened], utc=True)}).sort_values(opened)


def _fcr_score(table: Table | None, arguments: Arguments) -> Any:
    from course.metrics import fcr

    named = {name: arguments[name] for name in ("customer", "topic", "window") if name in arguments}
    return fcr(_contacts(table, arguments), opened=arguments["opened"], **named)


def _fcr(table: Table | None, arguments: Arguments) -> float:
    return float(_fcr_score(table, arguments).value)


def _over_contacts(table: Table | None, arguments: Arguments) -> float:
    """Cases that needed one contact, over all contacts rather than over all cases."""
    found = _fcr_score(table, arguments)
    return float(found.value * found.n / len(_contacts(table, arguments)))


def _matters(table: Table | None, arguments: Arguments) -> list[list[Any]]:
    """When each customer was in touch about each topic, in order."""
    contacts = _contacts(table, arguments)
    by = [arguments["customer"], arguments["topic"]]
    return [list(times) for _, times in contacts.groupby(by)[arguments["opened"]]]


def _window(arguments: Arguments) -> timedelta:
    from course.metrics.windows import read_window

    return read_window(arguments.get("window", "7d"))


def _always_one_case(table: Table | None, arguments: Arguments) -> float:
    """One case a customer and topic, however long it was quiet between two contacts."""
    matters, window = _matters(table, arguments), _window(arguments)
    back = (any(b - a <= window for a, b in pairwise(times)) for times in matters)
    return _percent(sum(not one for one in back), len(matters))


def _back_at_any_time(table: Table | None, arguments: Arguments) -> float:
    """One case a customer and topic, and whoever came back at all counts as not solved."""
    matters = _matters(table, arguments)
    return _percent(sum(len(times) == 1 for times in matters), len(matters))


def _from_the_first(table: Table | None, arguments: Arguments) -> float:
    """The window counted from the first contact of a case, not from the last one."""
    sizes: list[int] = []
    for times in _matters(table, arguments):
        began = None
        for time in times:
            if began is None or time - began > _window(arguments):
                began = time
                sizes.append(0)
            sizes[-1] += 1
    return _percent(sizes.count(1), len(sizes))


def _repeats(table: Table | None, arguments: Arguments, columns: Sequence[str]) -> float:
    """Share of cases with one contact only, when a case is whatever `columns` have in common."""
    assert table is not None
    cases: dict[tuple[Any, ...], int] = {}
    for row in zip(*(table.column(name) for name in columns), strict=True):
        cases[row] = cases.get(row, 0) + 1
    return _percent(sum(n == 1 for n in cases.values()), len(cases))


def _twins_kept(table: Table | None, arguments: Arguments) -> float:
    """A contact that is in the records twice, taken for two contacts."""
    return _fcr(table, {name: one for name, one in arguments.items() if name != "same"})


def _topic_ignored(table: Table | None, arguments: Arguments) -> float:
    return _repeats(table, arguments, [arguments["customer"]])


def _per_contact(table: Table | None, arguments: Arguments) -> float:
    """Contacts that had no repeat, over contacts: each repeat is counted a second time."""
    assert table is not None
    keys = list(
        zip(table.column(arguments["customer"]), table.column(arguments["topic"]), strict=True)
    )
    return _percent(sum(keys.count(key) == 1 for key in keys), len(keys))


def _all_are_cases(table: Table | None, arguments: Arguments) -> float:
    """Different cases, solved or not, over all contacts."""
    assert table is not None
    keys = list(
        zip(table.column(arguments["customer"]), table.column(arguments["topic"]), strict=True)
    )
    return _percent(len(set(keys)), len(keys))


def _hours(table: Table | None, arguments: Arguments) -> list[float]:
    assert table is not None
    return [float(one) for one in table.column(arguments["hours"]) if one is not None]


def _median(table: Table | None, arguments: Arguments) -> float:
    import statistics

    return statistics.median(_hours(table, arguments))


def _mean(table: Table | None, arguments: Arguments) -> float:
    import statistics

    return statistics.fmean(_hours(table, arguments))


def _middle_unsorted(table: Table | None, arguments: Arguments) -> float:
    """The value in the middle of the list as printed, not of the sorted one."""
    import statistics

    values = _hours(table, arguments)
    half = len(values) // 2
    return values[half] if len(values) % 2 else statistics.fmean(values[half - 1 : half + 1])


def _tail(table: Table | None, arguments: Arguments) -> float:
    """The value that nine tenths do not exceed; halfway to the next where the count comes even."""
    values = sorted(_hours(table, arguments))
    tenths = 9 * len(values)
    at = -(-tenths // 10) - 1
    return values[at] if tenths % 10 else (values[at] + values[at + 1]) / 2


def _slowest(table: Table | None, arguments: Arguments) -> float:
    return max(_hours(table, arguments))


def _nine_tenths_of_slowest(table: Table | None, arguments: Arguments) -> float:
    """Nine tenths of the way in hours, not in people."""
    return 0.9 * _slowest(table, arguments)


def _tail_unsorted(table: Table | None, arguments: Arguments) -> float:
    """Counted off down the list as printed."""
    values = _hours(table, arguments)
    return values[-(-9 * len(values) // 10) - 1]


def _marks(table: Table | None, arguments: Arguments) -> dict[tuple[Any, Any], float]:
    """Pairs of marks from two columns, one row each or as often as a `count` column says."""
    if table is None:
        raise ValueError("there is no table")
    counts = table.column(arguments["count"]) if "count" in arguments else [1] * len(table.rows)
    first, second = table.column(arguments["first"]), table.column(arguments["second"])
    found: dict[tuple[Any, Any], float] = {}
    for one, other, n in zip(first, second, counts, strict=True):
        found[one, other] = found.get((one, other), 0) + float(n)
    return found


def _kappa(table: Table | None, arguments: Arguments) -> float:
    return agreement.kappa(_marks(table, arguments))


def _plain_agreement(table: Table | None, arguments: Arguments) -> float:
    return agreement.observed(_marks(table, arguments))


def _chance_only(table: Table | None, arguments: Arguments) -> float:
    return agreement.expected(_marks(table, arguments))


def _chance_not_divided(table: Table | None, arguments: Arguments) -> float:
    """Chance taken away, and not divided by what was left to agree on."""
    return _plain_agreement(table, arguments) - _chance_only(table, arguments)


def _even_chance(table: Table | None, arguments: Arguments) -> float:
    """As if each mark were equally likely, whatever the two people gave."""
    pairs = _marks(table, arguments)
    chance = 1 / len({mark for pair in pairs for mark in pair})
    return (agreement.observed(pairs) - chance) / (1 - chance)


def _both(table: Table | None, arguments: Arguments) -> list[tuple[float, float]]:
    """The rows in which both columns have a value."""
    if table is None:
        raise ValueError("there is no table")
    columns = (table.column(arguments["first"]), table.column(arguments["second"]))
    return [
        (float(one), float(other))
        for one, other in zip(*columns, strict=True)
        if one is not None and other is not None
    ]


def _mean_gap(table: Table | None, arguments: Arguments) -> float:
    """The mean of the first column less that of the second, over the rows that have both."""
    import statistics

    return statistics.fmean(one - other for one, other in _both(table, arguments))


def _gap_turned(table: Table | None, arguments: Arguments) -> float:
    return -_mean_gap(table, arguments)


def _first_only(table: Table | None, arguments: Arguments) -> float:
    import statistics

    return statistics.fmean(one for one, _ in _both(table, arguments))


def _unpaired(table: Table | None, arguments: Arguments) -> float:
    """Each column's mean over its own rows, so that different people are compared."""
    import statistics

    assert table is not None
    first, second = (
        statistics.fmean(float(one) for one in table.column(arguments[name]) if one is not None)
        for name in ("first", "second")
    )
    return first - second


def _count_where(table: Table | None, arguments: Arguments) -> float:
    """Rows whose columns have the given values, in per cent of all rows or of those of `of`.

    Where a column `count` is named, each row counts as often as it says.
    """
    if table is None:
        raise ValueError("there is no table")

    def rows(where: dict[str, Any]) -> set[int]:
        kept = set(range(len(table.rows)))
        for name, value in where.items():
            wanted = value if isinstance(value, list) else [value]
            kept &= {place for place, one in enumerate(table.column(name)) if one in wanted}
        return kept

    times = table.column(arguments["count"]) if "count" in arguments else [1] * len(table.rows)
    whole = rows(arguments.get("of", {}))
    part = whole & rows(arguments["where"])
    return _percent(sum(times[place] for place in part), sum(times[place] for place in whole))


def _rows_counted(table: Table | None, arguments: Arguments) -> float:
    """Each row once, however many it stands for."""
    return _count_where(table, {name: one for name, one in arguments.items() if name != "count"})


def _share_of_all(table: Table | None, arguments: Arguments) -> float:
    """The same share over all rows, whatever the base asked for."""
    where = {**arguments.get("of", {}), **arguments["where"]}
    return _count_where(table, {**arguments, "where": where, "of": {}})


def _share_turned(table: Table | None, arguments: Arguments) -> float:
    """Base and part exchanged."""
    turned = {"where": arguments.get("of", {}), "of": arguments["where"]}
    return _count_where(table, {**arguments, **turned})


def _pairs(table: Table | None, arguments: Arguments) -> list[tuple[str, str]]:
    """Answers with and without a feature, of those who answered both."""
    if table is None:
        raise ValueError("there is no table")
    if arguments["need"] not in kano.NEEDS:
        raise ValueError(f"'{arguments['need']}' is none of the needs {', '.join(kano.NEEDS)}")
    both = zip(
        table.column(arguments["with_it"]), table.column(arguments["without_it"]), strict=True
    )
    return [pair for pair in both if None not in pair]


def _needs(table: Table | None, arguments: Arguments) -> list[str]:
    return [kano.need_of(*pair) for pair in _pairs(table, arguments)]


def _kano(table: Table | None, arguments: Arguments) -> float:
    """Share of one need, in per cent of the people whose two answers go together."""
    sound = [need for need in _needs(table, arguments) if need != "questionable"]
    return _percent(sound.count(arguments["need"]), len(sound))


def _kano_misprint(table: Table | None, arguments: Arguments) -> float:
    """As a table in print has it, with (like, like) under one-dimensional."""
    pairs = _pairs(table, arguments)
    needs = ["one-dimensional" if one == ("like", "like") else kano.need_of(*one) for one in pairs]
    sound = [need for need in needs if need != "questionable"]
    return _percent(sound.count(arguments["need"]), len(sound))


def _kano_of_all(table: Table | None, arguments: Arguments) -> float:
    """Over every row, those without an answer included."""
    needs = _needs(table, arguments)
    return _percent(needs.count(arguments["need"]), len(table.rows) if table else 0)


def _kano_of_answers(table: Table | None, arguments: Arguments) -> float:
    """Over every answer, those that contradict themselves included."""
    needs = _needs(table, arguments)
    return _percent(needs.count(arguments["need"]), len(needs))


def _kano_liked(table: Table | None, arguments: Arguments) -> float:
    """Everybody who would like it, whatever they would feel without it."""
    pairs = _pairs(table, arguments)
    return _percent(sum(with_it == "like" for with_it, _ in pairs), len(pairs))


CALCULATORS: dict[str, Calculator] = {
    "csat": Calculator(
        compute=_csat,
        slips={
            "mean-as-percent": _mean_as_percent,
            "blanks-counted": _blanks_counted,
            "top-box-only": _top_box_only,
            "middle-counted": _middle_counted,
        },
    ),
    "nps": Calculator(
        compute=_nps,
        slips={
            "passives-as-promoters": _nps_with(7, 6),
            "passives-left-out": _nps_with(9, 6, base="decided"),
            "six-is-passive": _nps_with(9, 5),
            "promoters-only": _promoters_only,
        },
    ),
    "fcr": Calculator(
        compute=_fcr,
        slips={
            "topic-ignored": _topic_ignored,
            "per-contact": _per_contact,
            "all-are-cases": _all_are_cases,
            "over-contacts": _over_contacts,
            "always-one-case": _always_one_case,
            "back-at-any-time": _back_at_any_time,
            "from-the-first": _from_the_first,
            "twins-kept": _twins_kept,
        },
    ),
    "median": Calculator(
        compute=_median,
        slips={"mean": _mean, "not-sorted": _middle_unsorted},
        advice="Write the values down in order of size and count in from both ends.",
    ),
    "p90": Calculator(
        compute=_tail,
        slips={
            "slowest": _slowest,
            "tenth-off-slowest": _nine_tenths_of_slowest,
            "not-sorted": _tail_unsorted,
            "mean": _mean,
        },
        advice="Write the values down in order of size and count from the smallest.",
    ),
    "kappa": Calculator(
        compute=_kappa,
        slips={
            "agreement": _plain_agreement,
            "chance": _chance_only,
            "not-divided": _chance_not_divided,
            "even-chance": _even_chance,
        },
    ),
    "mean-gap": Calculator(
        compute=_mean_gap,
        slips={"turned-round": _gap_turned, "first-only": _first_only, "unpaired": _unpaired},
    ),
    "kano": Calculator(
        compute=_kano,
        slips={
            "misprint": _kano_misprint,
            "blanks-counted": _kano_of_all,
            "questionable-kept": _kano_of_answers,
            "liking-is-enough": _kano_liked,
        },
    ),
    "share": Calculator(
        compute=_count_where,
        slips={
            "of-all": _share_of_all,
            "turned-round": _share_turned,
            "rows-counted": _rows_counted,
        },
    ),
    **averages.CALCULATORS,
    **shares.CALCULATORS,
    **loyalty.CALCULATORS,
    **interventions.CALCULATORS,
    **records.CALCULATORS,
}
"""By the name a key uses."""
