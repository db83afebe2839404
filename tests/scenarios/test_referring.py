"""What a line refers to has come on every road to it, or a road that lacks it is named."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from course.scenarios import Scenario, diagnose, play
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.trail import reached
from course.scenarios.definition import Choice, Fact, Line, Moment, Refers, When
from course.scenarios.exploration.graph import MOST_STATES
from course.scenarios.exploration.outlook import graph_of
from course.scenarios.exploration.referring import Wanted, unfounded
from tests.scenarios.loading import scenario
from tests.scenarios.made import line, room
from tests.scenarios.test_explore import paths

Said = tuple[str, str]
"""Where a line was said, and its words."""


def all_referring(case: Scenario, refers: Refers) -> Scenario:
    """The same, with every line referring to these."""

    def said(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(one, refers=refers) for one in lines)

    def choice(one: Choice) -> Choice:
        return replace(one, refers=refers, reply=said(one.reply))

    def moment(one: Moment) -> Moment:
        choices = tuple(choice(each) for each in one.choices)
        return replace(one, says=said(one.says), unplaced=(), choices=choices)

    return replace(
        case,
        moments=tuple(moment(one) for one in case.moments),
        endings=tuple(replace(one, says=said(one.says)) for one in case.endings),
    )


def found_by_walking(case: Scenario, refers: Refers) -> dict[Said, int]:
    """The lines that some road lacks it for, with the length of the road."""
    case = all_referring(case, refers)
    places = {
        f"moments.{moment.id}.choices.{one.id}": one
        for moment in case.moments
        for one in moment.choices
    }
    spoken = {f"moments.{moment.id}.says": moment.says for moment in case.moments}
    spoken |= {f"endings.{ending.id}.says": ending.says for ending in case.endings}
    spoken |= {f"{where}.reply": one.reply for where, one in places.items()}
    found = {}
    for one in unfounded(graph_of(case, DEFAULT, MOST_STATES)):
        if one.where in places:
            found[one.where, places[one.where].text] = len(one.road)
        else:
            where, _, at = one.where.rpartition(".")
            found[where, spoken[where][int(at)].text] = len(one.road)
    return found


def has_come(case: Scenario, path: tuple[str, ...], thing: str) -> bool:
    """Was it known, offered, promised or said on this road? Asked of the road itself."""
    state = reached(case, path)
    said = {f"{turn.moment}.{turn.choice}" for turn in play(case, path).turns}
    had = {*state.knows, *state.offered, *state.pending, *state.kept, *state.broken, *said, *path}
    return thing in had


def found_by_playing(case: Scenario, thing: str) -> dict[Said, int]:
    """The same by brute force: every road, turn by turn."""
    found: dict[Said, int] = {}
    for path in paths(case):
        for said, where, words in _said_without(case, path, thing):
            found[where, words] = min(said, found.get((where, words), said))
    return {key: at for key, at in found.items() if key[1]}


def _said_without(
    case: Scenario, path: tuple[str, ...], thing: str
) -> Iterator[tuple[int, str, str]]:
    transcript = play(case, path)
    for at, turn in enumerate(transcript.turns):
        if has_come(case, path[:at], thing):
            return
        yield at, f"moments.{turn.moment}.says", turn.said
        yield at + 1, f"moments.{turn.moment}.choices.{turn.choice}", turn.text
        if not has_come(case, path[: at + 1], thing):
            yield at + 1, f"moments.{turn.moment}.choices.{turn.choice}.reply", turn.reply
    if not has_come(case, path, thing):
        yield len(path), f"endings.{transcript.state.at}.says", transcript.closing


@pytest.mark.parametrize("name", ["broken-mug", "hot-plug", "missing-parcel", "sixty-days"])
def test_the_proof_finds_what_playing_every_road_finds(name: str) -> None:
    case = scenario(name)
    things = [fact.id for fact in case.facts]
    things += [promise.id for promise in case.promises]
    things += [remedy.id for remedy in case.remedies]
    things += [f"{moment.id}.{one.id}" for moment in case.moments for one in moment.choices]
    lacking = {thing: found_by_playing(case, thing) for thing in things}
    assert all(lacking.values())
    for thing, played in lacking.items():
        assert found_by_walking(case, (thing,)) == played, thing


def reports(case: Scenario) -> list[tuple[str, Wanted, tuple[str, ...]]]:
    found = unfounded(graph_of(case, DEFAULT, MOST_STATES))
    return [(one.where, one.wanted, one.road) for one in found]


def one_after_another(*lines: Choice, refers: Refers) -> Scenario:
    """Several ways on, and then one line that refers to something."""
    case = room(*lines, line("stay"))
    last = Moment(
        id="last", says=(Line(text="So?"),), choices=(line("speak", next="solved", refers=refers),)
    )
    return replace(case, moments=(case.moments[0], last))


def test_a_shortest_road_without_it_is_named() -> None:
    case = one_after_another(
        line("ask", "clarify", next="last", learns=("when",)),
        line("on", next="last"),
        refers=("when",),
    )
    assert reports(case) == [("moments.last.choices.speak", "when", ("on", "speak"))]


@pytest.mark.parametrize(
    "told",
    [
        line("it", next="last", learns=("when",)),
        line("it", next="last", remedy="plain"),
        line("it", next="last", promise="kept"),
        line("it", next="last"),
    ],
    ids=["known", "offered", "promised", "said"],
)
def test_each_way_in_which_it_can_have_come_is_enough(told: Choice) -> None:
    for thing in told.learns or (told.remedy or told.promise or told.id,):
        assert reports(one_after_another(told, refers=(thing,))) == []
        other = line("other", next="last")
        found = reports(one_after_another(told, other, refers=(thing,)))
        assert found == [("moments.last.choices.speak", thing, ("other", "speak"))]


def test_of_an_inner_list_one_is_enough_and_several_are_all_wanted() -> None:
    asked = line("ask", next="last", learns=("when",))
    gave = line("give", next="last", remedy="plain")
    assert reports(one_after_another(asked, gave, refers=(("when", "plain"),))) == []
    both = reports(one_after_another(asked, gave, refers=("when", "plain")))
    assert both == [
        ("moments.last.choices.speak", "when", ("give", "speak")),
        ("moments.last.choices.speak", "plain", ("ask", "speak")),
    ]


def test_a_line_said_in_another_moment_is_told_apart() -> None:
    case = one_after_another(line("speak", next="last"), refers=("here.speak",))
    assert reports(case) == []
    case = one_after_another(line("speak", next="last"), refers=("last.speak",))
    assert [road for _, _, road in reports(case)] == [("speak", "speak")]


def test_what_was_told_before_the_conversation_is_known() -> None:
    case = one_after_another(line("on", next="last"), refers=("when",))
    assert reports(case)
    known = Fact(id="when", text="By Friday.", known=True)
    assert reports(replace(case, facts=(known,))) == []


def test_a_condition_that_keeps_a_line_from_being_said_is_enough() -> None:
    asked, on = line("ask", learns=("when",)), line("on", next="solved")
    said = Line(text="Friday, as I said.", refers=("when",))
    guarded = replace(said, when=When(knows=("when",)))
    case = room(asked, on)
    for lines, wrong in (((said,), True), ((guarded, Line(text="Well?")), False)):
        here = replace(case.moments[0], says=lines)
        found = reports(replace(case, moments=(here,)))
        assert found == ([("moments.here.says.0", "when", ())] if wrong else [])


def test_words_for_what_was_not_placed_are_looked_at_too() -> None:
    case = room(line("on", next="solved"))
    unplaced = (Line(text="Friday!", refers=("when",)),)
    here = replace(case.moments[0], unplaced=unplaced)
    found = reports(replace(case, moments=(here,)))
    assert found == [("moments.here.unplaced.0", "when", ())]


def test_a_name_that_the_file_does_not_have_is_told_once() -> None:
    case = scenario("broken-mug")
    opening = replace(case.moments[0].choices[0], refers=("sunday",))
    moments = (
        replace(case.moments[0], choices=(opening, *case.moments[0].choices[1:])),
        *case.moments[1:],
    )
    found = diagnose(replace(case, moments=moments))
    assert [(one.code, one.where) for one in found] == [
        ("CC108", "moments.opening.choices.own-it.refers")
    ]
    assert "'saturday'" in found[0].mend
