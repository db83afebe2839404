"""What it takes to mark the free text of thirty trainees: keys, words to read, and the machine.

Run:  python -m tests.benchmarks.marking [TRAINEES]
A simulated marker sits at the widget, without a browser, and gives what the reader saw: yes, in
part, no. Where a reply is like the one before and gets the same, it presses one key. Prints how
many keys and words a reply takes, the minutes that this is at a stated speed, and the seconds of
CPU for each reply, least of three rounds, beside the time that the reader alone needs.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from course.desk import Marking
from course.desk.marking.desk import desk_for
from course.exercises import Item, check, guess
from course.grading.people.replies import FILE, ToMark, as_lines
from course.lessons import Course, load_course

EACH = 15
"""Replies of each trainee: thirty trainees are 450."""
WORDS_A_MINUTE = 200
"""A careful reader's speed."""
SECONDS_A_LINE = 2.0
"""What deciding a line and pressing its key takes somebody who knows the rubric."""


def cohort(course: Course, trainees: int) -> list[ToMark]:
    """Each trainee's replies to fifteen exercises that a person reads, those of the core first."""
    core = {name for lesson in course.lessons.values() for name in lesson.core}
    read = [one for one in course.items() if one.kind.reviewed]
    items = sorted(read, key=lambda one: one.id not in core)[:EACH]
    return [
        ToMark(trainee=f"t{number}", exercise=item.id, answered="", text=_text(item, number))
        for item in items
        for number in range(trainees)
    ]


def _text(item: Item, number: int) -> str:
    """Some of the model reply's sentences in their order, with one of no use; or guesses alone."""
    dice = Random(f"{item.id} {number}")
    sentences = " ".join(item.key.model.split()).split(". ")
    kept = [one for one in sentences if dice.random() < 0.6]
    return ". ".join(kept) if kept and dice.random() < 0.9 else str(guess(item, dice))


class Marker:
    """Somebody at the page, as far as Python sees them."""

    def __init__(self, results: Path, course: Course) -> None:
        self.widget = Marking(desk_for(course, results))
        self.widget.send = lambda message, buffers=None: None
        self.keys = self.words = self.lines = self.same = 0

    def tell(self, doing: str, value: Any = None) -> None:
        self.widget._heard(None, {"re": 1, "do": doing, "value": value})

    def mark(self) -> int:
        """Marks all that waits; gives how many replies that was."""
        self.tell("begin", {"marker": "Simulated", "what": "all"})
        many, title, last = 0, "", None
        while reply := self.widget.view["reply"]:
            if reply["title"] != title:
                title = reply["title"]
                self.words += _words(*(run["text"] for block in (*reply["prompt"], *reply["model"])
                                       for line in block["lines"] for run in line))  # fmt: skip
                self.words += _words(reply["says"], *(one["text"] for one in reply["rubric"]))
            self.words += _words(*(one["text"] for one in reply["pieces"]))
            given = [_points(line) for line in reply["rubric"]]
            if reply["likeLast"] and given == last:
                self.keys += 1
                self.same += 1
                self.give(reply, given)
            else:
                self.keys += len(given)
                self.lines += len(given)
                for upto in range(1, len(given) + 1):
                    self.give(reply, given[:upto])
            self.keys += 1
            self.tell("next", reply["at"])
            last, many = given, many + 1
        return many

    def give(self, reply: dict[str, Any], points: list[float]) -> None:
        """What a key sends: all lines, as far as they are given."""
        lines = [
            {"criterion": line["id"], "points": given, "comment": ""}
            for line, given in zip(reply["rubric"], points, strict=False)
        ]
        self.tell("give", {"at": reply["at"], "lines": lines})


def _points(line: dict[str, Any]) -> float:
    no, part, yes = (float(one["points"]) for one in line["steps"][:3])
    if not line["seen"]:
        return no
    return part if all(one.startswith("perhaps") for one in line["seen"]) else yes


def _words(*texts: str) -> int:
    return sum(len(one.split()) for one in texts)


def _least(act: Callable[[], Any], rounds: int = 3) -> tuple[float, Any]:
    best, made = float("inf"), None
    for _ in range(rounds):
        began = process_time()
        made = act()
        best = min(best, process_time() - began)
    return best, made


def main(trainees: int = 30) -> None:
    course = load_course()
    replies = cohort(course, trainees)
    items = {one.id: one for one in course.items()}

    def sit() -> tuple[Marker, int]:
        with tempfile.TemporaryDirectory() as room:
            (Path(room) / FILE).write_bytes(as_lines(replies))
            marker = Marker(Path(room), course)
            return marker, marker.mark()

    spent, (marker, many) = _least(sit)
    read, _ = _least(lambda: [check(items[one.exercise], one.text) for one in replies])
    minutes = marker.words / WORDS_A_MINUTE + (marker.lines * SECONDS_A_LINE) / 60
    print(
        f"{trainees} trainees, {many} replies in {len({one.exercise for one in replies})} exercises"
    )
    print(f"keys: {marker.keys}, {marker.keys / many:.1f} a reply; "
          f"the same as the reply before: {marker.same}")  # fmt: skip
    print(f"words to read: {marker.words}, {marker.words / many:.0f} a reply")
    print(f"minutes: {minutes:.0f}, at {WORDS_A_MINUTE} words a minute and {SECONDS_A_LINE:g} "
          f"seconds a line; {60 * minutes / many:.0f} seconds a reply")  # fmt: skip
    print(f"CPU: {1000 * spent / many:.1f} ms a reply, {spent / read:.1f} times the reader alone")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
