"""How a conversation moves on: purity, promises, patience, and what each move is worth."""

import msgspec
import pytest
from msgspec.structs import replace

from course.scenarios import (
    SMALL,
    ChoiceError,
    Coefficients,
    Scenario,
    State,
    choices,
    mood_word,
    play,
    start,
    step,
)
from course.scenarios.conversation.conditions import done, holds
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.state import MOST_TURNS
from course.scenarios.definition import Choice, Customer, Ending, Fact, When
from tests.scenarios.made import line, room


def moods(scenario: Scenario, *path: str) -> list[float]:
    """How far each line moved the mood, in points."""
    return [round(t.after - t.before, 2) for t in play(scenario, path).turns]


@pytest.mark.parametrize(
    ("move", "gains"),
    [
        ("greet", [2, 0, 0]),
        ("acknowledge", [10, 0, 0]),
        ("empathise", [8, 2, 0, 0]),
        ("own", [6, 0]),
        ("inform", [3, 1, 0, 0]),
        ("set_time", [5, 0]),
        ("follow_up", [5, 0]),
        ("policy_wall", [-14, -14]),
        ("blame", [-18, -18]),
        ("redirect", [-10, -10]),
    ],
)
def test_each_move_is_worth_less_each_time_and_slights_are_not(
    move: str, gains: list[float]
) -> None:
    assert moods(room(line("say", move)), *["say"] * len(gains)) == gains


def test_an_apology_needs_something_to_hold_on_to() -> None:
    scenario = room(line("sorry", "apologise"), line("hear", "acknowledge"))
    assert moods(scenario, "sorry", "sorry", "hear", "sorry", "sorry", "sorry") == [
        0, 0, 10, 8, 2, 0,
    ]  # fmt: skip
    both = room(line("both", "acknowledge", "apologise"))
    assert moods(both, "both") == [18]


def test_an_idle_line_costs_nothing() -> None:
    assert moods(room(line("well")), "well", "well") == [0, 0]


def test_a_solution_before_an_acknowledgement_counts_half() -> None:
    offer, hear = line("offer", remedy="plain"), line("hear", "acknowledge")
    assert moods(room(offer, hear), "offer") == [7]
    assert moods(room(offer, hear), "hear", "offer") == [10, 14]


def test_a_guess_counts_a_quarter_and_can_be_made_good() -> None:
    scenario = room(
        line("hear", "acknowledge"),
        line("ask", "clarify", learns=("when",)),
        line("offer", remedy="right"),
    )
    assert moods(scenario, "hear", "offer") == [10, 7]
    assert moods(scenario, "hear", "offer", "ask", "offer") == [10, 7, 2, 21]
    assert moods(scenario, "hear", "ask", "offer") == [10, 2, 28]


def test_an_offer_made_on_the_answer_in_the_same_line_is_no_guess() -> None:
    scenario = room(
        line("hear", "acknowledge"),
        line("ask-and-offer", "clarify", learns=("when",), remedy="right"),
    )
    assert moods(scenario, "hear", "ask-and-offer") == [10, 30]
    assert play(scenario, ["hear", "ask-and-offer"]).state.guessed == ()


def test_asking_for_what_was_told_before_is_asking_again() -> None:
    ask = line("ask", "clarify", learns=("when",))
    assert moods(room(ask), "ask") == [2]
    told = Fact(id="when", text="By Friday.", known=True)
    scenario = room(ask, line("offer", "acknowledge", remedy="right"), facts=(told,))
    assert start(scenario).knows == ("when",)
    assert moods(scenario, "ask", "offer") == [-6, 38]
    state = play(scenario, ["ask"]).state
    assert (state.repeats, state.steps) == (1, ())


def test_a_better_offer_adds_only_what_it_adds_and_a_misfit_costs() -> None:
    scenario = room(
        line("hear", "acknowledge"), line("plain", remedy="plain"), line("wrong", remedy="wrong")
    )
    assert moods(scenario, "hear", "plain", "plain", "wrong") == [10, 14, 0, -8]


def test_goodwill_is_noticed_once() -> None:
    scenario = room(line("hear", "acknowledge"), line("gift", remedy="gift"))
    assert moods(scenario, "hear", "gift", "gift") == [10, 6, 0]


def test_asking_twice_costs() -> None:
    ask = line("ask", "clarify", learns=("when",))
    who = line("who", acts=("verify_identity",))
    assert moods(room(ask, who), "ask", "ask", "who", "who") == [2, -6, 0, -6]


def test_no_line_gains_more_than_the_cap_and_a_letter_may_gain_more() -> None:
    moves = ("greet", "acknowledge", "empathise", "apologise", "own", "set_time", "follow_up")
    everything = line("everything", *moves, remedy="plain")
    low = Customer(name="Ada", about="", temperament="calm", mood=0)
    assert moods(room(everything, customer=low), "everything") == [40]
    assert moods(room(everything, customer=low, channel="e-mail"), "everything") == [58]


def test_temperament_scales_gains_and_losses() -> None:
    angry = Customer(name="Ada", about="", temperament="angry", mood=40)
    scenario = room(line("hear", "acknowledge"), line("blame", "blame"), customer=angry)
    assert moods(scenario, "hear", "blame") == [7.5, -25.2]


