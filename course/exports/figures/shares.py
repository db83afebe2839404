"""Figures that are shares of all cases: resolved at first contact, reopened, kept in time."""

from __future__ import annotations

import re
from typing import Any

from course.exports.figures.results import Figure, from_score
from course.exports.understood import Understood
from course.exports.values.column import codes_of
from course.exports.words import counted

_NOBODY = re.compile(
    r"(?:anonym\w*|unknown(?: \w+)?|guest|no ?name|none|nobody|not (?:given|known|provided)"
    r"|visitor|web ?user|customer|test(?: user)?|unbekannt|anonyme|an[oó]nimo"
    r"|(?:no-?reply|do-?not-?reply|info|support|service|help|helpdesk|contact|sales|office|admin"
    r"|mailer-daemon|postmaster|customer-?service|hello|team)@.*)",
    re.IGNORECASE,
)
"""Values that stand for nobody, or for a mailbox of many."""
_SHARE, _CASES, _TIMES = 0.1, 10, 10
"""A customer with so large a share, so many cases, and so many times the usual number."""


def first_contact(export: Understood) -> Figure:
    """The share of cases that no further contact followed within the window."""
    import numpy as np
    import pandas as pd
    from msgspec.structs import replace

    from course.metrics import MetricsError, fcr
    from course.metrics.windows import read_window, window_text

    frame = export.frame
    window = read_window(export.mapping.window)
    young = (frame["opened"] > frame["opened"].max() - window).mean()
    if young > 0.5:
        raise MetricsError(
            f"{100 * young:.0f} % of the cases came in less than {window_text(window)} before the "
            "export ends, so hardly anybody had time to come back; export a longer period, or give "
            "a shorter window in a mapping file ('window: 2d')"
        )
    # Numbers are followed faster than names.
    codes, names = codes_of(frame["customer"])
    many = _nobody(codes, names)
    topic = "cause" if "cause" in frame and frame["cause"].notna().any() else None
    alone = ~np.isin(codes, list(many)) if many else None
    numbers = {"customer": _numbered(codes)}
    if topic:
        numbers[topic] = _numbered(_codes(frame[topic]))
    short = pd.DataFrame({**numbers, "opened": frame["opened"].array}, copy=False)
    del codes, numbers
    if alone is not None:
        short = short[alone]
    score = fcr(short, customer="customer", opened="opened", topic=topic, window=window)
    one = from_score("fcr", "Resolved at first contact", score)
    notes = [
        f"{str(names[at])!r} is no one customer: {counted(cases, 'case')} of {len(frame):,} "
        "left out"
        for at, cases in many.items()
    ]
    notes += one.notes
    convention = one.convention
    if export.cases.clock.zone:
        # All times were brought to one clock before.
        convention = convention.replace(", times without a zone", "")
    lost = sum(many.values())
    return replace(one, missing=one.missing + lost, convention=convention, notes=tuple(notes))


def _codes(words: Any) -> Any:
    """Which word each row has; -1 where it has none."""
    import pandas as pd

    return words.cat.codes.to_numpy() if isinstance(words.dtype, pd.CategoricalDtype) else (
        pd.factorize(words)[0]
    )  # fmt: skip


def _numbered(codes: Any) -> Any:
    """Numbers of names, as small as they can be; those of blank ones missing."""
    import numpy as np
    import pandas as pd

    small = codes.astype(np.min_scalar_type(-int(codes.max(initial=0)) - 1), copy=False)
    blank = codes < 0
    return pd.arrays.IntegerArray(small, blank) if blank.any() else small


def no_person(customers: Any) -> dict[str, int]:
    """Values in the column of customers that cannot be one person, each with its cases.

    That is a word for nobody, a mailbox of many, or one value with a tenth of all cases and ten
    times as many as half of the others.

    >>> import pandas as pd
    >>> no_person(pd.Series(["Anonymous"] * 12 + [f"c{i}" for i in range(60)]))
    {'Anonymous': 12}
    """
    codes, names = codes_of(customers)
    return {str(names[at]): cases for at, cases in _nobody(codes, names).items()}


def _nobody(codes: Any, names: Any) -> dict[int, int]:
    """The cases of each that is no one person, by its place among the names."""
    import numpy as np

    known = codes if codes.min(initial=0) >= 0 else codes[codes >= 0]
    sizes = np.bincount(known, minlength=len(names))
    there = sizes[sizes > 0]
    usual = np.median(there) if len(there) else 0
    large = max(_CASES, _SHARE * sizes.sum(), _TIMES * usual)
    most = np.argsort(-sizes, kind="stable")[:1000]
    return {
        int(at): int(sizes[at])
        for at in most
        if sizes[at] > 1 and (sizes[at] >= large or _NOBODY.fullmatch(str(names[at]).strip()))
    }


def own_first_contact(frame: Any) -> Figure:
    """The share of cases that the help desk itself marked as resolved at first contact."""
    told = _told(frame, "first_contact", "Resolved at first contact, as marked")
    return _rate(
        "fcr_marked", "Resolved at first contact, as marked", int(told.sum()), len(told),
        len(frame), "cases marked as resolved at first contact / cases marked",
    )  # fmt: skip


def reopened(frame: Any) -> Figure:
    """The share of cases that were opened again."""
    told = _told(frame, "reopens", "Reopened")
    return _rate("reopened", "Reopened", int((told > 0).sum()), len(told), len(frame),
                 "cases opened again at least once / all cases")  # fmt: skip


def in_time(frame: Any) -> Figure:
    """The share of cases that the help desk itself marked as in time."""
    told = _told(frame, "in_time", "Kept in time")
    return _rate("in_time", "Kept in time", int(told.sum()), len(told), len(frame),
                 "cases marked as in time / cases marked")  # fmt: skip


def _told(frame: Any, role: str, name: str) -> Any:
    from course.metrics import MetricsError

    told = frame[role].dropna()
    if not len(told):
        raise MetricsError(f"{name}: blank in every case.", column=role)
    return told


def _rate(figure_id: str, name: str, hits: int, n: int, rows: int, convention: str) -> Figure:
    from course.metrics.rates import rate

    score = rate(name, hits, n, rows - n, convention, 0.95, each=("case", "cases"))
    return from_score(figure_id, name, score)
