"""How many minutes each station takes a careful reader, beside what its page says.

Run ``python tests/benchmarks/reading.py``. What the reader does: `course.lessons.minutes`.
"""

from __future__ import annotations

import time

from course.lessons import Lesson, load_course, minutes
from course.lessons.page import Station, shown


def kinds(lesson: Lesson, station: Station) -> str:
    """What there is to do in a station, in order."""
    done = (
        lesson[one.name].kind.name if one.command == "exercise" else one.command
        for one in shown(station.parts)
    )  # fmt: skip
    return ", ".join(done)


def main() -> None:
    started = time.perf_counter()
    for lesson in load_course().lessons.values():
        taken = [(one, minutes.of_station(one, lesson)) for one in lesson.page.stations]
        core = sum(made for one, made in taken if one.core)
        print(f"{lesson.id}: core {core:.0f} measured, {lesson.page.core_minutes} written; "
              f"all {sum(made for _, made in taken):.0f}, {lesson.page.minutes}")  # fmt: skip
        for one, made in taken:
            where = "core" if one.core else "more"
            print(f"  {where} {made:5.1f} measured {one.minutes:3d} written  "
                  f"{one.title or 'opening'} ({kinds(lesson, one)})")  # fmt: skip
    print(f"measured in {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
