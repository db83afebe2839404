"""Why the mood moved: one plain sentence for each kind of effect."""

from course.scenarios.definition import Scenario
from course.scenarios.effects import Change

SENTENCES: dict[str, str] = {
    "greet": "{name} knows who is speaking.",
    "greet_again": "A second greeting adds nothing.",
    "acknowledge": "{name} heard the problem said back.",
    "acknowledge_again": "The problem had been acknowledged already; saying so again adds nothing.",
    "empathise": "The feeling was noticed.",
    "empathise_again": "Sympathy said again adds little or nothing.",
    "apologise": "The apology came after the problem was acknowledged, so it was heard.",
    "apologise_again": "Another sorry adds little or nothing.",
    "apologise_early": "A sorry before the problem was acknowledged had nothing to hold on to.",
    "inform": "A fact put an end to a doubt.",
    "inform_again": "More facts help less.",
    "own": "Someone took it on.",
    "own_again": "It had been taken on already.",
    "own_doubted": "Someone took it on, but {name} has been let down before and half believes it.",
    "set_time": "{name} knows when.",
    "set_time_again": "Another time given adds nothing.",
    "set_time_doubted": (
        "A time was given, but {name} has been let down before and half believes it."
    ),
    "follow_up": "Someone will come back to it.",
    "follow_up_again": "Offering to come back again adds nothing.",
    "follow_up_doubted": (
        "A later contact was offered, but {name} has been let down before and half believes it."
    ),
    "clarify": "The question brought something new to light.",
    "let_finish": "{name} could finish.",
    "check_understood": "Checking what was understood showed care.",
    "check_solved": "{name} was asked whether it is solved.",
    "hand_over": "The story was passed on, so {name} need not tell it again.",
    "solution": "‘{about}’ meets what is needed, more or less closely.",
    "solution_early": ("‘{about}’ came before the problem was acknowledged and counted for half."),
    "solution_guessed": "‘{about}’ was a guess: what it depends on was not known yet.",
    "goodwill": "The gesture was noticed.",
    "goodwill_early": "A gesture before the problem was acknowledged counted for half.",
    "goodwill_again": "A second gesture adds nothing.",
    "cap": "No single line mends everything at once.",
    "repeat": "{name} had told that already.",
    "misfit": "‘{about}’ misses what is needed.",
    "stall_act": "Someone may come to harm, and the first line did nothing about it.",
    "stall_answer": "{name} wanted an answer first and had to wait.",
    "redirect": "{name} was sent elsewhere, to begin again.",
    "policy_wall": "A rule, and nothing behind it.",
    "blame": "{name} heard that someone else, or nobody here, is at fault.",
    "close_unsolved": "A goodbye with nothing solved.",
    "past_patience": "It has taken longer than {name} has patience for.",
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
    return SENTENCES[change.kind].format(name=first_name(scenario), about=about)


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
