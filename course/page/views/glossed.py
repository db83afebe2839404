"""Sayings of customers that can be opened on the page, in plain words."""

from collections.abc import Iterable

from msgspec.structs import replace

from course.language.glossary import Entry, found
from course.page.views.base import ExerciseView, Word
from course.page.views.dialogue import DialogueView


def glossed(view: ExerciseView, entries: Iterable[Entry]) -> ExerciseView:
    """The view with those sayings that a customer says in what is shown."""
    there = found(entries, _theirs(view))
    return replace(view, words=tuple(Word(one.says, one.means) for one in there))


def _theirs(view: ExerciseView) -> list[str]:
    talk = view.talk if isinstance(view, DialogueView) else ()
    return [*(line.text for line in talk if line.who == "them"), getattr(view, "says", "")]
