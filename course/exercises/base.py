"""What all kinds of exercise have in common, and all that other rooms may ask of one."""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from random import Random
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Meta, Struct

from course.exercises.calculator import Table
from course.exercises.claimed import Claim
from course.exercises.result import Invalid, Result
from course.kept import kept
from course.language.glossary import Entry
from course.scenarios import HouseRules, Scenario
from course.scenarios.claims import conditions
from course.scenarios.rights import NO_RIGHTS, RightsCard


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The public view of an exercise: all a trainee may see before answering, and no key."""

    id: str
    """Its name in small letters, figures and hyphens, which is the name of its file. No other
    exercise has it, and it never changes once somebody has answered."""
    title: str
    """A few words above it."""
    prompt: str
    """What is asked, or what is to be done."""
    covers: tuple[str, ...]
    """Ids of the objectives that answering it trains."""
    mode: Literal["practice", "assessed"] = "practice"
    """`assessed` is marked by the instructor alone: the key and the explanations stay with them."""
    points: Annotated[float, Meta(ge=0, le=1000)] = 1.0
    """Its weight in the mark of the lesson."""
    hints: tuple[str, ...] = ()
    """From a nudge to almost the answer; shown one at a time when asked for."""
    returns: str = ""
    """Id of the exercise of an earlier lesson that comes back here, with other people and facts.
    Once both are answered, the first tries are laid side by side."""
    checked: str = ""
    """Who has passed the check, how and by whom: 'No.', or 'Yes: the call comes from the number of
    the order, and she named the order.' Shown above the customer's words, behind 'Checked:'."""
    true_when: tuple[str, ...] = ()
    """What must hold of the house rules for all that is said here to be true and for the key to be
    right: each a value of `house-rules.yaml`, then 'at least', 'at most', 'above', 'below' or
    'is', then a figure, as in ``[refund_limit at least 36, return_days below 53]``.
    ``rights.faulty_reject_days is 30`` names a value of the rights card. All must hold; where one
    does not, the lint names the exercise."""
    rests_on: tuple[str, ...] = ()
    """Ids of lines of the rights card that the exercise rests on, as in ``[faulty-reject]``. The
    trainee can open them."""
    rights: RightsCard | None = None
    """The card with those lines, and all that a part of it rests on; loading puts it here."""
    glossary: tuple[Entry, ...] = ()
    """Two to five words or sayings of this exercise in plain words, as in `glossary.yaml`:
    ``- {says: bleed, means: "Let the air out."}``. Each can be opened on the page wherever a
    customer or the course says it. Nothing can be opened in a line to choose: it must be plain."""

    def __post_init__(self) -> None:
        conditions(self.true_when)


class Specimen(Struct, frozen=True, kw_only=True):
    """An answer made from the key, and what it must come to."""

    name: Literal["right", "partly", "wrong", "invalid"]
    answer: Any
    result: Literal["scored", "invalid", "needs_review"]
    low: float = 0.0
    high: float = 1.0
    """The least and the greatest share of the mark, where there is a mark."""


class Option(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing to pick, to place or to put in order."""

    id: str
    """Its name, by which answers and the key know it. It never changes once it was answered."""
    text: str
    """What is read."""
    true_when: tuple[str, ...] = ()
    """What must hold for its text and its explanation to be true, and for the key to be right about
    it. Written as for the exercise."""
    rests_on: tuple[str, ...] = ()
    """Ids of lines of the rights card that it, or its explanation, rests on."""

    def __post_init__(self) -> None:
        conditions(self.true_when)


class Quote(NamedTuple):
    """Somebody's words that an exercise is about."""

    who: str
    """Empty where it is the customer."""
    text: str


class Options(NamedTuple):
    """What could be picked without reading it, were it always the longest or the first."""

    place: str
    """Where they stand in the file."""
    listed: tuple[Option, ...]
    right: frozenset[str]
    """Ids of those that are fully right."""


class Placing(NamedTuple):
    """An answer made of places, told as lines, for whoever counts which were taken."""

    lines: Callable[[Any, Any], Options]
    """All there are, of a definition and its key."""
    taken: Callable[[Any], tuple[str, ...]]
    """The ids of those that a valid answer takes."""


class World(NamedTuple):
    """What a kind may ask for while an exercise is loaded; nothing is read before it asks."""

    house_rules: Callable[[], HouseRules]
    records: Callable[[str], Any]
    """A table of the company's records by its name, as a frame."""
    rights: Callable[[], RightsCard] = lambda: NO_RIGHTS


class Unsettled(ValueError):
    """An exercise that cannot be made ready: at which place, what is wrong, and the mend."""

    def __init__(
        self, place: str, problem: str, mend: str, more: "tuple[Unsettled, ...]" = ()
    ) -> None:
        super().__init__(problem)
        self.place, self.problem, self.mend = place, problem, mend
        self.all = (self, *more)
        """Itself, and whatever else is wrong with it."""


E = TypeVar("E", bound=Exercise)
K = TypeVar("K", bound=Struct)


def reasons(exercise: Any, key: Any) -> dict[str, str]:
    """The texts of a key's `because`, which is one of them or one for each id, by their places."""
    because = getattr(key, "because", {})
    if isinstance(because, str):
        return {"key.because": because}
    return {f"key.because.{one}": text for one, text in because.items()}


def nothing(exercise: Any) -> None:
    """What an exercise shows that has its prompt alone."""


def half_a_minute(exercise: Any) -> float:
    """Seconds that most exercises want thinking over."""
    return 30.0


