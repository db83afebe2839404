"""Checks of what varies: that somebody else can have the problem, whole and with the same right."""

import re
from collections.abc import Iterator

from course.codes import rule
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import ChoiceError
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.trail import reached
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.handling.shares import mark_of
from course.scenarios.variants import PERSONS, forms, names_for, renewed, texts_of, variant

FEWEST = 6
"""Names that a customer can bear, below which the same person soon comes again."""


@rule("CC125")
def check_varied_words(scenario: Scenario) -> Iterator[Diagnostic]:
    """Words that vary are not there, or what stands in their place is there already."""
    if scenario.varies is None:
        return
    texts = list(texts_of(scenario))
    seen: set[str] = set()
    for at, (was, *others) in enumerate(scenario.varies.words):
        where = f"varies.words.{at}"
        for problem, mend in _amiss(scenario, texts, was, others):
            yield Diagnostic(code="CC125", where=where, message=problem, mend=mend)
        both = seen & {one.casefold() for one in (was, *others)}
        seen |= {one.casefold() for one in (was, *others)}
        for one in sorted(both):
            yield Diagnostic(
                code="CC125",
                where=where,
                message=f"'{one}' stands in two rows.",
                mend="Let each row have words of its own, so that nobody mixes them up.",
            )
    if len(names_for(scenario)) < FEWEST:
        yield Diagnostic(
            code="CC125",
            where="varies.names",
            message=f"Fewer than {FEWEST} names are left that nobody else in it bears.",
            mend="Write more whole names under 'names:', or take it out.",
        )


def _amiss(
    scenario: Scenario, texts: list[str], was: str, others: list[str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with one row, and the mend."""
    if not others:
        yield f"There is nothing to put in the place of '{was}'.", "Write what may stand there."
    if not any(_whole(was, text) for text in texts):
        yield f"'{was}' does not stand in any text.", "Write the words as they stand."
    for other in others:
        if any(_whole(other, text) for text in texts):
            yield (
                f"'{other}' stands in a text already.",
                "Take other words; the two would be mixed up.",
            )
    if "£" in was or any(_whole(was, rule.text) for rule in scenario.rules):
        yield f"'{was}' is in the house rules, or a price.", "Vary only what nothing depends on."
    if was in {f"{remedy.cost:g}" for remedy in scenario.remedies}:
        yield f"'{was}' is what a remedy costs.", "Vary only what nothing depends on."


@rule("CC126")
def check_left_over(scenario: Scenario) -> Iterator[Diagnostic]:
    """Something of the first person is left where somebody else has the problem."""
    if scenario.varies is None or not names_for(scenario):
        return
    new = dict(forms(scenario.customer.name, names_for(scenario)[0]))
    new |= {row[0]: row[1] for row in scenario.varies.words if len(row) > 1}
    for text in texts_of(renewed(scenario, new)):
        for old in new:
            # A plural or a pet name begins like the word, and was not changed with it.
            left = re.search(rf"(?<!\w){re.escape(old)}\w*", text)
            if left:
                yield Diagnostic(
                    code="CC126",
                    where="varies",
                    message=f"'{left[0]}' is left where '{old}' is another: ‘{text[:60]}’.",
                    mend="Give it a row of its own, say it another way, or let it not vary.",
                )


@rule("CC155")
def check_with_others(scenario: Scenario) -> Iterator[Diagnostic]:
    """A planned conversation comes out otherwise with somebody else."""
    if scenario.varies is None or not names_for(scenario):
        return
    for number in range(PERSONS + 1):
        other = variant(scenario, number)
        for at, line in enumerate(other.plan):
            try:
                state = reached(other, line.choices)
            except ChoiceError as error:
                problem = f"{error}."
            else:
                mark = round(mark_of(index_of(other, DEFAULT), state), 1)
                low, high = line.handling
                if state.at == line.ending and low <= mark <= high:
                    continue
                problem = f"it comes to '{state.at}' and earns {mark:g}."
            if not number:
                # It does not come out with the first person either, which is found by itself.
                return
            yield Diagnostic(
                code="CC155",
                where=f"plan.{at}",
                message=f"'{line.name}', with {other.customer.name}, who is "
                f"{other.customer.temperament}: {problem}",
                mend="Let fewer words vary, or name fewer temperaments.",
            )
            return


def _whole(words: str, text: str) -> bool:
    """Whether words stand in a text as whole words, with whatever capitals."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
