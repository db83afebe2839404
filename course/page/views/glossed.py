"""Words and sayings that can be opened on the page, in plain words."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from course.language.glossary import Entry, found
from course.page.views.base import ExerciseView, Word
from course.page.views.dialogue import DialogueView


def glossed(view: ExerciseView, own: Iterable[Entry], shared: Iterable[Entry]) -> ExerciseView:
    """The view with those words and sayings that stand in what is shown.

    Args:
        view: What is shown.
        own: Those of the exercise: they are opened in its customer's words and in the course's.
        shared: Those of the whole course, which are opened in customers' words alone.
    """
    mine = tuple(own)
    named = {one.says.casefold() for one in mine}
    both = (*mine, *(one for one in shared if one.says.casefold() not in named))
    shown = msgspec.json.encode(view).decode() if mine else ""
    return replace(
        view, words=_words(found(both, _theirs(view))), glossary=_words(found(mine, [shown]))
    )


def _words(entries: Iterable[Entry]) -> tuple[Word, ...]:
    return tuple(Word(one.says, one.means) for one in entries)


def _theirs(view: ExerciseView) -> list[str]:
    talk = view.talk if isinstance(view, DialogueView) else ()
    return [*(line.text for line in talk if line.who == "them"), getattr(view, "says", "")]
