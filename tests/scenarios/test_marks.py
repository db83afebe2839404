"""The handling mark and the survey: two results, never mixed."""

import pytest
from msgspec.structs import replace

from course.scenarios import SMALL, Scenario, debrief, explore, handling, play, survey
from course.scenarios.definition import Customer, Fact, HouseRule, Remedy, Rubric
from tests.scenarios.loading import own_names, scenario, shipped_names
from tests.scenarios.made import line, room


def criterion(scenario: Scenario, path: list[str], name: str) -> tuple[float, float, str]:
    mark = handling(scenario, play(scenario, path))
    found = next(c for c in mark.criteria if c.id == name)
    return found.earned, found.total, found.reason


def test_a_kind_refusal_earns_full_marks_and_not_full_satisfaction() -> None:
    case = scenario("sixty-days")
    refused = play(case, ["hear", "no-but", "check-it"])
    assert handling(case, refused).mark == 100
    paid = play(case, ["hear", "just-once"])
    assert handling(case, paid).mark < 75
    assert (survey(case, paid).satisfaction or 0) > (survey(case, refused).satisfaction or 0)


def test_a_fatal_breach_zeroes_the_mark_and_names_the_rule() -> None:
    case = scenario("missing-parcel")
    read_out = handling(case, play(case, ["say-back", "tell-all", "courier", "check"]))
    assert read_out.mark == 0
    assert read_out.fatal == ("Who is asking",)
    assert any(c.earned for c in read_out.criteria), "what was done well is still shown"


def test_a_reason_quotes_the_agent_s_own_line() -> None:
    case = scenario("missing-parcel")
    path = ["say-back", "ask-door", "courier", "check"]
    assert criterion(case, path, "acknowledge")[2].endswith(
        "‘Delivered at two, and no lamp in the hallway.’"
    )
    assert (
        "‘I'm sorry, that is a poor thing to wake up to." in criterion(case, path, "apologise")[2]
    )


def test_a_bad_line_is_never_the_place_where_a_step_was_done() -> None:
    sorry = line("sorry", "apologise", "own", "acknowledge", "blame")
    case = room(sorry, line("mine", "own"), line("bye", next="gone"), rubric=Rubric())
    for step in ("apologise", "own", "acknowledge"):
        earned, _, reason = criterion(case, ["sorry", "bye"], step)
        assert (earned, reason) == (
            0,
            "A line that breaks a rule, gives what you may not give, blames, refuses or sends "
            "away does not count as this step: ‘sorry.’",
        )
    back = debrief(case, play(case, ["sorry", "mine", "bye"]))
    assert [(one.step, one.turn) for one in back.steps if one.found] == [("own", 2)]
    assert criterion(case, ["sorry", "mine", "bye"], "own")[2] == "Line 2: ‘mine.’"


@pytest.mark.parametrize("name", [*own_names(), *shipped_names()])
def test_no_road_to_an_end_shows_a_step_at_a_bad_line(name: str) -> None:
    case = scenario(name)
    for ending in explore(case).endings:
        back = debrief(case, play(case, ending.best_path))
        bad = {one.turn for one in back.lines if one.broken}
        assert bad.isdisjoint(one.turn for one in back.steps), ending.id


def test_the_best_end_by_what_only_a_lead_may_give_is_not_the_best() -> None:
    give = line("give", "offer_solution", remedy="big", next="solved")
    case = room(give, line("ask", acts=("ask_lead",)), rubric=Rubric())
    given, asked = (criterion(case, path, "solve") for path in (["give"], ["ask", "give"]))
    assert (given[0], asked[0]) == (22.4, 28)
    assert given[2].endswith("But you gave what only a team lead may allow.")
    assert asked[2].endswith("No better ending was possible.")


def test_doing_nothing_wrong_is_worth_what_was_done() -> None:
    sent = handling(SMALL, play(SMALL, ["ask-courier"]))
    assert sent.mark < 5
    assert handling(SMALL, play(SMALL, [])).mark == 0


def test_a_broken_promise_takes_its_follow_up_with_it() -> None:
    case = scenario("missing-parcel")
    path = ["say-back", "open-search", "courier", "check"]
    earned, total, reason = criterion(case, path, "promises")
    assert (earned, total) == (0, 8)
    assert reason.startswith("This promise was not kept: ‘I'm opening a search")
    assert criterion(case, path, "follow_up")[0] == 0


def test_overspending_never_becomes_free() -> None:
    marks = []
    for cost in (22, 50, 500, 5000):
        remedies = (replace(SMALL.remedies[0], cost=cost), SMALL.remedies[1])
        case = replace(SMALL, remedies=remedies)
        marks.append(handling(case, play(case, ["own-it", "new-mug"])).mark)
    assert marks == sorted(set(marks), reverse=True)


def test_danger_first() -> None:
    case = scenario("hot-plug")
    assert criterion(case, ["off-now", "tonight"], "order")[0] == 8
    earned, _, reason = criterion(case, ["sorry-hold", "late-off", "tonight"], "order")
    assert earned == 0
    assert reason.startswith("They needed help first. Your first line was: ‘Good evening Jo")


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
    assert reason.startswith("The rule ‘Limit’ was broken: ‘A mug in two pieces")


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


