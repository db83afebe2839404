"""Averages: of ratings, of groups of different size, and of effort in either direction."""

from typing import Any

from course.exercises.calculator import Arguments, Calculator, Compute, Table, needed


def counted(table: Table | None, arguments: Arguments) -> dict[Any, int]:
    """How often each rating was given, blanks under None.

    From a column of ratings, one row each or as often as a `count` column says.

    >>> table = Table(columns=("rating", "people"), rows=((5, 3), (1, 2), (None, 4)))
    >>> counted(table, {"ratings": "rating", "count": "people"})
    {5: 3, 1: 2, None: 4}
    """
    shown = needed(table)
    times = shown.column(arguments["count"]) if "count" in arguments else [1] * len(shown.rows)
    found: dict[Any, int] = {}
    for rating, n in zip(shown.column(arguments["ratings"]), times, strict=True):
        found[rating] = found.get(rating, 0) + int(n)
    return found


def _answers(table: Table | None, arguments: Arguments) -> dict[float, int]:
    """Ratings that are answers: not blank, and none of the values said to mean blank."""
    blank = arguments.get("blank", [])
    found = counted(table, arguments)
    return {float(one): n for one, n in found.items() if one is not None and one not in blank}


def _mean_of(answers: dict[float, int]) -> float:
    return sum(rating * n for rating, n in answers.items()) / sum(answers.values())


def _mean(table: Table | None, arguments: Arguments) -> float:
    return _mean_of(_answers(table, arguments))


def _as_per_cent(table: Table | None, arguments: Arguments) -> float:
    return 100 * _mean(table, arguments) / float(arguments.get("scale", (1, 5))[1])


def _levels_averaged(table: Table | None, arguments: Arguments) -> float:
    """Each rating once, however many people gave it."""
    levels = list(_answers(table, arguments))
    return sum(levels) / len(levels)


def _blanks_as_zero(table: Table | None, arguments: Arguments) -> float:
    answers = _answers(table, arguments)
    return _mean_of(answers) * sum(answers.values()) / sum(counted(table, arguments).values())


def _zeros_counted(table: Table | None, arguments: Arguments) -> float:
    """Values that mean 'no answer', averaged in as if they were answers."""
    return _mean(table, {**arguments, "blank": []})


def _histogram(table: Table | None, arguments: Arguments) -> Any:
    from course.metrics import Histogram

    return Histogram({int(one): n for one, n in _answers(table, arguments).items()})


def _ces(table: Table | None, arguments: Arguments) -> float:
    from course.metrics import ces

    low, high = arguments.get("scale", (1, 7))
    measure = arguments.get("measure", "mean")
    answers = _histogram(table, arguments)
    return ces(answers, high=arguments["high"], scale=(low, high), measure=measure).value


def _turned(table: Table | None, arguments: Arguments) -> float:
    """Read in the other direction."""
    if arguments.get("measure") == "net":
        other = {"easy": "effort", "effort": "easy"}[arguments["high"]]
        return _ces(table, {**arguments, "high": other})
    low, high = arguments.get("scale", (1, 7))
    return float(low + high) - _ces(table, arguments)


def _hard_less_easy(table: Table | None, arguments: Arguments) -> float:
    """The net score taken the other way round."""
    return -_ces(table, {**arguments, "measure": "net"})


def _middle_left_out(table: Table | None, arguments: Arguments) -> float:
    """The net score over those on either side, as if the middle had not answered."""
    answers = _answers(table, arguments)
    outer = sum(n for one, n in answers.items() if one <= 3 or one >= 6)
    return _ces(table, {**arguments, "measure": "net"}) * sum(answers.values()) / outer


def _easy_only(table: Table | None, arguments: Arguments) -> float:
    answers = _answers(table, arguments)
    return 100 * sum(n for one, n in answers.items() if one >= 6) / sum(answers.values())


def _weighted(table: Table | None, arguments: Arguments) -> float:
    """The mean of `values`, each weighing as much as its row of `weights` says."""
    shown = needed(table)
    values, weights = shown.column(arguments["values"]), shown.column(arguments["weights"])
    pairs = [(float(value), float(weight)) for value, weight in zip(values, weights, strict=True)]
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def _unweighted(table: Table | None, arguments: Arguments) -> float:
    values = needed(table).column(arguments["values"])
    return sum(map(float, values)) / len(values)


def _with(name: str) -> Compute:
    """The weighted mean with another column in the place of one argument."""

    def compute(table: Table | None, arguments: Arguments) -> float:
        return _weighted(table, {**arguments, name: arguments[f"other_{name}"]})

    return compute


CALCULATORS: dict[str, Calculator] = {
    "mean": Calculator(
        compute=_mean,
        slips={
            "as-per-cent": _as_per_cent,
            "levels-averaged": _levels_averaged,
            "blanks-as-zero": _blanks_as_zero,
            "zeros-counted": _zeros_counted,
        },
    ),
    "ces": Calculator(
        compute=_ces,
        slips={
            "turned-round": _turned,
            "zeros-counted": _zeros_counted,
            "hard-less-easy": _hard_less_easy,
            "middle-left-out": _middle_left_out,
            "easy-only": _easy_only,
        },
    ),
    "weighted": Calculator(
        compute=_weighted,
        slips={
            "plain-average": _unweighted,
            "other-weights": _with("weights"),
            "other-values": _with("values"),
        },
    ),
}
"""By the name a key uses."""
