"""How the marks of all stand, from the lines of their log."""

from collections.abc import Sequence
from itertools import combinations

from course.answers.floor import name as line_name
from course.exercises import Criterion
from course.grading.marks import ReviewedLine
from course.grading.people.records import Drawn, Mark, MarkRecord, ReplyId, Settled


class Standings:
    """Marks by reply and marker, what was settled, and what was drawn.

    Args:
        records: The log, in its order.
        spoilt: Sentences on lines that could not be used.
    """

    def __init__(self, records: Sequence[MarkRecord] = (), spoilt: Sequence[str] = ()) -> None:
        self.records: list[MarkRecord] = []
        self.spoilt = tuple(spoilt)
        self.drawn: Drawn | None = None
        """The sample that was drawn last."""
        self._given: dict[ReplyId, dict[str, list[Mark]]] = {}
        self._settled: dict[ReplyId, Settled] = {}
        self._texts: dict[tuple[str, str], set[str]] = {}
        for record in records:
            self.take(record)

    def take(self, record: MarkRecord) -> None:
        """Takes in one record more."""
        self.records.append(record)
        if isinstance(record, Mark):
            self._texts.setdefault(record.reply[:2], set()).add(record.text)
        match record:
            case Settled():
                self._settled[record.reply] = record
            case Mark():
                mine = self._given.setdefault(record.reply, {}).setdefault(record.marker, [])
                mine[:] = [one for one in mine if line_name(one) not in record.over]
                mine.append(record)
            case Drawn():
                self.drawn = record

    @property
    def replies(self) -> tuple[ReplyId, ...]:
        """All that anybody gave something."""
        return tuple(self._given)

    @property
    def markers(self) -> tuple[str, ...]:
        """Everybody who gave something, who came first at the front."""
        return tuple(dict.fromkeys(who for several in self._given.values() for who in several))

    def heads(self, reply: ReplyId, marker: str) -> tuple[Mark, ...]:
        """What a marker gave a reply that nothing of theirs took the place of, oldest first."""
        return tuple(self._given.get(reply, {}).get(marker, ()))

    def all_heads(self, reply: ReplyId) -> tuple[Mark, ...]:
        """The same of all markers."""
        return tuple(one for mine in self._given.get(reply, {}).values() for one in mine)

    def given(self, reply: ReplyId) -> dict[str, Mark]:
        """What counts of each marker, in the order in which they came to the reply."""
        return {who: mine[-1] for who, mine in self._given.get(reply, {}).items()}

    def settled(self, reply: ReplyId) -> Settled | None:
        """What the reply was settled at, while nobody has given it anything since."""
        found = self._settled.get(reply)
        if found is None or any(line_name(one) not in found.over for one in self.all_heads(reply)):
            return None
        return found

    def reviewed(self, reply: ReplyId, rubric: Sequence[Criterion]) -> tuple[ReviewedLine, ...]:
        """What the reply gets: what was settled, else what the first marker gave who is done.

        Empty where nobody has given every line of the rubric its points.
        """
        found: list[Mark | None] = [self.settled(reply), *self.given(reply).values()]
        return next((one.lines for one in found if one and whole(one, rubric)), ())

    def disputed(self, reply: ReplyId) -> bool:
        """Whether two markers gave a line different points, and nobody has settled it."""
        points = [one.points for one in self.given(reply).values()]
        return any(
            one[criterion] != other[criterion]
            for one, other in combinations(points, 2)
            for criterion in one.keys() & other.keys()
        ) and not self.settled(reply)

    @property
    def disputes(self) -> tuple[ReplyId, ...]:
        """All replies that are disputed."""
        return tuple(one for one in self._given if self.disputed(one))

    def changed_since(self, reply: ReplyId) -> bool:
        """Whether only other words of the same trainee in the same exercise were marked."""
        known = self._texts.get(reply[:2], set())
        return bool(known) and reply.text not in known

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Sentences on replies that one marker marked twice without knowing of the first time."""
        return tuple(
            _conflict(reply, who, mine)
            for reply, several in self._given.items()
            for who, mine in several.items()
            if any(one.points != mine[-1].points for one in mine)
        )

    @property
    def said(self) -> tuple[str, ...]:
        """What an instructor should know of the log: sentences."""
        many = len(self.disputes)
        open_ones = "1 reply has" if many == 1 else f"{many} replies have"
        disputed = (
            f"{open_ones} different points from different markers. What the first gave counts "
            "until it is settled: course start --instructor RESULTS, 'Settle'."
        )
        return (*self.spoilt, *self.conflicts, *([disputed] if many else ()))

    def comments(self, exercise: str, criterion: str, marker: str = "") -> tuple[str, ...]:
        """What was written beside a line of an exercise's rubric, the newest first, each once.

        Args:
            exercise: Whose rubric it is.
            criterion: Which line.
            marker: Whose comments; empty for those of all.
        """
        said = [
            line.comment
            for one in reversed(self.records)
            if isinstance(one, Mark) and one.exercise == exercise and marker in ("", one.marker)
            for line in one.lines
            if line.criterion == criterion and line.comment
        ]
        return tuple(dict.fromkeys(said))


def whole(mark: Mark, rubric: Sequence[Criterion]) -> bool:
    """Whether a mark has points that can be for every line of a rubric."""
    given = mark.points
    return bool(rubric) and all(
        one.id in given and 0 <= given[one.id] <= one.points for one in rubric
    )


def _conflict(reply: ReplyId, who: str, mine: Sequence[Mark]) -> str:
    where = " and ".join(
        "in a review.csv" if one.how == "sheet" else "on the page" for one in mine[-2:]
    )
    return (
        f"{reply.exercise}, a reply of {reply.trainee}: {who} has given it different points "
        f"twice, {where}. The later ones count; mark it again on the page to settle it."
    )
