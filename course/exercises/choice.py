"""`choice`: pick one line, or several. The answer is a list of option ids."""

from random import Random
from typing import Any, Literal

from msgspec import Struct

from course.exercises.base import (
    Exercise,
    Kind,
    Option,
    Options,
    Quote,
    Specimen,
    unknown,
    wrong_shape,
)
from course.exercises.result import Invalid, Part, Scored


class Choice(Exercise, frozen=True, kw_only=True, tag="choice", tag_field="kind"):
    """A question with options, one or several of which are right."""

    options: tuple[Option, ...]
    """What can be chosen: two at least."""
    select: Literal["one", "several"] = "one"
    """How many may be chosen."""
    said_by: str = ""
    """Whose words the options answer, shown as a bubble above them; empty for a plain question."""
    says: str = ""
    """The words that the options answer; empty for a plain question."""


class ChoiceKey(Struct, frozen=True, forbid_unknown_fields=True):
    """What each option is worth, from 0 to 1 (absent: 0), and why."""

    worth: dict[str, float]
    """By option, from 0 to 1. An option that is not named is worth nothing; one at least is worth
    1. Where several may be chosen, one that is not named costs 1, and one named with 0 costs
    nothing: it is fine as well, and nobody has to find it."""
    because: dict[str, str]
    """By option: why it is or is not what to say. Every option has one."""


def validate(exercise: Choice, answer: Any) -> Invalid | None:
    """Whether `answer` is a list of this exercise's option ids, of the right length."""
    if not isinstance(answer, list | tuple) or not all(isinstance(one, str) for one in answer):
        return wrong_shape(answer, "a list of option ids")
    bad = unknown(list(answer), [option.id for option in exercise.options], "option")
    if bad:
        return bad
    if len(set(answer)) != len(answer):
        return Invalid("The same option is named twice.")
    if not answer:
        return Invalid("Nothing is chosen yet.")
    if exercise.select == "one" and len(answer) > 1:
        return Invalid(f"Choose one; {len(answer)} are chosen.")
    return None


def score(exercise: Choice, key: ChoiceKey, answer: Any) -> Scored:
    """One: what the chosen option is worth. Several: worth found, less one for each wrong pick.

    A pick that the key names with 0 is no wrong one.
    """
    text = {option.id: option.text for option in exercise.options}
    chosen = [option.id for option in exercise.options if option.id in answer]
    if exercise.select == "one":
        only = chosen[0]
        part = Part(
            id=only,
            label=text[only],
            earned=key.worth.get(only, 0.0),
            total=1.0,
            reason=key.because[only],
        )
        return Scored(earned=part.earned, total=1.0, parts=(part,), feedback=(part.reason,))
    parts: list[Part] = []
    for option in exercise.options:
        worth, picked = key.worth.get(option.id, 0.0), option.id in chosen
        if worth or picked:
            wrong = -1.0 if option.id not in key.worth else 0.0
            earned = (worth if picked else 0.0) if worth else wrong
            parts.append(
                Part(
                    id=option.id,
                    label=text[option.id],
                    earned=earned,
                    total=worth,
                    reason=key.because[option.id],
                    missed=not picked,
                    slip="" if picked else f"not chosen: {text[option.id]}",
                )
            )
    total = sum(key.worth.values())
    earned = max(0.0, sum(part.earned for part in parts))
    # What was picked is explained; what was missed is only counted, so that a retry is worth it.
    told = tuple(part.reason for part in parts if part.id in chosen)
    return Scored(earned=earned, total=total, parts=tuple(parts), feedback=told)


def guess(exercise: Choice, dice: Random) -> list[str]:
    """One option by chance, or several."""
    ids = [option.id for option in exercise.options]
    return dice.sample(ids, 1 if exercise.select == "one" else dice.randint(1, len(ids)))


def shows(exercise: Choice) -> Quote | None:
    """The words that the options answer."""
    return Quote(exercise.said_by, exercise.says) if exercise.says else None


def options(exercise: Choice, key: ChoiceKey) -> Options:
    """The options, and which are fully right."""
    right = frozenset(one for one, worth in key.worth.items() if worth >= 1)
    return Options("options", exercise.options, right)


def specimens(exercise: Choice, key: ChoiceKey) -> list[Specimen]:
    """A right, a partly right, a wrong and an invalid answer."""
    ids = [option.id for option in exercise.options]
    best = max(key.worth.values())
    good = [one for one in ids if key.worth.get(one, 0) > 0]
    bad = [one for one in ids if one not in good]
    made = [Specimen(name="invalid", answer=["no-such-option"], result="invalid")]
    if exercise.select == "one":
        top = next(one for one in ids if key.worth.get(one, 0) == best)
        made.append(Specimen(name="right", answer=[top], result="scored", low=1.0))
        made += [
            Specimen(name="partly", answer=[one], result="scored", low=0.01, high=0.99)
            for one in good
            if key.worth[one] < best
        ][:1]
    else:
        made.append(Specimen(name="right", answer=good, result="scored", low=1.0))
        if len(good) > 1:
            made.append(
                Specimen(name="partly", answer=good[:1], result="scored", low=0.01, high=0.99)
            )
    if bad:
        made.append(Specimen(name="wrong", answer=bad[:1], result="scored", high=0.0))
    return made


def problems(exercise: Choice, key: ChoiceKey | None) -> list[tuple[str, str, str]]:
    """Options without a reason, keys without an option, no right option."""
    found: list[tuple[str, str, str]] = []
    ids = [option.id for option in exercise.options]
    if len(set(ids)) != len(ids):
        found.append(("options", "two options share an id", "give each option its own id"))
    if len(ids) < 2:
        found.append(("options", "there are fewer than two options", "add a sensible other option"))
    if key is None:
        return found
    for place, given in (("key.worth", key.worth), ("key.because", key.because)):
        found += [
            (f"{place}.{one}", f"there is no option '{one}'", f"use one of {', '.join(ids)}")
            for one in given
            if one not in ids
        ]
    found += [
        ("key.because", f"option '{one}' has no explanation", f"add '{one}:' with the reason")
        for one in ids
        if one not in key.because
    ]
    if not any(worth >= 1 for worth in key.worth.values()):
        found.append(("key.worth", "no option is fully right", "give the best option 1"))
    if any(not 0 <= worth <= 1 for worth in key.worth.values()):
        found.append(("key.worth", "a worth lies outside 0 to 1", "use 1, 0.5 or leave it out"))
    return found


KIND = Kind(
    name="choice",
    noun="A question with options",
    definition=Choice,
    key=ChoiceKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    guess=guess,
    shows=shows,
    lead="You chose:",
    amiss="",
    thinking=lambda exercise: 20,
    options=options,
)
