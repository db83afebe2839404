"""`number`: a figure worked out from data on the page. The answer is the number.

The key names a calculator and its arguments; wrong ways of working it out are *named slips*,
computed from the same data, so that the feedback can say which one happened.
"""

import math
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from course.exercises import records
from course.exercises.base import (
    Exercise,
    Kind,
    Specimen,
    Unsettled,
    World,
    reasons,
    wrong_shape,
)
from course.exercises.calculator import SENSELESS
from course.exercises.calculators import CALCULATORS, Arguments, Table
from course.exercises.result import Invalid, Part, Scored


class Number(Exercise, frozen=True, kw_only=True, tag="number", tag_field="kind"):
    """A question whose answer is one number."""

    unit: str = ""
    """Shown behind the box: 'per cent', 'hours'."""
    decimals: int = 1
    """How many decimal places are asked for."""
    low: float | None = None
    """The least value that makes sense; anything below is asked about, not marked."""
    high: float | None = None
    """The greatest value that makes sense."""
    table: Table | None = None
    """The data that is shown and worked from: written out, or taken or counted from the records."""
    draws: dict[str, tuple[int, ...]] = {}
    """Parameters and the values each may take; '{name}' in the prompt shows the drawn one."""


class NumberKey(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the right number is computed, how close is close enough, and what slips give."""

    calculator: str
    """What works the number out; see the calculators below."""
    arguments: Arguments = {}
    """What the calculator works with."""
    tolerance: float = 0.0
    """In the unit of the answer, on top of half a unit in the last decimal asked for."""
    because: str
    """What is said to the right answer."""
    slips: dict[str, str] = {}
    """By the calculator's name of the slip: the sentence to say when the answer matches it."""


def _read(answer: Any) -> float | None:
    """The number in an answer; text such as '1,234.5 %' counts. None where there is none."""
    if isinstance(answer, bool):
        return None
    if isinstance(answer, int | float):
        try:
            return float(answer)
        except OverflowError:
            return math.inf if answer > 0 else -math.inf
    if not isinstance(answer, str):
        return None
    text = answer.strip().removesuffix("%").strip().replace("−", "-").replace("£", "")
    if "," in text and "." not in text and len(text.rsplit(",", 1)[1]) != 3:
        text = text.replace(",", ".")
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def validate(exercise: Number, answer: Any) -> Invalid | None:
    """Whether `answer` is a finite number in the range that makes sense here."""
    value = _read(answer)
    if value is None:
        if isinstance(answer, str):
            return Invalid(f"'{answer}' is not a number. Write it in figures, such as 42.5.")
        return wrong_shape(answer, "a number")
    if not math.isfinite(value):
        return Invalid("That is not a finite number. Write it in figures, such as 42.5.")
    low, high = exercise.low, exercise.high
    if (low is not None and value < low) or (high is not None and value > high):
        if low is None or high is None:
            side = f"above {low:g}" if high is None else f"below {high:g}"
            return Invalid(f"{value:g} cannot be: the answer lies {side}.")
        return Invalid(f"{value:g} cannot be: the answer lies between {low:g} and {high:g}.")
    return None


def _close(exercise: Number, key: NumberKey, value: float, wanted: float) -> bool:
    half_a_unit = 0.5 * 10.0**-exercise.decimals
    return abs(value - wanted) <= key.tolerance + half_a_unit + 1e-9


def score(exercise: Number, key: NumberKey, answer: Any) -> Scored:
    """Full marks within the tolerance; half for a named slip, with the slip named."""
    value = _read(answer)
    assert value is not None
    calculator = CALCULATORS[key.calculator]
    wanted = calculator.wanted(exercise.table, key.arguments)
    slip = ""
    if _close(exercise, key, value, wanted):
        earned, reason = 1.0, key.because
    else:
        earned, reason = 0.0, _no_match(exercise, key, value, wanted)
        for name, sentence in key.slips.items():
            if _close(exercise, key, value, calculator.slip(name, exercise.table, key.arguments)):
                earned, reason, slip = 0.5, sentence, sentence
                break
    part = Part(id="value", label=f"{value:g} {exercise.unit}".strip(), earned=earned, total=1.0,
                reason=reason, slip=slip)  # fmt: skip
    return Scored(earned=earned, total=1.0, parts=(part,), feedback=(reason,))


def _no_match(exercise: Number, key: NumberKey, value: float, wanted: float) -> str:
    """What to say to a number that no slip explains: nearly there, or too low or too high."""
    if any(abs(value - round(wanted, fewer)) < 1e-9 for fewer in range(exercise.decimals)):
        places = f"{exercise.decimals} decimal place{'' if exercise.decimals == 1 else 's'}"
        return f"{value:g} is rounded too far. Give it to {places}."
    if exercise.unit == "per cent" and _close(exercise, key, 100 * value, wanted):
        return f"{value:g} is a share of one. In per cent it is a hundred times as much."
    where = "low" if value < wanted else "high"
    return f"{value:g} is too {where}. {CALCULATORS[key.calculator].advice}"


def guess(exercise: Number, dice: Random) -> float:
    """Any number that makes sense."""
    low = exercise.low if exercise.low is not None else 0.0
    high = exercise.high if exercise.high is not None else max(low, 0.0) + 100.0
    return round(dice.uniform(low, high), exercise.decimals)


def specimens(exercise: Number, key: NumberKey) -> list[Specimen]:
    """The right number, each named slip, a number far off, and no number."""
    calculator = CALCULATORS[key.calculator]
    wanted = calculator.wanted(exercise.table, key.arguments)
    slips = [calculator.slip(name, exercise.table, key.arguments) for name in key.slips]
    step = 10.0**-exercise.decimals
    low = exercise.low if exercise.low is not None else wanted - 1e4 * step
    high = exercise.high if exercise.high is not None else wanted + 1e4 * step
    inside = [low + (high - low) * share for share in (0.03, 0.97, 0.37, 0.61)]
    far = next(
        one for one in inside
        if not any(_close(exercise, key, one, other) for other in [wanted, *slips])
    )  # fmt: skip
    return [
        Specimen(name="right", answer=round(wanted, exercise.decimals), result="scored", low=1.0),
        *(
            Specimen(name="partly", answer=round(slip, exercise.decimals), result="scored",
                     low=0.5, high=0.5)
            for slip in slips
        ),
        Specimen(name="wrong", answer=far, result="scored", high=0.0),
        Specimen(name="invalid", answer="about half", result="invalid"),
        Specimen(name="invalid", answer=math.nan, result="invalid"),
    ]  # fmt: skip


def problems(exercise: Number, key: NumberKey | None) -> list[tuple[str, str, str]]:
    """An unknown heading, calculator or slip, arguments that do not compute, a slip equal to it."""
    table = exercise.table
    lost = [name for name in table.headings if name not in table.columns] if table else []
    if lost:
        return [
            ("table.headings", f"there is no column '{name}' to put words above", "check the name")
            for name in lost
        ]
    if key is None:
        return []
    if key.calculator not in CALCULATORS:
        known = ", ".join(CALCULATORS)
        return [("key.calculator", f"there is no calculator '{key.calculator}'", f"use {known}")]
    calculator = CALCULATORS[key.calculator]
    found = [
        (f"key.slips.{name}", f"'{key.calculator}' has no slip '{name}'",
         f"use one of {', '.join(calculator.slips)}")
        for name in key.slips
        if name not in calculator.slips
    ]  # fmt: skip
    if found:
        return found
    drawn, drawn_key = vary(exercise, key, 0)
    assert drawn_key is not None
    try:
        wanted = calculator.wanted(drawn.table, drawn_key.arguments)
    except SENSELESS as error:
        return [("key.arguments", f"they do not compute: {error}", "check columns and names")]
    for name in key.slips:
        try:
            given = calculator.slip(name, drawn.table, drawn_key.arguments)
        except SENSELESS as error:
            return [(f"key.slips.{name}", f"it does not compute: {error}",
                     "check the table, or leave the slip out")]  # fmt: skip
        if _close(drawn, drawn_key, given, wanted):
            found.append((f"key.slips.{name}", "it gives the right answer on this data",
                          "change the data or leave the slip out"))  # fmt: skip
    return found


def vary(exercise: Number, key: NumberKey | None, seed: int) -> tuple[Number, NumberKey | None]:
    """Draws each parameter and puts it in the prompt and, where there is a key, its arguments."""
    if not exercise.draws:
        return exercise, key
    draw = Random(seed)
    drawn = {name: draw.choice(values) for name, values in exercise.draws.items()}
    prompt = exercise.prompt
    for name, value in drawn.items():
        prompt = prompt.replace("{" + name + "}", f"{value:,}")
    made = msgspec.structs.replace(exercise, prompt=prompt)
    if key is None:
        return made, None
    return made, msgspec.structs.replace(key, arguments=_fill(key.arguments, drawn))


def _fill(value: Any, drawn: dict[str, int]) -> Any:
    if isinstance(value, str) and value.startswith("{") and value[1:-1] in drawn:
        return drawn[value[1:-1]]
    if isinstance(value, dict):
        return {name: _fill(one, drawn) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_fill(one, drawn) for one in value]
    return value


def settle(
    exercise: Number, key: NumberKey | None, world: World
) -> tuple[Number, NumberKey | None]:
    """Works out a figure that rests on the whole records.

    Raises:
        Unsettled: where none comes of the arguments.
    """
    if key is None or key.calculator != "records":
        return exercise, key
    try:
        arguments = records.settle(key.arguments, list(key.slips), world.records)
    except SENSELESS as error:
        problem = f"no figure comes of them: {error.args[0] if error.args else error}"
        raise Unsettled("key.arguments", problem, "check names and days") from None
    return exercise, msgspec.structs.replace(key, arguments=arguments)


def explanations(exercise: Number, key: NumberKey) -> dict[str, str]:
    """The reason, and what each slip says."""
    slips = {f"key.slips.{name}": sentence for name, sentence in key.slips.items()}
    return reasons(exercise, key) | slips


KIND = Kind(
    name="number",
    noun="A figure to work out",
    definition=Number,
    key=NumberKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    vary=vary,
    guess=guess,
    settle=settle,
    shows=lambda exercise: exercise.table,
    thinking=lambda exercise: 150,
    lead="You wrote:",
    amiss="",
    explanations=explanations,
    own_words=frozenset({"because", "slips", "caption", "headings", "unit"}),
)
