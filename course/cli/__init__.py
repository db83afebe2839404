"""`course`: one verb a function. Exit codes: 0 done, 1 something was refused, 2 wrong use."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli import copy, new, progress, road_map, shift, world, xapi
from course.cli.memory import uncollected
from course.cli.sorry import DONE, REFUSED, WRONG_USE, Sorry

if TYPE_CHECKING:
    from course.lessons import Course
    from course.lessons.diagnostic import Diagnostic
    from course.lessons.part import Part

DEFAULT = "customer-care"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb and returns its exit code."""
    _speak_utf8()
    given = _parser().parse_args(arguments)
    try:
        return int(given.verb(given))
    except Sorry as error:
        print(error, file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Whoever read the output has had enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        if error.errno is None:
            # One of our own sentences.
            print(error, file=sys.stderr)
            return REFUSED
        where = f"{error.filename}: " if error.filename else ""
        print(f"{where}{error.strerror or error}.", file=sys.stderr)
        return REFUSED


def start(given: argparse.Namespace) -> int:
    """Lays out the folder and opens the course."""
    from course.lab import become_server, lay_out_alone
    from course.lab import start as open_lab

    if given.host not in (None, "127.0.0.1", "localhost"):
        raise Sorry(
            "The course listens on this computer alone: over a network its key, and all that is "
            "typed, would go unprotected. To open it from another computer, leave --host out and "
            "use the ssh line that is printed. For a class there is JupyterHub: course/docs/hub.md",
            WRONG_USE,
        )
    if given.port is not None and not 1 <= given.port <= 65535:
        raise Sorry("A port is a number from 1 to 65535.", WRONG_USE)
    content = _content(given.content) if given.content else None
    if given.preview:
        return _preview(given, content)
    folder = _folder(given.folder)
    if given.hub:
        return become_server(folder, content=content)
    results = _results(given.instructor)
    if given.handed_in:
        _bring(given.handed_in, folder)
    if results is not None:
        from course.answers import inspect
        from course.grading.people.where import remember

        inspect(folder)
        remember(folder, results)
    if given.lay_out:
        return lay_out_alone(folder, content=content, instructor=given.instructor is not None)
    return open_lab(
        folder,
        content=content,
        browser=given.browser,
        port=given.port,
        instructor=given.instructor is not None,
        marking=results is not None,
    )


def _results(given: str | None) -> Path | None:
    """The results that an instructor names; None where they name none."""
    from course.grading.people.replies import NoReplies, replies_in

    if not given:
        return None
    named = Path(given)
    if not named.is_dir():
        raise Sorry(
            f"There is no folder of results called {named}. Make one: course grade SUBMISSIONS "
            f"--out {named}. To start the course in a folder of that name: course start {named} "
            "--instructor",
            WRONG_USE,
        )
    try:
        replies_in(named)
    except NoReplies as error:
        raise Sorry(
            f"{error} To start the course in that folder: course start {named} --instructor",
            WRONG_USE,
        ) from None
    return named


def _preview(given: argparse.Namespace, content: Path | None) -> int:
    """Opens one draft; nothing of it is kept."""
    from course.lab import preview
    from course.lessons import Course, records_folder
    from course.lessons.alone import NoExercise, exercise_file
    from course.lessons.part import root_of, whole

    if given.folder or given.handed_in:
        raise Sorry("A preview has no folder and no answers: leave FOLDER and --from out.")
    path = whole(given.preview)
    if not path.is_file():
        raise Sorry(f"There is no file called {given.preview}.", WRONG_USE)
    root = whole(content or root_of(path.parent))
    try:
        exercise_file(Course(root, records_folder()), path)
    except NoExercise as error:
        raise Sorry(str(error), WRONG_USE) from None
    file = path.relative_to(root).as_posix()
    return preview(file, root, browser=given.browser, port=given.port)


def _bring(file: Path, folder: Path) -> None:
    """Puts the answers of a hand-in into the folder, and says what came of it."""
    from course.answers.moving import bring
    from course.answers.submission import Refused

    if not file.exists():
        raise Sorry(f"There is nothing called {file}.", WRONG_USE)
    try:
        brought = bring(file, folder)
    except Refused as error:
        raise Sorry(f"{file}: {error}.") from None
    whose = f"The answers of {brought.name or 'this trainee'}"
    print(f"{whose} are in {folder}." if brought.files else f"{whose} were in {folder} already.")
    if brought.incomplete:
        print("Some lines of that file cannot be read; all others were brought in.")


def doctor(given: argparse.Namespace) -> int:
    """Says what is wrong with the installation and the folder, and how to mend it."""
    from course.answers import stamp, utc_now
    from course.answers.submission import write_new
    from course.lab import doctor as found

    findings = found.examine(_folder(given.folder))
    for one in findings:
        print(one)
    wrong = sum(bool(one.mend) for one in findings)
    print(f"{_count(wrong, 'thing')} to mend." if wrong else "All is well.")
    if given.out:
        text = found.page(findings, stamp(utc_now()))
        print(f"To send to your instructor: {write_new(given.out, text.encode())}")
    return REFUSED if wrong else DONE


def submit(given: argparse.Namespace) -> int:
    """Makes the file to hand in and prints where it is."""
    from course.answers.submission import Refused
    from course.answers.submission import submit as make

    folder = _folder(given.folder)
    try:
        print(make(folder, given.out))
    except Refused as error:
        raise Sorry(f"{folder}: {error}.") from None
    return DONE


def record(given: argparse.Namespace) -> int:
    """Writes the record of training of a course folder and prints where it is."""
    from course.answers import answers_folder, inspect
    from course.answers.submission import parse_all, write_new
    from course.lessons import ContentError
    from course.progress import facts, session_of
    from course.reports.record import training_record

    folder = _folder(given.folder)
    inspect(folder)
    if not answers_folder(folder).is_dir():
        raise Sorry(f"{folder}: there is no course folder here; start one with 'course start'.")
    try:
        course = _course(given.content)
        made = facts(session_of(course, parse_all(folder).records))
        if not made.answered:
            raise Sorry(f"{folder}: nothing has been answered in this folder yet.")
        page = training_record(course, made)
    except ContentError as error:
        raise Sorry(str(error)) from None
    print(write_new(given.out or folder / "record-of-training.html", page))
    return DONE


def grade(given: argparse.Namespace) -> int:
    """Grades submissions and writes marks, feedback and reports."""
    from course.grading import (
        BadDue,
        BadReviews,
        BadRoster,
        Grading,
        Occupied,
        UnknownLesson,
        put,
        read_due,
        read_roster,
    )  # fmt: skip
    from course.grading.people.log import marks_in
    from course.lessons import ContentError
    from course.reports import results
    from course.reports.confirm import records

    named = (*given.submissions, *given.record, *([given.roster] if given.roster else []))
    missing = [path for path in named if not path.exists()]
    if missing:
        raise Sorry(f"There is nothing called {missing[0]}.", WRONG_USE)
    reviews = given.reviews.read_bytes() if given.reviews else None
    shown = records(given.record)
    aside = (given.out, given.reviews, given.roster, *shown)
    left_out = [path for path in aside if path is not None]
    try:
        course = _marked_course(given.key)
        grading = Grading(
            course, given.submissions, reviews=reviews, marks=marks_in(given.out),
            marker=given.marker, leave_out=left_out, lessons=_names(given),
            roster=read_roster(given.roster.read_bytes()) if given.roster else None,
            due=read_due(given.due, given.zone) if given.due else None, together=given.join,
        )  # fmt: skip
        said = put(given.out, results(grading))
    except (UnknownLesson, BadDue) as error:
        raise Sorry(str(error), WRONG_USE) from None
    except (ContentError, BadReviews, BadRoster, Occupied) as error:
        raise Sorry(str(error)) from None
    found = grading.summary()
    for refused in found.refused:
        print(f"Refused: {refused.file}: {refused.reason}.", file=sys.stderr)
    for one in found.standings:
        for remark in one.remarks:
            print(f"{one.name or one.trainee}: {remark.text}", file=sys.stderr)
    for sentence in (*found.remarks, *said):
        print(sentence, file=sys.stderr)
    for sentence in found.roll.sentences() if found.roll else ():
        print(sentence)
    many = len(found.standings)
    print(f"Graded {many} {'trainee' if many == 1 else 'trainees'}: {given.out / 'report.html'}")
    denied = _confirm(course, shown, given.submissions, left_out)
    return REFUSED if found.something_refused or denied else DONE


def _confirm(
    course: "Course", shown: Sequence[Path], submissions: Sequence[Path], left_out: Sequence[Path]
) -> bool:
    """Says of each record of training whether it is confirmed; whether one was not."""
    from course.reports.confirm import confirm

    judged = confirm(course, shown, submissions, left_out) if shown else []
    for one in judged:
        not_here = "made with another version" if one.elsewhere else "not confirmed"
        print(f"{one.file}: {'confirmed' if one.confirmed else not_here}.")
        for sentence in one.said:
            print(f"  {sentence}")
    return any(not one.confirmed for one in judged)


def _names(given: argparse.Namespace) -> list[str] | None:
    """The lessons named, apart; None where none are."""
    if given.lessons is None:
        return None
    return [one.strip() for one in given.lessons.split(",") if one.strip()]


@uncollected()
def lint(given: argparse.Namespace) -> int:
    """Prints what is wrong with the content, a line each, and how easy each lesson reads."""
    from course.lessons.lint import check

    if given.world is not None:
        return _lint_world(given)
    course, part = _to_lint(given.folder)
    found, ease, untried, notes = check(course, part)
    for one in found:
        print(one)
    _differences(course, found)
    for note in notes:
        print(note, file=sys.stderr)
    told = ", ".join(f"{name} {one.score:.0f}" for name, one in ease.items() if one.words)
    if told:
        print(f"Reading ease (Flesch; 70 and over is easy): {told}.", file=sys.stderr)
    if part is not None:
        print(
            f"Only {course.shown(part.path)} was checked. Rules that compare it with more of the "
            f"course were not tried: {', '.join(untried)}.",
            file=sys.stderr,
        )
    if found:
        from course.docs.lint_pages import FOLDER

        print(f"What each code means, with examples: {FOLDER / 'README.md'}", file=sys.stderr)
    errors = sum(one.severity == "error" for one in found)
    print(f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}.", file=sys.stderr)
    return REFUSED if errors else DONE


def _lint_world(given: argparse.Namespace) -> int:
    """Checks the lessons as they come out in another trade."""
    from tempfile import TemporaryDirectory

    if given.folder is not None:
        raise Sorry("Name a folder or a world, not both: a world has all its lessons.", WRONG_USE)
    with TemporaryDirectory() as room:
        out = Path(room) / "content"
        world.told(world.written(world.folder_of(given.world), out))
        given.folder, given.world = out, None
        return lint(given)


def _differences(course: "Course", found: "Sequence[Diagnostic]") -> None:
    """Shows both sides of what was copied and has changed in the course since."""
    from course.lessons.upstream import difference

    for one in found:
        lines = difference(course, one.place) if one.code == "CC037" else []
        if lines:
            print("\n".join([one.place, *(f"    {line}" for line in lines)]), file=sys.stderr)


def build_notebooks(given: argparse.Namespace) -> int:
    """Writes the lessons' pages as notebooks, run from top to bottom."""
    from course.cli.build import NotBuilt, build_into
    from course.lab.executed import CellFailed
    from course.lessons import ContentError, notebooks_folder

    if given.content and not given.out:
        raise Sorry("Say with --out where the notebooks of your lessons go.", WRONG_USE)
    try:
        out = given.out or notebooks_folder()
        for sentence in build_into(
            _course(given.content), out, run=given.run, own=given.out is None
        ):
            print(sentence)
    except (ContentError, CellFailed, NotBuilt) as error:
        raise Sorry(str(error)) from None
    return DONE


def play(given: argparse.Namespace) -> int:
    """Lets simulated learners take the whole course and hand it in."""
    from course.grading.simulate import AlreadyThere, simulate
    from course.lessons import ContentError
    from course.scenarios.variants import PERSONS

    if not 1 <= given.learners <= 10_000:
        raise Sorry("Let from 1 to 10,000 learners play.", WRONG_USE)
    if not 1 <= given.persons <= PERSONS + 1:
        raise Sorry(f"Let them speak with 1 to {PERSONS + 1} persons.", WRONG_USE)
    try:
        for path in simulate(
            _marked_course(given.content), given.learners, given.out,
            seed=given.seed, persons=given.persons,
        ):  # fmt: skip
            print(path)
    except (AlreadyThere, ContentError) as error:
        raise Sorry(str(error)) from None
    return DONE


def data(given: argparse.Namespace) -> int:
    """Writes the records of the company the lessons live in, at any size."""
    from course.company import CompanyError, write

    try:
        print(write(given.out, customers=given.customers, seed=given.seed, format=given.format))
    except CompanyError as error:
        raise Sorry(str(error)) from None
    return DONE


def measure_export(given: argparse.Namespace) -> int:
    """Measures the export of a real help desk."""
    from course.cli.measure import asker
    from course.cli.measure import measure as run

    return run(
        given.file,
        out=given.out,
        mapping=given.mapping,
        ask=asker(),
        zone=given.zone,
        day_first=given.day_first,
        compare=given.compare,
    )


def _folder(named: Path | None) -> Path:
    """The folder named, else the course folder we stand in, else `customer-care` here."""
    from course.answers import find_folder

    return named or find_folder() or Path(DEFAULT)


def _content(named: Path) -> Path:
    if not named.is_dir():
        raise Sorry(f"There is no content folder called {named}.", WRONG_USE)
    if not any(named.glob("*/page.md")):
        raise Sorry(
            f"{named} holds no lesson: a content folder has folders with a page.md in them.",
            WRONG_USE,
        )
    return named.resolve()


def _course(named: Path | None) -> "Course":
    from course.lessons import load_course

    return load_course(_content(named) if named else None)


def _to_lint(named: Path | None) -> "tuple[Course, Part | None]":
    """The course to check, and the part of it that is named, if it is one."""
    from course.lessons import load_course
    from course.lessons.load import ORDER
    from course.lessons.part import is_read, part_of, root_of, whole

    path = None if named is None else whole(named)
    if path is None or not path.exists() or root_of(path) == path:
        return _course(named), None
    root = root_of(path)
    if not (root / ORDER).is_file():
        raise Sorry(
            f"{named} lies in no content folder: no folder above it has an {ORDER}.", WRONG_USE
        )
    course = load_course(root)
    part = part_of(course, path)
    if part is not None and path.is_file() and not is_read(part):
        raise Sorry(
            f"{course.shown(path)} is no file of a lesson, so nothing in it was checked. A lesson "
            "has page.md, exercises/NAME.yaml and scenarios/NAME.yaml: rename or move it.",
            WRONG_USE,
        )
    return course, part


def _marked_course(named: Path | None) -> "Course":
    """A course that can be played and marked, so it needs at least one lesson."""
    course = _course(named)
    if not course.lessons:
        raise Sorry(f"{course.folder} holds no lesson.")
    return course


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _speak_utf8() -> None:
    """Windows consoles and pipes may not be UTF-8; a name must never stop the marks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="course", description="A course in customer care.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    one = verbs.add_parser("start", help="lay out a folder and open the course in it")
    _folder_argument(one)
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.add_argument(
        "--from", dest="handed_in", type=Path, metavar="FILE",
        help="go on with the answers of this file, made by 'course submit' on another computer",
    )  # fmt: skip
    how = one.add_mutually_exclusive_group()
    how.add_argument(
        "--preview", type=Path, metavar="FILE",
        help="show one exercise or scenario while you write it; nothing is kept",
    )  # fmt: skip
    how.add_argument("--lay-out", action="store_true", help="lay out the folder and start nothing")
    how.add_argument(
        "--hub", action="store_true", help="be the server that a JupyterHub starts for one person"
    )
    one.add_argument(
        "--instructor", nargs="?", const="", metavar="RESULTS",
        help="also lay out the instructors' notebooks, and mark the replies of these results",
    )  # fmt: skip
    one.add_argument("--no-browser", dest="browser", action="store_false", help="open no browser")
    one.add_argument("--port", type=int, metavar="N", help="the port to listen on")
    one.add_argument(
        "--host", metavar="ADDRESS", help="only 127.0.0.1: the course is not put on a network"
    )
    one.set_defaults(verb=start)

    one = verbs.add_parser("doctor", help="say what is wrong here, and how to mend it")
    _folder_argument(one)
    one.add_argument("--out", type=Path, metavar="FILE", help="also write a page to send")
    one.set_defaults(verb=doctor)

    one = verbs.add_parser("submit", help="make the file to hand in")
    _folder_argument(one)
    one.add_argument("--out", type=Path, metavar="FILE", help="the file to make, or its folder")
    one.set_defaults(verb=submit)

    one = verbs.add_parser("record", help="make your record of training, to print and to send")
    _folder_argument(one)
    one.add_argument("--out", type=Path, metavar="FILE", help="the page to make")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.set_defaults(verb=record)

    one = verbs.add_parser("grade", help="grade what was handed in")
    one.add_argument("submissions", type=Path, nargs="+", help="files, folders or zips of them")
    one.add_argument("--out", type=Path, required=True, metavar="DIR", help="where results go")
    one.add_argument("--key", type=Path, metavar="KEY", help="a content folder with the keys")
    one.add_argument("--reviews", type=Path, metavar="FILE", help="a review.csv filled in")
    one.add_argument(
        "--marker", default="review.csv", metavar="NAME", help="who filled in the file of --reviews"
    )
    one.add_argument(
        "--lessons", metavar="NAMES", help="the lessons you assigned, with commas; else all"
    )
    one.add_argument(
        "--roster", type=Path, metavar="FILE",
        help="who should hand in: a list from Moodle or Canvas, or names and addresses (CSV)",
    )  # fmt: skip
    one.add_argument(
        "--join", action="store_true",
        help="files of one id under different names are one person's; else they are marked apart",
    )  # fmt: skip
    one.add_argument("--due", metavar="TIME", help="until when: 2026-12-01, or with 17:00 after it")
    one.add_argument("--zone", metavar="NAME", help="the clock of --due: Europe/London")
    one.add_argument(
        "--record", type=Path, action="append", default=[], metavar="FILE",
        help="a record of training to confirm or deny, or a folder of them",
    )  # fmt: skip
    one.set_defaults(verb=grade)

    progress.arguments(verbs)
    xapi.arguments(verbs)

    one = verbs.add_parser("lint", help="check lessons")
    one.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER or FILE",
        help="a content folder, one lesson, or one file of a lesson",
    )  # fmt: skip
    one.add_argument(
        "--world", metavar="WORLD", help="check these lessons as a bank's, or another trade's"
    )
    one.set_defaults(verb=lint)

    new.arguments(verbs)
    world.arguments(verbs)
    copy.arguments(verbs)
    road_map.arguments(verbs)

    one = verbs.add_parser("build", help="write the lessons' pages as notebooks")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.add_argument("--out", type=Path, metavar="DIR", help="where; without it, ./notebooks here")
    one.add_argument("--no-run", dest="run", action="store_false", help="without outputs")
    one.set_defaults(verb=build_notebooks)

    one = verbs.add_parser("play", help="let simulated learners take the course")
    one.add_argument("--learners", type=int, required=True, metavar="N", help="how many")
    one.add_argument("--out", type=Path, required=True, metavar="DIR", help="where files go")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="another set of learners")
    one.add_argument("--persons", type=int, default=1, metavar="N",
                     help="have each conversation with so many persons, one after the other; "
                          "25 are all there are")  # fmt: skip
    one.set_defaults(verb=play)

    shift.arguments(verbs)

    one = verbs.add_parser("data", help="write the company's records, at any size")
    one.add_argument("--customers", type=int, metavar="N", help="how many customers")
    one.add_argument("--out", type=Path, required=True, metavar="DIR", help="where tables go")
    one.add_argument("--format", choices=("csv", "parquet"), default="csv", help="csv, or parquet")
    one.add_argument("--seed", type=int, metavar="N", help="another company")
    one.set_defaults(verb=data)

    one = verbs.add_parser("measure", help="measure an export of your own help desk")
    one.add_argument("file", type=Path, help="CSV, Excel or Parquet; or a folder of them")
    one.add_argument("--out", type=Path, metavar="DIR", help="where the page and the record go")
    one.add_argument("--mapping", type=Path, metavar="FILE", help="what the columns are (YAML)")
    one.add_argument("--zone", metavar="NAME", help="the clock of its times: Europe/London")
    one.add_argument("--compare", type=Path, metavar="LAST", help="what changed since that record")
    order = one.add_mutually_exclusive_group()
    order.add_argument("--day-first", dest="day_first", action="store_true", default=None)
    order.add_argument("--month-first", dest="day_first", action="store_false")
    one.set_defaults(verb=measure_export)
    return parser


def _folder_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        help=f"your course folder; without it, the one you are in, else ./{DEFAULT}",
    )


if __name__ == "__main__":
    sys.exit(main())
