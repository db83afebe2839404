"""Whether what a trainee reads can be read at the end of a shift: lessons, exercises, sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator

from course.codes import rule
from course.lessons.decode import Source
from course.lessons.diagnostic import Diagnostic
from course.lessons.page import Prose
from course.lessons.rules.drafts import Draft, ExerciseDraft, LessonDraft
from course.lessons.rules.ease import Ease, closed, ease, sentences, syllables, words
from course.lessons.rules.texts import texts
from course.lessons.rules.words import sources

EASY = 70
"""The least reading ease of a lesson. Flesch calls 70 to 80 fairly easy: it is read between two
calls, and not always by somebody who grew up with English."""
PLAIN = 60
"""The least of one exercise or page. Flesch's plain English begins here; a single exercise may
need its long words."""
ENOUGH = 60
"""Words from which an exercise is judged; the score of fewer is noise."""
LONG_SENTENCE = 25
"""Words a sentence may have, as in the content guide of the British government's pages."""
LONG_WORD = 4
"""Syllables from which a word is named as long."""


def by_lesson(draft: Draft) -> dict[str, Ease]:
    """Reading ease of each lesson: its exercises, scenarios and page together."""
    return {one.lesson.id: ease(_of_lesson(draft, one)) for one in draft.lessons}


@rule("CC055")
def hard_lesson(draft: Draft) -> Iterator[Diagnostic]:
    """A lesson as a whole is not easy to read."""
    for lesson in draft.lessons:
        found = list(_of_lesson(draft, lesson))
        measured = ease(found)
        if measured.words >= ENOUGH and measured.score < EASY:
            yield lesson.at(
                "CC055", 1, _problem("the lesson", measured, EASY), _mend(found),
            )  # fmt: skip


@rule("CC056")
def hard_exercise(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise, with its scenario, or the text of a page is not plain English."""
    for one in draft.exercises:
        found = list(_of_exercise(one))
        measured = ease(found)
        if measured.words >= ENOUGH and measured.score < PLAIN:
            problem = _problem("the exercise", measured, PLAIN)
            yield one.at("CC056", "", problem, _mend(found))
    for lesson in draft.lessons:
        found = [text for _, text in _page(lesson) if closed(text)]
        measured = ease(found)
        if measured.words >= ENOUGH and measured.score < PLAIN:
            problem = _problem("the page", measured, PLAIN)
            yield lesson.at("CC056", 1, problem, _mend(found))


@rule("CC057")
def long_sentence(draft: Draft) -> Iterator[Diagnostic]:
    """A sentence has more than twenty-five words."""
    mend = "make two of it: one thought, one sentence"
    for source in sources(draft):
        for place, text in _all(source):
            if len(words(text)) > LONG_SENTENCE:
                yield Diagnostic(
                    code="CC057", file=source.file, line=source.line(place),
                    place=place, problem=_long(text), mend=mend,
                )  # fmt: skip
    for lesson in draft.lessons:
        for line, text in _page(lesson):
            if len(words(text)) > LONG_SENTENCE:
                yield lesson.at("CC057", line, _long(text), mend)


def _of_lesson(draft: Draft, lesson: LessonDraft) -> Iterator[str]:
    """Every sentence of a lesson; a label that ends without a stop is none."""
    yield from (text for _, text in _page(lesson) if closed(text))
    for one in draft.exercises:
        if one.lesson == lesson.lesson.id:
            yield from _of_exercise(one)


def _of_exercise(one: ExerciseDraft) -> Iterator[str]:
    for source in _files(one):
        yield from (text for _, text in _all(source) if closed(text))


def _files(one: ExerciseDraft) -> tuple[Source, ...]:
    return (one.source,) if one.scenario is None else (one.source, one.scenario)


def _all(source: Source) -> Iterator[tuple[str, str]]:
    """Every sentence or label in a file, with its place."""
    for text in texts(source.data):
        yield from ((text.place, one) for one in sentences(text.text))


def _page(lesson: LessonDraft) -> Iterator[tuple[int, str]]:
    """Every sentence that the page says, with the line its run of text begins on."""
    page = lesson.lesson.page
    yield from ((1, one) for one in sentences(page.summary))
    for part in page.parts:
        if isinstance(part, Prose):
            yield from ((part.line, one) for one in sentences(part.text))
        else:
            yield from ((part.line, one) for text in part.listed for one in sentences(text))


def _problem(what: str, measured: Ease, wanted: int) -> str:
    return f"{what} has a reading ease of {measured.score:.0f}; {wanted} is the least"


def _mend(found: Iterable[str]) -> str:
    """Where to begin: the longest sentence and the long words that come most often."""
    listed = list(found)
    longest = max(listed, key=lambda one: len(words(one)))
    counted = Counter(
        word.strip(".,:;?!…'\"()“”‘’").casefold()
        for one in listed for word in words(one) if syllables(word) >= LONG_WORD
    )  # fmt: skip
    long = ", ".join(f"'{word}'" for word, _ in counted.most_common(5))
    begin = f"begin with '{_start(longest)}', {len(words(longest))} words"
    return f"{begin}; long words: {long}" if long else begin


def _long(sentence: str) -> str:
    return f"a sentence of {len(words(sentence))} words: '{_start(sentence)}'"


def _start(sentence: str) -> str:
    listed = sentence.split()
    return sentence if len(listed) <= 8 else " ".join(listed[:8]) + " …"
