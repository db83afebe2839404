"""A move that only the tests know: one row, and everything that has to do with moves knows it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec import to_builtins
from msgspec.structs import fields, replace

from course.answers import History
from course.answers.history import Attempt
from course.exercises import Criterion, Item, check, kind
from course.exercises.reply import Reply, ReplyKey
from course.language import ACTS, MOVES, Gain, Move, Rule, Slight, Voice, read
from course.language.row import by_name
from course.lessons import ContentError, Course
from course.lessons.lint import lint
from course.page.view import view
from course.page.views.reply import ReplyView
from course.scenarios import debrief, handling, play, policies, survey
from course.scenarios.definition import Choice, When, WordError
from tests.scenarios.made import line, room

SMALL = Path(__file__).parents[1] / "fixtures" / "course"
PRAISE = Move(
    name="praise",
    meaning="says what the customer did well",
    because="It is pleasant to hear, and soon sounds like flattery.",
    gain=Gain(
        points=(4.0, 1.5, 0.0),
        treatment=3.0,
        needs_news=False,
        said="{name} heard what had been done well.",
        again="More praise helps a little.",
        spent="Praise was not what was missing.",
        early=None,
        doubted="{name} takes the praise for flattery.",
        remembered=Voice("They noticed.", "They were nice to me.", "Nice.", "They noticed, once."),
        remembered_doubted=None,
    ),
    slight=None,
    step="listen",
    warm=True,
    helps=False,
    shown_by=(Rule(pattern=r"\bwell spotted\b", why="It says what was done well."),),
)
SHRUG = Move(
    name="shrug",
    meaning="says that it does not matter",
    because="What matters to the customer matters.",
    gain=None,
    slight=Slight(
        points=9.0,
        trust=5.0,
        treatment=12.0,
        conduct=0.5,
        unless=None,
        said="{name} was told that it did not matter.",
        told="This made light of it",
        signs=("never mind",),
        remembered=Voice("{line}", "{line}", "{line} Not to me.", "{line}"),
    ),
    step=None,
    warm=False,
    helps=False,
    shown_by=(),
)
HUM = replace(
    ACTS["check_understood"],
    name="hum",
    meaning="hums while looking",
    gain=2.0,
    said="{name} heard that somebody was there.",
    aloud=True,
    title="Be heard to be there",
    missed="There was a silence that nobody filled.",
)


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that there is to do for a new move or act: a row more in its table."""
    monkeypatch.setitem(MOVES, PRAISE.name, PRAISE)
    monkeypatch.setitem(MOVES, SHRUG.name, SHRUG)
    monkeypatch.setitem(ACTS, HUM.name, HUM)


@pytest.fixture
def content(tmp_path: Path, rows: None) -> Path:
    """The small course, in whose scenario both good lines praise."""
    folder = tmp_path / "content"
    copytree(SMALL, folder)
    path = folder / "first" / "scenarios" / "broken-mug.yaml"
    text = path.read_text(encoding="utf-8")
    for once in (
        "    moves:\n    - acknowledge\n",
        "    moves:\n    - offer_solution\n    - set_time\n",
    ):
        assert text.count(once) == 1
        text = text.replace(once, f"{once}    - praise\n")
    text = text.replace("      - acknowledge\n  - text: So", "      - praise\n  - text: So")
    path.write_text(text, encoding="utf-8")
    return folder


def test_it_is_loaded_linted_and_played_from_a_file(content: Path) -> None:
    course = Course(content, content)
    assert [str(one) for one in lint(course)] == []
    scenario = course.lessons["first"]["broken-mug"].exercise.scenario
    whole = play(scenario, ["own-it", "new-mug"])
    praised = [e for turn in whole.turns for e in turn.effects if e.kind.startswith("praise")]
    assert [(e.kind, e.points, e.reason) for e in praised] == [
        ("praise", 4, "Ines heard what had been done well."),
        ("praise_again", 1.5, "More praise helps a little."),
    ]
    assert whole.turns[1].said == "So what can you do?", "a condition asks for the new move"


