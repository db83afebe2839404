"""Every kind, and one that only the tests know, from the author's file to the instructor's report.

A kind is added by its own file and one entry in `KINDS`. What breaks here for `mark-words` is a
room that knows kinds by name.
"""

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from course.answers import MemoryLog, Session, open_session
from course.answers.submission import submit
from course.exercises import (
    KINDS,
    Invalid,
    Item,
    NeedsReview,
    Options,
    Scored,
    best,
    check,
    guess,
    specimens,
)
from course.exercises.base import Option
from course.grading import Cohort, cohort, exports
from course.grading.players import PLAYERS
from course.grading.simulate import simulate
from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import lint
from course.lessons.rules.drafts import read_draft
from course.page import ExerciseWidget
from course.page.facts import facts
from course.page.messages import plain
from course.page.source import module
from course.page.view import view
from course.reports import pages
from course.roof import Activity
from tests import house
from tests.exercises import mark_words

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
BLAME = "first/exercises/blame.yaml"
BLAMES = """\
kind: mark-words
id: blame
title: Whose fault is it?
covers: [ONE-1]
said_by: A new colleague
passage: "You should have looked in the box. Up to £{refund_limit} comes back, and you must wait."
prompt: Mark the words that Ines hears as blame or as an order.
why_marked: Once seen they are easily left out.
key:
  stretches:
    - {id: fault, words: "should have", reason: "Ines hears that it is her own fault."}
    - {id: order, words: "must wait.", reason: "Ines hears an order, and no day."}
"""
AGAIN = """\
kind: mark-words
id: blame-again
title: And in an e-mail?
covers: [ONE-1]
returns: blame
said_by: Another colleague
passage: "As we told you before, nobody but you can open the parcel."
prompt: Mark what her neighbour takes for blame.
key:
  stretches:
    - {id: before, words: "told you before,", reason: "He is told that he did not listen."}
    - {id: nobody, words: "nobody but you", reason: "He stands alone with the parcel."}
"""
SECOND = """\
# A second lesson: afterwards

@summary One thing comes back.

## Hear it again

@minutes 1

@exercise blame-again
"""
EXAMPLES = {
    "choice": "pick-one",
    "sort": "tag-lines",
    "rank": "in-order",
    "number": "how-many",
    "reply": "in-your-words",
    "dialogue": "broken-mug",
    "mark-words": "blame",
}
"""An exercise of the small course for each kind."""
of_every_kind = pytest.mark.parametrize("name", EXAMPLES.values(), ids=EXAMPLES)


@pytest.fixture(scope="module", autouse=True)
def one_more() -> Iterator[None]:
    """One more kind, as long as these tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KINDS, mark_words.KIND.name, mark_words.KIND)
        yield


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, in which words are marked and marked again."""
    folder = tmp_path_factory.mktemp("every-kind") / "content"
    shutil.copytree(SMALL, folder)
    with (folder / "first" / "page.md").open("a") as page:
        page.write("\n@exercise blame\n")
    (folder / BLAME).write_text(BLAMES)
    (folder / "order.yaml").write_text("- first\n- second\n")
    (folder / "second" / "exercises").mkdir(parents=True)
    (folder / "second" / "page.md").write_text(SECOND)
    (folder / "second" / "exercises" / "blame-again.yaml").write_text(AGAIN)
    return folder


@pytest.fixture(scope="module")
def course(content: Path) -> Course:
    return Course(content, content)


def found(course: Course, name: str) -> Item:
    item = course.find(name)
    assert item is not None
    return item


def test_every_kind_has_an_example(course: Course) -> None:
    assert set(EXAMPLES) == set(KINDS)
    assert {name: found(course, one).kind.name for name, one in EXAMPLES.items()} == {
        name: name for name in KINDS
    }


def test_no_room_knows_a_kind_by_name() -> None:
    """The page may: it draws each kind in its own way."""
    kinds = {f"course.exercises.{name}" for name in KINDS}
    named = re.compile(rf"""kind(\.name)? (==|!=|in|not in) .*["']({"|".join(KINDS)})["']""")
    package = house.ROOT / "course"
    elsewhere = [
        path
        for path in house.files(package)
        if path.relative_to(package).parts[0] not in ("exercises", "page")
    ]
    assert [path for path in elsewhere if named.search(path.read_text(encoding="utf-8"))] == []
    imports = [one for path in elsewhere for one in house.imports(package, path)]
    assert [one for one in imports if one.module in kinds] == []


# From a file.


def test_a_kind_is_made_ready_with_the_house_rules(course: Course) -> None:
    assert "Up to £25 comes back" in found(course, "blame").exercise.passage


