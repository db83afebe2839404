"""What to say about each criterion of the handling mark, with the agent's own line."""

from collections.abc import Callable, Sequence

from course.language import Act
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage
from course.scenarios.handling.shares import Share, spend_of
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
    "own": "Own it",
    "solve": "Solve it, or end it as well as it can end",
    "follow_up": "Follow up",
    "order": "In the right order",
    "facts": "Find out what matters",
    "promises": "Keep promises",
    "authority": "Stay within what you may give",
    "cost": "Spend sensibly",
    "conduct": "No blame, no walls, no running around",
    "rules": "Keep the house rules",
}

_MISSED: dict[str, str] = {
    "listen": "No line let them finish, asked what lay behind it, or used their own words.",
    "acknowledge": "No line said the problem back or took it as real.",
    "apologise": "Nobody said sorry for what this had been like.",
    "own": "No line said 'I will'. The problem stayed nobody's.",
    "follow_up": "Nothing was arranged for afterwards.",
}

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
        return _act(index.acts[share.id], trail)
    reason, turn = _SPECIAL.get(share.id, _step)(index, share, trail)
    if share.id in _CLEAN and turn is None and share.share < 1:
        reason = f"{reason} {_not_yet(share, trail[-1].result.after)}"
    return reason, turn


def _not_yet(share: Share, state: State) -> str:
    """Why having done nothing wrong earns less than all: little has been done right."""
    if not state.ended:
        return "It counts more with each step you take."
    if not share.share:
        return "It ended too early for that to count."
    return "Some steps were missing, so it counts in part."


def _first(trail: Trail, test: Callable[[Passage], bool]) -> int | None:
    return next((turn for turn, passage in enumerate(trail, 1) if test(passage)), None)


def _line(trail: Trail, turn: int) -> str:
    return quoted(trail[turn - 1].choice.text)


def title_of(index: Index, criterion: str) -> str:
    """What a criterion is called; one for an act is called as the act's row says."""
    return index.acts[criterion].title if criterion in index.acts else TITLES[criterion]


def _act(act: Act, trail: Trail) -> Explained:
    turn = _first(trail, lambda passage: act.name in passage.choice.acts)
    if turn is None:
        return act.missed, None
    line = from_sentence_with(trail[turn - 1].choice.text, act.signs)
    return f"You did it here: {quoted(line)}", turn


def _step(index: Index, share: Share, trail: Trail) -> Explained:
    turn = _first(
        trail,
        lambda passage: (
            share.id in passage.result.after.steps and share.id not in passage.before.steps
        ),
    )
    if turn is None:
        early = _first(trail, lambda passage: passage.result.after.blurted)
        if share.id == "apologise" and early is not None:
            return f"The sorry came before the problem was said back: {_line(trail, early)}", early
        return _MISSED[share.id], None
    line = quoted(telling(index, share.id, trail[turn - 1].choice.text))
    if not share.share:
        return f"After a broken promise this offer counts for nothing: {line}", turn
    return f"You did it here: {line}", turn


def telling(index: Index, step: str, text: str) -> str:
    """The part of a line that most likely took this step."""
    if step in ("listen", "acknowledge"):
        return from_sentence_with(text, index.terms)
    return from_sentence_with(text, _SIGNS.get(step, ()))


def _solve(index: Index, share: Share, trail: Trail) -> Explained:
    state = trail[-1].result.after
    if not state.ended:
        return "It is not over yet.", None
    title = index.endings[state.at].title
    if share.share == 1:
        return f"As good as this case can end: {title}.", len(trail)
    return f"It could have ended better than this: {title}.", len(trail)