@pytest.mark.usefixtures("rows")
def test_each_time_earns_what_its_row_says_and_no_more() -> None:
    whole = play(room(line("say", "praise")), ["say"] * 4)
    assert [turn.after - turn.before for turn in whole.turns] == [4, 1.5, 0, 0]
    assert [turn.reasons for turn in whole.turns] == [
        ("Ada heard what had been done well.",),
        ("More praise helps a little.",),
        ("Praise was not what was missing.",),
        ("Praise was not what was missing.",),
    ]


@pytest.mark.usefixtures("rows")
def test_low_trust_the_step_and_the_survey_follow_the_row() -> None:
    case = room(line("say", "praise", next="solved"), line("plain", next="solved"))
    said, plain = (debrief(case, play(case, [one])) for one in ("say", "plain"))
    assert [step.turn for step in said.steps if step.step == "listen"] == [1]
    assert [step.turn for step in plain.steps if step.step == "listen"] == [None]
    # 3 for the move and 12 for the step, of which treatment is a fifth; the mood on top.
    assert said.survey.points >= plain.survey.points + 0.2 * (3 + 12)
    calm = survey(case, play(case, ["say"]))
    assert calm.comment.endswith("They noticed.")
    wary = replace(case, customer=replace(case.customer, trust=30))
    (effect,) = play(wary, ["say"]).turns[0].effects
    assert (effect.kind, effect.points) == ("praise_doubted", 2)
    assert effect.reason == "Ada takes the praise for flattery."


@pytest.mark.usefixtures("rows")
def test_a_new_slight_costs_every_time_in_mood_trust_mark_and_survey() -> None:
    rude = replace(line("rude", "shrug"), text="I see. Never mind, it is only a kettle. So?")
    case = room(rude, line("well", "acknowledge"), line("end", next="gone"))
    whole = play(case, ["rude", "rude", "end"])
    assert [turn.after - turn.before for turn in whole.turns[:2]] == [-9, -9]
    assert whole.state.trust == 60 - 5 - 5
    assert whole.turns[0].reasons == ("Ada was told that it did not matter.",)
    conduct = next(c for c in handling(case, whole).criteria if c.id == "conduct")
    assert conduct.reason.startswith("This made light of it: ‘Never mind, it is only a kettle.’")
    assert "Never mind" in survey(case, whole).comment
    assert survey(case, whole).points < survey(case, play(case, ["well", "well", "end"])).points
    careless = next(one for one in policies(case) if one.name == "careless")
    assert dict(careless.endings) == {"here": 1.0}, "carelessness takes the slight, for ever"


@pytest.mark.usefixtures("rows")
def test_a_new_act_counts_once_where_it_is_heard() -> None:
    case = room(line("hm", acts=("hum",)), line("end", next="solved"))
    whole = play(case, ["hm", "hm"])
    assert [turn.after - turn.before for turn in whole.turns] == [2, 0]
    letter = replace(case, channel="e-mail")
    assert play(letter, ["hm"]).turns[0].effects == ()
    from course.scenarios.definition import Rubric

    asked = replace(case, rubric=Rubric(acts=("hum",)))
    missed = handling(asked, play(asked, ["end"])).criteria
    assert ("Be heard to be there", "There was a silence that nobody filled.") in [
        (c.title, c.reason) for c in missed
    ]


@pytest.mark.usefixtures("rows")
def test_the_page_reads_it_in_a_reply() -> None:
    exercise = Reply(id="r", title="R", prompt="Write.", covers=())
    key = ReplyKey(
        rubric=(Criterion(id="sorry", text="Is sorry", points=1, move="apologise"),),
        model="Well spotted, and I'm sorry.",
        because="It says so.",
    )
    item = Item(kind=kind("reply"), exercise=exercise, key=key)
    answer = "Well spotted, that is our mistake and no other."
    result = check(item, answer)
    history = History(
        attempts=(Attempt(answer=answer, result=result, attempt=1, at="2026-03-02T09:00:00Z"),)
    )
    made = view(item, history)
    assert isinstance(made, ReplyView)
    also = [(one.why, one.quotes) for one in made.also]
    assert (f"It {PRAISE.meaning}.", ("Well spotted",)) in also
    assert "praise" in read(answer).moves()


