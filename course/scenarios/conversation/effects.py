"""What one line of the agent's does to the customer's mood, part by part."""

from typing import NamedTuple

from course.language import Gain, Move, Slight
from course.scenarios.conversation.conditions import times
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Ending, Remedy


class Change(NamedTuple):
    """One part of an effect: what caused it, by how many points, and which remedy or promise."""

    kind: str
    points: float
    about: str = ""


def changes_of(
    index: Index, before: State, after: State, choice: Choice, ending: Ending | None
) -> list[Change]:
    """The changes that this line makes, in the order it is heard. Promises fall due later."""
    gains = [*_words(index, before, after, choice), *_remedy(index, before, after, choice)]
    gains = [Change(kind, points * index.gain, about) for kind, points, about in gains]
    over = sum([points for _, points, _ in gains]) - index.cap
    if over > 0:
        gains.append(Change("cap", -over))
    loss = index.loss * _audience(index, after)
    losses = [
        Change(kind, -points * loss, about)
        for kind, points, about in _losses(index, before, after, choice, ending)
    ]
    return gains + losses


def _words(index: Index, before: State, after: State, choice: Choice) -> list[Change]:
    found = []
    for row in index.moves.values():
        if row.gain is not None and row.name in choice.moves:
            found += _gained(index, before, after, row.name, row.gain)
    for act in index.acts.values():
        new = act.name in choice.acts and act.name not in before.acts
        if new and act.gain and (index.aloud or not act.aloud):
            found.append(Change(act.name, act.gain))
    return found


def _gained(index: Index, before: State, after: State, move: str, gain: Gain) -> list[Change]:
    """What making this move gives: nothing to say where no news came of it."""
    if gain.needs_news and len(after.knows) <= len(before.knows):
        return []
    if gain.early is not None and not lands(index, after):
        return [Change(f"{move}_early", 0.0)]
    earlier = times(index, before, move)
    points = gain.points[min(earlier, len(gain.points) - 1)]
    # A gain that is the same each time is told the same way each time.
    kind = f"{move}_again" if earlier and len(gain.points) > 1 else move
    believed = min(1.0, before.trust / index.k.full_trust)
    if gain.doubted is not None and points and believed < 1.0:
        return [Change(f"{move}_doubted", points * believed)]
    return [Change(kind, points)]


def lands(index: Index, after: State) -> bool:
    """Was the problem acknowledged, where that comes first? Before that, little is heard."""
    return index.opening != "acknowledge" or times(index, after, "acknowledge") > 0


def _remedy(index: Index, before: State, after: State, choice: Choice) -> list[Change]:
    remedy = index.remedies.get(choice.remedy or "")
    if remedy is None:
        return []
    k = index.k
    hurried = not lands(index, after)
    share = k.before_acknowledged if hurried else 1.0
    if remedy.goodwill:
        if any(index.remedies[offer].goodwill for offer in before.offered):
            return [Change("goodwill_again", k.goodwill[-1], remedy.id)]
        return [
            Change("goodwill_early" if hurried else "goodwill", k.goodwill[0] * share, remedy.id)
        ]
    gain = k.solution * max(0.0, _best_fit(index, after) - _best_fit(index, before)) * share
    if remedy.fit < k.misfit_below:
        return []
    if remedy.id in after.guessed:
        return [Change("solution_guessed", gain, remedy.id)]
    if gain == 0.0:
        return []
    return [Change("solution_early" if hurried else "solution", gain, remedy.id)]


def _best_fit(index: Index, state: State) -> float:
    """How well the best offer so far meets the need, 0 to 1."""
    return max((fit_of(index, state, index.remedies[offer]) for offer in state.offered), default=0)


def fit_of(index: Index, state: State, remedy: Remedy) -> float:
    """How well this offer meets the need, as it was made."""
    if remedy.goodwill:
        return 0.0
    return remedy.fit * (index.k.before_known if remedy.id in state.guessed else 1.0)


def solves(index: Index, state: State) -> bool:
    """Has something been offered that would solve the problem?"""
    return _best_fit(index, state) >= index.k.fits


def _losses(
    index: Index, before: State, after: State, choice: Choice, ending: Ending | None
) -> list[Change]:
    k, found = index.k, []
    if after.repeats > before.repeats or asks_again(index, before, choice):
        found.append(Change("repeat", k.repeat))
    remedy = index.remedies.get(choice.remedy or "")
    if remedy is not None and not remedy.goodwill and remedy.fit < k.misfit_below:
        found.append(Change("misfit", k.misfit, remedy.id))
    if after.stalled and not before.stalled:
        found.append(Change(f"stall_{index.opening}", k.stall))
    found += [Change(row.name, slight.points) for row, slight in slights_of(index, choice)]
    if hangs_up(index, after, choice, ending):
        found.append(Change("close_unsolved", k.close_unsolved))
    if before.turns + 1 > index.patience:
        found.append(Change("past_patience", k.past_patience))
    return found


def slights_of(index: Index, choice: Choice) -> list[tuple[Move, Slight]]:
    """The moves of this line that hurt, less those that an act of it excuses."""
    return [
        (row, row.slight)
        for row in index.moves.values()
        if row.slight is not None
        and row.name in choice.moves
        and row.slight.unless not in choice.acts
    ]


def spoils(index: Index, before: State, after: State, choice: Choice) -> bool:
    """Does this line undo what it does well, so that its steps earn no marks?

    It breaks a house rule, gives what only a lead may give, or hurts whoever hears it: 'sorry, it
    is the system' is no apology, and what may not be given is not owned.
    """
    overreaches = len(after.overreached) > len(before.overreached)
    return bool(choice.breaches or overreaches or slights_of(index, choice))


def asks_again(index: Index, before: State, choice: Choice) -> bool:
    """Does this line ask for what the customer has already told, here or in an earlier contact?"""
    if "clarify" in choice.moves and choice.learns:
        return set(choice.learns) <= set(before.knows)
    return "verify_identity" in choice.acts and "verify_identity" in before.acts


def hangs_up(index: Index, after: State, choice: Choice, ending: Ending | None) -> bool:
    """Does this line say goodbye with nothing solved, nothing under way and no good reason?

    Someone who believes it is solved is not being got rid of, whatever the file knows better.
    """
    if "close" not in choice.moves or "set_limit" in after.acts:
        return False
    if ending is not None and (
        ending.best or ending.outcome == "resolved" or ending.believed_resolved
    ):
        return False
    return not (solves(index, after) or after.pending or after.kept)


def gives_up(ending: Ending) -> bool:
    """Does the customer go with nothing, and not because that was the best for everyone?"""
    return ending.outcome == "abandoned" and not ending.best and not ending.believed_resolved


def _audience(index: Index, after: State) -> float:
    return index.k.audience if index.watched and "go_private" not in after.acts else 1.0
