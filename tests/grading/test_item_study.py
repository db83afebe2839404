"""What stands behind an item's figure: each number against a computation of its own."""

import csv
import math
import random
import statistics
from array import array
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from scipy.stats import f, norm, pearsonr, t
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from course.grading import Grading, narrowed, read_roster, study
from course.grading.items import (
    Answered,
    Asked,
    Offered,
    Taken,
    alpha,
    decode,
    effects,
    encode,
    gain,
    groups,
    lines_taken,
    roads,
)
from course.grading.items.alpha import of_scores
from course.grading.items.strong import Strength
from course.lessons import Course
from course.reports import results
from tests.trainees import BEST, Trainee

NAN = math.nan
MORNING = 1_767_600_000.0  # 2026-01-05 08:00 UTC
MINUTE = 60.0


def taken(
    name: str,
    first: Sequence[float],
    best: Sequence[float] | None = None,
    at: Sequence[float] | None = None,
    said: Sequence[tuple[str, ...]] = (),
    **asked: object,
) -> Taken:
    best = first if best is None else best
    about = {"lesson": "first", "kind": "choice", "core": True, "title": name.capitalize()}
    return Taken(
        asked=Asked(id=name, **{**about, **asked}),  # type: ignore[arg-type]
        first=array("d", first),
        best=array("d", best),
        first_right=array("d", [one if one != one else float(one >= 1) for one in first]),
        right=array("d", [one if one != one else float(one >= 1) for one in best]),
        at=array("d", at or [MORNING] * len(first)),
        said=list(said) or [()] * len(first),
    )


def cohort(*each: Taken, **groups: Sequence[str]) -> Answered:
    return Answered(
        trainees=len(each[0].first),
        taken=each,
        groups={column: tuple(names) for column, names in groups.items()},
    )


def drawn(people: int, exercises: int, seed: int = 7) -> Answered:
    """Right and wrong answers of people who differ, at exercises that differ."""
    dice = random.Random(seed)
    able = [dice.gauss(0, 1) for _ in range(people)]
    hard = [dice.gauss(0, 1) for _ in range(exercises)]
    return cohort(
        *(
            taken(f"e{n}", [float(dice.gauss(one - much, 1) > 0) for one in able])
            for n, much in enumerate(hard)
        )
    )


def test_alpha_is_that_of_the_covariances_and_its_interval_that_of_feldt() -> None:
    made = drawn(30, 12)
    found = alpha(made)
    assert found is not None
    columns = [list(one.first) for one in made.taken]
    k = len(columns)
    # Another form of the same: by the mean covariance of two exercises, and the mean variance.
    pairs = [
        statistics.covariance(one, other)
        for a, one in enumerate(columns)
        for b, other in enumerate(columns)
        if a != b
    ]
    between = statistics.fmean(pairs)
    within = statistics.fmean(statistics.variance(one) for one in columns)
    assert found.value == pytest.approx(k * between / (within + (k - 1) * between))
    low = 1 - (1 - found.value) * f.ppf(0.975, 29, 29 * (k - 1))
    high = 1 - (1 - found.value) * f.ppf(0.025, 29, 29 * (k - 1))
    assert (found.low, found.high) == pytest.approx((low, high))
    assert (found.trainees, found.exercises) == (30, k)


def test_alpha_of_a_published_kind_of_table() -> None:
    # Three parallel columns: k/(k-1) * (1 - 3 v / 9 v) = 1; and columns without any relation: 0.
    assert of_scores([[1, 2, 3]] * 3) == pytest.approx(1.0)
    assert of_scores([[0, 0, 1, 1], [0, 1, 0, 1]]) == pytest.approx(0.0)


def test_alpha_makes_nobodys_answer_up() -> None:
    made = drawn(30, 12)
    holes = made.taken[0].first
    holes[3] = NAN
    found = alpha(made)
    assert found is not None
    assert (found.trainees, found.exercises) == (29, 12)
    for place in range(10):
        holes[place] = NAN
    found = alpha(made)
    # An exercise that a third left out is not counted; everybody else is.
    assert found is not None
    assert (found.trainees, found.exercises) == (30, 11)
    assert alpha(drawn(9, 12)) is None
    assert alpha(drawn(30, 2)) is None
    assert "too few to say" in study(drawn(9, 12)).together