def kept_or_not(**more: object) -> Scenario:
    """Everything done well, with a promise that is kept, broken, or missed with a warning."""
    well = ("acknowledge", "apologise", "own", "clarify", "set_time", "follow_up")
    glad = Customer(name="Ada Lin", about="", temperament="calm", mood=90)
    lines = (
        line("kept", *well, learns=("when",), remedy="right", promise="kept"),
        line("unkept", *well, learns=("when",), remedy="right", promise="unkept"),
        line("warn", "inform", acts=("warn_early",)),
        line("on", next="later"),
        line("end", "own", next="solved"),
    )
    return room(*lines, customer=glad, **more)


def test_a_promise_broken_without_a_warning_is_never_forgotten() -> None:
    case = kept_or_not()
    kept = survey(case, play(case, ["kept", "on", "end"]))
    warned = survey(case, play(case, ["unkept", "warn", "on", "end"]))
    broken = survey(case, play(case, ["unkept", "on", "end"]))
    assert (kept.satisfaction, broken.satisfaction) == (5, 3)
    assert (warned.satisfaction or 0) > 3
    assert broken.resolved, "it was solved all the same"
    assert (broken.recommend or 0) < (warned.recommend or 0)
    assert any(reason.endswith("gives 3 of 5 at most.") for reason in broken.reasons)
    assert not any("promise" in reason for reason in warned.reasons)


def test_whoever_gives_up_recommends_nobody() -> None:
    assert (survey(SMALL, play(SMALL, ["own-it", "form"])).recommend or 0) <= 3


def test_points_that_grow_with_the_steps_say_so() -> None:
    case = kept_or_not()
    calm = [*case.moments[0].choices, line("bye", next="gone"), line("half", "own", next="gone")]
    moments = tuple(replace(moment, choices=tuple(calm)) for moment in case.moments)
    case = replace(case, moments=moments)
    assert criterion(case, ["bye"], "promises") == (
        0, 8, "You made no promise, so you broke none. But you took no step to help, so this row "
        "and the rows below it earn nothing.",
    )  # fmt: skip
    earned, _, reason = criterion(case, ["half"], "promises")
    assert 0 < earned < 8
    assert reason.endswith("so this row and the rows below it earn only a part.")
    assert criterion(case, ["on"], "promises")[2].endswith("with each step that you take.")
    reasons = [one.reason for one in handling(case, play(case, ["half"])).criteria]
    assert sum("only a part" in one for one in reasons) == 1, "said once is enough"
    assert criterion(case, ["kept", "end"], "promises") == (8, 8, "You kept what you promised.")


def test_an_early_sorry_is_told_apart_from_none() -> None:
    case = room(line("sorry", "apologise", next="gone"), line("bye", next="gone"))
    assert criterion(case, ["sorry"], "apologise")[2] == (
        "You said sorry before you said what for: ‘sorry.’"
    )
    assert criterion(case, ["bye"], "apologise")[2] == ("You did not say sorry for the trouble.")


def test_too_much_money_names_the_turn_that_gave_it() -> None:
    case = replace(SMALL, rubric=Rubric(budget=0))
    found = next(
        c for c in handling(case, play(case, ["own-it", "new-mug"])).criteria if c.id == "cost"
    )
    assert (found.turn, found.reason) == (2, "You offered £22. Nothing had to be paid here.")


@pytest.mark.parametrize("budget", [0, 22, 500])
def test_a_gesture_costs_the_same_whatever_the_budget_has_room_for(budget: float) -> None:
    gift = Remedy(id="flowers", text="Flowers", fit=0, cost=10, goodwill=True)
    first, *others = SMALL.moments
    giving = replace(first.choices[0], id="giving", remedy="flowers", text="Flowers for you.")
    case = replace(
        SMALL,
        rubric=Rubric(budget=budget),
        remedies=(replace(SMALL.remedies[0], cost=0), *SMALL.remedies[1:], gift),
        moments=(replace(first, choices=(*first.choices, giving)), *others),
    )
    plain, given = (handling(case, play(case, [one, "new-mug"])) for one in ("own-it", "giving"))
    found = [next(c for c in one.criteria if c.id == "cost") for one in (plain, given)]
    assert found[1].earned == pytest.approx(found[0].earned / 2)
    assert (found[1].turn, found[1].reason) == (1, "You gave £10 as a gesture. It solved nothing.")


def test_a_slight_is_quoted_at_the_words_that_made_it() -> None:
    wall = replace(line("wall", "policy_wall"), text="I see, Mr Lin. I can't do that here.")
    case = room(wall, line("end", next="gone"))
    assert criterion(case, ["wall", "end"], "conduct")[2] == (
        "You said no and offered nothing in its place: ‘I can't do that here.’"
    )


def test_what_was_told_before_earns_nothing_and_is_not_missed() -> None:
    told = Fact(id="when", text="By Friday.", known=True)
    end = line("end", next="solved")
    case = room(end, facts=(told,))
    assert "facts" not in {c.id for c in handling(case, play(case, ["end"])).criteria}
    both = (told, Fact(id="why", text="For a birthday."))
    assert criterion(room(end, facts=both), ["end"], "facts") == (
        0, 10, "You did not find this out: ‘For a birthday.’",
    )  # fmt: skip