def test_losses_weigh_more_where_others_watch_until_it_goes_private() -> None:
    wall, private = line("wall", "policy_wall"), line("private", acts=("go_private",))
    assert moods(room(wall, private, channel="social"), "wall", "private", "wall") == [
        -16.1, 0, -14,
    ]  # fmt: skip
    assert moods(room(wall, channel="counter"), "wall") == [-16.1]
    assert moods(room(wall, channel="chat"), "wall") == [-14]


def test_silence_invites_aloud_and_is_not_heard_in_writing() -> None:
    wait = line("wait", acts=("let_finish",))
    assert moods(room(wait), "wait", "wait") == [3, 0]
    assert moods(room(wait, channel="chat"), "wait") == [0]


def test_words_about_the_future_need_trust() -> None:
    wary = Customer(name="Ada", about="", temperament="calm", mood=40, trust=30)
    scenario = room(line("when", "set_time", "own"), customer=wary)
    assert moods(scenario, "when") == [5.5]
    assert "half believes" in play(scenario, ["when"]).turns[0].reasons[0]


def test_patience_is_apart_from_mood() -> None:
    brief = Customer(name="Ada", about="", temperament="calm", mood=40, patience=2)
    scenario = room(line("well"), customer=brief)
    assert moods(scenario, *["well"] * 4) == [0, 0, -4, -4]
    after = play(scenario, ["well"] * 3).state
    index = index_of(scenario, Coefficients())
    assert holds(When(out_of_patience=True), after, index)
    assert holds(When(out_of_patience=False), start(scenario), index)


def test_a_promise_falls_due_when_time_has_passed_and_at_every_ending() -> None:
    for destination in ("later", "gone", "solved"):
        scenario = room(
            line("keep", promise="kept", next=destination),
            line("break", promise="unkept", next=destination),
        )
        kept, broken = (play(scenario, [name]) for name in ("keep", "break"))
        assert (kept.state.points, broken.state.points) == (35 if destination == "gone" else 48, 10)
        assert (kept.state.trust, broken.state.trust) == (75, 20)
        assert (kept.state.kept, broken.state.broken) == (("kept",), ("unkept",))
        assert kept.turns[0].due[0].kind == "promise_kept"
        assert kept.turns[0].after == 40
    waiting = play(room(line("keep", promise="kept")), ["keep"]).state
    assert (waiting.pending, waiting.kept) == (("kept",), ())


def test_whoever_leaves_with_nothing_has_lost_hope() -> None:
    left = play(room(line("kind", "empathise", next="gone")), ["kind"])
    assert [effect.kind for effect in left.turns[0].due] == ["gave_up"]
    assert left.turns[0].after > left.state.points == 35
    angry = play(room(line("rude", "blame", next="gone")), ["rude"])
    assert angry.state.points < 35
    assert angry.turns[0].due == ()
    stayed = play(room(line("kind", "empathise", next="solved")), ["kind"])
    assert stayed.turns[0].due == ()


def test_a_warning_costs_far_less_than_silence() -> None:
    scenario = room(
        line("promise", promise="unkept"),
        line("warn", acts=("warn_early",)),
        line("end", next="solved"),
    )
    silent = play(scenario, ["promise", "end"]).state
    warned = play(scenario, ["promise", "warn", "end"]).state
    too_soon = play(scenario, ["warn", "promise", "end"]).state
    assert (silent.points, warned.points, too_soon.points) == (10, 28, 10)
    assert warned.trust > silent.trust


def test_a_recorded_promise_is_kept_where_the_file_says_so() -> None:
    scenario = room(
        line("promise", promise="checked"),
        line("record", acts=("record",)),
        line("end", next="gone"),
    )
    assert play(scenario, ["promise", "end"]).state.broken == ("checked",)
    assert play(scenario, ["promise", "record", "end"]).state.kept == ("checked",)


def test_a_goodbye_with_nothing_solved_costs_and_a_safe_end_does_not() -> None:
    bye = line("bye", "close", next="gone")
    limit = line("limit", "close", acts=("set_limit",), next="gone")
    fix = line("fix", "acknowledge", remedy="plain")
    scenario = room(bye, limit, fix)
    assert moods(scenario, "bye") == [-20]
    assert moods(scenario, "limit") == [0]
    assert moods(scenario, "fix", "bye") == [24, 0]


def test_a_goodbye_to_someone_who_believes_it_solved_is_no_slight() -> None:
    bye = line("bye", "close", next="gone")
    for believed, cost in ((None, -20), (False, -20), (True, 0)):
        ending = Ending(
            id="gone", outcome="partly_resolved", title="Gone", believed_resolved=believed
        )
        scenario = room(bye, endings=(ending,))
        assert moods(scenario, "bye") == [cost]
        assert play(scenario, ["bye"]).state.hung_up == (cost < 0)