def test_an_exercises_intervals_are_those_of_other_libraries() -> None:
    made = drawn(30, 12)
    one = study(made).items[4]
    first = list(made.taken[4].first)
    assert one.right_interval is not None
    assert one.right_interval == pytest.approx(
        proportion_confint(sum(first), 30, method="wilson"), abs=1e-9
    )
    others = [
        statistics.fmean(row[:4] + row[5:])
        for row in zip(*(each.first for each in made.taken), strict=True)
    ]
    told = pearsonr(first, others)
    assert one.tells_apart == pytest.approx(told.statistic)
    assert one.tells_apart_interval == pytest.approx(tuple(told.confidence_interval()))
    assert one.mean_interval is not None
    half = t.ppf(0.975, 29) * statistics.stdev(first) / math.sqrt(30)
    mean = statistics.fmean(first)
    assert one.mean_interval == pytest.approx((max(0, mean - half), min(1, mean + half)))


def test_what_practice_brought_is_counted_for_those_who_missed() -> None:
    first = [0.0] * 12 + [1.0] * 18
    best = [1.0] * 9 + [0.5] * 3 + [1.0] * 18
    found = gain(taken("a", first, best))
    assert found is not None
    assert (found.n, found.missed, found.mended) == (30, 12, 9)
    assert found.mean == pytest.approx((9 + 1.5) / 30)
    steps = [after - before for before, after in zip(first, best, strict=True)]
    half = t.ppf(0.975, 29) * statistics.stdev(steps) / math.sqrt(30)
    assert (found.low, found.high) == pytest.approx((found.mean - half, found.mean + half))
    assert found.sentence.startswith("Of the 12 who missed it at first, 9 had it in the end.")
    assert gain(taken("a", [1.0])) is None


LINES = (
    Offered(id="ask", text="Which one is it?", right=True),
    Offered(id="sorry", text="I'm sorry to hear that.", right=False),
    Offered(id="wait", text="Please wait a day.", right=False),
)


def picked(of_best: str, of_others: str) -> Answered:
    """Thirty people at a question; ten of them are best at the other exercises."""
    best = [float(n < 10) for n in range(30)]
    said = [(of_best,)] * 5 + [("ask",)] * 5 + [(of_others,)] * 4 + [("ask",)] * 16
    first = [float(one == ("ask",)) for one in said]
    question = taken("q", first, said=said, options=LINES)
    return cohort(question, taken("b", best), taken("c", best))


def test_a_wrong_line_that_the_best_take_is_named() -> None:
    one = study(picked("sorry", "sorry")).items[0]
    lines = {line.id: line for line in one.lines}
    assert (lines["sorry"].taken, lines["sorry"].best, lines["sorry"].best_n) == (9, 5, 10)
    assert lines["sorry"].sentence == (
        "Of the best 10, 5 took the line ‘I'm sorry to hear that.’, which the key has as wrong; "
        "of the other 20, 4."
    )
    assert lines["wait"].sentence == "Nobody of 30 took the line ‘Please wait a day.’."
    assert lines["ask"].sentence == ""
    assert one.odd
    assert one.sentence() == "21 of 30 had it right at first (52 to 83 in 100)."


def test_a_wrong_line_that_the_others_take_does_its_work() -> None:
    made = picked("ask", "sorry")
    one = study(made).items[0]
    assert [line.sentence for line in one.lines if line.id == "sorry"] == [""]
    assert not one.odd


