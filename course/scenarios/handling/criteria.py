"""What to say about each criterion of the handling mark, with the agent's own line."""

from collections.abc import Callable, Sequence

from course.language import Act
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage
from course.scenarios.handling.shares import Share, gifts_of, spend_of
from course.scenarios.quote import (
    OFFERING,
    PROMISING,
    SLIGHTING,
    from_sentence_with,
    quoted,
    sentence_with_most,
    telling_words,
)

TITLES: dict[str, str] = {
    "listen": "Listen",
    "acknowledge": "Acknowledge",
    "apologise": "Apologise",
    "own": "Take it on: say 'I will'",
    "solve": "Solve it, or end it as well as it can end",
    "follow_up": "Follow up",
    "order": "In the right order",
    "facts": "Find out what matters",
    "promises": "Keep promises",
    "authority": "Stay within what you may give",
    "cost": "Spend sensibly",
    "conduct": "No blame, no 'no' without an offer, nobody sent away",
    "rules": "Keep the house rules",
}

_MISSED: dict[str, str] = {
    "listen": "You did not let them finish. You did not ask for what you did not know. "
    "And you did not use their own words.",
    "acknowledge": "You did not say back what the problem is.",
    "apologise": "You did not say sorry for the trouble.",
    "own": "No line said 'I will', so it was nobody's task.",
    "follow_up": "You did not say that you would be in touch again, or check that all is well.",
}

_SORRY_FIRST = "You said sorry before you said what for"

_SPOILT = (
    "A line that breaks a rule, gives what you may not give, blames, refuses or sends away does "
    "not count as this step"
)

_CLEAN = ("promises", "authority", "cost", "conduct", "rules")
"""Criteria of having done nothing wrong, which count for as much as was done."""

_SIGNS: dict[str, tuple[str, ...]] = {
    "apologise": ("sorry", "apolog"),
    "own": (
        *("i'll ", "i will ", "let me ", "with me", "i've ", "mine", "myself", "i'm on "),
        *("i'm putting", "i'm sending", "i'm ringing", "i'm getting", "i'm taking", "i'm asking"),
    ),
    "follow_up": (
        *("ring you", "call you", "write to you", "let you know", "tell you", "text you"),
        *("i'll ", "from me", "hear from", "tomorrow", "monday", "tuesday", "wednesday"),
        *("thursday", "friday", "saturday", "by "),
    ),
}
"""Where in a line to begin quoting. Only a quotation hangs on it, never a mark."""

Trail = Sequence[Passage]
Explained = tuple[str, int | None]


def explain(index: Index, share: Share, trail: Trail) -> Explained:
    """The reason for one criterion, and the turn it is about."""
    if not trail:
        return "Nothing has been said yet.", None
    if share.id in index.acts:
        return _act(index, index.acts[share.id], trail)
    return _SPECIAL.get(share.id, _step)(index, share, trail)


def in_part(share: Share, turn: int | None, state: State) -> str:
    """Why having done nothing wrong earns less than all: little has been done right.

    Empty where it earns all, or where something wrong was done in a turn. It is the same for all
    such criteria, so it need be said only once.
    """
    if share.id not in _CLEAN or turn is not None or share.share >= 1:
        return ""
    if not state.ended:
        return "This row and the rows below it earn more with each step that you take."
    if not share.share:
        return "But you took no step to help, so this row and the rows below it earn nothing."
    return "Some steps were missing, so this row and the rows below it earn only a part."


def _first(trail: Trail, test: Callable[[Passage], bool]) -> int | None:
    return next((turn for turn, passage in enumerate(trail, 1) if test(passage)), None)


def _line(trail: Trail, turn: int) -> str:
    return quoted(trail[turn - 1].choice.text)


def title_of(index: Index, criterion: str) -> str:
    """What a criterion is called; one for an act is called as the act's row says."""
    return index.acts[criterion].title if criterion in index.acts else TITLES[criterion]


