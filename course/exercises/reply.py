"""`reply`: free text, read by rules and marked by a person. The answer is the text."""

from random import Random
from typing import Any

from msgspec import Struct

from course.exercises.base import Exercise, Kind, Quote, Specimen, wrong_shape
from course.exercises.result import Criterion, Invalid, NeedsReview
from course.language import Facts, read

LONGEST = 4000
LONGEST_CLOCK = 60
SENTENCES = (
    "Thank you for getting in touch with us about this today.",
    "I understand, and somebody will have a look at it quite soon.",
    "I am sorry about that, so please send us the number of your order.",
)
"""What is written by somebody who has not read what they answer."""


RATINGS = {
    "there": "Mine does the same, in other words",
    "nearly": "One thing to add",
    "again": "I would write it differently now",
}
"""How trainees may rate their own reply beside the model one. Their own view, and no mark."""


class Reply(Exercise, frozen=True, kw_only=True, tag="reply", tag_field="kind"):
    """Something to answer in the trainee's own words."""

    said_by: str = ""
    """Who says what is being answered."""
    says: str = ""
    """What is being answered, shown as a bubble above the box."""
    starts: str = ""
    """The beginning of a sentence to finish: 'When a customer …'."""
    at_least: int = 5
    """Words below which there is nothing to read yet."""
    minutes: float | None = None
    """How long a clock beside the box runs from the first letter on; it stops nobody."""
    problem_terms: tuple[str, ...] = ()
    """Words of this case; a reply that says one back shows that the customer was heard."""
    jargon: tuple[str, ...] = ()
    """Words of the trade that a customer does not know; a reply with one of them is asked about."""


class ReplyKey(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rubric a person marks by, and a reply to compare with."""

    rubric: tuple[Criterion, ...]
    """What a person looks for, line by line."""
    model: str
    """One good reply; there are others. It is shown afterwards."""
    because: str
    """Why the model reply is a good one."""


def validate(exercise: Reply, answer: Any) -> Invalid | None:
    """Whether `answer` is a text long enough to read and short enough to be a reply."""
    if not isinstance(answer, str):
        return wrong_shape(answer, "text")
    words = len(answer.split())
    if not words:
        return Invalid("Nothing is written yet.")
    if words < exercise.at_least:
        return Invalid(f"{words} words so far. Write at least {exercise.at_least}.")
    if len(answer) > LONGEST:
        return Invalid(
            f"{len(answer):,} characters is more than a reply. Keep it under {LONGEST:,}."
        )
    return None


def score(exercise: Reply, key: ReplyKey, answer: Any) -> NeedsReview:
    """What the rules noticed, laid beside the rubric; a person gives the points."""
    facts = Facts(problem_terms=exercise.problem_terms, jargon=exercise.jargon, says=exercise.says)
    reading = read(str(answer), facts)
    return NeedsReview(
        findings=reading.findings, rubric=key.rubric, model=key.model, because=key.because
    )


def guess(exercise: Reply, dice: Random) -> str:
    """The same few sentences in any order, as often as the length asks for."""
    said = dice.sample(SENTENCES, len(SENTENCES))
    while len(" ".join(said).split()) < exercise.at_least:
        said += SENTENCES
    return " ".join(said)


def shows(exercise: Reply) -> Quote | None:
    """The words to answer."""
    return Quote(exercise.said_by, exercise.says) if exercise.says else None


def specimens(exercise: Reply, key: ReplyKey) -> list[Specimen]:
    """The model reply, an unhelpful one, and none: the first two need a person all the same."""
    dull = "We will look at this and somebody will be in touch at some point about it"
    return [
        Specimen(name="right", answer=key.model, result="needs_review"),
        Specimen(name="wrong", answer=dull, result="needs_review"),
        Specimen(name="invalid", answer="   ", result="invalid"),
    ]


def problems(exercise: Reply, key: ReplyKey | None) -> list[tuple[str, str, str]]:
    """A clock that shows no time, a rubric that is empty, a model that would not be accepted."""
    found: list[tuple[str, str, str]] = []
    if exercise.minutes is not None and not 0 < exercise.minutes <= LONGEST_CLOCK:
        found.append(
            ("minutes", f"{exercise.minutes:g} is no time to write a reply in",
             f"give minutes from 0.5 to {LONGEST_CLOCK}, or leave it out")
        )  # fmt: skip
    if key is None:
        return found
    if not key.rubric:
        found.append(("key.rubric", "there is nothing to mark by", "add at least one line"))
    refused = validate(exercise, key.model)
    if refused:
        found.append(
            ("key.model", f"it would be refused: {refused.reason}", "mend the model reply")
        )
        return found
    seen = {one.move for one in score(exercise, key, key.model).findings}
    found += [
        ("key.model", f"the rules do not see '{line.move}' in it", "say it more plainly")
        for line in key.rubric
        if line.move and line.move not in seen
    ]
    return found


KIND = Kind(
    name="reply",
    noun="A reply in your own words",
    definition=Reply,
    key=ReplyKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    guess=guess,
    shows=shows,
    reviewed=True,
    ratings=RATINGS,
    lead="You wrote:",
)
