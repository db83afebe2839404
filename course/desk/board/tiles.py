"""One tile for each number: its value, its range, what it stands on, what has changed."""

from typing import Any

from course.desk.board.lengths import sized
from course.desk.board.measures import Found, Measure
from course.desk.board.said import base, between, change, interval, number, with_unit
from course.metrics import MetricsError, Score, difference

View = dict[str, Any]
RANGE = "The range (interval) is where the true figure may well lie."
NOTHING = {"text": "", "short": "", "way": "", "sure": False}


def tile(measure: Measure, now: Found, then: Found | None, name: str) -> View:
    """A tile; `then` is what it is compared with, called `name`.

    The range is drawn from ``from`` to ``to``; both comparisons stand on that scale.
    """
    made: View = {
        "id": measure.id, "name": measure.name, "long": measure.long, "value": "", "unit": "",
        "range": "", "base": "", "few": "", "problem": now.problem, "bar": None,
        "verdict": NOTHING,
    }  # fmt: skip
    score = now.score
    if score is None:
        return made
    other, shown = then.score if then else None, sized(score)
    return made | {
        "value": number(shown),
        "unit": shown.unit.strip(),
        "range": interval(shown),
        "base": base(score) if measure.id != "volume" else "",
        "few": score.warning,
        "bar": _bar(measure, score, other),
        "verdict": verdict(measure, score, then, name) if then else NOTHING,
    }


def _bar(measure: Measure, score: Score, other: Score | None) -> View | None:
    if score.low == score.high:
        return None
    shown = [one for one in (score, other) if one is not None]
    low, high = measure.axis or (0.0, max(one.high for one in shown) * 1.15)
    marks = [{"value": one.value, "low": one.low, "high": one.high} for one in shown]
    return {"from": low, "to": high, "marks": marks}


def verdict(measure: Measure, score: Score, then: Found, name: str) -> View:
    """What can be said of a difference, long and short; ``way`` is up, down or empty."""
    if then.score is None:
        other_side = f"{name[0].upper()}{name[1:]}"
        return NOTHING | {
            "text": f"There is nothing to compare with. {other_side}: {then.problem}",
            "short": "nothing to compare with",
        }
    other = then.score
    if measure.id == "volume":
        return _counted(score, other, name)
    try:
        found = difference(other, score)
    except MetricsError as error:
        return NOTHING | {"text": str(error)}
    moved = change(score, found.value)
    short = moved.replace(" points", "")
    sure = "more than chance" in found.verdict
    ends = between(score, found.low, found.high)
    tail = "more than chance" if sure else found.verdict
    return {
        "text": f"Against {name} ({with_unit(sized(other))}, {base(other)}): {moved}, with a range "
        f"from {ends}. {_meaning(tail)}",
        "short": f"{short}, {tail}" if "too few" not in tail else tail,
        "way": "" if moved == "the same" else "up" if found.value > 0 else "down",
        "sure": sure,
    }


def _meaning(tail: str) -> str:
    if tail == "more than chance":
        return "Chance alone seldom does that."
    if tail == "could be chance":
        return "It could be chance: the range holds 0."
    return "One side has under 30: too few to tell."


def _counted(score: Score, other: Score, name: str) -> View:
    moved = change(score, score.value - other.value).replace(" points", "")
    moved = moved.replace("higher", "more").replace("lower", "fewer")
    return {
        "text": f"Against {name}: {number(other)} contacts, so {moved}. Both were counted in full. "
        "Look at whether the two stand for equally long periods and equally many customers.",
        "short": f"{moved}",
        "way": "up" if score.value > other.value else "down" if score.value < other.value else "",
        "sure": False,
    }


def detail(measure: Measure, now: Found, made: View) -> View:
    """What a tile has no room for: the sentence, how it is counted, what was left out."""
    score = now.score
    return {
        "title": measure.long,
        "sentence": "" if score is None else _sentence(measure, score),
        "problem": now.problem,
        "how": measure.how if score is None or score.low == score.high
        else f"{measure.how} {RANGE}",
        "convention": "" if score is None else score.convention,
        "notes": [] if score is None else _notes(score),
        "few": made["few"] and f"{made['few'].capitalize()}.",
        "verdict": made["verdict"]["text"],
    }  # fmt: skip


def _sentence(measure: Measure, score: Score) -> str:
    if measure.id == "volume":
        return f"{number(score)} contacts."
    left = f", {score.missing:,} {score.left_out}" if score.missing else ""
    name = {"CES": "Ease"}.get(score.metric, score.metric)
    shown = sized(score)
    return f"{name} {with_unit(shown)} ({interval(shown)}), {base(score)}{left}."


def _notes(score: Score) -> list[str]:
    """The score's notes as sentences, less what the text on counting has said already."""
    return [
        f"{note[0].upper()}{note[1:]}." for note in score.notes if not note.startswith("high = ")
    ]
