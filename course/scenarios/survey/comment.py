"""The customer's own sentence or two, put together from what happened."""

import re
from collections.abc import Iterator
from zlib import crc32

from course.language import Voice
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.transcript import Effect, Transcript, Turn
from course.scenarios.definition import Choice, Scenario
from course.scenarios.quote import PROMISING, SLIGHTING, quoted, sentence_with_most, telling_words
from course.scenarios.survey.feelings import Felt
from course.scenarios.survey.voices import (
    CHANNEL,
    GLAD,
    HIGH,
    LOW,
    NOBODY,
    OWNED_UP,
    SORRY,
)

QUOTED_WORDS = 12
CONTENT = 4
"""From this satisfaction on, the best is remembered; below it, the worst."""

_THIRD = re.compile(
    r"\b(he|she|they|him|her|them|his|hers|their|us|our|you|your|caller|customer)\b", re.I
)
"""Words with which a file speaks of the customer, who would not."""
_NAMED = re.compile(r"(an?|the|one|two|three|four|six|eight|right|£\d[\d.]*|\d+)\b", re.I)
"""How the name of a thing begins, and a clause does not."""


def comment_of(index: Index, transcript: Transcript, felt: Felt) -> str:
    """How it ended and the one thing that stayed, in the order and the words of this person."""
    scenario = index.scenario
    content = felt.satisfaction >= CONTENT
    ends = (GLAD if content else SORRY)[felt.believed]
    if content and felt.believed == "resolved" and _way(scenario, 3) == 1:
        ends = GLAD["resolved_too"]
    ended = _said(scenario, ends)
    stayed = _remembered(index, transcript, felt, content=content)
    if not stayed and not content and "own" not in transcript.state.steps:
        stayed = _said(scenario, NOBODY)
    temperament = scenario.customer.temperament
    if temperament == "impatient" and content and stayed:
        parts = [stayed]
    elif temperament in ("calm", "impatient"):
        parts = [ended, stayed]
    else:
        parts = [stayed, ended]
    return _as_written(scenario, " ".join(filter(None, parts)))


def _remembered(index: Index, transcript: Transcript, felt: Felt, *, content: bool) -> str:
    """What is remembered: the worst of a poor contact, the best of a good one."""
    known = _high(index) if content else _low(index)
    sign = 1 if content else -1
    strongest: dict[str, tuple[float, int, Turn]] = {}
    for turn, effect in _all(transcript):
        if effect.kind in known and sign * effect.points > 0:
            found = (sign * effect.points, -turn.number, turn)
            if effect.kind not in strongest or found[:2] > strongest[effect.kind][:2]:
                strongest[effect.kind] = found
    ranked = sorted(strongest, key=lambda kind: strongest[kind][:2], reverse=True)
    if not ranked:
        return ""
    # A kept promise is remembered by some rather than the offer that it was about.
    kind = ranked[0]
    if content and kind == "solution" and "promise_kept" in ranked and _way(index.scenario, 3) == 0:
        kind = "promise_kept"
    # Half an answer is not praised as a whole one.
    whole = felt.believed == "resolved"
    return _told(index, transcript, known[kind], kind, strongest[kind][2], whole=whole)


def _told(
    index: Index, transcript: Transcript, voice: Voice, kind: str, turn: Turn, *, whole: bool
) -> str:
    """One memory in words: with the thing itself where it can be named, else what was said."""
    scenario = index.scenario
    if kind == "promise_broken":
        made = _made(scenario, transcript, turn, transcript.state.broken)
        line = quoted(sentence_with_most(made.text, PROMISING), QUOTED_WORDS)
        told = _said(scenario, voice, line=line)
        return f"{told} {_said(scenario, OWNED_UP)}" if _owned(scenario, transcript, turn) else told
    if kind not in ("solution", "promise_kept", "misfit"):
        line = quoted(sentence_with_most(turn.text, _signs(index, kind)), QUOTED_WORDS)
        return _said(scenario, voice, line=line)
    text = _named(scenario, transcript, kind, turn)
    thing = _thing(text)
    if not thing:
        line = quoted(sentence_with_most(turn.text, telling_words(text)), QUOTED_WORDS)
        return _said(scenario, (HIGH | LOW)[f"{kind}_said"], line=line)
    if kind == "solution":
        voice = HIGH[("solution", "solution_too")[_way(scenario, 2)] if whole else "solution_part"]
    return _said(scenario, voice, thing=thing)


