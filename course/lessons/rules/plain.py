"""Words that everybody reads at once: glossaries, local expressions, sentences with a verb."""

import re
from collections.abc import Iterator

from course.codes import rule
from course.language.glossary import Entry, found, told
from course.lessons.decode import Source
from course.lessons.diagnostic import Diagnostic
from course.lessons.page import Prose
from course.lessons.rules.drafts import Draft, ExerciseDraft, LessonDraft
from course.lessons.rules.texts import Text, texts, unquoted
from course.lessons.rules.verbs import verbless
from course.lessons.rules.words import sources

MOST = 5
"""Words that the glossary of one exercise may explain."""
LONGEST = 15
"""Words a meaning may have."""
_NAMES = {
    *(
        "kind",
        "id",
        "covers",
        "returns",
        "scenario",
        "moves",
        "acts",
        "learns",
        "remedy",
        "promise",
    ),
    *("breaches", "next", "cites", "channel", "problem_terms", "jargon", "glossary", "varies"),
    *("table", "name", "temperament"),
}
"""Fields that are no prose for a trainee, or lists of words that a program looks for."""
_NOT_OPENED = re.compile(r"(^|\.)(options|choices)\[\d+\]\.text$")
"""A line to choose is a button; nothing in it can be opened."""
_NUMBER = re.compile(r"\[\d+\]")
_THEIRS = re.compile(r"(^|\.)(says|reply|unplaced|items)(\[|\.|$)")
"""What customers say, and what is to be sorted."""


@rule("CC043")
def word_not_there(draft: Draft) -> Iterator[Diagnostic]:
    """A word of an exercise's glossary can be opened nowhere in it."""
    for one in draft.exercises:
        there = found(one.item.glossary, _opened(one))
        for place, entry in _glossary(one):
            if entry not in there:
                problem = f"'{entry.says}' can be opened nowhere in this exercise"
                mend = "write it as it stands there, outside the lines to choose, or take it out"
                yield one.at("CC043", place, problem, mend)


