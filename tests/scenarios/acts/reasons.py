"""Why some lines are scored otherwise than others that do the same."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from tests.scenarios.acts.does import ACTS
from tests.scenarios.acts.scored import Row
from tests.scenarios.loading import read_yaml

FILE = Path(__file__).parent / "reasons.yaml"


@cache
def reasons() -> dict[str, dict[str, str]]:
    """By act, then by place: one line on why this place differs."""
    return msgspec.convert(read_yaml(FILE), dict[str, dict[str, str]])


def unexplained(
    rows: Iterable[Row],
    known: Mapping[str, Mapping[str, str]] | None = None,
    *,
    only: tuple[str, ...] = ("",),
    but: tuple[str, ...] = (),
) -> list[str]:
    """Rows that differ and have no reason, and reasons whose row does not differ.

    Args:
        rows: Those of some places.
        known: The reasons; those of the file where none are given.
        only: How the places begin that these rows are all of.
        but: Beginnings of places that these rows have nothing of.
    """
    known = reasons() if known is None else known
    differ = {(row.act, row.place.where): row for row in rows if row.differs()}
    usual = {act.title: act.usual for act in ACTS}
    missing = [
        f"{act}: {where} is {row.score.verdict}, and usual is {usual[act]}. Say why."
        for (act, where), row in differ.items()
        if where not in known.get(act, {})
    ]
    stale = [
        f"{act}: {where} does not differ. Take its reason out."
        for act, places in known.items()
        for where in places
        if where.startswith(only) and not where.startswith(but) and (act, where) not in differ
    ]
    return missing + stale
