"""Marks by people: one log beside the results, never rewritten, from several markers."""

import json
import os
import subprocess
import sys
from math import isnan
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.answers import FolderLog
from course.exercises import Criterion
from course.exercises.agreement import kappa_with_interval
from course.grading.alike import MOST_GROUPS, together
from course.grading.marks import ReviewedLine
from course.grading.people.compared import compare
from course.grading.people.log import MarkLog, marks_in
from course.grading.people.records import ReplyId, reply_id
from course.grading.people.sample import sample

RUBRIC = (
    Criterion(id="heard", text="Says it back", points=2.0),
    Criterion(id="tone", text="Is kind", points=1.0),
)
ONE = reply_id("t1", "own-it", "I'll ring you at four.")
OTHER = reply_id("t2", "own-it", "Somebody will ring.")


def lines(heard: float, tone: float | None = None, comment: str = "") -> list[ReviewedLine]:
    made = [ReviewedLine(criterion="heard", points=heard, comment=comment)]
    return made + ([] if tone is None else [ReviewedLine(criterion="tone", points=tone)])


@pytest.fixture
def log(tmp_path: Path) -> MarkLog:
    return marks_in(tmp_path)


def points(log: MarkLog, reply: ReplyId) -> list[float]:
    return [one.points for one in log.standings.reviewed(reply, RUBRIC)]


def test_what_is_marked_is_there_for_the_next_who_looks(log: MarkLog, tmp_path: Path) -> None:
    log.mark("Asha", ONE, lines(1, 0.5, "Say when."))
    again = marks_in(tmp_path)
    assert points(again, ONE) == [1, 0.5]
    assert again.standings.comments("own-it", "heard") == ("Say when.",)
    assert again.standings.conflicts == ()
    assert points(again, OTHER) == []


def test_a_mark_of_some_lines_is_kept_and_not_counted_yet(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(1))
    assert points(log, ONE) == []
    assert log.standings.given(ONE)["Asha"].points == {"heard": 1}


def test_nothing_is_rewritten_and_the_last_word_of_a_marker_counts(
    log: MarkLog, tmp_path: Path
) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    [file] = (tmp_path / "marks").iterdir()
    before = file.read_bytes()
    log.mark("Asha", ONE, lines(2, 1))
    assert file.read_bytes().startswith(before)
    assert points(marks_in(tmp_path), ONE) == [2, 1]
    assert marks_in(tmp_path).standings.conflicts == ()


def test_the_log_is_its_owners_alone(log: MarkLog, tmp_path: Path) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    folder = tmp_path / "marks"
    assert folder.stat().st_mode & 0o077 == 0
    assert all(one.stat().st_mode & 0o077 == 0 for one in folder.iterdir())


def test_two_sittings_of_one_marker_that_knew_nothing_of_each_other_are_named(
    tmp_path: Path,
) -> None:
    there, here = marks_in(tmp_path / "there"), marks_in(tmp_path / "here")
    there.mark("Asha", ONE, lines(1, 1))
    here.mark("Asha", ONE, lines(2, 1))
    here.mark("Asha", OTHER, lines(0, 0))
    [file] = (tmp_path / "there" / "marks").iterdir()
    file.rename(tmp_path / "here" / "marks" / file.name)
    merged = marks_in(tmp_path / "here")
    [said] = merged.standings.conflicts
    assert "own-it, a reply of t1: Asha has given it different points twice" in said
    merged.mark("Asha", ONE, lines(2, 0.5))
    assert merged.standings.conflicts == ()
    assert points(merged, ONE) == [2, 0.5]


def test_a_log_that_came_twice_counts_once(log: MarkLog, tmp_path: Path) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    log.mark("Ben", ONE, lines(1, 0))
    [file] = (tmp_path / "marks").iterdir()
    file.with_name("copy.jsonl").write_bytes(file.read_bytes())
    merged = marks_in(tmp_path).standings
    assert len(merged.records) == 2
    assert merged.disputed(ONE)


