"""How long 10,000 lines of the answer log take to read, and one more answer to keep after them.

Run it by hand: ``python -m tests.benchmarks.records``.
"""

import json
import tempfile
import time
from pathlib import Path
from typing import Any

from course.answers import FolderLog, Session, chain, parse
from course.lessons import Course

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
FIELD = {"draft": "value", "answer": "answer", "hint": "level"}


def lines(version: int) -> list[bytes]:
    """A log of that version, in its chain."""
    made: list[bytes] = []
    before = b""
    for number in range(LINES):
        kind, data, more = DONE[number % len(DONE)]
        record = {
            "kind": kind, "v": version, "exercise": "broken-mug", "content": "0123456789abcdef",
            "seed": 123456789012, "attempt": 1, "at": f"2026-11-23T09:00:00.{number:06}Z",
            "prev": chain(before),
        }  # fmt: skip
        if version == 1:
            record["data"] = data
        else:
            record |= {**data, **more} if kind == "turn" else {FIELD[kind]: data}
        before = json.dumps(record, separators=(",", ":")).encode()
        made.append(before)
    return made


def best(times: list[float]) -> float:
    return 1000 * min(times)


def main() -> None:
    for version in (1, 2):
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
        (path / "one.jsonl").write_bytes(b"\n".join(lines(2)) + b"\n")
        session, times = Session(course, FolderLog(path, "2026")), []
        session.enrol()
        for _ in range(20):
            began = time.perf_counter()
            session.answer("pick-one", ["say-back"])
            times.append(time.perf_counter() - began)
        print(f"one more answer after them: {best(times):.1f} ms")


if __name__ == "__main__":
    main()
