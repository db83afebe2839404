"""Pages as people write them: what is code, a comment or plain text is no command."""

from pathlib import Path

import pytest

from course.lessons import Course
from course.lessons.build import build
from course.lessons.page import Prose, parse

REST = "\n\n## Last\n\n@exercise real\n"


@pytest.mark.parametrize(
    "text",
    [
        "````\n```\n## no\n@exercise no\n```\n````",
        "```\n``` no end\n@exercise no\n```",
        "~~~\n```\n@exercise no\n~~~",
        "```code``` in a line",
        "- @exercise no",
        "\\@anna wrote.",
    ],
)
def test_what_is_shown_as_it_stands_is_no_command(text: str) -> None:
    page, mistakes = parse(f"# Title\n\n{text}{REST}")
    assert not mistakes
    assert [one.id for one in page.stations] == ["opening", "last"]
    assert page.exercises == ("real",)
    first = page.parts[0]
    assert isinstance(first, Prose)
    assert first.text == f"# Title\n\n{text}"


@pytest.mark.parametrize("heading", ["## Last", "##\tLast", "  ## Last", "## Last ##", "## Last  "])
def test_a_heading_is_what_markdown_shows_as_one(heading: str) -> None:
    page, mistakes = parse(f"# Title\n\nText.\n\n{heading}\n\n@exercise\treal\n")
    assert not mistakes
    assert [(one.id, one.title) for one in page.stations] == [("opening", ""), ("last", "Last")]
    assert page.exercises == ("real",)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("```\nText.", 3, "the block that begins here has no end"),
        ("<!--\nText.", 3, "the comment that begins here has no end"),
        ("##Last\n\nText.", 3, "this heading begins no station"),
        ("##\n\nText.", 3, "this heading begins no station"),
        ("## 日本\n\nText.", 3, "the title '日本' has no letter from a to z and no figure"),
        ("## Two\n\nA.\n\n## Two\n\nB.", 7, "another station is called 'Two'"),
        ("@card a\n- One.\n\n@card b\n- Two.", 6, "the page has a card already"),
        ("@anna wrote.", 3, "there is no '@anna'"),
        ("@what-if it-rains", 3, "there is no '@what-if it-rains'"),
        ("## A\n\n@minutes\n\nText.", 5, "'@minutes' needs whole minutes"),
        ("## A\n\n@minutes ten\n\nText.", 5, "'ten' is no number of minutes"),
        ("## A\n\n@minutes 0\n\nText.", 5, "'0' is no number of minutes"),
        ("## A\n\n@minutes 7.5\n\nText.", 5, "'7.5' is no number of minutes"),
        ("## A\n\n@minutes 9\n\nText.\n\n@minutes 8", 9, "this station says its minutes twice"),
    ],
)
def test_what_an_author_did_not_mean_is_named(text: str, line: int, problem: str) -> None:
    found = parse(f"# Title\n\n{text}\n").mistakes
    assert [one.line for one in found] == [line]
    assert found[0].problem.startswith(problem)


def test_a_lesson_takes_what_its_stations_take() -> None:
    page, mistakes = parse(
        "# Title\n\n## Hear\n\n@minutes 12\n\nA.\n\n"
        "## Say\n\n@minutes 9\n@more-practice\n\nB.\n\n## Send\n\nC.\n"
    )
    assert not mistakes
    assert [(one.id, one.minutes, one.core) for one in page.stations[1:]] == [
        ("hear", 12, True), ("say", 9, False), ("send", 0, True)
    ]  # fmt: skip
    assert (page.minutes, page.core_minutes) == (21, 12)


def test_the_list_of_lessons_tells_the_minutes_of_each_station(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    page = "# One\n\n## Hear\n\n@minutes 12\n\nA.\n\n## Say\n\n@minutes 9\n\nB.\n"
    for name, text in {"order.yaml": "- one", "one/page.md": page}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (lesson,) = build(Course(tmp_path, tmp_path)).lessons
    assert lesson.minutes == 21
    assert [one.minutes for one in lesson.stations] == [0, 12, 9]


@pytest.mark.parametrize(("given", "made"), [("007", "7"), ("٣", "3"), ("abc", '"abc"')])
def test_a_number_on_a_page_is_one_in_the_notebook(tmp_path: Path, given: str, made: str) -> None:
    (tmp_path / "one").mkdir()
    for name, text in {
        "order.yaml": "- one",
        "one/page.md": f"# One\n\n@how-many-to-ask customers={given}",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    notebook = build(Course(tmp_path, tmp_path)).notebooks["one.ipynb"].decode()
    assert f"how_many_to_ask(customers={made.replace(chr(34), chr(92) + chr(34))})" in notebook


def test_sliders_are_called_by_their_name(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    for name, text in {
        "order.yaml": "- one",
        "one/page.md": "# One\n\n@what-if who-answers",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    notebook = build(Course(tmp_path, tmp_path)).notebooks["one.ipynb"].decode()
    assert 'what_if(\\"who-answers\\")' in notebook


@pytest.mark.parametrize(
    "comment",
    ["<!--\n@exercise no\n## no\n-->", "<!-- @exercise no -->", "<!-- a --> \n<!-- b -->"],
)
def test_a_comment_reaches_no_trainee(comment: str) -> None:
    page, mistakes = parse(f"# A\n\nText.\n{comment}\nMore.\n\n@exercise yes\n")
    assert mistakes == ()
    prose = [one.text for one in page.parts if isinstance(one, Prose)]
    assert prose == ["# A\n\nText.\nMore."]
    assert page.exercises == ("yes",)


def test_what_stands_beside_a_comment_stays() -> None:
    page, _ = parse("# A\n\n<!-- a --> Text.\n\n```\n<!-- code -->\n```\n")
    (prose,) = (one.text for one in page.parts if isinstance(one, Prose))
    assert "Text." in prose
    assert "<!-- code -->" in prose
