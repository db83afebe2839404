"""What comes of asking, said in words."""

from course.metrics.ratings.asking import Asked

GRASP = {
    "closely": "How many have it, you would know fairly closely",
    "roughly": "How many have it, you would know only roughly",
    "hardly": "How many have it, you would hardly know",
}


def summary(one: Asked) -> str:
    """The finding in two sentences: whether the need is heard, and how well it is counted.

    >>> from course.metrics.ratings.asking import asked
    >>> summary(asked(12, 0.10))
    'Ask 12, and you would probably hear of it: 72 chances in 100. How many have it, you would
    hardly know: from 1 to 35 in 100.'
    """
    return (
        f"Ask {one.n}, and you would {_likely(one.chance)}: {in_hundred(one.chance)} chances "
        f"in 100. {GRASP[one.grasp]}: {span(one)}."
    )


def _likely(chance: float) -> str:
    if chance >= 0.95:
        return "almost surely hear of it"
    return "probably hear of it" if chance > 0.5 else "probably hear nothing of it"


def finding(one: Asked) -> str:
    """What the picture shows, as its alternative text.

    >>> from course.metrics.ratings.asking import asked
    >>> finding(asked(12, 0.10))
    'The chance of hearing the need climbs fast, and is 72 in 100 with 12 asked. Its share narrows
    slowly: from 1 to 35 in 100 with 12 asked, from 7 to 13 in 100 with 400.'
    """
    from course.metrics.ratings.asking import asked

    most = asked(400, one.share)
    climbs = "climbs fast" if one.share >= 0.05 else "climbs"
    with_one = "" if one.n == most.n else f"{span(one)} with {one.n} asked, "
    return (
        f"The chance of hearing the need {climbs}, and is {in_hundred(one.chance)} in 100 with "
        f"{one.n} asked. Its share narrows slowly: {with_one}{span(most)} with 400."
    )


def span(one: Asked) -> str:
    """The interval of the share.

    >>> from course.metrics.ratings.asking import asked
    >>> span(asked(3, 0.01)), span(asked(200, 0.01))
    ('from 0 to 56 in 100', 'from under 1 to 4 in 100')
    """
    return f"from {in_hundred(one.low)} to {in_hundred(one.high)} in 100"


def in_hundred(share: float) -> str:
    """A fraction as so many in a hundred; nothing here is ever quite certain.

    >>> [in_hundred(share) for share in (0, 0.004, 0.72, 0.997, 1.0)]
    ['0', 'under 1', '72', 'over 99', 'over 99']
    """
    if 0 < share < 0.005:
        return "under 1"
    return "over 99" if share > 0.995 else f"{100 * share:.0f}"


def times(number: int) -> str:
    """How often.

    >>> times(0), times(1), times(2), times(3)
    ('not at all', 'once', 'twice', '3 times')
    """
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{number} times")


def often(one: Asked) -> str:
    """How often the need would be heard.

    >>> from course.metrics.ratings.asking import asked
    >>> often(asked(12, 0.10))
    'About once. In at least 95 of 100 tries, at most 4 times.'
    """
    about = "Probably not at all" if not one.heard else f"About {times(one.heard)}"
    usual = f"{one.fewest} to {one.most} times" if one.fewest else f"at most {times(one.most)}"
    return f"{about}. In at least 95 of 100 tries, {usual}."
