"""The page's data for a `reply`."""

from typing import Any

from course.exercises import Finding, NeedsReview
from course.language import meaning
from course.page.prose import blocks
from course.page.views.base import Now, View

OWN = (
    ("there", "Mine does the same job"),
    ("nearly", "One thing to add"),
    ("again", "I would write it differently now"),
)
"""How trainees may rate their own reply beside the model one."""


def picture(now: Now) -> View:
    """The text so far; after an answer, what was noticed, a model reply and the self-rating."""
    exercise, history = now.item.exercise, now.history
    draft = history.draft if isinstance(history.draft, dict) else {}
    answered = str(history.attempts[-1].answer) if history.attempts else ""
    text = str(draft.get("text", answered))
    view: View = {
        "saidBy": exercise.said_by,
        "says": exercise.says,
        "starts": exercise.starts,
        "atLeast": exercise.at_least,
        "minutes": exercise.minutes,
        "text": text,
        "own": str(draft.get("own", "")),
        # A self-rating is kept as a draft too; only a changed text is one that came back.
        "cameBack": bool(draft) and text != answered,
        "noticed": [],
        "also": [],
        "model": [],
        "because": "",
        "ratings": [{"id": one, "text": words} for one, words in OWN],
    }
    if isinstance(now.result, NeedsReview) and now.item.key is not None:
        view |= {
            "noticed": [_line(one.text, one.move, now.result) for one in now.result.rubric],
            "also": _also(now.result),
            "model": blocks(now.item.key.model),
            "because": now.item.key.because,
        }
    return view


def _line(text: str, move: str, result: NeedsReview) -> View:
    """One line of the rubric with the words that seem to do it."""
    found = [_words(one) for one in result.findings if move and one.move == move]
    sure = any(one.certainty == "found" for one in result.findings if move and one.move == move)
    return {
        "text": text,
        "mark": "full" if sure else "part" if found else "none" if move else "person",
        "found": found,
        "said": "" if found else NOTHING if move else PERSON,
    }


NOTHING = "No words for this were noticed. A person reads it as well."
PERSON = "Only a person can tell."


def _words(one: Finding) -> View:
    return {"quote": one.quote, "why": one.why, "sure": one.certainty == "found"}


def _also(result: NeedsReview) -> list[dict[str, Any]]:
    """Moves that were noticed and that no line of the rubric asks for."""
    asked = {one.move for one in result.rubric}
    return [
        {"what": meaning(one.move), **_words(one)}
        for one in result.findings
        if one.move not in asked
    ]
