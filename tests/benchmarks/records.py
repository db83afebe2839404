"""How long 10,000 lines of the answer log take to read, and one more answer to keep after them.

Run it by hand: ``python -m tests.benchmarks.records``.
"""

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.answers import FolderLog, Session, chain, open_session, parse
from course.answers.record import SCHEMA
from course.lessons import Course, load_course
from course.page.view import view

LINES = 10_000
CONTENT = Path(__file__).parent.parent / "fixtures" / "course"
DONE: list[tuple[str, Any, dict[str, Any]]] = [
    ("draft", {"text": "I'm sorry your mug", "own": ""}, {}),
    ("turn", {"choice": "own-it", "typed": "Leave it with me."}, {"how": "placed"}),
    ("answer", ["own-it", "new-mug"], {}),
    ("hint", 1, {}),
    ("answer", {"two-pieces": "hears", "by-friday": "solves"}, {}),
]
"""Kind, what version 1 kept as its data, and what only version 2 says."""
LOGS = [(SCHEMA, 10, 1), (SCHEMA, LINES, 1), (SCHEMA, LINES, 100), (2, LINES, 1)]
"""Version, records and files of a folder that is opened."""
TURNS = 15
FIELD = {"draft": "value", "answer": "answer", "hint": "level"}


def lines(version: int, count: int = LINES, about: Sequence[str] = ("broken-mug",)) -> list[bytes]:
    """A log of that version, in its chain, about each of some exercises in turn."""
    made: list[bytes] = []
    before = b""
    for number in range(count):
        kind, data, more = DONE[number % len(DONE)]
        record = {
            "kind": kind, "v": version, "exercise": about[number // len(DONE) % len(about)],
            "content": "0123456789abcdef",
            "seed": 123456789012, "attempt": 1, "at": f"2026-11-23T09:00:00.{number:06}Z",
            "prev": chain(before),
        }  # fmt: skip
        if version == 1:
            record["data"] = data
        else:
            record |= {"n": number + 1}
            record |= {**data, **more} if kind == "turn" else {FIELD[kind]: data}
        before = json.dumps(record, separators=(",", ":")).encode()
        made.append(before)
    return made


def opened(folder: Path) -> float:
    """CPU seconds from nothing to the first exercise of the longest lesson."""
    began = time.process_time()
    course = load_course()
    session = open_session(course, folder)
    longest = max(course.lessons.values(), key=len)
    first = next(iter(longest))
    view(longest[first], session.history(first))
    return time.process_time() - began


def best(times: list[float]) -> float:
    return 1000 * min(times)


def main() -> None:
    for version in (1, 2, SCHEMA):
        log, times = lines(version), []
        for _ in range(7):
            began = time.perf_counter()
            records, spoilt = parse(log)
            times.append(time.perf_counter() - began)
        assert (len(records), spoilt) == (LINES, [])
        print(f"version {version}: {LINES:,} lines read in {best(times):.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        course = Course(CONTENT, CONTENT)
        path = Path(folder) / "long"
        path.mkdir()
        (path / "one.jsonl").write_bytes(b"\n".join(lines(SCHEMA)) + b"\n")
        session, times = Session(course, FolderLog(path, "2026")), []
        session.enrol()
        for _ in range(20):
            began = time.perf_counter()
            session.answer("pick-one", ["say-back"])
            times.append(time.perf_counter() - began)
        print(f"one more answer after them: {best(times):.1f} ms")
        about = [item.id for item in load_course().items()]
        folders = {}
        for version, count, files in LOGS:
            trainee = Path(folder) / f"{version}-{count}-{files}"
            answers = trainee / ".course" / "answers"
            answers.mkdir(parents=True)
            log, each = lines(version, count, about), count // files
            for number in range(files):
                part = log[number * each : (number + 1) * each]
                (answers / f"{number:03}.jsonl").write_bytes(b"\n".join(part) + b"\n")
            folders[version, count, files] = trainee
        # In turns, so that a busy minute of the machine falls on all of them.
        turns = [{key: opened(trainee) for key, trainee in folders.items()} for _ in range(TURNS)]
        floor = best([turn[LOGS[0]] for turn in turns])
        for version, count, files in LOGS:
            took = best([turn[version, count, files] for turn in turns])
            print(
                f"opened with {count:,} records of version {version} in {files} files, "
                f"to the first exercise: {took:.1f} ms CPU, {took / floor:.2f} times"
            )


if __name__ == "__main__":
    main()
