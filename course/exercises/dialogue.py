"""`dialogue`: a conversation with a simulated customer. The answer is the list of choice ids."""

from collections.abc import Callable
from functools import cache, lru_cache
from random import Random
from typing import Any

import msgspec
from msgspec import Struct

from course import scenarios
from course.exercises.base import (
    Exercise,
    Kind,
    Specimen,
    Unsettled,
    World,
    wrong_shape,
)
from course.exercises.result import Invalid, Part, Scored
from course.kept import kept
from course.scenarios import HouseRuleError, Scenario, apply_rules
from course.scenarios.definition import Note, Play, Rubric, Some, Topic
from course.scenarios.house_rules import not_there
from course.scenarios.variants import PERSONS, changes, renewed, variant

MOST_TURNS = 60
"""Lines after which a random walk through a conversation is given up and begun again."""
OWN_WORDS = frozenset(
    {"brief", "agent_sees", "checked", "warning", "about", "scene", "later", "heard", "why"}
)
"""Fields of a scenario in the course's own voice."""


class Dialogue(Exercise, frozen=True, kw_only=True, tag="dialogue", tag_field="kind"):
    """A scenario to play. It travels with the trainee, without its rubric and notes."""

    scenario: Scenario
    """The name of a file of the folder `scenarios`, without `.yaml`."""