def test_little_is_said_of_few() -> None:
    few = narrowed(
        Answered(trainees=30, taken=picked("sorry", "sorry").taken,
                 groups={"team": ("a",) * 8 + ("b",) * 22}),
        group=("team", "a"),
    )  # fmt: skip
    one = study(few).items[0]
    assert few.trainees == 8
    assert one.findings == ()
    assert one.sentence().endswith("too few to say more.")
    assert not any(line.sentence for line in one.lines)
    assert Strength(few).best(few.taken[0]) == frozenset()


ROAD = (
    Offered(id="own", text="I'll see to it.", right=True, after="My mug is broken."),
    Offered(id="deny", text="Are you sure?", right=False, after="My mug is broken."),
    Offered(id="new", text="A new one leaves today.", right=True, after="And now?"),
    Offered(id="coupon", text="Have a coupon.", right=False, after="And now?"),
)


def test_where_a_conversation_leaves_the_best_road() -> None:
    said = [("own", "new")] * 3 + [("own", "coupon")] * 5 + [("deny", "new")] * 2 + [()]
    first = [1.0] * 3 + [0.5] * 5 + [0.4] * 2 + [NAN]
    one = taken("talk", first, said=said, options=ROAD, roads=(("own", "new"),), several=True)
    found = roads(one, frozenset({3, 4}))
    assert found is not None
    assert (found.n, found.stayed) == (10, 3)
    assert [(left.line, left.best_line, left.after, left.turn, left.n, left.best)
            for left in found.left] == [
        ("Have a coupon.", "A new one leaves today.", "And now?", 2, 5, 2),
        ("Are you sure?", "I'll see to it.", "My mug is broken.", 1, 2, 0),
    ]  # fmt: skip
    assert found.sentence == (
        "3 of 10 stayed on a best road. Where it was left most often, at line 2, 5 said ‘Have a "
        "coupon.’ and not ‘A new one leaves today.’."
    )
    assert lines_taken(one, frozenset()) == ()


def test_another_road_with_full_marks_is_no_leaving() -> None:
    one = taken("talk", [1.0], said=[("deny", "new")], options=ROAD, roads=(("own", "new"),))
    found = roads(one, frozenset())
    assert found is not None
    assert (found.stayed, found.left) == (1, ())
    assert roads(taken("q", [1.0]), frozenset()) is None


def sitting(worse: float, people: int = 12) -> Answered:
    """Everybody answers ten exercises in a sitting, half of the people from the other end."""
    dice = random.Random(3)
    each = []
    for n in range(10):
        late = [n >= 5 if person % 2 else n < 5 for person in range(people)]
        each.append(
            taken(
                f"e{n}",
                [0.8 + dice.gauss(0, 0.02) - worse * one for one in late],
                at=[MORNING + (50 if one else 1) * MINUTE + 2 * n if person % 2 else
                    MORNING + (50 if one else 1) * MINUTE + 2 * (9 - n)
                    for person, one in enumerate(late)],
            )
        )  # fmt: skip
    # Without an answer between, 49 minutes would be a pause and another sitting.
    between = taken("m", [0.5] * people, at=[MORNING + 25 * MINUTE] * people, lesson="other")
    return cohort(*each, between)


def test_late_in_a_sitting_is_told_from_hard() -> None:
    found = {one.kind: one for one in effects(sitting(0.3))}["sitting"]
    assert found.n == 12
    # Half of those beside whom each is laid did it late too: what is worse by 0.3 is seen whole.
    assert found.low < -0.3 < found.high or found.value == pytest.approx(-0.33, abs=0.03)
    assert found.high < 0
    assert "points worse" in found.sentence
    nothing = {one.kind: one for one in effects(sitting(0.0))}["sitting"]
    assert nothing.low < 0 < nothing.high
    assert "more than chance" in nothing.sentence


def test_too_few_to_say_is_said() -> None:
    for one in effects(sitting(0.3, people=8)):
        assert not one.enough
        assert "too few to say" in one.sentence