@rule("CC044")
def many_words(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise's glossary has more than five words."""
    for one in draft.exercises:
        for place, _ in list(_glossary(one))[MOST:]:
            problem = f"the glossary of this exercise has {len(one.item.glossary)} words"
            yield one.at("CC044", place, problem, f"keep {MOST}, and write the others plainly")
            break


@rule("CC045")
def long_meaning(draft: Draft) -> Iterator[Diagnostic]:
    """A meaning has more than fifteen words."""
    for one in draft.exercises:
        for place, entry in _glossary(one):
            words = len(entry.means.split())
            if words > LONGEST:
                problem = f"the meaning of '{entry.says}' has {words} words"
                yield one.at("CC045", f"{place}.means", problem, "say it shortly, in common words")


@rule("CC046")
def local_in_our_words(draft: Draft) -> Iterator[Diagnostic]:
    """A local expression in the course's own words, or in a line to choose."""
    listed = _listed(draft)
    for source, text in _prose(draft):
        if not _THEIRS.search(text.place):
            for entry in told(listed, unquoted(text.text)):
                problem = f"'{entry.says}' is a local expression"
                yield _at(source, text.place, "CC046", problem, _plainly(entry))
    for lesson in draft.lessons:
        for line, words in _page(lesson):
            for entry in told(listed, unquoted(words)):
                problem = f"'{entry.says}' is a local expression"
                yield lesson.at("CC046", line, problem, _plainly(entry))


@rule("CC047")
def local_unexplained(draft: Draft) -> Iterator[Diagnostic]:
    """A customer uses a local expression that no glossary explains."""
    listed = _listed(draft)
    shared = draft.course.glossary if draft.glossary is not None else ()
    known = {
        source.file: (*one.item.glossary, *shared)
        for one in draft.exercises
        for source in (one.source, one.scenario)
        if source is not None
    }
    for source, text in _prose(draft):
        theirs = _THEIRS.search(text.place) is not None
        ours = () if theirs else told(listed, unquoted(text.text))
        glossary = known.get(source.file, shared)
        for entry in told(listed, text.text):
            if entry not in ours and not _explained(entry, glossary):
                problem = f"nothing explains '{entry.says}'"
                mend = f"{_plainly(entry)}, or put it into 'glossary:'"
                yield _at(source, text.place, "CC047", problem, mend)


@rule("CC048")
def several_local(draft: Draft) -> Iterator[Diagnostic]:
    """A customer uses more than one local expression in a line."""
    for source, text in _prose(draft):
        there = tuple(dict.fromkeys(told(_listed(draft), text.text)))
        if _THEIRS.search(text.place) and len(there) > 1:
            named = " and ".join(f"'{one.says}'" for one in there)
            problem = f"there are {len(there)} local expressions in one line: {named}"
            yield _at(source, text.place, "CC048", problem, f"keep one; {_plainly(there[1])}")


@rule("CC049")
def no_verb(draft: Draft) -> Iterator[Diagnostic]:
    """A sentence of an explanation or a note has no verb."""
    mend = "say who heard, read or did what: 'She heard that …'"
    for one in draft.exercises:
        for place, text in _explained_in(one):
            for sentence in verbless(text):
                yield one.at("CC049", place, f"no verb in: {sentence}", mend)


def _listed(draft: Draft) -> tuple[Entry, ...]:
    """The expressions to look for; none where the file cannot be read, which is told of once."""
    return draft.course.local_expressions if draft.expressions is not None else ()


def _explained_in(one: ExerciseDraft) -> Iterator[tuple[str, str]]:
    """Every explanation with its place; of a note what was heard and why, which are ours to say."""
    item = one.item
    if item.key is None:
        return
    if item.kind.scenario is None:
        yield from item.kind.explanations(item.exercise, item.key).items()
        return
    for moment in item.exercise.scenario.moments:
        for choice in moment.choices:
            note = item.key.notes.get(choice.id)
            if note is not None:
                place = f"scenario.moments.{moment.id}.choices.{choice.id}.note"
                yield from ((f"{place}.heard", note.heard), (f"{place}.why", note.why))


def _glossary(one: ExerciseDraft) -> Iterator[tuple[str, Entry]]:
    """Each entry of an exercise with its place, in the order of `Item.glossary`."""
    for place, entry in enumerate(one.item.exercise.glossary):
        yield f"glossary[{place}]", entry
    if one.item.kind.scenario is not None:
        for place, entry in enumerate(one.item.exercise.scenario.glossary):
            yield f"scenario.glossary[{place}]", entry


def _opened(one: ExerciseDraft) -> Iterator[str]:
    """All that a trainee can open words in."""
    for source in (one.source, one.scenario):
        if source is not None:
            for text in texts(source.data):
                if _is_prose(text) and not _NOT_OPENED.search(text.place):
                    yield text.text


def _prose(draft: Draft) -> Iterator[tuple[Source, Text]]:
    for source in sources(draft):
        yield from ((source, text) for text in texts(source.data) if _is_prose(text))


def _is_prose(text: Text) -> bool:
    return not _NAMES & set(_NUMBER.sub("", text.place).split("."))


def _page(lesson: LessonDraft) -> Iterator[tuple[int, str]]:
    """What the page of a lesson says, each with its line."""
    for part in lesson.lesson.page.parts:
        for words in (part.text,) if isinstance(part, Prose) else part.listed:
            yield part.line, words


def _explained(entry: Entry, glossary: tuple[Entry, ...]) -> bool:
    said = entry.says.casefold()
    return any(said in one.says.casefold() or one.says.casefold() in said for one in glossary)


def _plainly(entry: Entry) -> str:
    return f"write '{entry.means}'"


def _at(source: Source, place: str, code: str, problem: str, mend: str) -> Diagnostic:
    return Diagnostic(
        code=code, file=source.file, line=source.line(place), place=place,
        problem=problem, mend=mend,
    )  # fmt: skip
