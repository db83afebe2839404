"""One tile for each number: its value, its range, what it stands on, what has changed."""

from typing import Literal

from msgspec.structs import replace

from course.desk.board.lengths import sized
from course.desk.board.measures import Found, Measure
from course.desk.board.said import base, between, change, interval, number, with_unit
from course.desk.messages import Mark
from course.metrics import MetricsError, Score, difference
from course.page.messages import Message

RANGE = "The range (interval) is where the true figure may well lie."


class Verdict(Message, frozen=True):
    """What can be said of a difference, long and short."""

    text: str = ""
    short: str = ""
    way: Literal["", "up", "down"] = ""
    sure: bool = False


class Bar(Message, frozen=True, rename={"low": "from", "high": "to"}):
    """Intervals on one scale: the number's, and below it the one it is compared with."""

    low: float
    high: float
    marks: tuple[Mark, ...]


class Tile(Message, frozen=True, kw_only=True):
    """One number: its value, its range, what it stands on, what has changed."""

    id: str
    name: str
    long: str
    problem: str
    value: str = ""
    unit: str = ""
    range: str = ""
    base: str = ""
    few: str = ""
    bar: Bar | None = None
    verdict: Verdict = Verdict()


class Detail(Message, frozen=True):
    """What a tile has no room for: the sentence, how it is counted, what was left out."""

    title: str
    sentence: str
    problem: str
    how: str
    convention: str
    notes: tuple[str, ...]
    few: str
    verdict: str


def tile(measure: Measure, now: Found, then: Found | None, name: str) -> Tile:
    """A tile; `then` is what it is compared with, called `name`."""
    made = Tile(id=measure.id, name=measure.name, long=measure.long, problem=now.problem)
    score = now.score
    if score is None:
        return made
    other, shown = then.score if then else None, sized(score)
    return replace(
        made,
        value=number(shown),
        unit=shown.unit.strip(),
        range=interval(shown),
        base=base(score) if measure.id != "volume" else "",
        few=score.warning,
        bar=_bar(measure, score, other),
        verdict=verdict(measure, score, then, name) if then else Verdict(),
    )


def _bar(measure: Measure, score: Score, other: Score | None) -> Bar | None:
    """Both comparisons stand on one scale; what was counted in full has no interval to draw."""
    if score.low == score.high:
        return None
    shown = [one for one in (score, other) if one is not None]
    low, high = measure.axis or (0.0, max(one.high for one in shown) * 1.15)
    return Bar(low, high, tuple(Mark(one.value, one.low, one.high) for one in shown))


def verdict(measure: Measure, score: Score, then: Found, name: str) -> Verdict:
    """What can be said of a difference; its way is up, down or neither."""
    if then.score is None:
        other_side = f"{name[0].upper()}{name[1:]}"
        return Verdict(
            text=f"There is nothing to compare with. {other_side}: {then.problem}",
            short="nothing to compare with",
        )
    other = then.score
    if measure.id == "volume":
        return _counted(score, other, name)
    try:
        found = difference(other, score)
    except MetricsError as error:
        return Verdict(text=str(error))
    moved = change(score, found.value)
    short = moved.replace(" points", "")
    sure = "more than chance" in found.verdict
    ends = between(score, found.low, found.high)
    tail = "more than chance" if sure else found.verdict
    return Verdict(
        text=f"Against {name} ({with_unit(sized(other))}, {base(other)}): {moved}, with a range "
        f"from {ends}. {_meaning(tail)}",
        short=f"{short}, {tail}" if "too few" not in tail else tail,
        way="" if moved == "the same" else "up" if found.value > 0 else "down",
        sure=sure,
    )


def _meaning(tail: str) -> str:
    if tail == "more than chance":
        return "Chance alone seldom does that."
    if tail == "could be chance":
        return "It could be chance: the range holds 0."
    return "One side has under 30: too few to tell."


def _counted(score: Score, other: Score, name: str) -> Verdict:
    moved = change(score, score.value - other.value).replace(" points", "")
    moved = moved.replace("higher", "more").replace("lower", "fewer")
    return Verdict(
        text=f"Against {name}: {number(other)} contacts, so {moved}. Both were counted in full. "
        "Check that both periods are equally long and have equally many customers.",
        short=moved,
        way="up" if score.value > other.value else "down" if score.value < other.value else "",
    )


def detail(measure: Measure, now: Found, made: Tile) -> Detail:
    """What a tile has no room for."""
    score = now.score
    counted = score is None or score.low == score.high
    return Detail(
        title=measure.long,
        sentence="" if score is None else _sentence(measure, score),
        problem=now.problem,
        how=measure.how if counted else f"{measure.how} {RANGE}",
        convention="" if score is None else score.convention,
        notes=() if score is None else _notes(score),
        few=made.few and f"{made.few.capitalize()}.",
        verdict=made.verdict.text,
    )


def _sentence(measure: Measure, score: Score) -> str:
    if measure.id == "volume":
        return f"{number(score)} contacts."
    left = f", {score.missing:,} {score.left_out}" if score.missing else ""
    name = {"CES": "Ease"}.get(score.metric, score.metric)
    shown = sized(score)
    return f"{name} {with_unit(shown)} ({interval(shown)}), {base(score)}{left}."


def _notes(score: Score) -> tuple[str, ...]:
    """The score's notes as sentences, less what the text on counting has said already."""
    told = [note for note in score.notes if not note.startswith("high = ")]
    return tuple(f"{note[0].upper()}{note[1:]}." for note in told)