def _order(index: Index, share: Share, trail: Trail) -> Explained:
    if index.opening != "acknowledge":
        first = _line(trail, 1)
        if share.share:
            return f"Your first line did what had to come first: {first}", 1
        what = "an answer" if index.opening == "answer" else "help"
        return f"{what.capitalize()} had to come first. Your first line: {first}", 1
    turn = _first(trail, lambda p: p.result.after.rushed and not p.before.rushed)
    if turn is not None:
        offer = _offer(index, trail[turn - 1])
        return f"You offered something before saying the problem back: {offer}", turn
    if share.share == 1:
        return "You said the problem back first.", None
    if share.share:
        turn = _first(trail, lambda p: p.result.after.blurted and not p.before.blurted)
        return f"The sorry came before the problem was said back: {_line(trail, turn or 1)}", turn
    return "The problem was never said back.", None


def _facts(index: Index, share: Share, trail: Trail) -> Explained:
    known = trail[-1].result.after.knows
    missing = [index.facts[fact].text for fact in index.wanted if fact not in known]
    if not missing:
        return "You found out all that mattered.", None
    return f"You never learned this: {quoted(missing[0], 24)}", None


def _promises(index: Index, share: Share, trail: Trail) -> Explained:
    state = trail[-1].result.after
    if not state.broken:
        made = bool(state.kept or state.pending)
        return ("You kept what you promised." if made else "You broke no promise."), None
    # One that nobody was warned of weighs more, so it is the one to name.
    broken = min(state.broken, key=lambda promise: promise in state.warned)
    turn = _first(trail, lambda passage: passage.choice.promise == broken)
    said = trail[turn - 1].choice.text if turn else ""
    line = quoted(sentence_with_most(said, PROMISING))
    if broken in state.warned:
        return f"A promise was missed, with a warning in time: {line}", turn
    return f"A promise was broken: {line}", turn


def _authority(index: Index, share: Share, trail: Trail) -> Explained:
    over = trail[-1].result.after.overreached
    if not over and not trail[-1].result.after.offered:
        return "You offered nothing that is not yours to give.", None
    if not over:
        return "You gave only what you may give, or asked first.", None
    turn = _first(trail, lambda passage: passage.choice.remedy == over[0])
    return f"A team lead decides on this one: {_offer(index, trail[(turn or 1) - 1])}", turn


def _offer(index: Index, passage: Passage) -> str:
    """The sentence of a line that makes its offer."""
    remedy = index.remedies.get(passage.choice.remedy or "")
    words = telling_words(remedy.text) if remedy else []
    return quoted(sentence_with_most(passage.choice.text, [*words, *OFFERING]))


def _cost(index: Index, share: Share, trail: Trail) -> Explained:
    spent = spend_of(index, trail[-1].result.after)
    budget = index.scenario.rubric.budget if index.scenario.rubric else None
    if not spent:
        return "You offered nothing that costs money.", None
    if budget is None or spent <= budget:
        return f"You offered {_pounds(spent)}, which is sensible here.", None
    turn = _first(trail, lambda passage: spend_of(index, passage.result.after) > budget)
    if not budget:
        return f"You offered {_pounds(spent)} where nothing had to be paid.", turn
    return f"You offered {_pounds(spent)} where {_pounds(budget)} was enough.", turn


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
    return "You blamed nobody and sent nobody away.", None


def _slights(index: Index) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every kind of slight, the one to name first first, with its words and what to quote."""
    rows = [(row.name, row.slight) for row in index.moves.values() if row.slight is not None]
    rows.sort(key=lambda row: -row[1].points)
    told = [(slight.conduct, name, slight.told, slight.signs) for name, slight in rows]
    return [
        *((name, words, signs) for heavy, name, words, signs in told if heavy),
        ("close_unsolved", "This was a goodbye with nothing solved", SLIGHTING["close_unsolved"]),
        *((name, words, signs) for heavy, name, words, signs in told if not heavy),
        ("repeat", "They had told us that already", SLIGHTING["repeat"]),
    ]


def _rules(index: Index, share: Share, trail: Trail) -> Explained:
    breached = trail[-1].result.after.breaches
    if not breached:
        return "You kept the house rules.", None
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