def test_evening_is_by_the_clock_that_is_asked_for() -> None:
    times = [MORNING + hour * 60 * MINUTE for hour in (0, 1, 2, 9, 10, 11)]
    made = cohort(*(taken(f"e{n}", [0.5] * 12, at=[when] * 12) for n, when in enumerate(times)))
    by = {place: {one.kind: one.n for one in effects(made, ZoneInfo(place))}["evening"]
          for place in ("Europe/London", "Europe/Helsinki")}  # fmt: skip
    # 17, 18 and 19 o'clock in London; 19, 20 and 21 in Helsinki.
    assert by == {"Europe/London": 0, "Europe/Helsinki": 12}


def grouped(right: tuple[int, int], sizes: tuple[int, int] = (20, 20)) -> Answered:
    first = [float(n < right[0]) for n in range(sizes[0])]
    first += [float(n < right[1]) for n in range(sizes[1])]
    same = [float(n % 2) for n in range(sum(sizes))]
    team = ["Leeds"] * sizes[0] + ["Bath"] * sizes[1]
    return cohort(taken("q", first), *(taken(f"s{n}", same) for n in range(4)), Team=team)


def test_groups_differ_only_where_chance_and_the_number_of_comparisons_allow() -> None:
    (found,) = groups(grouped((19, 4)))
    assert (found.compared, found.sizes) == (5, {"Bath": 20, "Leeds": 20})
    (apart,) = found.apart
    assert (apart.group, apart.right, apart.others_right) == ("Bath", 4, 19)
    low, high = confint_proportions_2indep(
        4, 20, 19, 20, method="newcomb", compare="diff", alpha=0.05 / 5
    )
    assert (apart.low / 100, apart.high / 100) == pytest.approx((low, high), abs=1e-6)
    assert "1 is further apart" in found.sentence
    # At 95 % this one would be named; beside four others it is not.
    alone = confint_proportions_2indep(14, 20, 7, 20, method="newcomb", compare="diff")
    assert alone[0] > 0
    (near,) = groups(grouped((14, 7)))
    assert near.apart == ()
    assert "none is further apart" in near.sentence


def test_a_group_of_few_is_compared_with_nobody() -> None:
    (found,) = groups(grouped((5, 2), (9, 20)))
    assert found.compared == 0
    assert "too few to say" in found.sentence


def test_a_part_is_what_is_left_of_it() -> None:
    made = grouped((19, 4))
    assert narrowed(made, group=("Team", "Bath")).taken[0].first == made.taken[0].first[20:]
    assert narrowed(made, lesson="other").taken == ()
    made.taken[1].asked = Asked(id="s0", lesson="first", kind="choice", title="S", core=False)
    assert [one.asked.id for one in narrowed(made, core=True).taken] == ["q", "s1", "s2", "s3"]
    assert narrowed(made, group=("Team", "nobody")).trainees == 0
    assert study(narrowed(made, group=("Team", "nobody"))).items[0].n == 0


def test_it_is_read_back_as_it_was_written() -> None:
    made = picked("sorry", "sorry")
    made.taken[1].first[0] = NAN
    again = decode(encode(made))
    assert encode(again) == encode(made)
    assert math.isnan(again.taken[1].first[0])
    assert again.taken[0].said == made.taken[0].said


def test_best_tries_are_studied_as_first_ones_are() -> None:
    first, best = [0.0] * 6 + [1.0] * 6, [1.0] * 11 + [0.0]
    made = cohort(*(taken(f"e{n}", first, best) for n in range(3)))
    assert [one.right for one in study(made).items] == [6, 6, 6]
    assert [one.right for one in study(made, best=True).items] == [11, 11, 11]
    assert norm.ppf(0.975) == pytest.approx(1.96, abs=0.001)


