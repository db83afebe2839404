"""A scenario laid out for looking things up by id. Built once for each scenario."""

from dataclasses import dataclass
from functools import lru_cache

from course.scenarios.coefficients import Coefficients
from course.scenarios.definition import (
    Ending,
    Fact,
    Moment,
    Opening,
    Promise,
    Remedy,
    Scenario,
)


@dataclass(frozen=True, slots=True)
class Index:
    """The parts of a scenario by id, with what the model asks for at every turn."""

    scenario: Scenario
    k: Coefficients
    moments: dict[str, Moment]
    endings: dict[str, Ending]
    remedies: dict[str, Remedy]
    promises: dict[str, Promise]
    facts: dict[str, Fact]
    fatal: frozenset[str]
    opening: Opening
    patience: int
    gain: float
    loss: float
    """How hard losses land on this customer, before who is watching."""
    cap: float
    aloud: bool
    watched: bool
    terms: tuple[str, ...]


@lru_cache(maxsize=64)
def index_of(scenario: Scenario, k: Coefficients) -> Index:
    """Look-up tables for a scenario under these coefficients."""
    customer, rubric = scenario.customer, scenario.rubric
    return Index(
        scenario=scenario,
        k=k,
        moments={moment.id: moment for moment in scenario.moments},
        endings={ending.id: ending for ending in scenario.endings},
        remedies={remedy.id: remedy for remedy in scenario.remedies},
        promises={promise.id: promise for promise in scenario.promises},
        facts={fact.id: fact for fact in scenario.facts},
        fatal=frozenset(rule.id for rule in scenario.rules if rule.fatal),
        opening=customer.opening or (rubric.opening if rubric else "acknowledge"),
        patience=customer.patience or k.patience_of(customer.temperament),
        gain=k.gain_of(customer.temperament),
        loss=k.loss_of(customer.temperament),
        cap=k.cap_of(scenario.channel),
        aloud=scenario.channel in ("phone", "counter"),
        watched=scenario.channel in ("counter", "social"),
        terms=tuple(term.casefold() for term in scenario.problem_terms),
    )