def test_a_line_that_was_changed_is_named_and_all_others_count(
    log: MarkLog, tmp_path: Path
) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    log.mark("Asha", OTHER, lines(0, 0))
    [file] = (tmp_path / "marks").iterdir()
    file.write_bytes(file.read_bytes().replace(b'"points":1.0', b'"points":2.0', 1))
    found = marks_in(tmp_path).standings
    [said] = found.spoilt
    assert said.endswith(
        "line 2: the line before it was changed or lost. All other marks are counted."
    )
    assert len(found.replies) == 2


@pytest.mark.parametrize(
    "line", [b"hello", b"[1]", b'{"kind":"mark","v":1}', b'{"kind":"mark","v":9}', b'{"kind":"ma',
             b"\xff\xfe", b"[" * 10_000, b'{"kind":"mark","v":1,"at":"","prev":"","marker":"A",'
             b'"trainee":"t","exercise":"e","text":"x","lines":[{"criterion":"a","points":"1"}]}'],
)  # fmt: skip
def test_a_foreign_line_is_named_and_loses_nothing(
    log: MarkLog, tmp_path: Path, line: bytes
) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    [file] = (tmp_path / "marks").iterdir()
    file.write_bytes(file.read_bytes() + line + b"\n")
    found = marks_in(tmp_path)
    assert points(found, ONE) == [1, 1]
    assert found.standings.spoilt
    found.mark("Asha", OTHER, lines(0, 0))
    assert points(marks_in(tmp_path), OTHER) == [0, 0]


def test_markers_who_differ_are_disputed_until_somebody_settles_it(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(2, 1))
    log.mark("Ben", ONE, lines(1, 1))
    assert list(log.standings.disputes) == [ONE]
    assert points(log, ONE) == [2, 1], "what the first gave counts until then"
    assert "1 reply has different points" in log.standings.said[-1]
    log.settle("Cleo", ONE, lines(1.5, 1, "Half of it."))
    assert list(log.standings.disputes) == []
    assert points(log, ONE) == [1.5, 1]
    log.mark("Ben", ONE, lines(0, 1))
    assert list(log.standings.disputes) == [ONE], "Ben has seen something new"


def test_a_second_marker_who_is_done_counts_where_the_first_is_not(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(2))
    log.mark("Ben", ONE, lines(1, 1))
    assert points(log, ONE) == [1, 1]


def test_points_that_the_rubric_does_not_have_any_more_are_not_counted(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(2, 1))
    assert log.standings.reviewed(ONE, RUBRIC[:1]) != ()
    lower = (Criterion(id="heard", text="", points=1.0), RUBRIC[1])
    assert log.standings.reviewed(ONE, lower) == ()
    assert log.standings.reviewed(ONE, ()) == ()


def test_other_words_of_the_same_trainee_are_another_reply_and_it_says_so(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(2, 1))
    changed = reply_id("t1", "own-it", "I'll ring you at five.")
    assert points(log, changed) == []
    assert log.standings.changed_since(changed)
    assert not log.standings.changed_since(ONE)
    assert not log.standings.changed_since(OTHER)


def test_a_comment_of_any_length_with_anything_in_it_comes_back_as_one_line(
    log: MarkLog, tmp_path: Path
) -> None:
    nasty = '=HYPERLINK("x")\n<script>alert(1)</script>\ud83d ' + "é" * 1_000_000
    log.mark("  <b>Asha</b>\n", ONE, lines(1, 1, nasty))
    [mark] = marks_in(tmp_path).standings.all_heads(ONE)
    assert mark.marker == "<b>Asha</b>"
    assert mark.lines[0].comment.startswith('=HYPERLINK("x") <script>alert(1)</script>? é')
    assert len(mark.lines[0].comment) == 2000


