"""The map of a conversation, against playing every conversation there is."""

import pytest
from msgspec.structs import replace

from course.scenarios import SMALL, Scenario, handling, play
from course.scenarios.definition import When
from course.scenarios.exploration.road_map import LITTLE, MUCH, road_map
from tests.scenarios.loading import scenario
from tests.scenarios.made import line, room
from tests.scenarios.test_explore import paths


def ends_best(case: Scenario, path: tuple[str, ...]) -> bool:
    at = play(case, path).state.at
    return next(one.best for one in case.endings if one.id == at)


@pytest.mark.parametrize("name", ["broken-mug", "hot-plug", "missing-parcel", "sixty-days"])
def test_every_line_is_told_apart_as_playing_everything_tells_it(name: str) -> None:
    case = scenario(name)
    made = road_map(case)
    every = paths(case)
    marks = {path: handling(case, play(case, path)).mark for path in every}
    best: dict[tuple[str, ...], bool] = {}
    most: dict[tuple[str, ...], float] = {}
    at: dict[tuple[str, ...], str] = {}
    for path in every:
        for length in range(len(path) + 1):
            begun = path[:length]
            best[begun] = best.get(begun, False) or ends_best(case, path)
            most[begun] = max(most.get(begun, 0.0), marks[path])
            if begun not in at:
                at[begun] = play(case, begun).state.at
    for moment in made.moments:
        for one in moment.lines:
            said = [path for path in best if path and path[-1] == one.id
                    and at[path[:-1]] == moment.id]  # fmt: skip
            assert set(one.to) == {at[path] for path in said}
            kept = [best[path] for path in said if best[path[:-1]]]
            loses = "" if all(kept) else "sometimes" if any(kept) else "always"
            assert one.loses == loses, one.id
            top = max(most[path[:-1]] for path in said)
            cost = min(top - most[path] for path in said if most[path[:-1]] == top)
            assert one.cost == pytest.approx(cost, abs=0.11), one.id
            if loses == "always" or cost >= MUCH + 0.1:
                assert one.worth == "bad"
            elif cost < LITTLE - 0.1:
                assert one.worth == "best"


def test_the_best_road_is_marked_line_by_line() -> None:
    made = road_map(SMALL)
    marked = [(one.id, line.id) for one in made.moments for line in one.lines if line.on_best_road]
    assert marked == [("opening", "own-it"), ("mending", "new-mug")]
    assert made.stops == ("opening", "mending", "mended")


def test_what_is_never_open_and_what_is_never_reached_are_on_the_map() -> None:
    never = line("never", "own", when=When(knows=("when",), lacks=("when",)), next="solved")
    made = road_map(room(never, line("end", "own", next="solved")))
    here, later = made.moments[0], made.moments[1]
    assert (here.lines[0].id, here.lines[0].worth) == ("never", "never")
    assert here.lines[0].to == ("solved",)
    assert (later.id, later.reached, later.says) == ("later", False, "")


def test_a_conversation_that_never_ends_has_a_map_and_no_road() -> None:
    made = road_map(room(line("well")))
    assert (made.stops, made.found.best_path) == ((), ())


def test_what_is_said_on_the_map_is_what_is_said_on_the_best_road() -> None:
    last = SMALL.moments[-1]
    assert road_map(SMALL).moments[-1].says == "So what can you do?"
    assert last.says[0].text != "So what can you do?"
    assert road_map(replace(SMALL, id="other")).scenario.id == "other"
