"""Satisfaction, recommendation and ease on the bench."""

from typing import Any

from course.desk.bench.fields import Column, Field, Select, Tick
from course.desk.bench.outcome import Outcome, of_ratings
from course.desk.bench.task import Given, Task
from course.desk.frames import Column as Series
from course.metrics import Histogram, MetricsError, Score, ces, csat, nps

SCALES = (("1-5", "1 to 5"), ("1-7", "1 to 7"), ("1-10", "1 to 10"), ("0-10", "0 to 10"))
ZEROS = Tick(id="zeros", label="Read an answer of 0 as a blank")


def _scale(given: Given) -> tuple[int, int]:
    low, _, high = given.text("scale").partition("-")
    return int(low), int(high)


def _answers(given: Given) -> Series:
    answers = given.rows[given.column("rating")]
    return answers.where(answers != 0) if given.tick("zeros") else answers


def _rating(*usual: str) -> Field:
    return Column(id="rating", label="Answers in", usual=usual)


def work_csat(given: Given) -> Outcome:
    """The top boxes, or the mean."""
    answers, scale = _answers(given), _scale(given)
    measure: Any = given.text("measure")
    boxes = int(given.text("boxes"))
    score = csat(answers, scale, measure=measure, boxes=boxes)
    counts = Histogram.of(answers)
    if measure == "mean":
        return _of_mean(score, counts)
    least = scale[1] - boxes + 1
    top = counts.between(least, scale[1])
    words = f"{least} or more" if boxes > 1 else str(scale[1])
    working = (
        f"On top: {top:,} answers of {words}.",
        f"Below: all {counts.n:,} answers.",
        f"100 × {top:,} ÷ {counts.n:,} = {score.value:.1f} %.",
    )
    return of_ratings(
        score, counts, working, lambda rating: "satisfied" if rating >= least else "not satisfied"
    )


def work_nps(given: Given) -> Outcome:
    """Promoters less detractors."""
    answers = given.rows[given.column("rating")]
    score = nps(answers, scale=_scale(given))
    counts = Histogram.of(answers)
    up, down = counts.between(9, 10), counts.between(0, 6)
    working = (
        f"On top: {up:,} promoters (9 or 10) less {down:,} detractors (0 to 6).",
        f"Below: all {counts.n:,} answers, with the {counts.n - up - down:,} passives (7 or 8).",
        f"100 × ({up:,} − {down:,}) ÷ {counts.n:,} = {score.value:.1f}.".replace("= -", "= −"),
    )

    def side(rating: int) -> str:
        return "promoter" if rating >= 9 else "passive" if rating >= 7 else "detractor"

    return of_ratings(score, counts, working, side)


def work_ces(given: Given) -> Outcome:
    """The mean of effort or ease, or its net share."""
    answers, scale = _answers(given), _scale(given)
    high: Any = given.text("high")
    measure: Any = given.text("measure")
    if not high:
        raise MetricsError(
            "Choose which way the scale runs, whether high is easy or high is much effort: the "
            "same answers mean the opposite under the other."
        )
    score = ces(answers, high=high, scale=scale, measure=measure)
    counts = Histogram.of(answers)
    if measure == "mean":
        return _of_mean(score, counts)
    easy, hard = ((6, 7), (1, 3)) if high == "easy" else ((1, 2), (5, 7))
    up, down = counts.between(*easy), counts.between(*hard)
    working = (
        f"On top: {up:,} easy answers ({easy[0]} or {easy[1]}) less {down:,} hard ones "
        f"({hard[0]} to {hard[1]}).",
        f"Below: all {counts.n:,} answers.",
        f"100 × ({up:,} − {down:,}) ÷ {counts.n:,} = {score.value:.1f}.".replace("= -", "= −"),
    )

    def side(rating: int) -> str:
        if easy[0] <= rating <= easy[1]:
            return "easy"
        return "hard" if hard[0] <= rating <= hard[1] else "in between"

    return of_ratings(score, counts, working, side)


def _of_mean(score: Score, counts: Histogram) -> Outcome:
    working = (
        f"On top: all answers added up, {counts.total:,}.",
        f"Below: how many they are, {counts.n:,}.",
        f"{counts.total:,} ÷ {counts.n:,} = {score.value:.2f}.",
    )
    return of_ratings(
        score, counts, working, lambda rating: f"{rating * counts.counts[rating]:,}", "Adds up to"
    )


TASKS = (
    Task(
        id="csat", name="CSAT, customer satisfaction", table="surveys", work=work_csat,
        fields=(
            _rating("satisfaction", "rating"),
            Select(id="scale", label="The question ran from", of=SCALES),
            Select(id="measure", label="Give", of=(
                ("top-box", "the share of satisfied answers"), ("mean", "the mean answer"))),
            Select(id="boxes", label="Satisfied means", usual="2", of=(
                ("1", "the highest answer"), ("2", "the two highest"), ("3", "the three highest"))),
            ZEROS,
        ),
    ),
    Task(
        id="nps", name="NPS, Net Promoter Score", table="surveys", work=work_nps,
        fields=(
            _rating("recommend"),
            Select(id="scale", label="The question ran from", of=SCALES, usual="0-10"),
        ),
    ),
    Task(
        id="ces", name="CES, customer effort", table="surveys", work=work_ces,
        fields=(
            _rating("ease"),
            Select(id="scale", label="The question ran from", of=SCALES, usual="1-7"),
            Select(id="high", label="Which way the scale runs", of=(
                ("", "not chosen yet"), ("easy", "high is easy"),
                ("effort", "high is much effort"))),
            Select(id="measure", label="Give", of=(
                ("mean", "the mean answer"), ("net", "easy less hard, in per cent"))),
            ZEROS,
        ),
    ),
)  # fmt: skip
