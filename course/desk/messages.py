"""Small things that several of the desk's tools send to the page."""

from course.page.messages import Message


class Named(Message, frozen=True):
    """Something to choose, and its name."""

    id: str
    name: str


class NamedGroup(Message, frozen=True):
    """Things to choose that belong together."""

    name: str
    of: tuple[Named, ...]


class Mark(Message, frozen=True):
    """A value and its interval, to draw."""

    value: float
    low: float
    high: float


def each(names: tuple[str, ...]) -> tuple[Named, ...]:
    """Things that are called by their ids.

    >>> each(("chat",))
    (Named(id='chat', name='chat'),)
    """
    return tuple(Named(one, one) for one in names)
