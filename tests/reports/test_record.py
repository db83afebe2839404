"""The record of training: made from facts, confirmed by the answers handed in, never believed."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import open_session
from course.lessons import Course
from course.lessons.standards import standards
from course.progress import digest, facts
from course.reports.confirm import Judged, confirm, read_facts
from course.reports.edition import edition
from course.reports.record import training_record
from tests.reports.test_pages import EVIL, outline
from tests.shipped import load_course
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]


@pytest.fixture
def asha(enrol: Enrol) -> Trainee:
    made = enrol("Asha").answers({"pick-one": ["refund"], "in-order": BEST["in-order"]})
    return made.answers({"pick-one": BEST["pick-one"], "broken-mug": BEST["broken-mug"]})


def printed(course: Course, trainee: Trainee) -> str:
    return training_record(course, facts(trainee.session)).decode()


def judge(course: Course, trainee: Trainee, text: str, tmp_path: Path) -> Judged:
    path = tmp_path / "record.html"
    path.write_text(text, encoding="utf-8")
    [found] = confirm(course, [path], [trainee.hands_in()], ())
    return found


def test_it_says_what_was_done_when_and_what_it_proves(course: Course, asha: Trainee) -> None:
    raw = printed(course, asha)
    outline(raw.encode())
    made = facts(asha.session)
    text = re.sub(r"<[^>]+>", " ", raw.partition("<main")[2])
    assert "Asha" in text
    assert "23 Nov 2026" in text
    assert "A new mug on its way" in text
    assert "first tries" in text
    assert "does not show who sat at the keyboard" in text
    assert digest(made) in text
    assert read_facts(raw) == made


def test_the_same_answers_confirm_it_also_later(
    course: Course, asha: Trainee, tmp_path: Path
) -> None:
    text = printed(course, asha)
    asha.answers({"how-many": 22.2})
    found = judge(course, asha, text, tmp_path)
    assert (found.confirmed, found.said) == (True, ("It says what the answers of Asha say.",))
    assert judge(course, asha, text.replace("\n", "\r\n"), tmp_path).confirmed


FORGED = {
    "a fact": (r'"tries":1', '"tries":7', "the record says 7, and the answers say 1"),
    "a name": (r'"name":"Asha"', '"name":"Sam"', "the record says Sam, and the answers say Asha"),
    "the page alone": ("<strong>Asha", "<strong>Sam", "the page shows something else"),
    "its hash": (r'id="hash">\w{4}', 'id="hash">0000', "the page shows something else"),
    "no facts": (r'id="facts"', 'id="fact"', "it is no record of training"),
    "another trainee": (r'"trainee":"\w+"', '"trainee":"abcdefabcdef"', "Nothing that this"),
    "facts of another kind": (r'"minutes":\d+', '"minutes":"many"', "it is no record"),
}


@pytest.mark.parametrize("forged", FORGED)
def test_whatever_was_changed_is_denied_and_said(
    course: Course, asha: Trainee, tmp_path: Path, forged: str
) -> None:
    old, new, said = FORGED[forged]
    text, times = re.subn(old, new, printed(course, asha))
    assert times
    found = judge(course, asha, text, tmp_path)
    assert not found.confirmed
    assert said in " ".join(found.said)


def by_another_version(text: str) -> str:
    return re.sub(r'(id="edition">)[^<]+', r"\g<1>0123456789ab", text)


def test_a_record_of_another_version_is_never_called_changed(
    course: Course, asha: Trainee, tmp_path: Path
) -> None:
    text = by_another_version(printed(course, asha))
    found = judge(course, asha, text, tmp_path)
    assert (found.confirmed, found.elsewhere) == (False, True)
    said = " ".join(found.said)
    assert "another version of the course made it (0123456789ab" in said
    assert "Every fact in it is what the answers say." in said
    assert "changed" not in said
    counted = text.replace('"answered":3', '"answered":4')
    assert counted != text
    said = " ".join(judge(course, asha, counted, tmp_path).said)
    assert "is what the answers say: name, days, minutes." in said
    assert "answered: the record says 4, and the answers say 3." in said


def test_the_version_of_a_record_hangs_on_the_content(course: Course, tmp_path: Path) -> None:
    other = tmp_path / "content"
    shutil.copytree(course.folder, other)
    assert edition(Course(other, other)) == edition(course)
    page = other / "first" / "page.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert edition(Course(other, other)) != edition(course)


def test_what_is_no_page_at_all_is_denied(course: Course, asha: Trainee, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"\xff\xfe\x00" * 100)
    found = confirm(course, [tmp_path / "a.html", tmp_path / "none"], [asha.hands_in()], ())
    assert [one.confirmed for one in found] == [False, False]


def test_no_name_becomes_markup(course: Course, asha: Trainee, tmp_path: Path) -> None:
    asha.session.profile(EVIL)
    text = printed(course, asha)
    outline(text.encode())
    assert judge(course, asha, text, tmp_path).confirmed


def test_the_standards_name_objectives_that_there_are() -> None:
    course = load_course()
    lists = standards(course)
    assert [one.id for one in lists] == ["ST0072", "O*NET 43-4051"]
    assert [len(one.lines) for one in lists] == [18, 10]
    named = {name for one in lists for line in one.lines for name in line.served_by}
    assert named <= course.objectives.keys()
    ids = [line.id for one in lists for line in one.lines]
    assert len(set(ids)) == len(ids)


@pytest.mark.browser
def test_whoever_did_all_of_the_course_prints_five_sheets(
    chromium, took_all, tmp_path: Path
) -> None:
    taken = open_session(load_course(), took_all("careless"))
    page = tmp_path / "record.html"
    page.write_bytes(training_record(load_course(), facts(taken)))
    opened = chromium.new_page(viewport={"width": 390, "height": 844})
    opened.goto(page.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    pdf = opened.pdf(prefer_css_page_size=True)
    opened.close()
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 5