def test_nothing_is_wrong_with_any_of_them(course: Course) -> None:
    assert [str(one) for one in lint(course)] == []


SPOILT = [
    ("CC001", 6, "{refund_limit}", "{no_such_value}", "the house rules have no value"),
    ("CC001", 5, "said_by: A new colleague", "said_by: 5", "this should be text"),
    ("CC002", 11, '"should have"', '"should never have"', "is not in the passage"),
    ("CC003", 9, 'id: order, words: "must wait."', 'id: order, words: "should have"', "partly"),
    ("CC050", 12, "Ines hears an order, and no day.", " ", "explains nothing"),
    ("CC051", 12, "Ines hears an order", "Ines hears " + "an order " * 30, "has 66 words"),
    ("CC053", 12, "no day.", "no day!", "exclaims"),
    ("CC053", 8, "left out.", "left out!", "exclaims"),
    ("CC054", 8, "left out.", "left out \N{WHITE FROWNING FACE}.", "emoji"),
]


@pytest.mark.parametrize(("code", "line", "before", "after", "words"), SPOILT)
def test_what_is_wrong_with_an_unknown_kind_is_found_at_its_place(
    content: Path, tmp_path: Path, code: str, line: int, before: str, after: str, words: str
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    text = BLAMES.replace(before, after)
    assert text != BLAMES
    (folder / BLAME).write_text(text)
    told = [one for one in lint(Course(folder, folder)) if one.code == code]
    assert [(one.file, one.line) for one in told] == [(BLAME, line)]
    assert words in told[0].problem


def test_people_in_an_unknown_kind_may_exclaim(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    (folder / BLAME).write_text(BLAMES.replace("must wait.", "must wait!"))
    assert [one.code for one in lint(Course(folder, folder))] == []


def test_options_of_an_unknown_kind_are_compared(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def options(exercise: mark_words.MarkWords, key: mark_words.MarkWordsKey) -> Options:
        right = key.stretches[0]
        wrong = (Option("short", "Up"), Option("shorter", "to"))
        return Options("key.stretches", (Option(right.id, right.words), *wrong),
                       frozenset({right.id}))  # fmt: skip

    told = msgspec.structs.replace(mark_words.KIND, options=options)
    monkeypatch.setitem(KINDS, "mark-words", told)
    longer = [one for one in lint(Course(content, content)) if one.code == "CC041"]
    assert (longer[0].file, longer[0].line) == (BLAME, 11)


@of_every_kind
def test_every_explanation_has_its_place_in_the_file(course: Course, name: str) -> None:
    (draft,) = (one for one in read_draft(course).exercises if one.item.id == name)
    told = draft.item.kind.explanations(draft.item.exercise, draft.item.key)
    assert told
    for place, text in told.items():
        found: Diagnostic = draft.at("CC050", place, "it", "mend it")
        lines = (course.folder / found.file).read_text(encoding="utf-8").splitlines()
        # A note stands below its name, a reason beside it.
        near = " ".join(lines[found.line - 1 : found.line + 1])
        assert " ".join(text.split()[:2]) in near, (place, near)


# To an answer.


@of_every_kind
def test_learners_by_chance_give_valid_answers(course: Course, name: str) -> None:
    item, dice = found(course, name), random.Random(4)
    given = [guess(item, dice) for _ in range(20)]
    assert not [one for one in given if isinstance(check(item, one), Invalid)]
    assert len({json.dumps(one, sort_keys=True) for one in given}) > 1


@of_every_kind
def test_the_best_answer_is_marked_best(course: Course, name: str) -> None:
    item = found(course, name)
    result = check(item, best(item))
    assert result.full if isinstance(result, Scored) else isinstance(result, NeedsReview)
    assert item.kind.reviewed == isinstance(result, NeedsReview)


@of_every_kind
def test_every_player_plays_it(course: Course, name: str) -> None:
    item = found(course, name)
    for player in PLAYERS.values():
        assert not isinstance(check(item, player(item, random.Random(1))), Invalid)


# To marks and pages.


class Graded(NamedTuple):
    cohort: Cohort
    pages: dict[str, str]
    files: dict[str, Any]


@pytest.fixture(scope="module")
def graded(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """What six simulated learners come to."""
    out = tmp_path_factory.mktemp("handed-in")
    list(simulate(course, 6, out))
    made = cohort(course, [out])
    said = {one: _read(raw.decode()) for one, raw in pages(course, made).items()}
    return Graded(made, said, exports(made))


def _read(page: str) -> str:
    """The words of a page on one line."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.S).split())


@of_every_kind
def test_what_is_handed_in_is_marked(graded: Graded, name: str) -> None:
    assert not graded.cohort.something_refused
    for trainee in graded.cohort.trainees:
        one = next(one for one in trainee.exercises if one.id == name)
        assert one.attempts
        assert one.state in ("scored", "awaiting review")
        if trainee.name.startswith("Perfect"):
            assert one.best in (None, pytest.approx(1))


@of_every_kind
def test_items_and_reviews_have_it(graded: Graded, name: str) -> None:
    (item,) = (one for one in graded.cohort.items if one.id == name)
    assert (item.n, item.kind) == (6, next(kind for kind, one in EXAMPLES.items() if one == name))
    assert name in graded.files["items.csv"].decode()
    assert KINDS[item.kind].reviewed == (name in graded.files["review.csv"].decode())
    assert (item.first is None) == KINDS[item.kind].reviewed


def test_what_costs_marks_is_named_as_the_kind_names_it(graded: Graded) -> None:
    slips = {one.id: one.slip for one in graded.cohort.items}
    assert slips["blame"].startswith("not marked: ")
    assert slips["in-order"].startswith("out of place: ")
    assert slips["broken-mug"].startswith("missing: ")


def test_what_comes_back_is_compared(graded: Graded) -> None:
    (pair,) = (one for one in graded.cohort.returns if one.id == "blame-again")
    assert (pair.earlier, pair.n, pair.then is not None) == ("blame", 6, True)


@of_every_kind
def test_feedback_and_report_have_a_place_for_it(graded: Graded, course: Course, name: str) -> None:
    item = found(course, name)
    feedback = [text for one, text in graded.pages.items() if one.startswith("feedback/")]
    assert len(feedback) == 6
    for text in feedback:
        start = text.index(f"{item.exercise.title} {item.kind.noun}.")
        assert item.kind.scenario is not None or item.kind.lead in text[start:]
    assert item.exercise.title in graded.pages["report.html"]


def test_feedback_says_what_was_there_what_was_marked_and_what_was_missed(
    course: Course, tmp_path: Path
) -> None:
    session = open_session(course, tmp_path / "ines")
    session.profile("Ines")
    session.answer("blame", [[1, 1], [9, 9]])
    made = cohort(course, [submit(tmp_path / "ines", tmp_path / "ines.jsonl")])
    (text,) = (_read(raw.decode()) for one, raw in pages(course, made).items() if "feedback" in one)
    said = [
        "Whose fault is it? Words to mark.",
        "A new colleague You should have looked in the box. Up to £25 comes back",
        "Mark the words that Ines hears as blame or as an order.",
        "You marked:",
        "should have Ines hears that it is her own fault.",
        "£25 (not right) Not these.",
        "Also right: must wait. Ines hears an order, and no day.",
        "0 % of the mark",
    ]
    # What slips stands above, with an example of its own.
    text = text[text.index("lesson by lesson") :]
    places = [text.find(one) for one in said]
    assert -1 not in places, (said[places.index(-1)], text)
    assert places == sorted(places)
    assert text.count("Ines hears an order, and no day.") == 1


# On the page.


@of_every_kind
def test_it_stands_in_one_line_where_there_is_no_page(course: Course, name: str) -> None:
    session = Session(course, MemoryLog())
    item = found(course, name)
    before = repr(Activity(item, session))
    assert before.startswith(f"<{item.kind.name.capitalize()} {name}: ")
    session.answer(name, best(item))
    after = facts(item, session.history(name))
    assert after.startswith(f"<{item.kind.name.capitalize()} {name}: ")
    assert after != before


@of_every_kind
def test_the_page_draws_it_in_every_state(course: Course, name: str) -> None:
    item = found(course, name)
    for one in specimens(item):
        session = Session(course, MemoryLog())
        assert view(item, session.history(name)).state == "before"
        session.answer(name, one.answer)
        made = view(item, session.history(name))
        assert plain(made)["title"] == item.exercise.title
        assert one.result != "invalid" or made.state == "before"
    assert "export default" in module(item.kind.name)


def test_a_kind_without_a_widget_says_so(course: Course) -> None:
    session = Session(course, MemoryLog())
    shown = ExerciseWidget(found(course, "blame"), session)
    assert "nothing to answer this kind of exercise with" in shown.view["plain"]
    session.answer("blame-again", best(found(course, "blame-again")))
    session.answer("blame", [[1, 1]])
    again = ExerciseWidget(found(course, "blame-again"), session)
    assert again.view["returned"]["rows"] == [["Mark", "1 of 2", "2 of 2"]]
    assert repr(again) == "<Mark-words blame-again: 2 of 2>"