class Kind(Struct, Generic[E, K], frozen=True, kw_only=True):
    """One kind of exercise: its shapes, and the pure functions and words that work on them.

    Whatever another room wants to know of a kind, it asks here, and no room knows a kind by its
    name. Most have a default that is right for a kind which marks part by part.
    """

    name: str
    noun: str
    """What a page calls it: 'A question with options'."""
    definition: type[E]
    key: type[K]
    validate: Callable[[E, Any], Invalid | None]
    """Whether an answer is ready to be marked."""
    score: Callable[[E, K, Any], Result]
    """Marks an answer that `validate` has passed."""
    specimens: Callable[[E, K], list[Specimen]]
    problems: Callable[[E, K | None], list[tuple[str, str, str]]]
    """What is wrong between definition and key: (place, problem, mend) each."""
    guess: Callable[[E, Random], Any]
    """A valid answer by chance."""
    best: Callable[[E, K], Any] | None = None
    """The best answer, where no right specimen need be it."""

    split: Callable[[dict[str, Any]], tuple[dict[str, Any], dict[str, Any] | None]] | None = None
    """Parts a file's data into public view and key, where the key is not simply `key:`."""
    settle: Callable[[E, K | None, World], tuple[E, K | None]] | None = None
    """Makes an exercise ready with what house rules or records say. Raises `Unsettled`."""
    vary: Callable[[E, K | None, int], tuple[E, K | None]] | None = None
    """The variant that a seed draws, where the exercise has parameters."""
    pool: int = 0
    """So many variants there are beside the exercise as it is written, which is the first, and
    they are the same for everybody; 0 where each is drawn for its trainee alone."""

    shows: Callable[[E], Quote | Table | None] = nothing
    """What a trainee has in front of them beside the prompt."""
    scenario: Callable[[E, K | None], Scenario] | None = None
    """The scenario that is played, with rubric and notes where the key is here. A kind that has
    one is a conversation: its answer is the list of choice ids, said one at a time."""
    thinking: Callable[[E], float] = half_a_minute
    """Seconds that a careful reader thinks an answer over, once all is read; in a conversation,
    each line."""
    reviewed: bool = False
    """A person reads the answer and gives the mark."""
    ratings: dict[str, str] = {}
    """How trainees may rate their own answer beside the model one, by what is kept of it."""
    lead: str = "You answered:"
    """What a page says above the parts of an answer."""
    amiss: str = "not right"
    """What it says behind a part that lost marks; empty where the part's reason says it."""

    explanations: Callable[[E, K], dict[str, str]] = reasons
    """Each explanation in the key, by its place in the file."""
    own_words: frozenset[str] = frozenset({"because"})
    """Fields, beside those of every exercise, in which the course speaks in its own voice."""
    options: Callable[[E, K], Options] | None = None
    """The options of a question with right and wrong ones."""
    placing: Placing | None = None
    """Of items to place: each place that each can be given, as a line that was taken or not."""
    places: Callable[[E, K], tuple[int, ...]] | None = None
    """Of items to put under headings: for each, in order, the number of its heading from 0."""


class Item(Struct, frozen=True, kw_only=True):
    """An exercise as loaded: public view, key where there is one, and where it came from."""

    kind: Kind[Any, Any]
    exercise: Any
    key: Any = None
    file: str = ""
    claims: tuple[Claim, ...] = ()
    """What must hold for it to be true. Only the lint looks at it."""

    @property
    def id(self) -> str:
        """The exercise's id."""
        return str(self.exercise.id)

    @property
    def glossary(self) -> tuple[Entry, ...]:
        """The exercise's own words in plain words, and those of the scenario that is played."""
        scenario = getattr(self.exercise, "scenario", None)
        return (*self.exercise.glossary, *(scenario.glossary if scenario is not None else ()))


@kept
def content_hash(exercise: Exercise) -> str:
    """Sixteen hex digits that change whenever the public view changes.

    >>> from course.exercises.choice import Choice
    >>> one = Choice(id="a", title="A", prompt="?", covers=(), options=())
    >>> len(content_hash(one)), content_hash(one) == content_hash(one)
    (16, True)
    """
    data = msgspec.json.encode(exercise, order="deterministic")
    return hashlib.sha256(data).hexdigest()[:16]


@lru_cache(maxsize=1024)
def seed(trainee: str, exercise_id: str, variant: int = 0) -> int:
    """What a variant of one exercise is drawn from for one trainee; a name never enters into it.

    >>> seed("t-1", "median-wait") == seed("t-1", "median-wait") != seed("t-2", "median-wait")
    True
    >>> seed("t-1", "median-wait", 0) == seed("t-1", "median-wait") != seed("t-1", "median-wait", 1)
    True
    """
    # The first variant is named as it was when there were no others, so that its numbers stay.
    name = f"{trainee}/{exercise_id}/{variant}" if variant else f"{trainee}/{exercise_id}"
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big")


def wrong_shape(answer: Any, wanted: str) -> Invalid:
    """An `Invalid` that says what came and what was wanted."""
    names: Mapping[type, str] = {
        str: "text",
        bool: "yes or no",
        int: "a number",
        float: "a number",
        list: "a list",
        tuple: "a list",
        dict: "a set of pairs",
        type(None): "nothing",
    }
    came = names.get(type(answer), f"a {type(answer).__name__}")
    return Invalid(f"This needs {wanted}; what came was {came}.")


def unknown(given: list[str], known: list[str], what: str) -> Invalid | None:
    """An `Invalid` naming the first id that this exercise does not have."""
    for one in given:
        if one not in known:
            listed = ", ".join(known)
            return Invalid(f"There is no {what} called '{one}' here. There are: {listed}.")
    return None
