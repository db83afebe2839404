"""Every code has an example that shows it, and sound scenarios show none."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from course.scenarios import SMALL, SMALL_RULES, Scenario, apply_rules, diagnose
from course.scenarios.definition import Line, Moment, Play, Promise, Route, Rubric, When
from tests.scenarios.loading import own_names

READY = apply_rules(SMALL, SMALL_RULES)
OPENING, MENDING = READY.moments


def with_moment(case: Scenario, at: int, **changes: Any) -> Scenario:
    moments = list(case.moments)
    moments[at] = replace(moments[at], **changes)
    return replace(case, moments=tuple(moments))


def with_choice(case: Scenario, at: int, number: int, **changes: Any) -> Scenario:
    lines = list(case.moments[at].choices)
    lines[number] = replace(lines[number], **changes)
    return with_moment(case, at, choices=tuple(lines))


def note(**changes: Any) -> Any:
    return replace(OPENING.choices[0].note, **changes)  # type: ignore[type-var]


EXTRA = Moment(id="attic", says=(Line(text="Hm."),), choices=MENDING.choices)
LONG = "word " * 41

EXAMPLES: dict[str, tuple[Callable[[], Scenario], str]] = {
    "CC101": (
        lambda: with_choice(READY, 0, 1, id="own-it"),
        "moments.opening.choices.own-it",
    ),
    "CC102": (
        lambda: with_choice(READY, 0, 1, next="mendng"),
        "moments.opening.choices.sorry-only.next",
    ),
    "CC103": (
        lambda: with_choice(READY, 0, 0, learns=("sunday",)),
        "moments.opening.choices.own-it.learns",
    ),
    "CC104": (
        lambda: with_choice(READY, 1, 0, remedy="mug"),
        "moments.mending.choices.new-mug.remedy",
    ),
    "CC105": (
        lambda: with_choice(READY, 1, 0, promise="ring"),
        "moments.mending.choices.new-mug.promise",
    ),
    "CC106": (
        lambda: with_choice(READY, 1, 1, breaches=("identity",)),
        "moments.mending.choices.form.breaches",
    ),
    "CC107": (lambda: replace(READY, id="Broken mug"), "id"),
    "CC108": (
        lambda: with_choice(READY, 1, 0, refers=("sunday",)),
        "moments.mending.choices.new-mug.refers",
    ),
    "CC110": (
        lambda: with_moment(READY, 1, says=(Line(text="Hm.", mood="upset"),)),
        "moments.mending.says",
    ),
    "CC111": (
        lambda: with_moment(READY, 1, says=(Line(text="Hm."), Line(text="Well?"))),
        "moments.mending.says.1",
    ),
    "CC112": (
        lambda: with_moment(READY, 1, says=(Line(text=LONG),)),
        "moments.mending.says.0",
    ),
    "CC113": (
        lambda: with_choice(READY, 1, 1, text=LONG * 2),
        "moments.mending.choices.form",
    ),
    "CC114": (
        lambda: with_choice(READY, 1, 1, note=None),
        "moments.mending.choices.form",
    ),
    "CC115": (
        lambda: with_choice(READY, 0, 0, note=note(why=LONG)),
        "moments.opening.choices.own-it.note",
    ),
    "CC116": (
        lambda: with_choice(READY, 0, 0, note=note(heard="Well done!")),
        "moments.opening.choices.own-it.note",
    ),
    "CC117": (
        lambda: with_choice(
            READY,
            1,
            1,
            next=(Route(to="mended", when=When(mood="upset")), Route(to="sent-away")),
        ),
        "moments.mending.choices.form.next.0.when",
    ),
    "CC118": (
        lambda: with_choice(READY, 1, 1, next=(Route(to="sent-away", when=When(done=("own",))),)),
        "moments.mending.choices.form.next",
    ),
    "CC119": (lambda: with_moment(READY, 0, typed=False), "moments"),
    "CC120": (
        lambda: replace(with_choice(READY, 0, 1, acts=("verify_identity",)), channel="social"),
        "moments.opening.choices.sorry-only",
    ),
    "CC121": (
        lambda: replace(READY, rubric=Rubric(budget=25, opening="act")),
        "customer.opening",
    ),
    "CC122": (
        lambda: replace(READY, remedies=(replace(READY.remedies[0], fit=28), READY.remedies[1])),
        "remedies.new-mug.fit",
    ),
    "CC127": (
        lambda: with_choice(READY, 0, 0, reply=()),
        "moments.opening.choices.own-it.learns",
    ),
    "CC128": (
        lambda: with_moment(READY, 1, danger=True),
        "moments.mending.choices.form",
    ),
    "CC149": (
        lambda: with_choice(READY, 1, 0, refers=("saturday",)),
        "moments.mending.choices.new-mug.refers",
    ),
    "CC130": (
        lambda: with_choice(
            with_choice(READY, 0, 1, moves=("apologise",)), 1, 1, moves=("redirect",)
        ),
        "moments",
    ),
    "CC131": (
        lambda: with_choice(READY, 0, 0, text="A mug in two pieces. " * 12),
        "moments.opening.choices.own-it",
    ),
    "CC132": (lambda: long_case(), "moments"),
    "CC133": (
        lambda: with_moment(
            READY,
            0,
            choices=(
                OPENING.choices[0],
                replace(OPENING.choices[1], moves=("greet",)),
                replace(OPENING.choices[3], moves=("blame",)),
            ),
        ),
        "moments.opening.choices",
    ),
    "CC134": (
        lambda: with_choice(READY, 1, 0, text="So what can you have? A new mug, so you can drink."),
        "moments",
    ),
    "CC140": (lambda: replace(READY, moments=(*READY.moments, EXTRA)), "moments.attic"),
    "CC141": (
        lambda: replace(READY, endings=(*READY.endings, replace(READY.endings[1], id="fled"))),
        "endings.fled",
    ),
    "CC142": (
        lambda: with_moment(
            READY, 1, choices=tuple(replace(c, when=When(done=("hold",))) for c in MENDING.choices)
        ),
        "moments.mending.choices",
    ),
    "CC143": (
        lambda: with_moment(
            READY, 1, choices=tuple(replace(c, next="mending") for c in MENDING.choices)
        ),
        "moments.mending",
    ),
    "CC144": (
        lambda: with_moment(
            READY,
            1,
            choices=(*MENDING.choices, replace(MENDING.choices[1], id="form-too")),
        ),
        "moments.mending.choices.form",
    ),
    "CC146": (
        lambda: replace(READY, endings=tuple(replace(e, best=False) for e in READY.endings)),
        "endings",
    ),
    "CC147": (
        lambda: replace(READY, rubric=Rubric(budget=25, acts=("hand_over",))),
        "rubric",
    ),
    "CC148": (
        lambda: replace(
            with_choice(READY, 1, 1, moves=()),
            endings=(
                replace(READY.endings[0], best=False),
                replace(READY.endings[1], best=True),
            ),
        ),
        "endings.mended",
    ),
    "CC150": (
        lambda: replace(
            READY,
            plan=(Play(name="off", choices=("own-it", "form"), ending="mended", handling=(0, 9)),),
        ),
        "plan.0",
    ),
    "CC151": (lambda: replace(READY, plan=()), "plan"),
    "CC152": (lambda: replace(READY, plan=READY.plan[1:]), "plan"),
    "CC153": (
        lambda: with_choice(READY, 1, 0, moves=(), promise=None, remedy=None, next="sent-away"),
        "moments",
    ),
    "CC154": (
        lambda: with_moment(READY, 0, choices=OPENING.choices[:1]),
        "moments",
    ),
}


def long_case() -> Scenario:
    """Four moments alike, the good line first in each."""
    third = OPENING.choices[1:3]
    moments = []
    for number in range(4):
        to = f"m{number + 1}" if number < 3 else "mending"
        good = replace(OPENING.choices[0], next=to)
        others = [replace(c, next="sent-away") for c in third]
        moments.append(replace(OPENING, id=f"m{number}", choices=(good, *others)))
    return replace(READY, moments=(*moments, MENDING))


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_of_each_code_shows_it(code: str) -> None:
    make, where = EXAMPLES[code]
    found = [(d.code, d.where) for d in diagnose(make())]
    assert (code, where) in found


def test_a_walk_that_is_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from course.scenarios import explore
    from course.scenarios.diagnosis import walk

    short = explore(READY, limit=3)
    assert [d.code for d in walk.check_size(READY, short)] == ["CC145"]


def test_a_misspelt_id_suggests_the_right_one() -> None:
    found = diagnose(EXAMPLES["CC102"][0]())
    assert found[0].mend == "Did you mean 'mending'?"
    assert found[0].severity == "error"


def test_a_fact_is_told_by_the_reply_by_what_opens_the_next_moment_or_not_at_all() -> None:
    bare = with_choice(READY, 0, 0, reply=())
    for says, codes in (
        (MENDING.says, ["CC127"]),
        ((Line(text="For Saturday. Well?"),), []),
        ((Line(text="Dad's seventieth.", when=When(knows=("saturday",))), *MENDING.says), []),
        ((Line(text="Dad's seventieth.", when=When(done=("own",))), *MENDING.says), ["CC127"]),
    ):
        assert [one.code for one in diagnose(with_moment(bare, 1, says=says))] == codes, says


TOLD = Line(text="It's my father's birthday, on Saturday.")


def test_a_fact_that_the_agent_has_just_heard_needs_no_telling() -> None:
    bare = with_choice(READY, 0, 0, reply=())
    said = with_moment(bare, 0, says=(TOLD,))
    assert "CC127" not in {one.code for one in diagnose(said)}
    other = with_moment(bare, 0, says=(Line(text="A mug for my father came in two pieces."),))
    assert "CC127" in {one.code for one in diagnose(other)}, "one word of it is not the fact"


def test_a_reply_that_told_it_must_stand_on_every_road_to_the_line() -> None:
    late = with_choice(with_choice(READY, 0, 0, learns=()), 1, 0, learns=("saturday",))
    for told, codes in (((0, 1, 2), set()), ((0, 2), {"CC127"})):
        case = late
        for number in range(3):
            reply = (TOLD,) if number in told else (Line(text="Hm."),)
            case = with_choice(case, 0, number, reply=reply)
        assert {one.code for one in diagnose(case)} & {"CC127"} == codes


def test_in_danger_a_line_makes_safe_or_breaks_the_rule() -> None:
    case = with_moment(READY, 1, danger=True)
    flagged = {one.where for one in diagnose(case) if one.code == "CC128"}
    assert flagged == {f"moments.mending.choices.{name}" for name in ("new-mug", "form")}
    case = with_choice(case, 1, 0, acts=("make_safe",))
    case = with_choice(case, 1, 1, breaches=("safety",))
    assert "CC128" not in {one.code for one in diagnose(case)}


def test_an_empty_file_is_diagnosed_without_falling_over() -> None:
    assert [d.code for d in diagnose(replace(READY, moments=()))] == ["CC119"]


def test_a_condition_is_checked_wherever_it_stands() -> None:
    promise = Promise(id="ring-friday", text="ring", kept=False, kept_when=When(knows=("x",)))
    found = diagnose(replace(READY, promises=(promise,)))
    assert [(d.code, d.where) for d in found] == [("CC103", "promises.ring-friday.kept_when")]


@pytest.mark.parametrize("case", own_names(), indirect=True)
def test_sound_scenarios_have_nothing_to_mend(case: Scenario) -> None:
    assert diagnose(case) == []
