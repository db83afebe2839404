"""The authored utterances: each with its case, and the sentences that the reader sees in it."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, convert
from msgspec.structs import replace

from course.language import MOVES, Facts
from course.language.noticing import noticed
from course.language.reading import seen
from course.yaml_text import parse

TRAINING = Path(__file__).parents[2] / "course" / "language" / "utterances"
LESSONS = TRAINING.parents[1] / "lessons"
SPOKEN = "scenarios"
LOOKS_LIKE = ("non_apology", "insult", "empty_promise")
"""What is no move and looks like one."""
NAMES = (*MOVES, *LOOKS_LIKE)
"""All that a line can do."""


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One customer, as far as a reply needs it."""

    id: str
    says: str
    problem_terms: tuple[str, ...] = ()


class Utterance(Struct, frozen=True):
    """A line somebody wrote, and what its reader says that it does."""

    text: str
    does: tuple[str, ...]
    case: str = ""
    writer: str = ""
    channel: str = "chat"
    kind: str = "plain"
    maybe: tuple[str, ...] = ()
    second: tuple[str, ...] | None = None
    """What a second reader says it does, who had not seen the first one's labels."""


class Sentence(Struct, frozen=True):
    """What the model is told of one sentence."""

    text: str
    marks: tuple[str, ...]


class Text(Struct, frozen=True, kw_only=True):
    """An utterance with its case and its sentences."""

    source: str
    said: Utterance
    facts: Facts
    sentences: tuple[Sentence, ...]


def texts(folder: Path) -> list[Text]:
    """Every utterance of a folder's files, in order."""
    return [one for path in sorted(folder.glob("*.yaml")) for one in _file(path)]


def spoken() -> list[Text]:
    """The lines of the scenarios, with their moves: one more hand.

    What only looks like a move is not said of them, so there they teach nothing.
    """
    found = []
    for path in sorted(LESSONS.glob("*/scenarios/*.yaml")):
        data, _ = parse(path.read_text(encoding="utf-8"))
        terms = tuple(str(one) for one in data.get("problem_terms", ()))
        for moment in data["moments"]:
            facts = Facts(problem_terms=terms, says=" ".join(one["text"] for one in moment["says"]))
            for choice in moment["choices"]:
                does = tuple(choice.get("moves", ()))
                said = Utterance(
                    choice["text"], does, path.stem, "scenario", data["channel"], maybe=LOOKS_LIKE
                )
                seen_in_it = tuple(sentences(said.text, facts))
                found.append(Text(source=SPOKEN, said=said, facts=facts, sentences=seen_in_it))
    return found


def _file(path: Path) -> Iterable[Text]:
    """The utterances of a file; one that `teaches` only some names says nothing of the others."""
    data, _ = parse(path.read_text(encoding="utf-8"))
    for one in data.get("cases", []):
        one["problem_terms"] = [str(term) for term in one.get("problem_terms", ())]
    cases = {one.id: one for one in convert(data.get("cases", []), list[Case])}
    untaught = tuple(one for one in NAMES if one not in data.get("teaches", NAMES))
    for said in convert(data["utterances"], list[Utterance]):
        said = replace(said, maybe=tuple(dict.fromkeys((*said.maybe, *untaught))))
        case = cases.get(said.case)
        facts = Facts(problem_terms=case.problem_terms, says=case.says) if case else Facts()
        yield Text(
            source=path.stem, said=said, facts=facts, sentences=tuple(sentences(said.text, facts))
        )


def sentences(text: str, facts: Facts) -> Iterable[Sentence]:
    """The sentences of a text as the model is told of them."""
    for one in seen(text, facts).sentences():
        marks = (each.mark for each in noticed(one.text, facts.problem_terms, ()))
        yield Sentence(one.text, tuple(dict.fromkeys(marks)))