def _act(index: Index, act: Act, trail: Trail) -> Explained:
    turn = _first(trail, lambda passage: act.name in passage.choice.acts)
    if turn is None:
        return act.missed, None
    words = from_sentence_with(trail[turn - 1].choice.text, act.signs)
    return _did(index, trail, turn, words), turn


def _did(index: Index, trail: Trail, turn: int, words: str) -> str:
    """The words that did something, and to whom; where the rest of the line did harm, that too."""
    passage = trail[turn - 1]
    to = pick(index.moments[passage.before.at].says, passage.before, index).by
    said = f"Line {turn}{f', to {to}' if to else ''}: {quoted(words)}"
    if passage.result.after.mood >= passage.before.mood:
        return said
    return f"{said} This part helped. The line as a whole made the mood worse."


def _step(index: Index, share: Share, trail: Trail) -> Explained:
    turn = _first(
        trail,
        lambda passage: (
            share.id in passage.result.after.earned and share.id not in passage.before.earned
        ),
    )
    if turn is None:
        early = _first(trail, lambda passage: passage.result.after.blurted)
        if share.id == "apologise" and early is not None:
            return f"{_SORRY_FIRST}: {_line(trail, early)}", early
        spoilt = _first(trail, lambda passage: share.id in passage.result.after.undone)
        if spoilt is not None:
            return f"{_SPOILT}: {_line(trail, spoilt)}", spoilt
        return _MISSED[share.id], None
    words = telling(index, share.id, trail[turn - 1].choice.text)
    if not share.share:
        return f"A promise was broken, so this earns nothing: {quoted(words)}", turn
    return _did(index, trail, turn, words), turn


def telling(index: Index, step: str, text: str) -> str:
    """The part of a line that most likely took this step."""
    if step in ("listen", "acknowledge"):
        return from_sentence_with(text, index.terms)
    return from_sentence_with(text, _SIGNS.get(step, ()))


def _solve(index: Index, share: Share, trail: Trail) -> Explained:
    state = trail[-1].result.after
    if not state.ended:
        return "The conversation is not over yet.", None
    how = f"It ended like this: ‘{index.endings[state.at].title}’."
    if share.share == 1:
        return f"{how} No better ending was possible.", len(trail)
    if state.overreached and index.endings[state.at].best:
        return f"{how} But you gave what only a team lead may allow.", len(trail)
    return f"{how} A better ending was possible.", len(trail)


def _order(index: Index, share: Share, trail: Trail) -> Explained:
    if index.opening != "acknowledge":
        first = _line(trail, 1)
        if share.share:
            return f"Your first line did not keep them waiting: {first}", 1
        what = "an answer" if index.opening == "answer" else "help"
        return f"They needed {what} first. Your first line was: {first}", 1
    turn = _first(trail, lambda p: p.result.after.rushed and not p.before.rushed)
    if turn is not None:
        offer = _offer(index, trail[turn - 1])
        return f"You made an offer before you said the problem back: {offer}", turn
    if share.share == 1:
        return "You said the problem back first.", None
    if share.share:
        turn = _first(trail, lambda p: p.result.after.blurted and not p.before.blurted)
        return f"{_SORRY_FIRST}: {_line(trail, turn or 1)}", turn
    return "This counts only after you have said the problem back.", None


def _facts(index: Index, share: Share, trail: Trail) -> Explained:
    known = trail[-1].result.after.knows
    missing = [index.facts[fact].text for fact in index.wanted if fact not in known]
    if not missing:
        return "You found out everything that mattered.", None
    return f"You did not find this out: {quoted(missing[0], 24)}", None


def _promises(index: Index, share: Share, trail: Trail) -> Explained:
    state = trail[-1].result.after
    if not state.broken:
        made = bool(state.kept or state.pending)
        said = "You kept what you promised." if made else "You made no promise, so you broke none."
        return said, None
    # One that nobody was warned of weighs more, so it is the one to name.
    broken = min(state.broken, key=lambda promise: promise in state.warned)
    turn = _first(trail, lambda passage: passage.choice.promise == broken)
    said = trail[turn - 1].choice.text if turn else ""
    line = quoted(sentence_with_most(said, PROMISING))
    if broken in state.warned:
        return f"This promise was not kept, but they were told in time: {line}", turn
    return f"This promise was not kept: {line}", turn


