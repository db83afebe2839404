"""Why the mood moved: one plain sentence for each kind of effect."""

from course.kept import kept
from course.scenarios.conversation.effects import Change
from course.scenarios.conversation.index import Index
from course.scenarios.definition import Scenario

EXACT, MOST = 0.9, 0.5
"""From these fits on, a remedy is what was needed, or most of it."""

SENTENCES: dict[str, str] = {
    "solution": "‘{about}’ is what was needed.",
    "solution_most": "‘{about}’ solves most of it.",
    "solution_some": "‘{about}’ helps, but the main problem is still there.",
    "solution_early": "‘{about}’ came before you said the problem back, so it counted only half.",
    "solution_guessed": "‘{about}’ was a guess. It depends on something that you did not know yet.",
    "goodwill": "{name} was glad of the extra that you gave.",
    "goodwill_early": "The extra came before you said the problem back, so it counted only half.",
    "goodwill_again": "{name} had been given an extra already.",
    "cap": "There is a limit to how much one line can help.",
    "repeat": "{name} had told us that already.",
    "misfit": "‘{about}’ does not help with this problem.",
    "stall_act": "Somebody was in danger, and your first line did nothing about it.",
    "stall_answer": "{name} wanted an answer first, and had to wait for it.",
    "close_unsolved": "You said goodbye, and nothing was solved.",
    "gave_up": "{name} left without help.",
    "past_patience": "{name} has no patience left.",
    "promise_kept": "A promise was kept: ‘{about}’.",
    "promise_warned": "A promise was not kept, but {name} was told in time: ‘{about}’.",
    "promise_broken": "A promise was not kept, and {name} was not told: ‘{about}’.",
}
"""For what belongs to no single move; the table has the sentences of each move and act."""


def reason_for(index: Index, change: Change) -> str:
    """The sentence for one change, with this customer's name and this remedy or promise."""
    about = _texts_of(index).get(change.about, change.about)
    about = about.rstrip(".")
    said = sentences_of(index)
    return said[_shade(index, change, said)].format(name=first_name(index.scenario), about=about)


@kept
def _texts_of(index: Index) -> dict[str, str]:
    """What each remedy and promise says, by its id."""
    texts = {remedy.id: remedy.text for remedy in index.scenario.remedies}
    return texts | {promise.id: promise.text for promise in index.scenario.promises}


@kept
def sentences_of(index: Index) -> dict[str, str]:
    """Every sentence by its kind: what a row says, and what belongs to no single one."""
    found: dict[str, str | None] = dict(SENTENCES)
    for row in index.moves.values():
        if row.gain is not None:
            found[row.name] = row.gain.said
            for shade in ("again", "spent", "early", "doubted"):
                found[f"{row.name}_{shade}"] = getattr(row.gain, shade)
        if row.slight is not None:
            found[row.name] = row.slight.said
    found |= {row.name: row.said for row in index.acts.values()}
    return {kind: said for kind, said in found.items() if said is not None}


def _shade(index: Index, change: Change, said: dict[str, str]) -> str:
    """Which sentence: some kinds need another where it helped less, or not at all."""
    if change.kind == "solution":
        fit = index.remedies[change.about].fit if change.about in index.remedies else 1.0
        return "solution" if fit >= EXACT else "solution_most" if fit >= MOST else "solution_some"
    spent = change.kind.replace("_again", "_spent")
    return spent if not change.points and spent in said else change.kind


def first_name(scenario: Scenario) -> str:
    """What the sentences call the customer: as the file names them, up to the first space.

    Titles stay with the name they belong to.

    >>> from course.scenarios import SMALL
    >>> first_name(SMALL)
    'Ines'
    """
    words = scenario.customer.name.split()
    titled = words[0].rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Professor")
    return scenario.customer.name if titled else words[0]