def test_what_was_put_where_and_before_what_is_counted_place_by_place(
    course: Course, enrol: Callable[[str], Trainee], tmp_path: Path
) -> None:
    odd = {
        "tag-lines": {"two-pieces": "solves", "by-friday": "solves", "ring-you": "solves"},
        "in-order": ["ask", "heard", "offer", "check"],
    }
    for n in range(30):
        # The best at everything else are those who misplace these.
        rest = {"pick-one": ["refund"], "how-many": 1.0} if n >= 10 else odd
        enrol(f"Asha {'abcdefghijklmnopqrstuvwxyzABCD'[n]}").answers({**BEST, **rest}).hands_in()
    files: dict[str, bytes] = {}
    for name, data in results(Grading(course, [tmp_path / "handed-in"])):
        files[name] = files.get(name, b"") + data
    by_id = {one.asked.id: one for one in study(decode(files["answered.json"])).items}
    sorting = {line.id: line for line in by_id["tag-lines"].lines}
    assert len(sorting) == 6
    assert [one for one, line in sorting.items() if not line.right] == [
        "two-pieces:solves", "by-friday:hears",
    ]  # fmt: skip
    assert (sorting["two-pieces:solves"].taken, sorting["two-pieces:hears"].taken) == (10, 20)
    assert sorting["two-pieces:solves"].sentence == (
        "Of the best 10, 10 have ‘A mug in two pieces is no use. → Solves’, which the key has as "
        "wrong; of the other 20, 0."
    )
    assert sorting["by-friday:hears"].sentence == "", "a place that nobody gives is no idle line"
    order = {line.id: line for line in by_id["in-order"].lines}
    assert len(order) == 12
    assert {one for one, line in order.items() if not line.right and line.taken} == {"ask:heard"}
    assert order["ask:heard"].text == "‘When do you need it?’ before ‘Two pieces, I see.’"
    rows = [
        row["line"]
        for row in csv.DictReader(StringIO(files["lines.csv"].decode()[1:]))
        if row["exercise"] == "in-order"
    ]
    assert len(rows) == 7, "six right pairs and one wrong; what nobody did has no row"


def test_a_graded_cohort_is_studied_with_the_groups_of_its_roster(
    course: Course, enrol: Callable[[str], Trainee], tmp_path: Path
) -> None:
    roster = ["Name,Team"]
    for n in range(12):
        name = f"Asha {'abcdefghijkl'[n]}"
        roster.append(f"{name},{'Leeds' if n < 6 else 'Bath'}")
        first = {"pick-one": ["refund"], "broken-mug": ["coupon", "new-mug"]} if n < 9 else {}
        enrol(name).answers({**BEST, **first}).answers(BEST).hands_in()
    people = read_roster("\n".join(roster).encode())
    grading = Grading(course, [tmp_path / "handed-in"], roster=people)
    files: dict[str, bytes] = {}
    for name, data in results(grading):
        files[name] = files.get(name, b"") + data
    made = decode(files["answered.json"])
    assert sorted(made.groups["Team"]) == ["Bath"] * 6 + ["Leeds"] * 6
    assert b"Asha" not in files["answered.json"]
    by_id = {one.asked.id: one for one in study(made).items}
    assert (by_id["pick-one"].right, by_id["pick-one"].n) == (3, 12)
    mug = by_id["broken-mug"].roads
    assert mug is not None
    assert (mug.n, mug.stayed, mug.left[0].turn, mug.left[0].n) == (12, 3, 1, 9)
    rows = {
        row["exercise"]: row for row in csv.DictReader(StringIO(files["items.csv"].decode()[1:]))
    }
    assert (rows["pick-one"]["right at first"], rows["pick-one"]["of"]) == ("3", "12")
    assert (rows["pick-one"]["missed at first"], rows["pick-one"]["right in the end"]) == ("9", "9")
    taken_lines = list(csv.DictReader(StringIO(files["lines.csv"].decode()[1:])))
    assert [one["taken by"] for one in taken_lines if one["exercise"] == "pick-one"].count("9") == 1
    (road,) = csv.DictReader(StringIO(files["roads.csv"].decode()[1:]))
    assert (road["exercise"], road["trainees"], road["at line"]) == ("broken-mug", "9", "1")
    page = files["report.html"].decode()
    assert "Where conversations leave the best road" in page
    assert "3 of 12 (9 to 53 %)" in page
    assert "Team: too few to say" in page
