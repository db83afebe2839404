"""Words of another trade: what keeps an exercise from being told in this one."""

import re
from collections.abc import Iterator

from course.codes import rule
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import TradeWord
from course.lessons.page import Prose
from course.lessons.rules.drafts import Draft
from course.lessons.rules.texts import texts

_NO_WORDS = re.compile(r"(^|\.)(id|table|covers|moves|acts|jargon|problem_terms|belongs)(\.|\[|$)")
"""Places that hold names, or words that a program looks for."""
_MEND = "add a row to the words of the world, write the exercise anew for it, or leave it out"


@rule("CC070")
def another_trade(draft: Draft) -> Iterator[Diagnostic]:
    """A text says a word of a trade that is not the one of these lessons."""
    listed = draft.course.other_trades if draft.trades is not None else ()
    if not listed:
        return
    for one in draft.exercises:
        told = [word for word in listed if one.item.id not in word.fine_in]
        for source in filter(None, (one.source, one.scenario)):
            for text in texts(source.data):
                if " " in text.text and not _NO_WORDS.search(text.place):
                    for word in _said(told, text.text):
                        yield Diagnostic(
                            code="CC070", file=source.file, line=source.line(text.place),
                            place=text.place, problem=_problem(word), mend=_MEND,
                        )  # fmt: skip
    for lesson in draft.lessons:
        for part in lesson.lesson.page.parts:
            for words in (part.text,) if isinstance(part, Prose) else part.listed:
                for word in _said(list(listed), words):
                    yield lesson.at("CC070", part.line, _problem(word), _MEND)


def _said(listed: list[TradeWord], text: str) -> Iterator[TradeWord]:
    for one in listed:
        words = r"\s+".join(map(re.escape, one.word.split()))
        if re.search(rf"(?<![\w-]){words}(?:s|es)?(?![\w-])", text, re.IGNORECASE):
            yield one


def _problem(one: TradeWord) -> str:
    return f"this depends on a {one.trade}: '{one.word}'"
