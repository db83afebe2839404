"""What one line of the agent's does to the customer's mood, part by part."""

from typing import NamedTuple

from course.scenarios.conversation.conditions import times
from course.scenarios.conversation.index import Index, Spoken
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Ending, Remedy


class Change(NamedTuple):
    """One part of an effect: what caused it, by how many points, and which remedy or promise."""

    kind: str
    points: float
    about: str = ""


_Part = tuple[str, float, str]
"""The same before it is scaled to this customer."""


def changes_of(
    index: Index, before: State, after: State, choice: Choice, *, hung_up: bool
) -> list[Change]:
    """The changes that this line makes, in the order it is heard. Promises fall due later."""
    spoken, gain = index.spoken(choice), index.gain
    made = _words(index, before, after, spoken)
    if choice.remedy is not None:
        made += _remedy(index, before, after, choice)
    changes = [Change(kind, points * gain, about) for kind, points, about in made]
    over = sum([points for _, points, _ in changes]) - index.cap
    if over > 0:
        changes.append(Change("cap", -over))
    losses = _losses(index, before, after, choice, spoken, hung_up=hung_up)
    if losses:
        loss = index.loss * _audience(index, after)
        changes += [Change(kind, -points * loss, about) for kind, points, about in losses]
    return changes


def _words(index: Index, before: State, after: State, spoken: Spoken) -> list[_Part]:
    if not (spoken.gains or spoken.acts):
        return []
    news, landed = len(after.knows) > len(before.knows), lands(index, after)
    found: list[_Part] = []
    for move, place, gain in spoken.gains:
        if gain.needs_news and not news:
            continue  # there is nothing to say where no news came of it
        if gain.early is not None and not landed:
            found.append((f"{move}_early", 0.0, ""))
            continue
        earlier, most = before.moves[place] if before.moves else 0, len(gain.points) - 1
        points = gain.points[earlier if earlier < most else most]
        if gain.doubted is not None and points and before.trust < index.k.full_trust:
            found.append((f"{move}_doubted", points * (before.trust / index.k.full_trust), ""))
        else:
            # A gain that is the same each time is told the same way each time.
            found.append((f"{move}_again" if earlier and most else move, points, ""))
    for act in spoken.acts:
        if act.name not in before.acts:
            found.append((act.name, act.gain, ""))
    return found


def lands(index: Index, after: State) -> bool:
    """Was the problem acknowledged, where that comes first? Before that, little is heard."""
    return index.opening != "acknowledge" or times(index, after, "acknowledge") > 0


def _remedy(index: Index, before: State, after: State, choice: Choice) -> list[_Part]:
    remedy = index.remedies.get(choice.remedy or "")
    if remedy is None:
        return []
    k = index.k
    hurried = not lands(index, after)
    share = k.before_acknowledged if hurried else 1.0
    if remedy.goodwill:
        if any(index.remedies[offer].goodwill for offer in before.offered):
            return [("goodwill_again", k.goodwill[-1], remedy.id)]
        kind = "goodwill_early" if hurried else "goodwill"
        return [(kind, k.goodwill[0] * share, remedy.id)]
    gain = k.solution * max(0.0, _best_fit(index, after) - _best_fit(index, before)) * share
    if remedy.fit < k.misfit_below:
        return []
    if remedy.id in after.guessed:
        return [("solution_guessed", gain, remedy.id)]
    if gain == 0.0:
        return []
    return [("solution_early" if hurried else "solution", gain, remedy.id)]


def _best_fit(index: Index, state: State) -> float:
    """How well the best offer so far meets the need, 0 to 1."""
    if not state.offered:
        return 0.0
    return max([fit_of(index, state, index.remedies[offer]) for offer in state.offered])


def fit_of(index: Index, state: State, remedy: Remedy) -> float:
    """How well this offer meets the need, as it was made."""
    if remedy.goodwill:
        return 0.0
    return remedy.fit * (index.k.before_known if remedy.id in state.guessed else 1.0)


def solves(index: Index, state: State) -> bool:
    """Has something been offered that would solve the problem?"""
    return _best_fit(index, state) >= index.k.fits


def _losses(
    index: Index, before: State, after: State, choice: Choice, spoken: Spoken, *, hung_up: bool
) -> list[_Part]:
    k, found = index.k, list[_Part]()
    if asks_again(index, before, choice):
        found.append(("repeat", k.repeat, ""))
    remedy = None if choice.remedy is None else index.remedies.get(choice.remedy)
    if remedy is not None and not remedy.goodwill and remedy.fit < k.misfit_below:
        found.append(("misfit", k.misfit, remedy.id))
    if after.stalled and not before.stalled:
        found.append((f"stall_{index.opening}", k.stall, ""))
    for row, slight in spoken.slights:
        found.append((row.name, slight.points, ""))
    if hung_up:
        found.append(("close_unsolved", k.close_unsolved, ""))
    if before.turns + 1 > index.patience:
        found.append(("past_patience", k.past_patience, ""))
    return found


def spoils(index: Index, before: State, after: State, choice: Choice) -> bool:
    """Does this line undo what it does well, so that its steps earn no marks?

    It breaks a house rule, gives what only a lead may give, or hurts whoever hears it: 'sorry, it
    is the system' is no apology, and what may not be given is not owned.
    """
    overreaches = len(after.overreached) > len(before.overreached)
    return bool(choice.breaches or overreaches or index.spoken(choice).slights)


def asks_again(index: Index, before: State, choice: Choice) -> bool:
    """Does this line ask for what the customer has already told, here or in an earlier contact?"""
    asks = index.spoken(choice).asks
    if asks:
        return all([fact in before.knows for fact in asks])
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
