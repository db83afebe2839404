"""What a contact is about, in the words of the company's records."""

from course.scenarios.definition import Scenario

SIGNS = {
    "refund": ("refund", "money back", "charged", "paid twice"),
    "delivery": ("parcel", "deliver", "courier", "driver", "late"),
    "wrong item": ("wrong", "brown"),
    "assembly": ("assembl", "fitter", "screw", "wobbl", "wardrobe"),
    "damage": ("broken", "pieces", "crack", "damage", "smell", "burn", "scratch"),
    "return": ("return", "send back", "bring back"),
    "stock": ("stock", "sold out"),
    "club": ("member", "plan", "cancel", "club"),
    "account": ("account", "log in", "password", "data", "card"),
}
"""Parts of words that stand for a topic; the first topic that has most of them wins."""
OTHER = "product"
TOPICS = (*SIGNS, OTHER)
"""All topics that there can be."""


def topic_of(scenario: Scenario) -> str:
    """The topic under which a desk would file it: by its words, as a colleague in a hurry would.

    >>> from course.scenarios import SMALL
    >>> topic_of(SMALL)
    'damage'
    """
    words = " ".join((scenario.title, scenario.needs.stated, *scenario.problem_terms)).casefold()
    found = {topic: sum(words.count(sign) for sign in signs) for topic, signs in SIGNS.items()}
    best = max(found, key=found.__getitem__)
    return best if found[best] else OTHER
