"""How well the reader reads: ``python -m tests.language.bars``, on the frozen replies.

With ``--curve`` it trains on shares of the training text as well; that needs scikit-learn.
Intervals are of 95 per cent, from a thousand drawings of the replies with replacement.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from random import Random
from typing import TypeVar

import msgspec

from course.language import MOVES, Facts, read
from course.language.features import features
from course.yaml_text import parse
from tests.language.frozen.loading import FILES, FOLDER, LABELS, Reply, cases, every, replies

HELPS = frozenset(MOVES) - {"greet", "redirect", "policy_wall", "blame", "close"}
"""What no trick may be credited with."""
DRAWINGS = 1000
SHARES = (10, 25, 50, 100)
Rows = Sequence[tuple[Reply, "Seen"]]
Pair = tuple[bool, bool]
T = TypeVar("T")


class Seen(msgspec.Struct, frozen=True):
    """What the reader said of a reply."""

    found: frozenset[str]
    maybe: frozenset[str]

    @property
    def both(self) -> frozenset[str]:
        """Everything that was noticed."""
        return self.found | self.maybe


class Hits(msgspec.Struct, frozen=True):
    """How often something was rightly said, wrongly said, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was said, the share that is right; 1 where nothing was said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was said; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Precision and recall together.

        >>> Hits(right=2, wrong=1, missed=1).f1
        0.6666666666666666
        """
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@cache
def rows(name: str) -> Rows:
    """The replies of a file, and what the reader says of each."""
    return tuple((one, seen(one)) for one in replies(name))


def seen(reply: Reply) -> Seen:
    """What the reader says of one reply."""
    case = cases()[reply.case]
    reading = read(reply.text, Facts(problem_terms=case.problem_terms, says=case.says))
    sure = {one.move for one in reading.findings if one.certainty == "found"}
    unsure = {one.move for one in reading.findings} - sure
    return Seen(frozenset(sure) & set(LABELS), frozenset(unsure) & set(LABELS))


def counted(those: Rows, part: str, names: Iterable[str] = LABELS) -> Hits:
    """What was said, against what is there; what fair readers could argue about is left out."""
    right = wrong = missed = 0
    for reply, one in those:
        for name in names:
            if name in reply.maybe:
                continue
            said, there = name in getattr(one, part), name in reply.does
            right += said and there
            wrong += said and not there
            missed += there and not said
    return Hits(right, wrong, missed)


def credited(reply: Reply, one: Seen) -> bool:
    """Was a trick taken for what it looks like?"""
    if reply.credits_nothing:
        return bool(one.found & HELPS)
    return bool(one.found & set(reply.must_not))


def tricked() -> float:
    """The share of tricks that were credited."""
    return _share(credited(*one) for one in rows("tricks"))


def apologies(kind: str) -> float:
    """The share of one kind of apology that was credited as one."""
    return _share(
        "apologise" in one.found for reply, one in rows("apologies") if reply.kind == kind
    )


def harms() -> Rows:
    """The replies on which blame and walls are measured."""
    return tuple(row for name in ("edges", "plain", "agents") for row in rows(name))


def interval(those: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """Where a figure lies in nineteen of twenty drawings."""
    dice = Random(20261130)
    drawn = sorted(figure(dice.choices(those, k=len(those))) for _ in range(DRAWINGS))
    return drawn[DRAWINGS // 40], drawn[-DRAWINGS // 40]


def twice() -> Mapping[str, Sequence[Pair]]:
    """For each name what two said of it who had not seen each other's labels, reply by reply."""
    text = (FOLDER / "labelled.yaml").read_text(encoding="utf-8")
    second = {one["id"]: one for one in parse(text)[0]}
    pairs = [(one, second[one.id]) for one in every() if one.id in second]
    return {
        name: [(name in one.does, name in other["does"]) for one, other in pairs] for name in LABELS
    }


def kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa: how far two labellers agree beyond chance; 1 where both always say the same.

    >>> kappa([(True, True), (True, False), (False, False), (False, False)])
    0.5
    """
    n = len(pairs)
    agreed = sum(a == b for a, b in pairs) / n
    first, second = (sum(one[at] for one in pairs) / n for at in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def main(arguments: Sequence[str]) -> int:
    """Prints all of it."""
    for name in ("plain", "agents"):
        for part in ("found", "both"):
            _say(f"micro-F1, {name}, {part}", rows(name), partial(_f1, part))
    everything = tuple(row for name in FILES for row in rows(name))
    _say("precision of found", everything, partial(_precision, "found", LABELS))
    for name in ("blame", "policy_wall"):
        _say(f"{name}, recall", harms(), partial(_recall, "both", (name,)))
        _say(f"{name}, precision", harms(), partial(_precision, "both", (name,)))
    _say("tricks credited", rows("tricks"), lambda those: _share(credited(*one) for one in those))
    print(f"non-apologies credited: {apologies('non_apology'):.2f} of 30")
    print(f"true apologies credited: {apologies('true_apology'):.2f} of 30")
    _say("insult, recall", everything, partial(_recall, "both", ("insult",)))
    falsely = sum(
        "insult" in one.both and not {"insult"} & {*r.does, *r.maybe} for r, one in everything
    )
    print(f"asked about as insults and none: {falsely} of {len(everything)}")
    print(
        "\nname             there  found: P    R   both: P    R   kappa, interval, n said by either"
    )
    agreed = twice()
    for name in LABELS:
        sure, both = (counted(everything, part, [name]) for part in ("found", "both"))
        pairs = agreed[name]
        low, high = interval(pairs, kappa)
        either = sum(a or b for a, b in pairs)
        print(
            f"{name:16} {sure.right + sure.missed:5}     {sure.precision:5.2f} {sure.recall:5.2f}"
            f"   {both.precision:5.2f} {both.recall:5.2f}   "
            f"{kappa(pairs):5.2f} ({low:.2f} to {high:.2f}), {either} of {len(pairs)}"
        )
    if "--curve" in arguments:
        _curve()
    return 0


def _curve() -> None:
    """The best micro-F1 of the model alone, by how much of the training text it had."""
    from tests.language import train
    from tests.language.texts import TRAINING, sentences, texts

    lines = train.without_doubles(texts(TRAINING))
    Random(1).shuffle(lines)
    groups = [train.seen_by_model(one) for one in lines]
    those = [*replies("plain"), *replies("agents")]
    facts = [Facts(problem_terms=cases()[one.case].problem_terms, says=cases()[one.case].says)
             for one in those]  # fmt: skip
    asked = [
        [features(part.text, fact.problem_terms, fact.says, part.marks)
         for part in sentences(one.text, fact)]
        for one, fact in zip(those, facts, strict=True)
    ]  # fmt: skip
    print("\nshare of the training text, lines, best micro-F1 of the model alone (plain, agents)")
    for share in SHARES:
        some = len(lines) * share // 100
        shares = train.predict(train.fit(lines[:some], groups[:some]), asked)
        best = max(_by_model(those, shares, at) for at in (0.2, 0.3, 0.4, 0.5))
        print(f"{share:3} % {some:6} {best:.3f}")


def _by_model(those: Sequence[Reply], shares: Iterable[Iterable[float]], least: float) -> float:
    """The micro-F1 where everything from one share on is said."""
    said = [
        frozenset(name for name, share in zip(LABELS, row, strict=True) if share >= least)
        for row in shares
    ]
    return counted(
        [(one, Seen(names, frozenset())) for one, names in zip(those, said, strict=True)], "found"
    ).f1


def _f1(part: str, those: Rows) -> float:
    return counted(those, part).f1


def _precision(part: str, names: Sequence[str], those: Rows) -> float:
    return counted(those, part, names).precision


def _recall(part: str, names: Sequence[str], those: Rows) -> float:
    return counted(those, part, names).recall


def _say(name: str, those: Rows, figure: Callable[[Rows], float]) -> None:
    low, high = interval(those, figure)
    print(f"{name}: {figure(those):.3f} ({low:.3f} to {high:.3f}), n = {len(those)}")


def _share(yes: Iterable[bool]) -> float:
    all_of_them = list(yes)
    return sum(all_of_them) / len(all_of_them)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
