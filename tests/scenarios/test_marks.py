"""The handling mark and the survey: two results, never mixed."""

import pytest
from msgspec.structs import replace

from course.scenarios import SMALL, Scenario, handling, play, survey
from course.scenarios.definition import HouseRule
from tests.scenarios.loading import own_scenarios

BY_ID = {scenario.id: scenario for scenario in own_scenarios()}


def criterion(scenario: Scenario, path: list[str], name: str) -> tuple[float, float, str]:
    mark = handling(scenario, play(scenario, path))
    found = next(c for c in mark.criteria if c.id == name)
    return found.earned, found.total, found.reason


def test_a_kind_refusal_earns_full_marks_and_not_full_satisfaction() -> None:
    case = BY_ID["sixty-days"]
    refused = play(case, ["hear", "no-but", "check-it"])
    assert handling(case, refused).mark == 100
    paid = play(case, ["hear", "just-once"])
    assert handling(case, paid).mark < 75
    assert (survey(case, paid).satisfaction or 0) > (survey(case, refused).satisfaction or 0)


def test_a_fatal_breach_zeroes_the_mark_and_names_the_rule() -> None:
    case = BY_ID["missing-parcel"]
    read_out = handling(case, play(case, ["say-back", "tell-all", "courier", "check"]))
    assert read_out.mark == 0
    assert read_out.fatal == ("Who is asking",)
    assert any(c.earned for c in read_out.criteria), "what was done well is still shown"


def test_a_reason_quotes_the_agent_s_own_line() -> None:
    case = BY_ID["missing-parcel"]
    path = ["say-back", "ask-door", "courier", "check"]
    assert criterion(case, path, "acknowledge")[2].endswith(
        "‘Delivered at two, and no lamp in the hallway.’"
    )
    assert (
        "‘I'm sorry, that is a poor thing to wake up to." in criterion(case, path, "apologise")[2]
    )


def test_doing_nothing_wrong_is_worth_what_was_done() -> None:
    sent = handling(SMALL, play(SMALL, ["ask-courier"]))
    assert sent.mark < 5
    assert handling(SMALL, play(SMALL, [])).mark == 0


def test_a_broken_promise_takes_its_follow_up_with_it() -> None:
    case = BY_ID["missing-parcel"]
    path = ["say-back", "open-search", "courier", "check"]
    earned, total, reason = criterion(case, path, "promises")
    assert (earned, total) == (0, 8)
    assert reason.startswith("A promise was broken: ‘I'm opening a search")
    assert criterion(case, path, "follow_up")[0] == 0


def test_overspending_never_becomes_free() -> None:
    marks = []
    for cost in (22, 50, 500, 5000):
        remedies = (replace(SMALL.remedies[0], cost=cost), SMALL.remedies[1])
        case = replace(SMALL, remedies=remedies)
        marks.append(handling(case, play(case, ["own-it", "new-mug"])).mark)
    assert marks == sorted(set(marks), reverse=True)


def test_danger_first() -> None:
    case = BY_ID["hot-plug"]
    assert criterion(case, ["off-now", "tonight"], "order")[0] == 8
    earned, _, reason = criterion(case, ["sorry-hold", "late-off", "tonight"], "order")
    assert earned == 0
    assert reason.startswith("Help had to come first. Your first line: ‘Good evening Jo")


def test_a_half_played_conversation_is_marked_so_far() -> None:
    half = handling(SMALL, play(SMALL, ["own-it"]))
    assert not half.finished
    assert 30 < half.mark < 70


def test_without_a_rubric_the_whole_chain_is_asked() -> None:
    bare = replace(SMALL, rubric=None)
    steps = [c.id for c in handling(bare, play(bare, ["own-it", "new-mug"])).criteria]
    assert steps[:6] == ["listen", "acknowledge", "apologise", "own", "follow_up", "solve"]


def test_breaking_a_rule_that_is_not_fatal_costs_its_part() -> None:
    opening = SMALL.moments[0]
    breach = replace(opening.choices[0], breaches=("refund-limit",))
    case = replace(
        SMALL,
        moments=(replace(opening, choices=(breach, *opening.choices[1:])), SMALL.moments[1]),
        rules=(HouseRule(id="refund-limit", title="Limit", text="..."),),
    )
    earned, total, reason = criterion(case, ["own-it", "new-mug"], "rules")
    assert (earned, total) == (0, 6)
    assert reason.startswith("The rule 'Limit' was broken: ‘A mug in two pieces")


def test_someone_who_never_answers_leaves_no_numbers() -> None:
    shy = replace(SMALL, customer=replace(SMALL.customer, answers_survey=False))
    answer = survey(shy, play(shy, ["own-it", "new-mug"]))
    assert not answer.answered
    assert (answer.satisfaction, answer.effort, answer.recommend, answer.resolved) == (None,) * 4
    assert answer.comment == ""
    assert answer.points > 80
    assert answer.resolved_in_fact


def test_belief_and_fact_are_kept_apart() -> None:
    ending = replace(SMALL.endings[0], believed_resolved=False)
    case = replace(SMALL, endings=(ending, SMALL.endings[1]))
    answer = survey(case, play(case, ["own-it", "new-mug"]))
    assert (answer.resolved, answer.resolved_in_fact) == (False, True)
    assert (answer.effort or 7) <= 4, "low effort counts only where it is solved"
    assert (answer.satisfaction or 5) <= 4


@pytest.mark.parametrize(("path", "most"), [(["ask-courier"], 15), (["own-it", "form"], 15)])
def test_giving_up_is_never_a_good_memory(path: list[str], most: float) -> None:
    answer = survey(SMALL, play(SMALL, path))
    assert answer.points <= most
    assert (answer.satisfaction, answer.effort, answer.resolved) == (1, 1, False)


def test_the_customer_remembers_the_agent_s_own_words() -> None:
    case = BY_ID["missing-parcel"]
    broken = survey(case, play(case, ["so-sorry", "open-search", "wait-search", "done-then"]))
    assert "It never happened." in broken.comment
    assert "‘" in broken.comment
