"""What lies on the desk of somebody who marks: replies in order, and the log of marks."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from course.answers import Unusable
from course.exercises import Criterion, Item, NeedsReview, check
from course.grading.alike import together
from course.grading.people.log import MarkLog, in_memory, marks_in
from course.grading.people.records import ReplyId
from course.grading.people.replies import NoReplies, ToMark, replies_in
from course.grading.people.standing import Standings, whole
from course.lessons import Course
from course.metrics.words import counted

Rubric = Sequence[Criterion]


class OnDesk(NamedTuple):
    """A reply, where it lies among those to its exercise."""

    reply: ToMark
    group: int
    """Those of one group say much the same."""
    number: int
    """From 1."""
    of: int


class Desk:
    """Replies to mark, those to one exercise together, and of them those that are alike.

    Args:
        course: The content with its keys.
        replies: What was handed in.
        log: Where marks go.
        said: What there is to mark, in a sentence.
        wrong: What is to be mended first, if anything.
    """

    def __init__(
        self, course: Course, replies: Sequence[ToMark], log: MarkLog, said: str, wrong: str = ""
    ) -> None:
        self.log, self.said = log, said
        self.items = _read_by_people(course)
        self.rubrics: Mapping[str, Rubric] = {
            name: item.key.rubric for name, item in self.items.items()
        }
        known = [one for one in replies if one.exercise in self.items]
        self.replies = _in_order(known, list(self.items))
        self.wrong = tuple(one for one in (wrong, _unknown(len(replies) - len(known))) if one)
        self.standings: Standings = log.standings
        """All marks, as they were at the last look."""

    def look(self) -> None:
        """Looks whether somebody has added marks. It reads the disk, so it is asked for."""
        self.standings = self.log.standings

    def seen(self, reply: ToMark) -> NeedsReview | None:
        """What the reader sees in a reply; None where the words are none that it reads."""
        result = check(self.items[reply.exercise], reply.text)
        return result if isinstance(result, NeedsReview) else None

    def is_marked(self, reply: ToMark) -> bool:
        """Whether anybody has given every line of its rubric points."""
        return bool(self.standings.reviewed(reply.id, self.rubrics[reply.exercise]))

    def marked_by(self, reply: ToMark, marker: str) -> bool:
        """Whether this marker has."""
        mark = self.standings.given(reply.id).get(marker)
        return mark is not None and whole(mark, self.rubrics[reply.exercise])

    def whole(self) -> list[ReplyId]:
        """The replies that somebody has marked."""
        return [one.reply.id for one in self.replies if self.is_marked(one.reply)]


def desk_for(course: Course, results: Path | None) -> Desk:
    """What there is to mark in a folder of results; without one, a sample to try.

    A folder that cannot be used is told on the desk, in a sentence.
    """
    from course.desk.marking.trial import SAID, trial

    if results is None:
        return Desk(course, trial(course), in_memory(), SAID)
    try:
        replies = replies_in(results)
        log = marks_in(results)
        _ = log.standings
    except (NoReplies, Unusable) as error:
        return Desk(course, (), in_memory(), "", str(error))
    people = len({one.trainee for one in replies})
    return Desk(
        course, replies, log,
        f"{counted(len(replies), 'reply', 'replies')} of {counted(people, 'trainee')}, without "
        f"names, from {results.name}.",
    )  # fmt: skip


def _read_by_people(course: Course) -> dict[str, Item]:
    """The exercises that a person marks and whose key is here, in the order of the course."""
    return {item.id: item for item in course.items() if item.kind.reviewed and item.key is not None}


def _unknown(many: int) -> str:
    if not many:
        return ""
    return (
        f"{counted(many, 'reply is', 'replies are')} to exercises that are not in these lessons, "
        "and not shown. Start the course with the lessons that were graded, by --content."
    )


def _in_order(replies: Sequence[ToMark], exercises: Sequence[str]) -> list[OnDesk]:
    found: dict[str, list[ToMark]] = {name: [] for name in exercises}
    for one in replies:
        found[one.exercise].append(one)
    laid: list[OnDesk] = []
    for several in found.values():
        # By their words and not by whose they are, so that the order tells nothing of anybody.
        several.sort(key=lambda one: one.id.text)
        groups = together([one.text for one in several])
        order = sorted(range(len(several)), key=lambda at: groups[at])
        laid += [
            OnDesk(several[at], groups[at], number, len(several))
            for number, at in enumerate(order, start=1)
        ]
    return laid
