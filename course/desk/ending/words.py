"""What the end of a lesson says, in sentences and counts."""

from collections.abc import Sequence

from course.page.messages import Message
from course.progress import Pair

NOTHING_YET = "This fills with your first answers in this lesson."
NO_SENTENCE = "Your own sentence stands here when you have written it, further up in this part."


class PairLine(Message, frozen=True):
    """One exercise: the first try beside the latest."""

    title: str
    first: bool
    latest: bool


class Paired(Message, frozen=True):
    """First tries beside the latest, of all exercises that are marked at once."""

    said: str
    lines: tuple[PairLine, ...]


def paired(pairs: Sequence[Pair]) -> Paired:
    """First tries beside the latest, and what they come to in a sentence."""
    first, latest = sum(one.first for one in pairs), sum(one.latest for one in pairs)
    of = f"{len(pairs)} {'exercise' if len(pairs) == 1 else 'exercises'}"
    said = f"Right at the first try: {first} of {of}. Right at the latest try: {latest}."
    return Paired(
        said=said if pairs else "",
        lines=tuple(PairLine(one.title, one.first, one.latest) for one in pairs),
    )
