"""A station that is a day at the desk: how far it is, told from the log alone."""

from pathlib import Path

from course.answers import MemoryLog, Session, end_of
from course.lessons import Course
from course.page.guide import DAYS, view
from course.progress import lesson_standing

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


def test_a_day_is_open_then_in_part_and_met_once_its_end_was_seen(tmp_path: Path) -> None:
    import shutil

    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    page = content / "first" / "page.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Work a day\n\n@minutes 40\n\n@shift seed=7\n", encoding="utf-8")
    session = Session(Course(content, SMALL), MemoryLog())

    def state() -> tuple[str, str]:
        last = lesson_standing(session, "first").stations[-1]
        assert last.day
        said = next(one for one in view(session, "first").stations if one.id == last.id).said
        return last.state, said

    session.visit("first", "work-a-day")
    assert state() == ("open", DAYS["open"]), "that it was opened is not that it was worked"
    session.act("shift-7", "begin", seed=7, content="hash")
    assert state() == ("part", DAYS["part"])
    session.leave(end_of("shift-7"), True)
    assert state() == ("met", DAYS["met"])
