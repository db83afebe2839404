"""Words of a trainee's own, found in the records: not placed, and what was said of them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from course import scenarios
from course.answers import PLAY, Answer, Correction, Draft, Turn, Way, Work
from course.exercises import Item, NeedsReview, check, variant
from course.exercises.own_words import read_line
from course.grading.quoted import quoted
from course.language import Finding

MOST = 500
"""Words not placed, and corrections, of one trainee in one exercise that are looked at."""
LONGEST = 1000
"""Letters of such words that are kept."""


class Unplaced(Struct, frozen=True, kw_only=True):
    """Words that were none of the lines which could be said."""

    moment: str
    said: str
    """What the customer had said."""
    words: str


class Corrected(Struct, frozen=True, kw_only=True):
    """What a trainee says of words of their own, and what the reader saw in them."""

    occasion: str
    """`play`, `review` or `road`."""
    attempt: int
    """Which try of its way, from 1."""
    turn: int
    """Which line of the conversation, from 1; 0 for a reply."""
    text: str
    """The words as a whole; empty where the records do not hold them."""
    move: str
    there: bool
    """Whether the trainee says that the move is in them."""
    quote: str
    """The words in which the trainee sees it, or says that the reader saw it wrongly."""
    reader: str
    """`found`, `maybe`, or empty where the reader did not see it."""


class _Talk:
    """A conversation as it goes, on one way."""

    def __init__(self, before: Sequence[str] = ()) -> None:
        self.before = list(before)
        self.attempt = 1
        self.drafted = ""
        self.said: dict[tuple[int, int], str] = {}
        """By try and line: what was typed."""
        self.path = list(before)
        self.early: dict[int, str] = {}
        """By line: what was typed before a road began."""
        self._paths: dict[tuple[int, int], tuple[list[str], int]] = {}

    def step(self, turn: Turn) -> None:
        if turn.how == "anew":
            self.path = list(self.before)
        elif turn.choice:
            # The list grows on until a talk begins anew, so its length then is enough.
            self._paths[self.attempt, len(self.path) + 1] = (self.path, len(self.path))
            self.path.append(turn.choice)
            self.said[self.attempt, len(self.path)] = turn.typed
        self.drafted = ""

    def before_line(self, where: tuple[int, int]) -> list[str]:
        """The lines said before that line of that try; all so far, where it was not said."""
        path, length = self._paths.get(where, (self.path, len(self.path)))
        return path[:length]

    def typed_before(self, road: Way) -> dict[int, str]:
        """What was typed in the try that a road leaves, by line, until there."""
        return {
            line: words
            for (tried, line), words in self.said.items()
            if tried == road.attempt and line < road.turn
        }

    def text(self, where: tuple[int, int]) -> str:
        """What was typed there; what is being written, where that line is not said yet."""
        _, turn = where
        written = self.drafted if turn in (0, len(self.path) + 1) else ""
        return self.said.get(where) or self.early.get(turn) or written


def _ways(records: Sequence[Work]) -> Iterator[tuple[Work, _Talk]]:
    """Each record with its conversation as it stood after it."""
    answers: list[Sequence[str]] = []
    talks: dict[Way, _Talk] = {}
    for record in records:
        way = record.way
        if way not in talks:
            tried = way.occasion == "road" and way.attempt <= len(answers)
            path = answers[way.attempt - 1][: way.turn - 1] if tried else ()
            talks[way] = _Talk(path if isinstance(path, list | tuple) else ())
            if tried:
                talks[way].early = talks[PLAY].typed_before(way)
        talk = talks[way]
        match record:
            case Turn():
                talk.step(record)
            case Draft(value={"typed": str(typed)}):
                talk.drafted = typed
        yield record, talk
        if isinstance(record, Answer):
            talk.attempt += 1
            talk.said[talk.attempt - 1, 0] = record.answer if isinstance(record.answer, str) else ""
            if way.occasion == "play":
                answers.append(record.answer if isinstance(record.answer, list) else ())


def unplaced(found: Item, trainee: str, records: Sequence[Work]) -> tuple[Unplaced, ...]:
    """Words that were none of the lines, in whatever conversation it was."""
    if not any(isinstance(one, Turn) and one.how == "none" for one in records):
        return ()
    if found.kind.scenario is None:
        return ()
    made: list[Unplaced] = []
    for record, talk in _ways(records):
        if not (isinstance(record, Turn) and record.how == "none") or len(made) >= MOST:
            continue
        item = variant(found, trainee, record.variant)
        try:
            prompt = scenarios.play(item.exercise.scenario, talk.path).prompt
        except ValueError:
            continue  # The scenario has changed since, and this moment is not reached any more.
        if prompt is not None:
            words = quoted(" ".join(record.typed.split()), LONGEST)
            made.append(Unplaced(moment=prompt.moment, said=prompt.said, words=words))
    return tuple(made)


def corrected(found: Item, trainee: str, records: Sequence[Work]) -> tuple[Corrected, ...]:
    """What was said of one's own words: the last word on each move of each text."""
    if not any(isinstance(one, Correction) for one in records):
        return ()
    made: dict[tuple[Way, int, int, str], Corrected] = {}
    # Only the last word on each is read: reading takes time, and a file may hold a great many.
    last = {_about(one): at for at, one in enumerate(records) if isinstance(one, Correction)}
    for at, (record, talk) in enumerate(_ways(records)):
        if not isinstance(record, Correction) or last[_about(record)] != at or len(made) >= MOST:
            continue
        where = (record.attempt, record.turn)
        text = talk.text(where)[: 4 * LONGEST]
        item = variant(found, trainee, record.variant)
        made[_about(record)] = Corrected(
            occasion=record.way.occasion,
            attempt=record.attempt,
            turn=record.turn,
            text=text,
            move=record.move,
            there=record.there,
            quote=record.quote[:LONGEST],
            reader=_seen(_findings(item, text, talk.before_line(where)), record.move),
        )
    return tuple(made.values())


def _about(one: Correction) -> tuple[Way, int, int, str]:
    return (one.way, one.attempt, one.turn, one.move)


def _findings(item: Item, text: str, path: Sequence[str]) -> tuple[Finding, ...]:
    if item.kind.scenario is not None:
        return read_line(text, item.exercise.scenario, _says(item, path)).findings
    result = check(item, text)
    return result.findings if isinstance(result, NeedsReview) else ()


def _says(item: Item, path: Sequence[str]) -> str:
    """What the customer had said there; nothing where the scenario has changed since."""
    try:
        prompt = scenarios.play(item.exercise.scenario, path).prompt
    except ValueError:
        return ""
    return prompt.said if prompt else ""


def _seen(findings: Sequence[Finding], move: str) -> str:
    seen = {one.certainty for one in findings if one.move == move}
    return "found" if "found" in seen else "maybe" if seen else ""
