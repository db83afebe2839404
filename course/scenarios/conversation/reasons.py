"""Why the mood moved: one plain sentence for each kind of effect."""

from course.scenarios.conversation.effects import Change
from course.scenarios.definition import Scenario

EXACT, MOST = 0.9, 0.5
"""From these fits on, a remedy is what was needed, or most of it."""

SENTENCES: dict[str, str] = {
    "greet": "{name} knows who is speaking.",
    "greet_again": "{name} knew already who was speaking.",
    "acknowledge": "{name} heard the problem said back.",
    "acknowledge_again": "The problem had been said back already.",
    "empathise": "The feeling was noticed.",
    "empathise_again": "Sympathy a second time helps a little.",
    "empathise_spent": "{name} had had enough sympathy by then.",
    "apologise": "The sorry was for this problem, so it was heard.",
    "apologise_again": "A second sorry helps a little.",
    "apologise_spent": "One more sorry changed nothing.",
    "apologise_early": "A sorry before the problem was said back had nothing to hold on to.",
    "inform": "A fact put an end to a doubt.",
    "inform_again": "A second fact helps a little.",
    "inform_spent": "Facts were not what was missing any more.",
    "own": "Someone took it on.",
    "own_again": "You had taken it on already.",
    "own_doubted": "Someone took it on. {name} only half believes it.",
    "set_time": "{name} knows when.",
    "set_time_again": "{name} had been given a time already.",
    "set_time_doubted": "A time was given. {name} only half believes it.",
    "follow_up": "Someone will come back to it.",
    "follow_up_again": "You had offered to come back already.",
    "follow_up_doubted": "Someone will come back to it, they say. {name} only half believes it.",
    "clarify": "The question brought something new to light.",
    "let_finish": "{name} could finish.",
    "check_understood": "Checking what was understood showed care.",
    "check_solved": "{name} was asked whether it is solved.",
    "hand_over": "The story was passed on, so {name} need not tell it again.",
    "solution": "‘{about}’ is what was needed.",
    "solution_most": "‘{about}’ solves most of it.",
    "solution_some": "‘{about}’ helps, and leaves the main thing.",
    "solution_early": "‘{about}’ came before the problem was said back and counted for half.",
    "solution_guessed": "‘{about}’ was a guess. Something it depends on was not known yet.",
    "goodwill": "The gesture was noticed.",
    "goodwill_early": "The gesture came before the problem was said back and counted for half.",
    "goodwill_again": "{name} had been given something already.",
    "cap": "No single line mends everything at once.",
    "repeat": "{name} had told us that already.",
    "misfit": "‘{about}’ is no help with this.",
    "stall_act": "Someone may come to harm, and the first line did nothing about it.",
    "stall_answer": "{name} wanted an answer first and had to wait.",
    "redirect": "{name} was sent elsewhere, to begin again.",
    "policy_wall": "A rule, and nothing behind it.",
    "blame": "{name} heard whose fault it was supposed to be.",
    "close_unsolved": "A goodbye with nothing solved.",
    "gave_up": "{name} left with nothing, and the hope went with it.",
    "past_patience": "{name} has run out of patience.",
    "promise_kept": "A promise was kept: ‘{about}’.",
    "promise_warned": "A promise was missed, but {name} was told in good time: ‘{about}’.",
    "promise_broken": "A promise was broken: ‘{about}’.",
}


def reason_for(scenario: Scenario, change: Change) -> str:
    """The sentence for one change, with this customer's name and this remedy or promise."""
    texts = {remedy.id: remedy.text for remedy in scenario.remedies}
    texts |= {promise.id: promise.text for promise in scenario.promises}
    about = texts.get(change.about, change.about)
    about = about.rstrip(".")
    return SENTENCES[_shade(scenario, change)].format(name=first_name(scenario), about=about)


def _shade(scenario: Scenario, change: Change) -> str:
    """Which sentence: some kinds need another where it helped less, or not at all."""
    if change.kind == "solution":
        fit = next((r.fit for r in scenario.remedies if r.id == change.about), 1.0)
        return "solution" if fit >= EXACT else "solution_most" if fit >= MOST else "solution_some"
    spent = change.kind.replace("_again", "_spent")
    return spent if not change.points and spent in SENTENCES else change.kind


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