def _high(index: Index) -> dict[str, Voice]:
    """What may stay from a good contact, by the kind of its effect."""
    found: dict[str, Voice | None] = dict(HIGH)
    for row in index.moves.values():
        if row.gain is not None:
            found[row.name] = row.gain.remembered
            found[f"{row.name}_doubted"] = row.gain.remembered_doubted
    found |= {row.name: row.remembered for row in index.acts.values()}
    return {kind: voice for kind, voice in found.items() if voice is not None}


def _low(index: Index) -> dict[str, Voice]:
    """What may stay from a poor one."""
    rows = index.moves.values()
    return {**LOW, **{row.name: row.slight.remembered for row in rows if row.slight is not None}}


def _signs(index: Index, kind: str) -> tuple[str, ...]:
    """Words that show which sentence of a line to quote."""
    row = index.moves.get(kind)
    if row is not None and row.slight is not None:
        return row.slight.signs
    return SLIGHTING.get(kind, ())


def _named(scenario: Scenario, transcript: Transcript, kind: str, turn: Turn) -> str:
    """What the file calls the remedy of this turn, or the promise kept after it."""
    if kind == "promise_kept":
        made = _choice(scenario, _made(scenario, transcript, turn, transcript.state.kept))
        return next((p.text for p in scenario.promises if p.id == made.promise), "")
    remedy = _choice(scenario, turn).remedy
    return next((r.text for r in scenario.remedies if r.id == remedy), "")


def _owned(scenario: Scenario, transcript: Transcript, due: Turn) -> bool:
    """Did an agent answer for the promise that broke after this turn, and to any purpose?"""
    if transcript.ending is None or transcript.ending.outcome == "abandoned":
        return False
    return any("own" in _choice(scenario, t).moves for t in transcript.turns[due.number :])


def _said(scenario: Scenario, voice: Voice, *, line: str = "", thing: str = "") -> str:
    """A voice's words for this customer, filled in."""
    words: str = getattr(voice, scenario.customer.temperament)
    small = thing[:1].lower() + thing[1:]
    large = thing[:1].upper() + thing[1:]
    return words.format(line=line, thing=small, Thing=large, **CHANNEL[scenario.channel])


def _way(scenario: Scenario, ways: int) -> int:
    """One of so many ways, always the same for the same person."""
    return crc32(scenario.customer.name.encode()) % ways


def _thing(text: str) -> str:
    """What to call a remedy or a promise: its first clause; empty where it cannot be lifted out.

    >>> _thing("The legs from the desk in the window, fitted in her van today")
    'The legs from the desk in the window'
    >>> _thing("The £212 by transfer to the account that she uses now")
    ''
    """
    first = re.split(r"[,;:.](?:\s|$)", text.strip())[0]
    return "" if _THIRD.search(first) or not _NAMED.match(first) else first


def _all(transcript: Transcript) -> Iterator[tuple[Turn, Effect]]:
    for turn in transcript.turns:
        for effect in (*turn.effects, *turn.due):
            yield turn, effect


def _choice(scenario: Scenario, turn: Turn) -> Choice:
    return next(
        choice
        for moment in scenario.moments
        if moment.id == turn.moment
        for choice in moment.choices
        if choice.id == turn.choice
    )


def _made(scenario: Scenario, transcript: Transcript, due: Turn, settled: tuple[str, ...]) -> Turn:
    """The turn in which a promise was made that fell due after this one."""
    earlier = transcript.turns[: due.number]
    return next((turn for turn in earlier if _choice(scenario, turn).promise in settled), due)


def _as_written(scenario: Scenario, comment: str) -> str:
    """In the customer's own hand: someone who types without capitals fills in forms so too."""
    lines = [line.text for moment in scenario.moments for line in moment.says]
    small = sum(line[:1].islower() for line in lines)
    if scenario.channel in ("phone", "counter") or 2 * small <= len(lines):
        return comment
    bare = not any("'" in line for line in lines)
    parts = re.split(r"(‘[^’]*’)", comment)
    for at in range(0, len(parts), 2):
        words = parts[at].lower()
        parts[at] = words.replace("'", "") if bare else words
    return "".join(parts).removesuffix(".")
