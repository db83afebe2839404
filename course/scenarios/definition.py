"""A scenario as its author writes it: a customer, what is known, and the moments of a conversation.

Every part has an id; answers, logs and notes hold ids, never positions.
Texts may name a house rule in braces, as in ``{return_days}``; loading fills it in.
"""

from collections.abc import Collection
from typing import Annotated, Literal, TypeVar, get_args

from msgspec import Meta, Struct

from course.language import ACTS, MOVES, Step
from course.language.glossary import Entry
from course.scenarios.claims import conditions

T = TypeVar("T")
Few = Annotated[tuple[T, ...], Meta(max_length=20)]
Some = Annotated[tuple[T, ...], Meta(max_length=100)]
"""How many there may be: what is played is explored, and each more multiplies the ways."""

Channel = Literal["phone", "chat", "e-mail", "social", "counter"]
Temperament = Literal["calm", "anxious", "impatient", "angry"]
MoodWord = Literal["furious", "upset", "unsure", "settling", "glad"]
Outcome = Literal["resolved", "partly_resolved", "escalated", "abandoned"]
Opening = Literal["acknowledge", "act", "answer"]
Refers = tuple[str | tuple[str, ...], ...]
"""What a line speaks of, so that it must have come first on every road to the line. Each is the id
of a fact (known by then), a remedy (offered), a promise (given) or another line (said); where an id
is that of several, `moment.line` names the line. One of an inner list is enough."""
Pronoun = Literal["she", "he", "they"]
Topic = Literal[
    "delivery", "damage", "wrong item", "assembly", "return", "refund", "product", "stock",
    "account", "club",
]  # fmt: skip
"""What people get in touch about, as the company's records file it."""
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""All of them."""


class WordError(ValueError):
    """A move or an act is named that the tables do not have."""

    def __init__(self, word: str, place: str, known: Collection[str]) -> None:
        self.place = place
        """Where it stands, inside the part that names it."""
        self.known = tuple(known)
        super().__init__(f"there is no '{word}'; there are: {', '.join(known)}")


def _known(field: str, words: tuple[str, ...], known: Collection[str]) -> None:
    for at, word in enumerate(words):
        if word not in known:
            raise WordError(word, f"{field}[{at}]", known)


class When(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A condition on the conversation so far. Every field that is given must hold."""

    knows: tuple[str, ...] = ()
    """Facts that have come out."""
    lacks: tuple[str, ...] = ()
    """Facts that have not come out."""
    done: tuple[str, ...] = ()
    """Moves and acts that have been made."""
    not_done: tuple[str, ...] = ()
    """Moves and acts that have not been made."""
    offered: tuple[str, ...] = ()
    """Remedies that have been offered."""
    not_offered: tuple[str, ...] = ()
    """Remedies that have not been offered."""
    promised: tuple[str, ...] = ()
    """Promises that have been given."""
    not_promised: tuple[str, ...] = ()
    """Promises that have not been given."""
    out_of_patience: bool | None = None
    """True once more turns have passed than this customer has patience for."""
    mood: MoodWord | None = None
    """This mood or a worse one. Only for what is said: mood picks words, never endings."""

    def __post_init__(self) -> None:
        _known("done", self.done, {**MOVES, **ACTS})
        _known("not_done", self.not_done, {**MOVES, **ACTS})


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Something said. In a list of lines the first whose conditions hold is the one said."""

    text: str
    """The words."""
    by: str = ""
    """Who says it, where it is not the customer: 'Farah', somebody who takes the phone."""
    mood: MoodWord | None = None
    """Said in this mood or a worse one."""
    when: When | None = None
    """Said only where this holds."""
    refers: Refers = ()
    """What these words speak of: it must be known, offered, promised or said by then."""
    true_when: tuple[str, ...] = ()
    """What must hold of the house rules for the words to be true, as for a line to choose."""

    def __post_init__(self) -> None:
        conditions(self.true_when)


class Note(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Feedback on one choice: what the customer heard, a better line, and why. Part of the key."""

    heard: str
    """What the customer heard, with the words that were said."""
    why: str
    """Why that helps or does not."""
    better: str = ""
    """Empty where the line needs no better one."""


