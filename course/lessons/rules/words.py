"""The course's own words: explanations, repetitions, exclamations."""

from collections.abc import Iterator

from course.codes import rule
from course.lessons.decode import Source
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.drafts import Draft, ExerciseDraft
from course.lessons.rules.texts import Text, texts, unquoted

LONGEST = 60
"""Words an explanation may have; authors aim for 45."""
WORTH_COMPARING = 6
"""Words from which a text said twice is taken for a mistake."""


def sources(draft: Draft) -> Iterator[Source]:
    """Every file of the content that could be read, once."""
    seen: set[str] = set()
    given = [draft.objectives, draft.groups, draft.rules, draft.rights]
    for one in draft.exercises:
        given += [one.source, one.scenario]
    for source in given:
        if source is not None and source.file not in seen:
            seen.add(source.file)
            yield source


def _all(draft: Draft) -> Iterator[tuple[Source, Text]]:
    own_words = {
        source.file: one.item.kind.own_words
        for one in draft.exercises
        for source in (one.source, one.scenario)
        if source is not None
    }
    for source in sources(draft):
        for text in texts(source.data, own_words.get(source.file, frozenset())):
            yield source, text


def _at(source: Source, place: str, code: str, problem: str, mend: str) -> Diagnostic:
    return Diagnostic(
        code=code, file=source.file, line=source.line(place), place=place,
        problem=problem, mend=mend,
    )  # fmt: skip


def _explanations(draft: Draft) -> Iterator[tuple[ExerciseDraft, str, str]]:
    for one in draft.exercises:
        if one.item.key is not None:
            explained = one.item.kind.explanations(one.item.exercise, one.item.key)
            yield from ((one, place, text) for place, text in explained.items())


@rule("CC050")
def no_explanation(draft: Draft) -> Iterator[Diagnostic]:
    """An explanation is empty."""
    for one, place, text in _explanations(draft):
        if not text.strip():
            yield one.at("CC050", place, "this explains nothing", "write the reason")


@rule("CC051")
def long_explanation(draft: Draft) -> Iterator[Diagnostic]:
    """An explanation has more than sixty words."""
    for one, place, text in _explanations(draft):
        words = len(text.split())
        if words > LONGEST:
            problem = f"this explanation has {words} words"
            mend = "keep what the customer heard and why"
            yield one.at("CC051", place, problem, mend)


@rule("CC052")
def said_twice(draft: Draft) -> Iterator[Diagnostic]:
    """The same text stands in two places."""
    seen: dict[str, tuple[str, int]] = {}
    twice: dict[tuple[str, str], list[tuple[Source, str, int]]] = {}
    # An exercise may be called what its conversation is called.
    called = {one.scenario.file: one.item.exercise.title for one in draft.exercises if one.scenario}
    for source, text in _all(draft):
        plain = " ".join(text.text.casefold().split())
        # Two weak lines may well have the same better one, and two customers the same check.
        if text.field in ("better", "checked") or len(plain.split()) < WORTH_COMPARING:
            continue
        if text.place == "title" and called.get(source.file) == text.text:
            continue
        here = source.file, source.line(text.place)
        file, line = seen.setdefault(plain, here)
        if (file, line) != here:
            twice.setdefault((source.file, file), []).append((source, text.place, line))
    for (_, other), ((source, place, line), *more) in twice.items():
        # A whole file that was copied is one mistake, and no forty.
        also = f", and so do {len(more)} more texts of this file" if more else ""
        problem = f"this says the same as {other}, line {line}{also}"
        yield _at(source, place, "CC052", problem, "say it in other words")


@rule("CC053")
def exclamation(draft: Draft) -> Iterator[Diagnostic]:
    """The course exclaims. People in it may."""
    for source, text in _all(draft):
        if text.own and "!" in unquoted(text.text):
            problem = "the course exclaims here"
            yield _at(source, text.place, "CC053", problem, "end with a full stop")


@rule("CC054")
def emoji(draft: Draft) -> Iterator[Diagnostic]:
    """There is an emoji in the course's own words."""
    for source, text in _all(draft):
        found = [one for one in unquoted(text.text) if text.own and _is_emoji(one)]
        if found:
            problem = "there is an emoji here"
            yield _at(source, text.place, "CC054", problem, "say it in words")


def _is_emoji(one: str) -> bool:
    code = ord(one)
    return code >= 0x1F000 or 0x2600 <= code <= 0x27BF or code == 0xFE0F