@pytest.mark.usefixtures("rows")
def test_a_word_that_is_in_no_table_is_refused_with_the_words_there_are() -> None:
    with pytest.raises(
        WordError, match=r"there is no 'prays'; there are: greet, .*, praise, shrug"
    ):
        line("say", "prays")
    with pytest.raises(WordError, match="there is no 'praise'"):
        Choice(id="a", text="A.", next="b", acts=("praise",))
    assert When(done=("praise", "hum"))


def test_without_its_row_the_word_is_refused_at_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    copytree(SMALL, folder)
    path = folder / "first" / "scenarios" / "broken-mug.yaml"
    text = path.read_text(encoding="utf-8").replace("    - offer_solution", "    - praise", 1)
    path.write_text(text, encoding="utf-8")
    told = r"there is no 'praise'\..*: use one of greet, "
    with pytest.raises(ContentError, match=told) as raised:
        Course(folder, folder).lessons["first"]["broken-mug"]
    at = text.splitlines().index("    - praise") + 1
    assert (raised.value.line, raised.value.place) == (at, "moments[0].choices[2].moves[1]")


def parts(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


@pytest.mark.parametrize(
    ("made", "whole", "part"),
    [
        (type(row), row, part)
        for row in (PRAISE, PRAISE.gain, SHRUG.slight, HUM)
        for part in to_builtins(row)
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_row_with_a_part_missing_is_refused_and_the_part_named(
    made: type[Any], whole: Any, part: str
) -> None:
    given = parts(whole)
    del given[part]
    with pytest.raises(TypeError, match=f"Missing required argument '{part}'"):
        made(**given)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: replace(PRAISE, meaning=" "), "praise: 'meaning' is empty"),
        (lambda: replace(PRAISE, step="listening"), "praise: 'listening' is no step"),
        (lambda: replace(PRAISE, slight=SHRUG.slight), "praise: it has a gain and a slight"),
        (lambda: with_gain(points=()), r"praise: gain.points is empty"),
        (lambda: with_gain(said=""), r"praise: .*gain.said; write it"),
        (lambda: with_gain(again=None), r"praise: .*gain.again; write it"),
        (lambda: with_gain(spent=None), r"praise: .*gain.spent; write it"),
        (lambda: with_gain(doubted=None, remembered_doubted=PRAISE.gain.remembered),
         r"praise: .*gain.doubted; write it"),
        (lambda: replace(SHRUG, slight=replace(SHRUG.slight, points=0.0)), "shrug: slight.points"),  # type: ignore[type-var]
        (lambda: replace(HUM, said=None), "hum: it gains something"),
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself_is_refused(wrong: Callable[[], Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        wrong()


def with_gain(**changes: Any) -> Move:
    assert PRAISE.gain is not None
    return replace(PRAISE, gain=replace(PRAISE.gain, **changes))


@pytest.mark.parametrize("name", MOVES)
def test_every_shipped_move_can_be_made_four_times_and_is_told_each_time(name: str) -> None:
    row = MOVES[name]
    case = room(line("say", "acknowledge", name, learns=("when",)), line("wait"))
    whole = play(case, ["say", "say", "say", "say"])
    kinds = {name, *(f"{name}_{shade}" for shade in ("again", "early", "doubted"))}
    told = [e for turn in whole.turns for e in turn.effects if e.kind in kinds]
    assert bool(told) == (row.gain is not None or row.slight is not None)
    assert all(effect.reason for effect in told)
    if row.gain is not None and not row.gain.needs_news:
        last = row.gain.points[-1]
        wanted = [*row.gain.points, last, last, last, last][:4]
        assert [effect.points for effect in told] == wanted


def test_no_two_rows_share_a_name() -> None:
    assert not set(MOVES) & set(ACTS)
    with pytest.raises(ValueError, match="two rows are called 'praise'"):
        by_name(PRAISE, SHRUG, PRAISE)