def _authority(index: Index, share: Share, trail: Trail) -> Explained:
    over = trail[-1].result.after.overreached
    if not over and not trail[-1].result.after.offered:
        return "You made no offer that a team lead has to allow.", None
    if not over:
        return "You offered only what you may give, or you asked first.", None
    turn = _first(trail, lambda passage: passage.choice.remedy == over[0])
    return f"Only a team lead may allow this: {_offer(index, trail[(turn or 1) - 1])}", turn


def _offer(index: Index, passage: Passage) -> str:
    """The sentence of a line that makes its offer."""
    remedy = index.remedies.get(passage.choice.remedy or "")
    words = telling_words(remedy.text) if remedy else []
    return quoted(sentence_with_most(passage.choice.text, [*words, *OFFERING]))


def _cost(index: Index, share: Share, trail: Trail) -> Explained:
    state = trail[-1].result.after
    spent = spend_of(index, state)
    budget = index.scenario.rubric.budget if index.scenario.rubric else None
    if not spent:
        return "You offered nothing that costs money.", None
    gifts = gifts_of(index, state) if budget is not None else 0.0
    if budget is None or (spent <= budget and not gifts):
        return f"You offered {_pounds(spent)}, which is sensible here.", None
    if spent <= budget + gifts:
        turn = _first(trail, lambda passage: gifts_of(index, passage.result.after) > 0)
        return f"You gave {_pounds(gifts)} as a gesture. It solved nothing.", turn
    turn = _first(trail, lambda passage: spend_of(index, passage.result.after) > budget)
    if not budget:
        return f"You offered {_pounds(spent)}. Nothing had to be paid here.", turn
    return f"You offered {_pounds(spent)}, and {_pounds(budget)} was enough.", turn


def _pounds(amount: float) -> str:
    return f"£{amount:,.2f}".removesuffix(".00")


def _conduct(index: Index, share: Share, trail: Trail) -> Explained:
    for kind, words, signs in _slights(index):
        turn = _first(trail, lambda p, kind=kind: any(c.kind == kind for c in p.result.changes))  # type: ignore[misc]
        if turn is not None:
            return (
                f"{words}: {quoted(sentence_with_most(trail[turn - 1].choice.text, signs))}",
                turn,
            )
    return "No line did that.", None


def _slights(index: Index) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every kind of slight, the one to name first first, with its words and what to quote."""
    rows = [(row.name, row.slight) for row in index.moves.values() if row.slight is not None]
    rows.sort(key=lambda row: -row[1].points)
    told = [(slight.conduct, name, slight.told, slight.signs) for name, slight in rows]
    return [
        *((name, words, signs) for heavy, name, words, signs in told if heavy),
        ("close_unsolved", "You said goodbye, and nothing was solved", SLIGHTING["close_unsolved"]),
        *((name, words, signs) for heavy, name, words, signs in told if not heavy),
        ("repeat", "You asked for what they had told us already", SLIGHTING["repeat"]),
    ]


def _rules(index: Index, share: Share, trail: Trail) -> Explained:
    breached = trail[-1].result.after.breaches
    if not breached:
        return "No rule was broken.", None
    titles = {rule.id: rule.title for rule in index.scenario.rules}
    turn = _first(trail, lambda passage: breached[0] in passage.choice.breaches)
    title = titles.get(breached[0], breached[0])
    return f"The rule ‘{title}’ was broken: {_line(trail, turn or 1)}", turn


_SPECIAL: dict[str, Callable[[Index, Share, Trail], Explained]] = {
    "solve": _solve,
    "order": _order,
    "facts": _facts,
    "promises": _promises,
    "authority": _authority,
    "cost": _cost,
    "conduct": _conduct,
    "rules": _rules,
}