class DialogueKey(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the handling mark looks at, the note on every choice, and the test plan.

    How it is drawn and filed at the desk stands here as well: it changes nothing of what is
    played, so it must not tell anybody that the exercise has changed.
    """

    rubric: Rubric
    notes: dict[str, Note] = {}
    plan: Some[Play] = ()
    topic: Topic = "product"
    by_chance: bool = True


@kept
def keyed(exercise: Dialogue, key: DialogueKey | None) -> Scenario:
    """The whole scenario: public view and, where it is here, key together."""
    if key is None:
        return exercise.scenario
    return msgspec.structs.replace(
        exercise.scenario,
        rubric=key.rubric,
        plan=key.plan,
        topic=key.topic,
        by_chance=key.by_chance,
        moments=tuple(
            msgspec.structs.replace(
                moment,
                choices=tuple(
                    msgspec.structs.replace(choice, note=key.notes.get(choice.id))
                    for choice in moment.choices
                ),
            )
            for moment in exercise.scenario.moments
        ),
    )


def settle(
    exercise: Dialogue, key: DialogueKey | None, world: World
) -> tuple[Dialogue, DialogueKey | None]:
    """Writes the house rules into a scenario, its rubric and its notes alike.

    Raises:
        Unsettled: where the scenario names a rule or a value that there is not.
    """
    try:
        whole = apply_rules(keyed(exercise, key), world.house_rules(), world.rights())
    except HouseRuleError:
        first, *more = (
            Unsettled(f"scenario.{one.place}", one.problem, one.mend)
            for one in not_there(keyed(exercise, key), world.house_rules(), world.rights())
        )
        raise Unsettled(first.place, first.problem, first.mend, tuple(more)) from None
    return _parted(exercise, key, whole)


def _parted(
    exercise: Dialogue, key: DialogueKey | None, whole: Scenario
) -> tuple[Dialogue, DialogueKey | None]:
    """Public view and key again, of a whole scenario."""
    notes = {
        choice.id: choice.note
        for moment in whole.moments
        for choice in moment.choices
        if choice.note is not None
    }
    moments = tuple(
        msgspec.structs.replace(
            moment,
            choices=tuple(msgspec.structs.replace(one, note=None) for one in moment.choices),
        )
        for moment in whole.moments
    )
    bare = msgspec.structs.replace(
        whole, rubric=None, plan=(), topic="product", by_chance=True, moments=moments
    )
    exercise = msgspec.structs.replace(exercise, scenario=bare)
    if key is None:
        return exercise, None
    assert whole.rubric is not None
    # Notes on lines that do not exist stay, so that the lint can name them.
    return exercise, msgspec.structs.replace(
        key, rubric=whole.rubric, plan=whole.plan, notes={**key.notes, **notes}
    )


def vary(
    exercise: Dialogue, key: DialogueKey | None, seed: int
) -> tuple[Dialogue, DialogueKey | None]:
    """The exercise with the person of that number; see `course.scenarios.variants`."""
    if exercise.scenario.varies is None:
        return exercise, key
    return _persons(exercise, key)(seed and (seed - 1) % PERSONS + 1)


@kept
def _persons(
    exercise: Dialogue, key: DialogueKey | None
) -> Callable[[int], tuple[Dialogue, DialogueKey | None]]:
    """Every person that the exercise can be with, drawn once for all trainees."""
    whole = keyed(exercise, key)

    @cache
    def person(number: int) -> tuple[Dialogue, DialogueKey | None]:
        other = variant(whole, number)
        new = changes(exercise.scenario, number)
        return _parted(renewed(exercise, new), key, other)

    return person


def split(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Parts a file's data into public view and key: rubric, notes, plan, topic and chance are it.

    A file that holds no note at all has no key: it is a released, assessed one.
    """
    scenario = dict(data.get("scenario") or {})
    given = data.get("key")
    notes: dict[str, Any] = {}
    moments = []
    for moment in scenario.get("moments") or ():
        choices = []
        for choice in moment.get("choices") or ():
            bare = {name: value for name, value in choice.items() if name != "note"}
            if "note" in choice:
                notes[choice.get("id")] = choice["note"]
            choices.append(bare)
        moments.append({**moment, "choices": choices})
    key: dict[str, Any] | None = dict(given) if given else None
    if notes:
        desk = {name: scenario.pop(name) for name in ("topic", "by_chance") if name in scenario}
        key = {"rubric": scenario.pop("rubric", None) or {}, "notes": notes,
               "plan": scenario.pop("plan", None) or [], **desk, **(key or {})}  # fmt: skip
    public = {name: value for name, value in data.items() if name != "key"}
    if moments:
        public["scenario"] = {**scenario, "moments": moments}
    return public, key


def validate(exercise: Dialogue, answer: Any) -> Invalid | None:
    """Whether `answer` is a conversation that can be played and has reached its end."""
    if not isinstance(answer, list | tuple) or not all(isinstance(one, str) for one in answer):
        return wrong_shape(answer, "a list of choice ids")
    if not answer:
        return Invalid("The conversation has not begun.")
    try:
        state = scenarios.reached(exercise.scenario, tuple(answer))
    except ValueError as error:
        return Invalid(str(error))
    if not state.ended:
        return Invalid("The conversation is not over yet.")
    return None


def score(exercise: Dialogue, key: DialogueKey, answer: Any) -> Scored:
    """The handling mark, of 100, with a reason for each criterion."""
    whole = keyed(exercise, key)
    handling = scenarios.handled(whole, tuple(answer)).handling
    return Scored(
        earned=handling.mark,
        total=100.0,
        parts=tuple(
            Part(
                id=one.id,
                label=one.title,
                earned=one.earned,
                total=one.total,
                reason=one.reason,
                slip=f"missing: {one.title}",
            )
            for one in handling.criteria
        ),
        feedback=tuple(one.reason for one in handling.criteria if one.earned < one.total)[:2],
    )


def guess(exercise: Dialogue, dice: Random) -> list[str]:
    """A walk through the conversation by chance, to its end.

    Raises:
        ValueError: where a hundred of them come to none.
    """
    for _ in range(100):
        chosen: list[str] = []
        while len(chosen) < MOST_TURNS:
            prompt = scenarios.play(exercise.scenario, chosen).prompt
            if prompt is None:
                return chosen
            chosen.append(dice.choice(prompt.options).id)
    raise ValueError(f"{exercise.id}: a hundred random conversations came to no end")


def best(exercise: Dialogue, key: DialogueKey) -> list[str]:
    """The path through the conversation that is marked best."""
    return list(_best_path(keyed(exercise, key)))


@lru_cache(maxsize=64)
def _best_path(scenario: Scenario) -> tuple[str, ...]:
    return scenarios.explore(scenario).best_path


def explanations(exercise: Dialogue, key: DialogueKey) -> dict[str, str]:
    """Each note as a whole, at the line it is about."""
    return {
        f"scenario.moments.{moment.id}.choices.{choice.id}.note": " ".join(
            (note.heard, note.better, note.why)
        )
        for moment in exercise.scenario.moments
        for choice in moment.choices
        if (note := key.notes.get(choice.id)) is not None
    }


def specimens(exercise: Dialogue, key: DialogueKey) -> list[Specimen]:
    """The plays of the scenario's test plan, an unfinished conversation, and an unknown line."""
    plays = sorted(key.plan, key=lambda play: -play.handling[1])
    names = ["right", *["partly"] * (len(plays) - 2), "wrong"]
    made = [
        Specimen(
            name=name,  # type: ignore[arg-type]
            answer=list(play.choices),
            result="scored",
            low=play.handling[0] / 100,
            high=play.handling[1] / 100,
        )
        for name, play in zip(names, plays, strict=False)
    ]
    if plays:
        unfinished = list(plays[0].choices[:1])
        made.append(Specimen(name="invalid", answer=unfinished, result="invalid"))
    made.append(Specimen(name="invalid", answer=["no-such-line"], result="invalid"))
    return made


def problems(exercise: Dialogue, key: DialogueKey | None) -> list[tuple[str, str, str]]:
    """A test plan too thin to prove anything; the scenario itself has its own diagnosis."""
    if key is not None and len(key.plan) < 3:
        return [("scenario.plan", "fewer than three plays", "add a best, a middling and a bad one")]
    return []


KIND = Kind(
    name="dialogue",
    noun="A conversation",
    definition=Dialogue,
    key=DialogueKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    split=split,
    guess=guess,
    best=best,
    settle=settle,
    vary=vary,
    pool=PERSONS,
    scenario=keyed,
    thinking=lambda exercise: 12,
    explanations=explanations,
    own_words=OWN_WORDS,
)
