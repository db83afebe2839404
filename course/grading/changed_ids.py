"""Ids that a spreadsheet took for numbers and wrote in its own way."""

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation

NUMBER = re.compile(r"\d+([.,]\d+)?([eE]\+?\d{1,3})?")
"""How a spreadsheet writes a positive number, in any country."""


def given(written: str, known: Collection[str]) -> list[str]:
    """The ids that somebody may mean by what stands in a cell; one where it is plain.

    An id of digits alone, or of digits with one 'e', is a number to a spreadsheet: it loses its
    first zeros, or is written with as many digits as the cell is wide.

    Args:
        written: What stands in the cell.
        known: The ids of those who handed in.

    >>> given("8.97652E+11", ["897652040521", "t3f0a91c2b7d4"])
    ['897652040521']
    >>> given("83352914836", ["083352914836"]), given("9E+11", ["897652040521", "901111111111"])
    (['083352914836'], ['897652040521', '901111111111'])
    """
    if written in known:
        return [written]
    if not NUMBER.fullmatch(written):
        return []
    number = Decimal(written.replace(",", "."))
    # Half of the last digit that is shown: the rest was rounded away.
    near = Decimal((0, (5,), int(number.as_tuple().exponent) - 1))
    return sorted(one for one in known if _is_near(one, number, near))


def _is_near(one: str, number: Decimal, near: Decimal) -> bool:
    if not NUMBER.fullmatch(one):
        return False
    try:
        return abs(Decimal(one) - number) <= near
    except InvalidOperation:
        return False
