"""Pages: nothing a trainee writes becomes markup, and every page stands alone and in order."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from course.grading import Remark, Summary, TraineeMarks, cohort
from course.grading.marks import standing
from course.lessons import Course
from course.reports import page, pages, tag
from course.reports.files import MOST_REMARKS
from course.reports.overview import overview
from tests.shipped import load_course
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
EVIL = "<script>alert('x')</script><img src=x onerror=alert(1)> & \"quotes\" about the mug"
VOID = {"meta", "br", "link", "hr", "col"}


class Outline(HTMLParser):
    """Tags that close in order, headings, ids, and anything that could load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "src" or (name == "href" and "//" in (value or "")) or name[:2] == "on":
                self.loads.append(f"{tag} {name}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(raw: bytes) -> Outline:
    found = Outline(raw.decode("utf-8"))
    assert found.open == []
    assert found.headings[0] == 1
    assert found.headings.count(1) == 1
    steps = zip(found.headings, found.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps), found.headings
    assert len(set(found.ids)) == len(found.ids)
    assert found.loads == []
    assert not found.tags & {"script", "img", "iframe", "form", "object", "svg"}
    return found


@pytest.fixture
def made(course: Course, enrol: Enrol, tmp_path: Path) -> dict[str, str]:
    answers: dict[str, Any] = {**BEST, "in-your-words": REPLY, "how-many": 55.6}
    trainee = enrol("Asha")
    trainee.session.turn("broken-mug", "coupon", typed="Have a set <b>of six</b>.")
    trainee.answers({**answers, "pick-one": ["refund"], "broken-mug": ["coupon", "new-mug"]})
    trainee.hands_in()
    enrol("Ben").answers({"pick-one": ["sorry"]}).hands_in()
    (tmp_path / "handed-in" / "<i>essay.docx").write_bytes(b"PK")
    found = cohort(course, [tmp_path / "handed-in"])
    made = pages(course, found)
    for raw in made.values():
        outline(raw)
    by_name = {one.name: f"feedback/{one.trainee}.html" for one in found.trainees}
    text = {name: raw.decode("utf-8") for name, raw in made.items()}
    return {"report": text["report.html"]} | {who: text[name] for who, name in by_name.items()}


def words(page: str) -> str:
    """The page as it is read, on one line."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.S).split())


def test_feedback_quotes_the_trainee_and_gives_the_reason(made: dict[str, str]) -> None:
    text = words(made["Asha"])
    for said in (
        "I'll put the eighteen pounds back on your card.",
        "'On your card' solves the money. She needs a mug.",
        "You counted passives as promoters.",
        REPLY,
        "One way to say it",
        "You typed first: ‘Have a set &lt;b&gt;of six&lt;/b&gt;.’",
        "A large gift, before you knew what she needed.",
        "How it ended: A new mug on its way",
        "What Ines answered",
        "A person has yet to read this.",
    ):
        assert said in text, said
    assert re.search(r"How you handled it: \d\d of 100", text)
    assert text.index("'On your card' solves") < text.index("0 % of the mark")


def test_feedback_begins_with_what_slips_and_an_example_and_folds_the_lessons(
    made: dict[str, str],
) -> None:
    text = words(made["Asha"])
    order = ["What you can do", "What slips", "to practise", "What you did, lesson by lesson"]
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    slipping = text[places[1] : places[2]]
    assert "Hear a problem before solving it. Right on" in slipping
    assert "The mug in two pieces : You chose: ‘I'll put the eighteen" in slipping
    assert "'On your card' solves the money. She needs a mug." in slipping
    assert made["Asha"].index('<details class="lesson">') < made["Asha"].index('id="pick-one"')
    assert 'href="#pick-one"' in made["Asha"]


def test_feedback_explains_the_first_mistake_beside_the_best_try(
    course: Course, enrol: Enrol
) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["refund"]}).answers({"pick-one": ["say-back"]})
    found = cohort(course, [trainee.hands_in()])
    [page] = [
        words(raw.decode()) for name, raw in pages(course, found).items() if "feedback" in name
    ]
    first = page.index("Your first try. You chose: ‘I'll put the eighteen pounds back")
    best = page.index("Your best try, number 2")
    assert (
        first < page.index("She needs a mug.", first) < best < page.index("'In two pieces'", best)
    )


def test_the_markdown_of_a_prompt_is_shown_as_markup(course: Course, enrol: Enrol) -> None:
    from course.reports.prose import prose

    made = prose(
        "Say **why**.\n\n| day | calls |\n|---|---|\n| Mon & Tue | 4 |\n\n1. one\n2. *two*"
    )
    assert "<p>Say <strong>why</strong>.</p>" in made
    assert '<th scope="row">Mon &amp; Tue</th><td>4</td>' in made
    assert "<ol><li>one</li><li><em>two</em></li></ol>" in made
    trainee = enrol("Asha").answers({"in-your-words": "**Sorry** about the mug's handle"})
    found = cohort(course, [trainee.hands_in()])
    said = [raw.decode() for name, raw in pages(course, found).items() if "feedback" in name]
    assert "**Sorry** about" in said[0], "what a trainee wrote stays as it was written"


def test_no_shipped_exercise_shows_raw_markdown(tmp_path: Path) -> None:
    from course.reports.prose import prose

    for item in load_course().items():
        assert "**" not in prose(item.exercise.prompt), item.id
        assert "|--" not in prose(item.exercise.prompt), item.id


def test_the_report_names_refused_files_and_links_each_page(made: dict[str, str]) -> None:
    assert "&lt;i&gt;essay.docx" in made["report"]
    assert made["report"].count('href="feedback/') == 2
    assert '<a href="#files">1 file was refused</a>.' in made["report"]


def test_what_was_not_answered_is_said(made: dict[str, str]) -> None:
    assert made["Ben"].count("Not answered.") == 7
    assert "The key" not in made["Ben"]


def test_nothing_anyone_writes_becomes_markup(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha")
    trainee.answers({"in-your-words": EVIL}).session.profile(EVIL)
    found = cohort(course, [trainee.hands_in()])
    for raw in pages(course, found).values():
        outline(raw)
        assert b"<script" not in raw
        assert b"onerror" not in raw or b"&lt;img" in raw


def test_a_page_is_in_english_scales_and_may_load_nothing() -> None:
    text = page("A & B", tag("p", "x")).decode()
    assert '<html lang="en-GB">' in text
    assert "<title>A &amp; B</title>" in text
    assert "width=device-width" in text
    assert "default-src &#x27;none&#x27;" in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


@pytest.mark.parametrize("text", ["\ud800", "\x00\x08", "‮abc", "a\x7fb"])
def test_odd_characters_never_stop_a_page(text: str) -> None:
    outline(page(text or "x", tag("p", text, title=text)))


def test_file_names_are_safe(course: Course, enrol: Enrol) -> None:
    from msgspec.structs import replace

    from course.reports.standings import feedback_name

    [one] = cohort(course, [enrol("Asha").answers(BEST).hands_in()]).trainees
    names = {feedback_name(replace(one, trainee=name)) for name in ("con", "CON", "Abc", "abc")}
    assert len({name.lower() for name in names}) == 4
    assert all(re.fullmatch(r"feedback/[a-z0-9-]+-[0-9a-f]{8}\.html", name) for name in names - {
        "feedback/abc.html"})  # fmt: skip


def test_shipped_content_makes_pages(tmp_path: Path) -> None:
    from course.grading.simulate import simulate

    course = load_course()
    list(simulate(course, 2, tmp_path))
    for raw in pages(course, cohort(course, [tmp_path])).values():
        outline(raw)


def test_of_very_many_remarks_the_page_lists_some_and_counts_the_others(course: Course) -> None:
    remarks = tuple(Remark(text=f"Odd {number}.") for number in range(MOST_REMARKS + 5))
    one = standing(TraineeMarks(trainee="ab", name="Asha", files=(), exercises=(), remarks=remarks))
    made = Summary(standings=(one,), items=(), returns=(), refused=())
    text = overview(made, {}).decode()
    assert f"Odd {MOST_REMARKS - 1}." in text
    assert f"Odd {MOST_REMARKS}." not in text
    assert "5 more stand in grades.csv" in text