def test_where_the_disk_says_no_nothing_counts_and_the_next_mark_is_whole(
    log: MarkLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.mark("Asha", ONE, lines(2, 1))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            log.mark("Asha", ONE, lines(0, 0))
    assert points(log, ONE) == [2, 1]
    assert points(marks_in(tmp_path), ONE) == [2, 1]
    log.mark("Asha", OTHER, lines(1, 1))
    found = marks_in(tmp_path).standings
    assert (found.spoilt, found.conflicts) == ((), ())


KILLED = """
import os, sys
from pathlib import Path
from course.grading.marks import ReviewedLine
from course.grading.people.log import marks_in
from course.grading.people.records import reply_id
log = marks_in(Path(sys.argv[1]))
for number in range(1000):
    points = [ReviewedLine(criterion=name, points=1.0) for name in ("heard", "tone")]
    log.mark("Asha", reply_id(f"t{number}", "own-it", "x"), points)
    print(number, flush=True)
"""


def test_what_was_called_saved_is_there_after_a_kill_between_marks(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as marking:
        assert marking.stdout is not None
        last = [int(marking.stdout.readline()) for _ in range(20)][-1]
        marking.kill()
        last = max([last, *(int(line) for line in marking.stdout if line.endswith("\n"))])
    found = marks_in(tmp_path)
    assert all(points(found, reply_id(f"t{number}", "own-it", "x")) for number in range(last + 1))
    found.mark("Asha", ONE, lines(1, 1))
    assert points(marks_in(tmp_path), ONE) == [1, 1]


def test_a_read_only_folder_is_told_and_what_is_there_is_read(
    log: MarkLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.mark("Asha", ONE, lines(1, 1))

    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FolderLog, "_put", closed)
    other = marks_in(tmp_path)
    with pytest.raises(PermissionError):
        other.mark("Asha", OTHER, lines(1, 1))
    assert points(other, ONE) == [1, 1]
    assert points(other, OTHER) == []


def test_a_sheet_goes_into_the_log_once_and_differences_are_named(log: MarkLog) -> None:
    log.mark("Asha", ONE, lines(2, 1))
    sheet = {ONE: lines(2, 1), OTHER: lines(0, 1)}
    assert log.take_sheet("Asha", sheet) == ()
    assert [one.reply for one in log.standings.all_heads(ONE)] == [ONE], "it was there already"
    assert points(log, OTHER) == [0, 1]
    many = len(log.standings.records)
    assert log.take_sheet("Asha", sheet) == ()
    assert len(log.standings.records) == many
    [said] = log.take_sheet("Asha", {OTHER: lines(1, 1)})
    assert said.startswith("1 reply has other points in this file than when one was read before")
    assert list(log.standings.conflicts) == []
    log.take_sheet("Asha", {ONE: lines(0, 0)})
    [said] = list(log.standings.conflicts)
    assert "on the page and in a review.csv" in said


@given(st.integers(1, 200), st.integers(1, 100), st.integers(0, 2**32))
def test_a_sample_has_its_share_and_the_same_seed_draws_the_same(
    many: int, percent: int, seed: int
) -> None:
    replies = [ReplyId(f"t{number}", "own-it", "") for number in range(many)]
    drawn = sample(replies, percent / 100, seed)
    assert len(set(drawn)) == len(drawn) == -(-many * percent // 100)
    assert drawn == sample(Random(seed).sample(replies, many), percent / 100, seed)


def test_every_reply_is_drawn_as_often_as_any_other() -> None:
    replies = [ReplyId(f"t{number}", "own-it", "") for number in range(10)]
    counts = dict.fromkeys(replies, 0)
    for seed in range(4000):
        for one in sample(replies, 0.3, seed):
            counts[one] += 1
    # 1,200 expected of each, with a standard deviation of 29.
    assert max(abs(n - 1200) for n in counts.values()) < 5 * 29


TABLES = st.lists(
    st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=3, max_size=3
).filter(lambda table: sum(map(sum, table)) > 1)


@settings(max_examples=200)
@given(TABLES)
@example([[9, 0, 0], [1, 0, 0], [0, 0, 0]])
def test_kappa_and_its_interval_are_those_of_statsmodels(table: list[list[int]]) -> None:
    from statsmodels.stats.inter_rater import cohens_kappa

    pairs = {(one, other): n for one, row in enumerate(table) for other, n in enumerate(row) if n}
    found = kappa_with_interval(pairs)
    if found is None:
        assert len(pairs) == 1
        return
    right = cohens_kappa(table)
    assert found[0] == pytest.approx(right.kappa, abs=1e-9)
    # Where the variance is 0 but for rounding, its root is not that near.
    if isnan(right.kappa_low):
        # Its variance came out a hair below 0: one of the two gave the same mark throughout.
        assert found == pytest.approx((0, 0, 0), abs=1e-6)
        return
    assert found[1] == pytest.approx(max(-1.0, right.kappa_low), abs=1e-6)
    assert found[2] == pytest.approx(min(1.0, right.kappa_upp), abs=1e-6)


def test_kappa_by_line_is_that_of_scikit_learn(log: MarkLog) -> None:
    from sklearn.metrics import cohen_kappa_score

    dice = Random(16)
    first, second = [], []
    for number in range(60):
        reply = reply_id(f"t{number}", "own-it", "x")
        mine = dice.choice([0, 1, 2]), dice.choice([0, 0.5, 1])
        theirs = (mine[0] if dice.random() < 0.8 else dice.choice([0, 1, 2])), mine[1]
        log.mark("Asha", reply, lines(*mine))
        log.mark("Ben", reply, lines(*theirs))
        first.append(mine)
        second.append(theirs)
    [found] = compare(log.standings, {"own-it": RUBRIC})
    heard, tone = found.lines
    assert found.markers == ("Asha", "Ben")
    right = cohen_kappa_score([one[0] for one in first], [one[0] for one in second])
    assert heard.kappa == pytest.approx(right)
    assert heard.low is not None
    assert heard.low < right < (heard.high or 0)
    assert (tone.kappa, tone.low, tone.agreed, tone.n) == (1, None, 60, 60)
    both = [[str(float(value)) for one in several for value in one] for several in (first, second)]
    assert found.whole.kappa == pytest.approx(cohen_kappa_score(*both))
    assert (found.replies, found.whole.n) == (60, 120)


def test_of_few_marks_there_is_kappa_and_no_interval(log: MarkLog) -> None:
    for number in range(9):
        reply = reply_id(f"t{number}", "own-it", "x")
        log.mark("Asha", reply, lines(number % 2, 1))
        log.mark("Ben", reply, lines(number % 2 if number else 1, 1))
    [found] = compare(log.standings, {"own-it": RUBRIC})
    heard, _ = found.lines
    assert (heard.n, heard.agreed) == (9, 8)
    assert 0 < (heard.kappa or 0) < 1
    assert (heard.low, heard.high) == (None, None)
    assert found.whole.low is not None, "18 lines are enough"


def test_who_gave_the_same_to_everything_has_no_kappa(log: MarkLog) -> None:
    for number in range(5):
        for who in ("Asha", "Ben"):
            log.mark(who, reply_id(f"t{number}", "own-it", "x"), lines(1, 1))
    [found] = compare(log.standings, {"own-it": RUBRIC})
    assert found.whole.kappa is None
    assert found.whole.agreed == 10


def test_replies_that_say_the_same_lie_together() -> None:
    texts = [
        "I'm sorry about the mug.",
        "Send me a photo of the mug, please.",
        "Call us on Monday.",
        "Could you send a photo of the mug?",
        "Please send me a photo of your mug.",
    ]
    groups = together(texts)
    assert groups[1] == groups[3] == groups[4] == 0, "the largest group comes first"
    assert len({groups[0], groups[1], groups[2]}) == 3


def test_a_great_many_kinds_of_replies_are_laid_out_all_the_same() -> None:
    texts = [f"word{number}x other{number}y" for number in range(2 * MOST_GROUPS)]
    assert sorted(together(texts)) == list(range(2 * MOST_GROUPS))


def test_the_log_names_no_trainee_and_no_words(log: MarkLog, tmp_path: Path) -> None:
    log.mark("Asha", ONE, lines(1, 1))
    [file] = (tmp_path / "marks").iterdir()
    record = json.loads(file.read_text())
    assert set(record) == {"kind", "v", "n", "at", "prev", "marker", "trainee", "exercise", "text",
                           "lines"}  # fmt: skip
    assert "four" not in file.read_text()