class Route(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Where a choice leads; the first route whose condition holds is taken."""

    to: str
    """The id of a moment or of an ending."""
    when: When | None = None
    """Taken only where this holds; the last route has none."""


class Choice(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    cache_hash=True,
):
    """A line the agent can say, and what it does."""

    id: str
    """Its name, by which answers and the plan know it."""
    text: str
    """The words."""
    next: tuple[Route, ...] | str
    """Where it leads: the id of a moment or of an ending, or several routes with conditions."""
    moves: tuple[str, ...] = ()
    """What the words do; see the table of moves."""
    acts: tuple[str, ...] = ()
    """What is done that the words alone do not show; see the table of acts."""
    learns: tuple[str, ...] = ()
    """Ids of the hidden facts that come out in answer to this line, before its remedy is given."""
    remedy: str | None = None
    """The id of the remedy that it offers."""
    promise: str | None = None
    """The id of the promise that it gives."""
    breaches: tuple[str, ...] = ()
    """Ids of the house rules that saying this breaks; a breach of a fatal rule zeroes the mark."""
    reply: tuple[Line, ...] = ()
    """What the customer says back at once, before the next moment's own line."""
    when: When | None = None
    """Offered to the trainee only while this holds."""
    refers: Refers = ()
    """What this line speaks of: it must be known, offered, promised or said before it."""
    note: Note | None = None
    """Feedback on this line. Every line has one."""
    true_when: tuple[str, ...] = ()
    """What must hold for this line, its note and its reply to be true: each a value of
    `house-rules.yaml`, then 'at least', 'at most', 'above', 'below' or 'is', then a figure, as in
    ``[refund_limit at least 36, return_days below 53]``. ``rights.faulty_reject_days is 30`` names
    a value of the rights card. All must hold; where one does not, the lint names the line."""
    rests_on: tuple[str, ...] = ()
    """Ids of lines of the rights card that this line, its note or its reply rests on, as in
    ``[faulty-reject]``. The trainee can open them."""

    def __post_init__(self) -> None:
        _known("moves", self.moves, MOVES)
        _known("acts", self.acts, ACTS)
        conditions(self.true_when)


class Moment(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One turn: what the customer says, and the lines the agent may answer with."""

    id: str
    """Its name. The first moment opens the conversation."""
    says: tuple[Line, ...]
    """What the customer says. The first line whose conditions hold is said, so the last one has
    none."""
    choices: Few[Choice]
    """What can be said."""
    scene: str = ""
    """What can be seen or heard, in a short sentence: the queue, a silence, a baby crying."""
    later: str = ""
    """Time that has passed, such as 'Two days later'. Promises made so far fall due here."""
    danger: bool = False
    """Somebody may come to harm here until it is acted on: each line makes safe, or breaks the
    rule 'safety'."""
    typed: bool = False
    """The trainee types a line of their own before the choices appear."""
    unplaced: tuple[Line, ...] = ()
    """What the customer says to words that are none of the choices: those whose conditions hold,
    one after the other. Empty for what anybody of this temperament would say."""


class Ending(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A way the conversation ends."""

    id: str
    """Its name."""
    outcome: Outcome
    """What has come of the problem. `resolved`: it is solved in fact, whatever the customer
    believes. `partly_resolved`: some of it is. `escalated`: somebody else has it now. `abandoned`:
    the customer has gone with nothing. A best ending earns all of 'solve', whichever it is; of the
    others `resolved` earns 80 per cent of it, `partly_resolved` 50, `escalated` 35, `abandoned`
    nothing."""
    title: str
    """What happened, for the trainee: 'Refused kindly', 'Handed over with the story told'."""
    says: tuple[Line, ...] = ()
    """The customer's last words; none where the customer has gone."""
    best: bool = False
    """As good as this case can end. A kind refusal, a handover or a safe end can be best."""
    believed_resolved: bool | None = None
    """Whether the customer believes that it is resolved, where that differs from the fact. It is
    what they answer in the survey, and it moves nothing in the mark."""


class Fact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Something true of this case that stays hidden until it is asked for well."""

    id: str
    """Its name."""
    text: str
    """What is true."""
    counts: bool = True
    """Finding it earns marks."""
    known: bool = False
    """The customer has told us before: it earns nothing, and asking for it is asking again."""


class Remedy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Something the agent can give or do, and how well it meets the need behind the complaint."""

    id: str
    """Its name."""
    text: str
    """What it is, in a few words."""
    fit: float
    """From 0, no help at all, to 1, exactly what was needed."""
    cost: float = 0.0
    """In pounds, to the company."""
    authority: Literal["agent", "lead"] | None = None
    """Who may grant it. Without it, the refund limit of the house rules decides."""
    goodwill: bool = False
    """A gesture on top: it solves nothing by itself."""
    needs: tuple[str, ...] = ()
    """Facts it depends on. Unless they are known, or learnt by the very line that offers it (asked,
    then decided), the offer is a guess and fits a quarter."""


class Promise(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Something the agent can promise, and whether it will be kept."""

    id: str
    """Its name."""
    text: str
    """What is promised, to follow 'You promised to': ring on Friday at five."""
    kept: bool
    """Whether it will be kept."""
    kept_when: When | None = None
    """Kept also where this holds: a checked or a recorded promise, say."""


class Needs(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the customer asks for, needs without saying so, and wants to feel."""

    stated: str
    """What they ask for."""
    unstated: str
    """What they need and do not say."""
    emotional: str
    """How they want to feel."""


class Customer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Who is calling."""

    name: str
    """First name and family name."""
    about: str
    """Who this is, in a sentence, for authors and reviewers."""
    temperament: Temperament
    """How fast the mood moves, and how long this customer waits."""
    mood: int
    """On arrival, 0 to 100."""
    trust: int = 60
    """On arrival, 0 to 100; an earlier broken promise lowers it."""
    patience: int | None = None
    """Turns before each further one costs. Without it, as many as the temperament has."""
    answers_survey: bool = True
    """Whether this customer fills in the survey afterwards."""
    opening: Opening | None = None
    """What must come first for them. Without it, what the rubric says. Not every copy has one."""


class Varies(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What is different where the same problem is somebody else's. See `course.scenarios.variants`.

    Nothing of it may change what is right.
    """

    pronoun: Pronoun
    """What the texts call the customer; whoever comes instead is called the same."""
    names: tuple[str, ...] = ()
    """Whole names to draw from; without them, those of `names.json`. For a customer whose family
    or way of speaking makes some names unlikely."""
    temperaments: tuple[Temperament, ...] = ()
    """Those that the words fit besides the customer's own."""
    words: tuple[tuple[str, ...], ...] = ()
    """Small facts: each the words as they stand, then what may stand there instead."""


class Rubric(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What the handling mark looks at in this case. Part of the key."""

    steps: tuple[Step, ...] = ("listen", "acknowledge", "apologise", "own", "solve", "follow_up")
    """The steps of the chain that this case calls for."""
    acts: tuple[str, ...] = ()
    """Acts that this case calls for: checking identity, setting a limit."""
    budget: float | None = None
    """What a sensible handling costs at most, in pounds."""
    opening: Opening = "acknowledge"
    """What comes first: 'act' where someone is in danger, 'answer' for the calm and hurried."""

    def __post_init__(self) -> None:
        _known("acts", self.acts, ACTS)


class Play(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One line of a scenario's test plan: a path, and what it must come to."""

    name: str
    """What kind of conversation it is."""
    choices: tuple[str, ...]
    """The lines said, in order."""
    ending: str
    """The ending that it must come to."""
    handling: tuple[float, float]
    """Lowest and highest handling mark allowed, 0 to 100."""
    satisfaction: tuple[int, int] = (1, 5)
    """Lowest and highest satisfaction allowed, 1 to 5."""


class HouseRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One rule of the company, as staff read it."""

    id: str
    """Its name, which `cites` and `breaches` use."""
    title: str
    """What it is about."""
    text: str
    """The rule, as staff read it. Names a value in braces."""
    fatal: bool = False
    """Breaking it zeroes the handling mark."""


class IdentityHere(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """Who has passed the check, as far as one channel goes."""

    details: int
    counts: tuple[str, ...]
    does_not_count: tuple[str, ...]
    here: str = ""
    for_others: str = ""
    no_check: str = ""


class Scenario(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
    cache_hash=True,
):
    """One customer, one problem, one conversation."""

    id: str
    """The name of the file without `.yaml`."""
    title: str
    """What it is called, in a few words."""
    channel: Channel
    """How people talk here. On some channels lines do other things: in writing nobody hears a
    silence."""
    customer: Customer
    """Who the customer is."""
    brief: str
    """What the trainee is told before the first line: where, when, who, in two sentences."""
    agent_sees: tuple[str, ...]
    """Lines on the agent's screen: order, history, the house rule that applies."""
    checked: str = ""
    """Who has passed the check, how and by whom: 'No.', or 'Yes: e-mail and order number, by the
    colleague before you.' Stands first on the agent's screen, behind 'Checked:'."""
    needs: Needs
    """What this customer asks for, needs and wants to feel."""
    facts: Some[Fact]
    """What stays hidden until it is asked for well."""
    remedies: Some[Remedy]
    """What can be given or done."""
    moments: Some[Moment]
    """The first one opens the conversation."""
    endings: Some[Ending]
    """The ways it can end."""
    problem_terms: tuple[str, ...] = ()
    """Words of this case; a line that says one back shows that the agent was listening."""
    jargon: tuple[str, ...] = ()
    """Words of the trade that this customer does not know."""
    promises: Some[Promise] = ()
    """What can be promised."""
    cites: tuple[str, ...] = ()
    """Ids of the house rules that matter here."""
    rules: tuple[HouseRule, ...] = ()
    """The rules cited or broken here, words filled in; `apply_rules` puts them here."""
    identity: IdentityHere | None = None
    """Who has passed the check, where the rule `identity` is cited; `apply_rules` puts it here."""
    warning: str = ""
    """Where the customer swears or is in distress: one sentence that says so. It is shown before
    the first words, and whoever reads it may leave the conversation out."""
    glossary: tuple[Entry, ...] = ()
    """Two to five words or sayings of this conversation in plain words, which can be opened where
    the customer or the course says them: ``- {says: drips, means: "Medicine by a needle."}``"""
    survey_may_disagree: bool = False
    """Best handling may still earn a low survey: a customer who is refused, say."""
    rubric: Rubric | None = None
    """What the mark looks at. Trainees do not receive it of an assessed scenario."""
    plan: Some[Play] = ()
    """The test plan: conversations, and what each must come to. Three at least."""
    varies: Varies | None = None
    """How somebody else has the same problem. Absent where nobody can, and where it was drawn."""
    true_when: tuple[str, ...] = ()
    """What must hold of the house rules for the case as a whole to be as it is told, such as a
    purchase that must be older than the days for returns. Written as for a line to choose."""
    rests_on: tuple[str, ...] = ()
    """Ids of lines of the rights card that the case as a whole rests on."""
    topic: Topic = "product"
    """Under which topic a day at the desk files it, in the words of the company's records."""
    by_chance: bool = True
    """Whether it may be drawn for a day at the desk. `false` for what nobody should meet
    unprepared, such as a customer who does not want to live, and where nobody gets in touch, as
    in a call of your own or a talk with a colleague."""

    def __post_init__(self) -> None:
        conditions(self.true_when)
