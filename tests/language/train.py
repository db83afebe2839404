"""Trains the reader's linear model: ``python -m tests.language.train``. It needs scikit-learn.

One classifier a name over the features of a sentence. A line of several sentences says only that
one of them does it; so the first fit looks at single sentences, and the next ones at the sentence
of each line that looked likeliest. The limits from which on something is said are measured on
lines whose writer and whose case the model of that fold has not seen.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from msgspec import json
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from course.language.features import features
from course.language.model import SHARES, WEIGHTS, Limits
from course.language.weighing import ALWAYS
from tests.language.texts import NAMES, SPOKEN, TRAINING, Text, spoken, texts

ASKED = ("blame", "policy_wall", "non_apology", "insult", "empty_promise")
"""Never more than asked about, however sure the model is."""
CHARGES = ("blame", "policy_wall", "insult", "non_apology")
"""To be asked about one of these for nothing is worse than not to be asked, and the training text
holds more of them than replies do: it takes more than is worth asking otherwise."""
OFTEN, OFTEN_PIECE, LIGHT = 2, 6, 1.5
"""In how many sentences a word, and a piece of a word, must stand to be learnt, and the weight
below which a feature is left out of the file."""
STRICTNESS, AGAIN = 4.0, 2
FOLDS = 4
RIGHT, CHARGED, WORTH, FEWEST, FEW = 0.90, 0.70, 0.60, 20, 8
"""The precision of 'found', of a charge and of any other 'maybe', and the fewest lines
any of them rests on, and what a rule is trusted for."""
LEAST, NEVER = 0.15, 1.01
"""Shares below which nothing is asked about, and which none reaches."""
Table = NDArray[np.float64]
Groups = tuple[dict[str, float], dict[str, float], dict[str, float]]


class Model:
    """Features, how rare each is, and a weight for every name."""

    def __init__(self, rare: Mapping[str, float], weights: Table, bias: Table) -> None:
        self.rare, self.weights, self.bias = rare, weights, bias
        self.at = {key: at for at, key in enumerate(rare)}


def main(arguments: Sequence[str]) -> int:
    """Measures, trains on everything, and writes the weights."""
    lines = without_doubles([*texts(TRAINING), *spoken()])
    groups = [seen_by_model(one) for one in lines]
    shares = held_out(lines, groups)
    own = np.array([one.source != SPOKEN for one in lines])
    kept = [one for one, mine in zip(lines, own, strict=True) if mine]
    shares = shares[own]
    limits = {name: _limits(shares[:, at], kept, name) for at, name in enumerate(NAMES)}
    does = np.array([[name in one.said.does for name in NAMES] for one in kept])
    clear = ~np.array([[name in one.said.maybe for name in NAMES] for one in kept])
    for part in ("found", "maybe"):
        said = clear & (shares >= [[getattr(limits[name], part) for name in NAMES]])
        f1 = 2 * (said & does).sum() / (said.sum() + does.sum())
        print(f"held out, {part} or surer: micro-F1 {f1:.3f}")
    for at, (name, one) in enumerate(limits.items()):
        asked = (shares[:, at] >= one.maybe) & clear[:, at]
        right = (asked & does[:, at]).sum()
        print(
            f"{name:16} held out, maybe or surer: precision {right / max(1, asked.sum()):.2f}, "
            f"recall {right / max(1, does[:, at].sum()):.2f}, n = {does[:, at].sum()}; "
            f"found from {one.found}, maybe from {one.maybe}"
        )
    for name in CHARGES:
        asked = (shares[:, NAMES.index(name)] >= limits[name].maybe) | np.array(
            [_by_rule(one, name) for one in kept]
        )
        here = does[:, NAMES.index(name)]
        fair = clear[:, NAMES.index(name)] & ~_charged(kept)
        print(
            f"{name}: held out, by rule or model, asked about in {(asked & here).sum()} of "
            f"{here.sum()} lines that do it, and in {(asked & fair).sum()} of {fair.sum()} that "
            f"hurt nobody"
        )
    model = fit(lines, groups)
    target = Path(arguments[0]) if arguments else WEIGHTS
    target.write_bytes(written(model, limits))
    print(f"{len(lines)} lines, {target.stat().st_size:,} bytes")
    return 0


def without_doubles(lines: Sequence[Text]) -> list[Text]:
    """The lines without those that share four fifths of their runs of three words with another."""
    kept: list[Text] = []
    runs: list[frozenset[str]] = []
    holders: dict[str, list[int]] = {}
    for one in lines:
        words = one.said.text.lower().split()
        mine = frozenset(" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2)))
        near = Counter(at for run in mine for at in holders.get(run, ()))
        if any(2 * n / (len(mine) + len(runs[at])) > 0.8 for at, n in near.items()):
            continue
        for run in mine:
            holders.setdefault(run, []).append(len(kept))
        kept.append(one)
        runs.append(mine)
    return kept


def held_out(lines: Sequence[Text], groups: Sequence[list[Groups]]) -> Table:
    """The share of every name in every line, by a model that knows neither writer nor case."""
    writer = np.array([crc32(one.said.writer.encode()) % FOLDS for one in lines])
    case = np.array([crc32(one.said.case.encode()) % FOLDS for one in lines])
    shares = np.zeros((len(lines), len(NAMES)))
    for w in range(FOLDS):
        for c in range(FOLDS):
            inside = [int(at) for at in np.flatnonzero((writer == w) & (case == c))]
            outside = [int(at) for at in np.flatnonzero((writer != w) & (case != c))]
            model = fit([lines[at] for at in outside], [groups[at] for at in outside])
            shares[inside] = predict(model, [groups[at] for at in inside])
    return shares


def fit(lines: Sequence[Text], groups: Sequence[list[Groups]]) -> Model:
    """One classifier a name."""
    from sklearn.linear_model import LogisticRegression

    sentences = [one for line in groups for one in line]
    model = _vocabulary(sentences)
    x = _matrix(model, sentences)
    counts = np.array([len(one) for one in groups])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(int)
    line = np.repeat(np.arange(len(groups)), counts)
    for at, name in enumerate(NAMES):
        does = np.array([name in one.said.does for one in lines])
        clear = ~np.array([name in one.said.maybe for one in lines])[line]
        y = does[line]
        use = clear & ((counts == 1)[line] | ~y)
        for _ in range(AGAIN + 1):
            if y[use].sum() < 3:
                break
            weight = {1: 0.5 * float(y[use].mean()) ** -0.5, 0: 1.0}
            one = LogisticRegression(
                C=STRICTNESS, class_weight=weight, solver="liblinear", dual=True, tol=1e-3,
                max_iter=400, random_state=0,
            ).fit(x[use], y[use])  # fmt: skip
            model.weights[at], model.bias[at] = one.coef_[0], one.intercept_[0]
            y, use = _likeliest(
                _share(x @ model.weights[at] + model.bias[at]), does, starts, counts, clear
            )
    return model


def _likeliest(
    share: Table, does: NDArray[np.bool_], starts: NDArray[np.int_], counts: NDArray[np.int_],
    clear: NDArray[np.bool_],
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:  # fmt: skip
    """Which sentences do it, and which of them can be learnt from."""
    y, use = np.zeros(len(share), bool), clear.copy()
    for at in np.flatnonzero(does & (counts > 0)):
        inside = np.arange(starts[at], starts[at] + counts[at])
        best = inside[int(np.argmax(share[inside]))]
        y[inside] = share[inside] > 0.5
        use[inside] &= (share[inside] > 0.5) | (share[inside] < 0.15)
        y[best], use[best] = True, clear[best]
    return y, use


def predict(model: Model, groups: Sequence[list[Groups]]) -> Table:
    """The greatest share of any sentence, for every line and name."""
    x = _matrix(model, [one for line in groups for one in line])
    shares = _share(x @ model.weights.T + model.bias)
    out, at = np.zeros((len(groups), len(NAMES))), 0
    for row, line in enumerate(groups):
        if line:
            out[row] = shares[at : at + len(line)].max(axis=0)
        at += len(line)
    return out


def written(model: Model, limits: Mapping[str, Limits]) -> bytes:
    """The weights as a file: one feature a line, small weights left out."""
    scale = np.array([[SHARES[_group(key)] for key in model.rare]])
    tenths = np.rint(10 * model.weights).astype(int)
    rare = np.array([[model.rare[key] if _group(key) < 2 else 1.0 for key in model.rare]])
    # What else was seen counts in full, so every tenth of it does; a word shares with the others.
    whole = np.array([[_group(key) == 2 for key in model.rare]])
    heavy = (whole | (np.abs(model.weights * scale * rare) >= LIGHT)) & (tenths != 0)
    rows = []
    for at, key in enumerate(model.rare):
        pairs = "".join(f"{chr(97 + n)}{tenths[n, at]}" for n in np.flatnonzero(heavy[:, at]))
        if pairs:
            rows.append(f'{json.encode(key).decode()}:"{round(10 * model.rare[key])};{pairs}"')
    head = {
        "names": NAMES,
        "bias": [round(float(one), 3) for one in model.bias],
        "limits": limits,
    }
    start = json.encode(head).decode()[:-1]
    return (start + ',\n"features":{\n' + ",\n".join(sorted(rows)) + "\n}}\n").encode()


def _limits(share: Table, lines: Sequence[Text], name: str) -> Limits:
    clear = ~np.array([name in one.said.maybe for one in lines])
    does = np.array([name in one.said.does for one in lines])[clear]
    share = share[clear]
    found = NEVER if name in ASKED else _from(share, does, RIGHT)
    ruled: dict[str, float] = {}
    for mark in sorted({mark for one in lines for part in one.sentences for mark in part.marks}):
        if mark.startswith(f"{name}:found:") and name not in ASKED:
            by = np.array([any(mark in part.marks for part in one.sentences) for one in lines])[
                clear
            ]
            ruled[mark] = min(found, _from(share[by], does[by], RIGHT, FEW))
    if name in CHARGES:
        # Nobody should be asked for nothing whether they meant to insult.
        maybe = max(LEAST, _from(share, does, RIGHT if name == "insult" else CHARGED))
    else:
        maybe = max(LEAST, min(_from(share, does, WORTH), _best(share, does)))
    return Limits(found, ruled, min(found, maybe))


def _charged(lines: Sequence[Text]) -> NDArray[np.bool_]:
    """Which lines are asked about for something that may hurt."""
    return np.array([bool(set(CHARGES) & set(one.said.does)) for one in lines])


def _by_rule(line: Text, name: str) -> bool:
    """Whether a rule sees it that is asked about whatever the model holds."""
    marks = {f"{move}:maybe:{rule}" for move, rule in ALWAYS if move == name}
    return any(marks & set(one.marks) for one in line.sentences)


def _from(share: Table, does: NDArray[np.bool_], precision: float, fewest: int = FEWEST) -> float:
    """The lowest share from which on so many are right."""
    order = np.argsort(-share, kind="stable")
    right = np.cumsum(does[order]) / np.arange(1, len(order) + 1)
    fit = np.flatnonzero((right >= precision) & (np.arange(len(order)) >= fewest))
    return round(float(share[order[fit[-1]]]), 3) if len(fit) else NEVER


def _best(share: Table, does: NDArray[np.bool_]) -> float:
    """The share from which on precision and recall together are best."""
    order = np.argsort(-share)
    hits = np.cumsum(does[order])
    best = int(np.argmax(2 * hits / (np.arange(1, len(order) + 1) + does.sum())))
    return round(float(share[order[best]]), 3)


def seen_by_model(line: Text) -> list[Groups]:
    """What the model sees of a line, sentence by sentence."""
    facts = line.facts
    return [
        features(one.text, facts.problem_terms, facts.says, one.marks) for one in line.sentences
    ]


def _vocabulary(sentences: Sequence[Groups]) -> Model:
    spread = Counter(key for one in sentences for group in one for key in group)
    rare = {
        key: float(np.log((1 + len(sentences)) / (1 + n))) + 1
        for key, n in sorted(spread.items())
        if n >= (OFTEN_PIECE if _group(key) == 1 else OFTEN)
    }
    return Model(rare, np.zeros((len(NAMES), len(rare))), np.zeros(len(NAMES)))


def _group(key: str) -> int:
    return 2 if key[0] == "#" and len(key) > 1 else 1 if key[0] == "=" and len(key) > 1 else 0


def _matrix(model: Model, sentences: Sequence[Groups]) -> csr_matrix:
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, groups in enumerate(sentences):
        for at, group in enumerate(groups):
            there = [key for key in group if key in model.at]
            size = float(np.sqrt(sum(model.rare[key] ** 2 for key in there))) or 1.0
            rows += [row] * len(there)
            columns += [model.at[key] for key in there]
            values += [SHARES[at] * (1.0 if at == 2 else model.rare[key] / size) for key in there]
    return csr_matrix((values, (rows, columns)), shape=(len(sentences), len(model.at)))


def _share(total: Table) -> Table:
    shares: Table = 1 / (1 + np.exp(-total))
    return shares


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
