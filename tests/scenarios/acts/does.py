"""The acts of the table, what each is usually scored, and how a line that does it is found."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from course.language import read
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.conditions import holds
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Promise, Remedy
from course.scenarios.quote import sentences
from tests.scenarios.acts.places import CAPITAL, Place

Verdict = Literal["good", "weak", "bad"]
LIMIT = 40
"""Pounds, as the shipped house rules have it."""

IDENTITY = re.compile(
    r"\b(order number|postcode|(two|a few|some) details|(e-?mail|phone number) (on|of) the order|"
    r"last four|date of birth|full name)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"\?|\b(check|need|needed|take)\b", re.IGNORECASE)
SORRY = re.compile(r"\b(sorry|apologi[sz]e|apologies)\b", re.IGNORECASE)
DANGER = re.compile(
    r"\b(burn\w*|smoke|fire|gas|glass|bleed\w*|tip(s|ped|ping)?|fell|fall(s|en)?|hot plug|cut|"
    r"scorch\w*|swallow\w*|batter(y|ies)|drops?)\b",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"\b(refund|voucher|card|free|off|back|on us|goodwill|to spend)\b", re.IGNORECASE
)
GIFT = re.compile(
    r"\b(gift card|voucher|on us|on the house|goodwill|flowers|"
    r"for (the|your) (trouble|upset|wait))\b",
    re.IGNORECASE,
)
POUNDS = re.compile(r"£(\d+)")
WHEN = re.compile(
    r"\b(by|on|before|at|within|tomorrow|today|tonight|this afternoon|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|noon|hours?|minutes)\b",
    re.IGNORECASE,
)
CHECKS = re.compile(
    r"\b(check|ask(ed|ing)?|look(ed|ing)?|rung|ringing|spoken|confirm\w*|they say|says yes|"
    r"written|either way)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(put(ting)? you through|my (lead|manager|colleague)|lead|managers?|colleague|team|payments|"
    r"parts|depot|office|queue|upstairs|somebody|someone|the people who)\b",
    re.IGNORECASE,
)


def always(_one: Place, _before: State, _after: State) -> bool:
    """The act is done in whatever state the line is said."""
    return True


class Act(NamedTuple):
    """Something that an agent does in many places."""

    title: str
    usual: Verdict
    """What it is scored where no reason says otherwise."""
    does: Callable[[Place], bool]
    counts: Callable[[Place, State, State], bool] = always
    """For a line of a scenario: whether it does so in this state, given the state after it."""


def asks_for_identity(one: Place) -> bool:
    """Asks who somebody is."""
    asked = any(IDENTITY.search(said) and ASKS.search(said) for said in sentences(one.words))
    return asked or (one.choice is not None and "verify_identity" in one.choice.acts)


def offers(one: Place) -> bool:
    """Offers something that depends on a fact; in an exercise, at once and with no question."""
    if one.choice is None:
        offered = "offer_solution" in read(one.words).moves()
        return one.answers and offered and "?" not in one.words
    remedy = _remedy(one)
    return remedy is not None and bool(remedy.needs)


def not_yet_known(one: Place, before: State, _after: State) -> bool:
    """A fact that the offer depends on is not known, nor learnt by the very line."""
    remedy = _remedy(one)
    assert remedy is not None
    assert one.choice is not None
    return not set(remedy.needs) <= {*before.knows, *one.choice.learns}


def sorry_first_in_danger(one: Place) -> bool:
    """Says sorry in its first sentence, before anything is said about the danger."""
    if not SORRY.search(sentences(one.words)[0]):
        return False
    if one.case is not None and one.moment is not None:
        opens = one.case.rubric is not None and one.case.rubric.opening == "act"
        return one.moment.danger or (opens and one.moment == one.case.moments[0])
    return bool(DANGER.search(one.context))


def gives_beyond_the_limit(one: Place) -> bool:
    """Gives what only a lead may give, or more than the house rules allow."""
    if one.choice is None:
        amounts = [int(found) for found in POUNDS.findall(one.words)]
        return bool(GIVES.search(one.words)) and max(amounts, default=0) > LIMIT
    remedy = _remedy(one)
    above = bool({"refund-limit", "goodwill-limit"} & set(one.choice.breaches))
    return above or (remedy is not None and remedy.authority == "lead")


def lead_not_asked(_one: Place, _before: State, after: State) -> bool:
    """No lead was asked."""
    return "ask_lead" not in after.acts


def gives_what_is_not_needed(one: Place) -> bool:
    """A gesture on top, which solves nothing by itself."""
    if one.choice is None:
        return bool(GIFT.search(one.words))
    remedy = _remedy(one)
    return remedy is not None and remedy.goodwill


def promises_unchecked(one: Place) -> bool:
    """Says when, and nobody was asked: in a scenario, a promise that only a check would keep."""
    if one.choice is None:
        moves = read(one.words).moves()
        return (
            "set_time" in moves
            and bool({"own", "follow_up", "offer_solution"} & set(moves))
            and bool(WHEN.search(one.words))
            and not CHECKS.search(one.words)
        )
    promise = _promise(one)
    checked = {"check_promise", "ask_lead", "record"} & set(one.choice.acts)
    return promise is not None and not promise.kept and not checked


def would_be_broken(one: Place, _before: State, after: State) -> bool:
    """As things stand after the line, the promise would not be kept."""
    promise = _promise(one)
    assert promise is not None
    assert one.case is not None
    kept_when = promise.kept_when
    return kept_when is None or not holds(kept_when, after, index_of(one.case, DEFAULT))


def hands_over_without_a_name(one: Place) -> bool:
    """Passes somebody on, and does not say to whom."""
    if not OTHERS.search(one.words):
        return False
    if one.choice is None:
        passes = "redirect" in read(one.words).moves()
    else:
        passes = "redirect" in one.choice.moves or "hand_over" in one.choice.acts
    return passes and one.helpers.isdisjoint(CAPITAL.findall(one.words))


ACTS = (
    Act("Asks for identity", "good", asks_for_identity),
    Act("Offers before knowing", "bad", offers, not_yet_known),
    Act("Says sorry before anything else in danger", "bad", sorry_first_in_danger),
    Act("Gives beyond the limit", "bad", gives_beyond_the_limit, lead_not_asked),
    Act("Gives what is not needed", "bad", gives_what_is_not_needed),
    Act("Promises what was not checked", "bad", promises_unchecked, would_be_broken),
    Act("Hands over without a name", "bad", hands_over_without_a_name),
)


def _remedy(one: Place) -> Remedy | None:
    assert one.case is not None
    assert one.choice is not None
    return next((each for each in one.case.remedies if each.id == one.choice.remedy), None)


def _promise(one: Place) -> Promise | None:
    assert one.case is not None
    assert one.choice is not None
    return next((each for each in one.case.promises if each.id == one.choice.promise), None)
