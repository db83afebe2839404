"""Who is stuck, station by station, while a course is still going on: no mark, and no text."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from course.answers import Profile, Record, answers_folder, inspect
from course.answers.submission import LARGEST, parse_all
from course.grading.collect import by_trainee, collect
from course.grading.finding import Found
from course.grading.names import is_junk, printable
from course.grading.tables import table
from course.grading.zipped import RefusedFile
from course.lessons import Course
from course.progress import StationStanding, session_of, standing
from course.progress.done import done

ROOT = 0
"""The user who may read everything on a computer, and reads a class while it is going on."""
TRIES = 3
"""Tries at one exercise, none of them right, from which on somebody is called stuck."""


class StationHalfway(Struct, frozen=True, kw_only=True):
    """How far people are with one station."""

    lesson: str
    """Its id."""
    lesson_title: str
    station: str
    """Its id."""
    title: str
    met: int
    """People who have done all of it."""
    at_it: int
    """People who have done some of it."""
    stuck: tuple[str, ...]
    """Names of those among them who are stuck."""


class Halfway(Struct, frozen=True, kw_only=True):
    """How far a cohort is."""

    people: int
    stations: tuple[StationHalfway, ...]
    """Those at which anybody has done something, in the order of the course."""
    refused: tuple[RefusedFile, ...]

    def lines(self) -> Iterator[str]:
        """A table to read on a screen, of any width."""
        if not self.stations:
            yield f"{_people(self.people)}. Nobody has done anything yet."
            return
        yield f"{_people(self.people)}. Stuck: {TRIES} tries or more at one exercise, none right."
        yield "  met  at it  stuck  station"
        for lesson, several in groupby(self.stations, key=lambda one: one.lesson_title):
            yield f"\n{lesson}"
            for one in several:
                yield f"{one.met:5}  {one.at_it:5}  {len(one.stuck):5}  {one.title}"
                if one.stuck:
                    yield f"{'':21}{', '.join(one.stuck)}"

    def sheet(self) -> bytes:
        """The same as a CSV file."""
        return table(
            ("lesson", "station", "title", "met", "at it", "stuck", "who is stuck"),
            [
                (one.lesson, one.station, one.title, one.met, one.at_it, len(one.stuck),
                 "; ".join(one.stuck))
                for one in self.stations
            ],
        )  # fmt: skip


def halfway(course: Course, paths: Sequence[Path], leave_out: Iterable[Path] = ()) -> Halfway:
    """How far people are, from hand-ins made half-way, or from course folders as they stand.

    Of somebody whose course folder is there, files handed in are not looked at: the folder has all.
    What cannot be read is named, and the rest is counted.

    Args:
        course: The content with its keys.
        paths: Hand-ins, zips of them, course folders, or folders of any of these.
        leave_out: Files and folders not to look at.

    Raises:
        ContentError: where the course itself cannot be read.
    """
    folders = dict.fromkeys(folder for path in paths for folder in _course_folders(path))
    rest = [path for path in paths if path not in folders]
    found = Found(rest, [*leave_out, *folders])
    refused = list(found.refused)
    tally = _Tally(course)
    there: set[str] = set()
    for folder in folders:
        try:
            one = _in_folder(folder)
        except OSError as error:
            refused.append(RefusedFile(file=str(folder), reason=_reason(error)))
            continue
        there.add(one.trainee)
        tally.add(one)
    handed_in, unread = by_trainee(found.files)
    refused += unread
    for person in handed_in:
        if person.trainee not in there:
            joined, unread = collect(person.files, together=False)
            refused += unread
            for each in joined:
                sent = each.submission
                tally.add(_Person(sent.trainee, sent.name, sent.records))
    return Halfway(
        people=tally.people,
        stations=tuple(tally.stations()),
        refused=tuple(sorted(refused, key=lambda one: one.file)),
    )


class _Person(NamedTuple):
    trainee: str
    name: str
    records: Sequence[Record]


class _Tally:
    """How far people are, added up one at a time, so that nobody's answers need be kept."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._titles = {one.id: one.title for one in course.lessons.values()}
        self._seen: dict[tuple[str, str], tuple[StationStanding, list[int], list[str]]] = {}
        self.people = 0

    def add(self, one: _Person) -> None:
        self.people += 1
        session = session_of(self._course, one.records)
        so_far = done(session)
        for lesson in standing(session):
            for station in lesson.stations:
                _, counts, stuck = self._seen.setdefault(
                    (station.lesson, station.id), (station, [0, 0], [])
                )
                counts[0] += station.state == "met"
                counts[1] += station.state == "part"
                tried = (so_far[each.id] for each in station.exercises if each.state == "tried"
                         and not each.left_out)  # fmt: skip
                if station.state == "part" and any(len(each.play) >= TRIES for each in tried):
                    stuck.append(one.name or one.trainee)

    def stations(self) -> Iterator[StationHalfway]:
        for station, (met, at_it), stuck in self._seen.values():
            if met or at_it:
                yield StationHalfway(
                    lesson=station.lesson,
                    lesson_title=self._titles[station.lesson],
                    station=station.id,
                    title=station.title,
                    met=met,
                    at_it=at_it,
                    stuck=tuple(sorted(stuck, key=str.casefold)),
                )


def _course_folders(path: Path) -> Iterator[Path]:
    """The course folders at a path and below it."""
    if not path.is_dir():
        return
    for place, folders, _ in os.walk(path):
        here = Path(place)
        if answers_folder(here).exists():
            folders.clear()
            yield here
        folders[:] = sorted(one for one in folders if not is_junk(one))


def _in_folder(folder: Path) -> _Person:
    """What lies in a course folder.

    Raises:
        OSError: where it is somebody else's, or cannot be read.
    """
    inspect(folder)
    kept = answers_folder(folder)
    _look_only_where_one_may(kept)
    records = parse_all(folder).records
    profiles = [one for one in records if isinstance(one, Profile)]
    trainee = next((one.trainee for one in profiles if one.trainee), "")
    name = next((one.name for one in reversed(profiles) if one.name), "")
    return _Person(trainee or folder.name, printable(name)[:80] or folder.name, records)


def owner(path: Path) -> int:
    """The user whose file or folder it is."""
    return path.stat().st_uid


def _look_only_where_one_may(kept: Path) -> None:
    """Lets people into their own folders, and who looks after the computer into all.

    Raises:
        OSError: where it is somebody else's, or made to lead that person astray.
    """
    # On Windows the system itself keeps others out of a person's folders.
    if os.name == "nt" or owner(kept) == os.getuid():
        return
    if os.getuid() != ROOT:
        raise OSError(
            "it is somebody else's course folder; ask them for the file that 'course submit' makes"
        )
    inside = [*os.scandir(kept)]
    # What root reads, its owner may not be allowed to: a link could lead there.
    if kept.is_symlink() or kept.parent.is_symlink() or any(one.is_symlink() for one in inside):
        raise OSError("there are links in it, and it is somebody else's course folder")
    if sum(one.stat(follow_symlinks=False).st_size for one in inside) > LARGEST:
        raise OSError(f"it holds more than {LARGEST // 2**20} MB of answers")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")


def _people(number: int) -> str:
    return f"{number} {'person' if number == 1 else 'people'}"