def test_a_lead_s_remedy_needs_the_lead_asked_and_nobody_else() -> None:
    big = line("big", remedy="big")
    for acts, over in (
        ((), ("big",)),
        (("check_promise",), ("big",)),
        (("hand_over",), ("big",)),
        (("ask_lead",), ()),
    ):
        assert play(room(big, line("ask", acts=acts)), ["ask", "big"]).state.overreached == over


@pytest.mark.parametrize(
    "spoilt",
    [
        line("sorry", "apologise", "acknowledge", "own", breaches=("refund-limit",)),
        line("sorry", "apologise", "acknowledge", "own", "blame"),
        line("sorry", "apologise", "acknowledge", "own", "policy_wall"),
        line("sorry", "apologise", "acknowledge", "own", "redirect"),
        line("sorry", "apologise", "acknowledge", "own", remedy="big"),
    ],
    ids=["breach", "blame", "wall", "redirect", "overreach"],
)
def test_a_line_that_spoils_what_it_does_earns_no_step_until_another_takes_it(
    spoilt: Choice,
) -> None:
    """The customer has heard it all the same."""
    steps = ("acknowledge", "apologise", "own")
    case = room(spoilt, line("well", "apologise", "acknowledge", "own"))
    once = play(case, ["sorry"]).state
    assert set(steps) <= set(once.steps)
    assert (once.undone, once.earned) == (once.steps, ())
    assert play(case, ["sorry", "well"]).state.earned == steps
    assert play(case, ["well", "sorry"]).state.earned == steps
    handed = room(line("sorry", "own", "redirect", acts=("hand_over",)))
    assert play(handed, ["sorry"]).state.earned == ("own",)


def test_mood_stays_within_its_scale_and_the_count_of_turns_ends() -> None:
    scenario = room(line("blame", "blame"), line("hear", "acknowledge"))
    state = start(scenario)
    for _ in range(40):
        state = step(scenario, state, "blame")
    assert (state.mood, state.turns, state.trust) == (0, MOST_TURNS, 0)
    assert step(scenario, state, "blame") == state


def test_the_same_line_gives_the_same_state_and_states_are_values() -> None:
    first = step(SMALL, start(SMALL), "own-it")
    assert first == step(SMALL, start(SMALL), "own-it")
    assert hash(first) == hash(step(SMALL, start(SMALL), "own-it"))
    assert msgspec.json.decode(msgspec.json.encode(first), type=State) == first


def test_the_order_of_the_file_changes_nothing() -> None:
    turned = replace(
        SMALL,
        moments=tuple(replace(m, choices=tuple(reversed(m.choices))) for m in SMALL.moments),
    )
    for path in (["own-it", "new-mug"], ["coupon", "form"]):
        assert play(turned, path).state == play(SMALL, path).state


def test_what_a_trainee_s_copy_lacks_moves_no_mood() -> None:
    bare = replace(SMALL, rubric=None, plan=())
    for path in (["own-it", "new-mug"], ["coupon", "form"], ["ask-courier"]):
        assert play(bare, path).state.mood == play(SMALL, path).state.mood


def test_a_line_that_cannot_be_said_is_named() -> None:
    with pytest.raises(ChoiceError, match=r"turn 2: 'own-it' cannot be said; .*new-mug, form"):
        play(SMALL, ["own-it", "own-it"])
    with pytest.raises(ValueError, match=r"turn 2: .* over by then"):
        play(SMALL, ["ask-courier", "form"])
    with pytest.raises(ChoiceError) as caught:
        step(SMALL, start(SMALL), "nonsense")
    assert caught.value.turn == 1
    assert "own-it" in caught.value.available


def test_choices_close_and_open_with_the_state() -> None:
    scenario = room(
        line("ask", "clarify", learns=("when",), when=When(lacks=("when",))),
        line("offer", remedy="right", when=When(knows=("when",))),
        line("well"),
    )
    assert [c.id for c in choices(scenario, start(scenario))] == ["ask", "well"]
    later = step(scenario, start(scenario), "ask")
    assert [c.id for c in choices(scenario, later)] == ["offer", "well"]
    assert choices(SMALL, play(SMALL, ["ask-courier"]).state) == ()


def test_conditions_see_moves_acts_offers_and_promises() -> None:
    scenario = room(
        line("all", "apologise", acts=("record",), remedy="plain", promise="kept"),
        line("ask", when=When(done=("apologise",))),
    )
    state, index = play(scenario, ["all"]).state, index_of(scenario, Coefficients())
    assert holds(When(done=("apologise", "record"), offered=("plain",)), state, index)
    assert holds(When(promised=("kept",), not_promised=("unkept",)), state, index)
    assert not holds(When(not_done=("record",)), state, index)
    assert not holds(When(not_offered=("plain",)), state, index)
    assert not done(index, start(scenario), "apologise")
    assert holds(When(mood="upset"), start(room(customer=_furious())), index)


def _furious() -> Customer:
    return Customer(name="Ada", about="", temperament="calm", mood=5)


def test_words_for_moods() -> None:
    assert [mood_word(points) for points in (-3, 19.9, 20, 40, 60, 80, 100)] == [
        "furious", "furious", "upset", "unsure", "settling", "glad", "glad",
    ]  # fmt: skip
