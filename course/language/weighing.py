"""Rules and model together: what is said of a sentence, how surely, and in which of its words.

Where the model has learnt a move, its share decides and the rules are part of what it looks at;
they still say where and why. What the rules saw taken back ('I'm not sorry') is never credited.
Where the model has learnt nothing, the rules stand alone.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from course.language.aimed import asks_after_life
from course.language.model import Weights, shares, weights
from course.language.noticing import Noticed, noticed
from course.language.scope import turns

_CLAUSE = re.compile(r"[^,;:–—]+(?:[,;:–—]|$)")
SHORT = 12
"""Words up to which a whole sentence is quoted."""
WITH_RULE = 0.8
"""Of the share that is worth asking about, so much is enough where a rule saw it as well."""
BY_RULE = frozenset({"greet"})
"""What the rules see better than a model of words: it hangs on names and on the first word."""
ALWAYS = frozenset({("insult", 0), ("insult", 2), ("insult", 3), ("non_apology", 0), ("blame", 16)})
"""Rules that are asked about whatever the model holds of the sentence."""
_OR = {"apologise": "non_apology", "non_apology": "apologise"}
"""Of these one sentence does the likelier."""
LIKE = {
    "greet": "It sounds like the opening of a contact.",
    "acknowledge": "It sounds like saying this problem back.",
    "empathise": "It sounds like naming or sharing the feeling.",
    "inform": "It sounds like giving a fact.",
    "apologise": "It sounds like saying sorry.",
    "own": "It sounds like taking the matter on.",
    "set_time": "It sounds like saying when.",
    "follow_up": "It sounds like promising or inviting a later contact.",
    "clarify": "It sounds like asking for something that is needed.",
    "offer_solution": "It sounds like proposing a remedy or a next step.",
    "redirect": "It sounds like sending the customer somewhere else.",
    "policy_wall": "It sounds like refusing by rule.",
    "blame": "It sounds like putting the fault on someone.",
    "close": "It sounds like ending the contact.",
    "non_apology": "It has the words of an apology, and may not be one.",
    "insult": "The customer may hear it as an insult.",
    "empty_promise": "It promises, and says nothing that the customer can hold you to.",
}


def weighed(
    sentence: str, terms: tuple[str, ...], jargon: tuple[str, ...], says: str
) -> Iterator[Noticed]:
    """What is said of one sentence, in the order of the names, each name once."""
    ruled = noticed(sentence, terms, jargon)
    standing = [one for one in ruled if not one.back]
    gone = {one.move for one in ruled} - {one.move for one in standing}
    learnt = weights()
    share = shares(sentence, terms, says, (one.mark for one in ruled))
    asked = {one.move for one in standing if (one.move, one.rule) in ALWAYS}
    by_move: dict[str, list[Noticed]] = {}
    for one in standing:
        by_move.setdefault(one.move, []).append(one)
    for move in dict.fromkeys((*by_move, *learnt.names)):
        seen = by_move.get(move, [])
        if move == "insult" and not seen and asks_after_life(sentence):
            continue
        if move not in learnt.limits or move in BY_RULE:
            yield from _surest(seen)
        elif move not in gone and (seen or share[move] >= learnt.limits[move].maybe):
            marks = [one.mark for one in seen]
            certainty = "maybe" if move in asked else _certainty(move, share, learnt, marks)
            # The model sees words and no scope: where something may turn them, it is not enough.
            if certainty == "found" and not seen and turns(sentence):
                certainty = "maybe"
            if any(one.certainty == "sure" for one in seen):
                certainty = "found"
            if move == "apologise" and "non_apology" in asked:
                certainty = ""
            if move == "clarify" and "blame" in asked and not seen:
                certainty = ""
            if certainty:
                yield _shown(move, certainty, seen, sentence, terms, says)


def _surest(seen: list[Noticed]) -> Iterable[Noticed]:
    return sorted(seen, key=lambda one: one.certainty == "maybe")[:1]


def _certainty(move: str, share: dict[str, float], learnt: Weights, marks: list[str]) -> str:
    limits, at = learnt.limits[move], share[move]
    enough = min([limits.found, *(limits.ruled.get(one, limits.found) for one in marks)])
    if at < min(limits.maybe * (WITH_RULE if marks else 1), enough):
        return ""
    other = _OR.get(move)
    if other and share[other] > at:
        return ""
    doubted = other == "non_apology" and share[other] >= learnt.limits[other].maybe
    return "found" if at >= enough and not doubted else "maybe"


def _shown(
    move: str, certainty: str, seen: list[Noticed], sentence: str, terms: tuple[str, ...],
    says: str,
) -> Noticed:  # fmt: skip
    for one in _surest(seen):
        return one._replace(certainty=certainty)
    start, end = _telling(move, sentence, terms, says)
    return Noticed(move, LIKE[move], certainty, start, end)


def _telling(move: str, sentence: str, terms: tuple[str, ...], says: str) -> tuple[int, int]:
    """The clause that says it most; the whole of a short sentence."""
    if len(sentence.split()) <= SHORT:
        return 0, len(sentence)
    clauses = [one for one in _CLAUSE.finditer(sentence) if len(one.group().split()) > 1]
    if len(clauses) < 2:
        return 0, len(sentence)
    best = max(clauses, key=lambda one: _alone(one.group(), terms, says)[move])
    text = best.group()
    start = best.start() + len(text) - len(text.lstrip())
    return start, start + len(text.strip(" ,;:–—"))


@lru_cache(maxsize=256)
def _alone(clause: str, terms: tuple[str, ...], says: str) -> dict[str, float]:
    return shares(clause, terms, says, ())
