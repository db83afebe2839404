"""Texts that depend on a house rule or on a right, and do not say so."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from course.codes import rule
from course.exercises.claimed import CLAIMED
from course.lessons.decode import Source
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.claims import grounded, rules_of, values_of
from course.lessons.rules.drafts import Draft
from course.lessons.rules.ease import sentences
from course.lessons.rules.texts import texts
from course.scenarios.claims import RIGHTS, condition

UNSAID = {*CLAIMED, "caption"}
"""Fields that say nothing of a rule: a claim itself, and what names the rows of a table."""
LIMIT = "_limit"
"""How the names of amounts end that somebody may give."""
TELLING = 5
"""Letters by which the words of a rule are compared with those of a sentence."""
COMMON = frozenset({
    "after", "also", "another", "answer", "answers", "back", "been", "being", "come", "comes",
    "customer", "done",
    "first", "from", "have", "here", "house", "more", "need", "only", "other", "over", "people",
    "rule", "said", "same", "some", "take", "than", "that", "them", "then", "there", "they",
    "thing", "this", "until", "what", "when", "where", "which", "whose", "with", "within", "write",
})  # fmt: skip
"""Words that tell nothing of what a rule is about."""
_OWN = "(?:your|my|our|his|her|their)"
_UNIT = r"(?:(?:working|business|calendar) )?(?:day|hour|week|month)s?"
AUTHORITY = re.compile(
    rf"\b(?:within|inside|above|over|below|under|beyond|past) {_OWN} limit\b"
    r"|£\d[^?!]*\byours to (?:give|decide)\b"
    r"|£\d[^.?!,]{0,12}(?:isn't|is not|aren't|wasn't|is|was) (?:yours|mine)\b"
    rf"|£\d[^.?!,]{{0,12}}needs? {_OWN} lead\b",
    re.IGNORECASE,
)
"""Words by which a sentence says who may give something."""


class Figure(NamedTuple):
    """A value of a rule, and how texts may have it."""

    name: str
    braced: str
    """As a text of a scenario names it."""
    literal: re.Pattern[str]
    """As its figure stands in a text, with its unit."""
    other: str
    """A pattern for another figure of its unit; it is long, and seldom asked for."""
    words: frozenset[str]
    """How the words begin that tell what its rule is about. Of an amount of money, the words before
    it tell that."""


class Hit(NamedTuple):
    """A sentence that depends on a rule."""

    said: str
    names: tuple[str, ...]
    """The values that it may depend on."""


@rule("CC063")
def unclaimed(draft: Draft) -> Iterator[Diagnostic]:
    """A text depends on a rule and does not say so."""
    if not grounded(draft):
        return
    figures = tuple(_figures(draft))
    for source, above in _sources(draft):
        for text in texts(source.data):
            if text.field in UNSAID:
                continue
            claimed = above | claimed_at(source.data, text.place)
            for hit in hits(text.text, figures):
                if claimed.isdisjoint(hit.names):
                    one = hit.names[0]
                    yield Diagnostic(
                        code="CC063", file=source.file, line=source.line(text.place),
                        place=text.place,
                        problem=f"'{hit.said}' depends on {' or '.join(map(repr, hit.names))}",
                        mend=f"say so: 'true_when: [{one} at least …]', or name the value in "
                        "braces where the text can",
                    )  # fmt: skip
                    break


def hits(text: str, figures: tuple[Figure, ...]) -> Iterator[Hit]:
    """The sentences of a text that depend on a rule.

    >>> lamp = "'£32 is yours to give.' She has 30 days."
    >>> list(hits(lamp, (figure("refund_limit", 40, "Up to £{refund_limit}."),)))
    [Hit(said="'£32 is yours to give.'", names=('refund_limit',))]
    """
    limits = tuple(one.name for one in figures if one.name.endswith(LIMIT))
    for said in sentences(text):
        begun = {word[:TELLING] for word in re.findall(r"[a-z]+", said.lower())}
        names = [
            one.name
            for one in figures
            if one.braced in said
            and re.search(one.other, said.replace(one.braced, ""), re.IGNORECASE)
        ]
        # Of two rules with the same figure, either may be meant once one is spoken of.
        same = [one for one in figures if one.literal.search(said)]
        if any(one.name.endswith(LIMIT) or begun & one.words for one in same):
            names += [one.name for one in same]
        if limits and not names and AUTHORITY.search(said):
            names = list(limits)
        if names:
            yield Hit(said, tuple(names))


def _figures(draft: Draft) -> Iterator[Figure]:
    for name, value in values_of(draft).items():
        about = f"{{{name.removeprefix(RIGHTS)}}}"
        if isinstance(value, int) and not isinstance(value, bool):
            for title, text in rules_of(draft, name):
                if about in text:
                    made = figure(name, value, f"{title}. {text}")
                    if made is not None:
                        yield made


def figure(name: str, value: int, text: str) -> Figure | None:
    """A value as texts may have it; None where its rule gives it no unit that is looked for.

    >>> made = figure("return_days", 30, "Goods come back within {return_days} days.")
    >>> bool(made.literal.search("You have thirty days.")), sorted(made.words)
    (True, ['goods'])
    """
    about = re.escape(f"{{{name.removeprefix(RIGHTS)}}}")
    words = frozenset(
        word[:TELLING]
        for word in re.findall(r"[a-z]{4,}", re.sub(rf"\{{\w+}}(?: {_UNIT})?", "", text).lower())
        if word not in COMMON and not re.fullmatch(_UNIT, word)
    )
    unit = re.search(rf"{about} ({_UNIT})", text)
    if re.search(f"£{about}", text):
        before = rf"(?:up to|above|over|inside|within|under|below|beyond|{_OWN})"
        literal, other = rf"\b{before} (?:{_OWN} )?£{value}(?![\d,]|\.\d)", r"£\d"
    elif unit is not None:
        one = unit[1].removesuffix("s")
        count = rf"(?:{value}|{_in_words(value)})"
        literal = rf"(?<!to )(?<!or )\b{count}[ -]{one}s?\b"
        other = rf"\b(?!{count}\b)(?:\d+|{'|'.join(map(_in_words, range(1, 100)))}) {one}s?\b"
    else:
        return None
    return Figure(name, f"{{{name}}}", re.compile(literal, re.IGNORECASE), other, words)


_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _in_words(number: int) -> str:
    """A number below a hundred as people write it; larger ones stay in figures."""
    if number >= 100:
        return str(number)
    if number < len(_ONES):
        return _ONES[number]
    ten, one = _TENS[number // 10 - 2], number % 10
    return f"{ten}-{_ONES[one]}" if one else ten


def _sources(draft: Draft) -> Iterator[tuple[Source, frozenset[str]]]:
    """Every file once, and what is claimed of it from outside."""
    seen: set[str] = set()
    for one in draft.exercises:
        for source in (one.source, one.scenario):
            if source is not None and source.file not in seen:
                seen.add(source.file)
                outside = frozenset() if source is one.source else _names(one.source.data)
                yield source, outside


def claimed_at(data: Any, place: str) -> frozenset[str]:
    """The values of which something is claimed at a place, or above it.

    What an option claims holds for its explanation in the key, too.
    """
    found = set(_names(data))
    names = re.findall(r"([^.\[\]]+)", place)
    if names[:2] == ["key", "because"] and len(names) == 3:
        for field in ("options", "items"):
            for one in data.get(field) or ():
                if isinstance(one, dict) and one.get("id") == names[2]:
                    found |= _names(one)
    for name in names:
        try:
            data = data[int(name)] if isinstance(data, list) else data[name]
        except (LookupError, TypeError, ValueError):
            break
        found |= _names(data)
    return frozenset(found)


def _names(data: Any) -> frozenset[str]:
    given = data.get("true_when") if isinstance(data, dict) else None
    return frozenset(condition(one).name for one in given or ())
