"""The moments of a conversation on which most hangs, as one who has not read its lines meets them.

Run:  python -m tests.scenarios.decisive wants-to-cancel

It prints what was said until then on the best road, and leaves out the lines to choose from.
Whoever writes afresh what a colleague would say there writes from this print.
"""

import sys
from typing import NamedTuple

from course import scenarios
from course.scenarios import Scenario
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import advance, find_choice, open_choices
from course.scenarios.conversation.index import index_of
from course.scenarios.exploration.outlook import outlook_of
from tests.scenarios.loading import scenario, shipped_names

MOST = 3


class Decisive(NamedTuple):
    """A moment of the best road."""

    moment: str
    before: tuple[str, ...]
    """The choices that lead to it."""
    spread: float
    """Between the best marks that its best and its worst line leave in reach, of 100."""


def decisive(case: Scenario, most: int = MOST) -> list[Decisive]:
    """The moments of the best road on which most hangs, in the order in which they come.

    >>> [one.moment for one in decisive(scenario("wants-to-cancel"), 1)]
    ['that-was-quick']
    """
    index, outlook = index_of(case, DEFAULT), outlook_of(case, DEFAULT)
    found: list[Decisive] = []
    state = next(iter(outlook.graph.states))
    path = scenarios.explore(case).best_path
    for turn, choice in enumerate(path):
        lines = open_choices(index, state)
        marks = [outlook.mark(advance(index, state, line).after) for line in lines]
        found.append(Decisive(state.at, path[:turn], max(marks) - min(marks)))
        state = advance(index, state, find_choice(index, state, choice)).after
    weighty = sorted(found, key=lambda one: -one.spread)[:most]
    return [one for one in found if one in weighty]


def show(case: Scenario) -> None:
    """Prints the case as its agent sees it, and each decisive moment."""
    print(f"\n{'=' * 78}\n{case.id} ({case.channel}) · {case.customer.name}\n{case.brief}")
    print("\n".join(f"  on the screen: {one}" for one in case.agent_sees))
    print("\n".join(f"  house rule: {one.text}" for one in case.rules if one.id in case.cites))
    for one in decisive(case):
        print(f"\n--- moment: {one.moment}")
        talk = scenarios.play(case, one.before)
        name = case.customer.name
        for turn in talk.turns:
            _said(turn.later, turn.scene, turn.said_by or name, turn.said)
            print(f"  you: {turn.text}")
            if turn.reply:
                print(f"  {turn.reply_by or name}: {turn.reply}")
        assert talk.prompt is not None
        _said(talk.prompt.later, talk.prompt.scene, talk.prompt.said_by or name, talk.prompt.said)


def _said(later: str, scene: str, by: str, said: str) -> None:
    for aside in (later, scene):
        if aside:
            print(f"  ({aside})")
    print(f"  {by}: {said}")


if __name__ == "__main__":
    for name in sys.argv[1:] or shipped_names():
        show(scenario(name))
