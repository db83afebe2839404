"""Looking back at a conversation: the mood, the steps, the survey and the road not taken."""

from msgspec import Struct

from course.language import Step
from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.effects import spoils
from course.scenarios.conversation.engine import advance, open_choices
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.mood import mood_word
from course.scenarios.conversation.reasons import first_name
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage, trail_of
from course.scenarios.conversation.transcript import Transcript, Turn
from course.scenarios.definition import Choice, MoodWord, Note, Rubric, Scenario
from course.scenarios.exploration.outlook import Outlook, outlook_of
from course.scenarios.handling.mark import Handling, handling
from course.scenarios.quote import sentences, short
from course.scenarios.survey.answers import Survey, survey

MOST_ROADS = 2
WORTH_SAYING = 2.0
"""Points of mark and satisfaction below which another line would hardly have mattered."""
FELT_COUNTS = 0.3
"""How much a point of satisfaction counts beside a point of the mark when roads are compared."""
NEARLY = 10.0
"""Within this much of the top, a line that leads on is a better road than one more question."""
BEST_KEPT = 30.0
"""How much it weighs that a best ending is still in reach: where it was lost is always named."""
MOST_LEARNED = 22
"""Words of a fact that one sentence can carry."""


class MoodPoint(Struct, frozen=True, kw_only=True):
    """The mood at one point of the conversation."""

    turn: int
    """0 as the customer arrived, else the turn it followed, from 1."""
    points: float
    word: MoodWord


class Marked(Struct, frozen=True, kw_only=True):
    """A point of the mood line with the words that belong to it."""

    turn: int
    points: float
    word: MoodWord
    customer: str
    """What was said there; empty for silence or a hung-up phone."""
    by: str
    """Who said it, where it was not the customer."""
    agent: str
    """The agent's line before it."""


class StepTaken(Struct, frozen=True, kw_only=True):
    """A step of the chain, or an act that the case calls for, found or missed."""

    step: str
    found: bool
    turn: int | None = None
    line: str = ""
    """The agent's own line that took it."""
    to: str = ""
    """Who heard it, where it was not the customer."""


class Road(Struct, frozen=True, kw_only=True):
    """A turn where another line would have changed much."""

    turn: int
    said: str
    """The words to answer."""
    by: str
    """Whose they are, where they are not the customer's."""
    line: str
    """What the agent answered."""
    choice: str
    better_choice: str
    better_line: str
    change: str
    """What the other line would have changed, in plain sentences."""
    mark_in_reach: float
    """The highest handling mark after the other line."""
    mark_left: float
    """The highest after the line that was said."""
    note: Note | None = None
    """The author's note on the line that was said, where this copy has it."""


class LineSaid(Struct, frozen=True, kw_only=True):
    """One of the agent's lines, and all there is to say about it."""

    turn: int
    by: str
    """Who heard it, where it was not the customer."""
    line: str
    choice: str
    points: float
    """The mood once the line had been heard and what fell due after it was settled."""
    reasons: tuple[str, ...]
    """What it did to the mood, one plain sentence for each effect."""
    broken: tuple[str, ...]
    """Titles of the house rules that saying it broke."""
    note: Note | None
    """The author's note, where this copy has it."""
    road: Road | None
    """Another line with which much would have been different; None where there is none."""


class Debrief(Struct, frozen=True, kw_only=True):
    """What to look at after a conversation, half-played ones included."""

    scenario: str
    ending: str
    """The title of the ending; empty where it has not ended."""
    mood: tuple[MoodPoint, ...]
    trough: Marked | None
    end: Marked | None
    steps: tuple[StepTaken, ...]
    """The steps that the case calls for, in the order of the chain. An act that it calls for stands
    behind the steps of the same line; a missed one, at the end."""
    handling: Handling
    survey: Survey
    roads: tuple[Road, ...]
    """At most two, the weightiest first."""
    lines: tuple[LineSaid, ...]
    """Every line of the agent's, in the order in which they were said."""
    lost_at: int | None
    """The turn after which no best ending was in reach; None where it never was lost."""


def debrief(
    scenario: Scenario, transcript: Transcript, coefficients: Coefficients = DEFAULT
) -> Debrief:
    """Look back at a conversation.

    >>> from course.scenarios import SMALL, play
    >>> back = debrief(SMALL, play(SMALL, ["sorry-only", "form"]))
    >>> back.trough.word, back.trough.agent[:15], back.lost_at
    ('upset', "I'm sorry again", 2)
    >>> [(road.turn, road.better_choice) for road in back.roads]
    [(2, 'new-mug'), (1, 'own-it')]
    >>> [line.note.heard for line in back.lines]
    ['She heard kind words, and nothing about a mug.', 'She heard a form, and no date.']
    """
    index = index_of(scenario, coefficients)
    trail = trail_of(index, transcript.choices)
    outlook = outlook_of(scenario, coefficients)
    roads = _roads(index, outlook, trail, transcript)
    return Debrief(
        scenario=scenario.id,
        ending=transcript.ending.title if transcript.ending else "",
        mood=_mood(trail),
        trough=_trough(trail, transcript),
        end=_marked(trail, transcript, len(trail)) if trail else None,
        steps=_steps(index, trail, transcript),
        handling=handling(scenario, transcript, coefficients),
        survey=survey(scenario, transcript, coefficients),
        roads=roads[:MOST_ROADS],
        lines=_lines(index, trail, transcript, roads),
        lost_at=_lost_at(outlook, trail),
    )


def _mood(trail: list[Passage]) -> tuple[MoodPoint, ...]:
    if not trail:
        return ()
    moods = [trail[0].before.points, *(passage.result.after.points for passage in trail)]
    return tuple(
        MoodPoint(turn=turn, points=points, word=mood_word(points))
        for turn, points in enumerate(moods)
    )


def _trough(trail: list[Passage], transcript: Transcript) -> Marked | None:
    if not trail:
        return None
    turns = range(1, len(trail) + 1)
    worst = min(turns, key=lambda turn: trail[turn - 1].result.after.mood)
    return _marked(trail, transcript, worst)


def _marked(trail: list[Passage], transcript: Transcript, turn: int) -> Marked:
    points = trail[turn - 1].result.after.points
    said = transcript.answer(turn)
    return Marked(
        turn=turn,
        points=points,
        word=mood_word(points),
        customer=said.text,
        by=said.by,
        agent=transcript.turns[turn - 1].text,
    )


def _steps(index: Index, trail: list[Passage], transcript: Transcript) -> tuple[StepTaken, ...]:
    rubric = index.scenario.rubric or Rubric()
    found = [
        _taken(step, [_takes(index, one, step) for one in trail], transcript)
        for step in rubric.steps
    ]
    for act in rubric.acts:
        made = _taken(act, [act in one.choice.acts for one in trail], transcript)
        beside = [at for at, one in enumerate(found, 1) if made.found and one.turn == made.turn]
        found.insert(max(beside, default=len(found)), made)
    return tuple(found)


def _taken(step: str, lines: list[bool], transcript: Transcript) -> StepTaken:
    """A step with the first line that took it."""
    if True not in lines:
        return StepTaken(step=step, found=False)
    turn = transcript.turns[lines.index(True)]
    return StepTaken(step=step, found=True, turn=turn.number, line=turn.text, to=turn.said_by)


def _takes(index: Index, passage: Passage, step: Step) -> bool:
    """Did this turn take the step? The best ending there is counts as a solution.

    A line that spoils what it does is never shown as the place.
    """
    before, after = passage.before, passage.result.after
    if step == "solve" and after.ended and index.endings[after.at].best:
        spoilt = spoils(index, before, passage.result.heard, passage.choice)
        return "solve" not in before.steps and not spoilt
    return step in after.earned and step not in before.earned


def _roads(
    index: Index, outlook: Outlook, trail: list[Passage], transcript: Transcript
) -> tuple[Road, ...]:
    """Every turn where another line would have changed much, the weightiest first."""
    weighed = []
    for passage, turn in zip(trail, transcript.turns, strict=True):
        if not outlook.knows(passage.before) or not outlook.knows(passage.result.after):
            continue
        better = _better(index, outlook, passage)
        if better is not None:
            weight, choice = better
            road = _road(index, outlook, passage, turn, choice)
            # A line that nothing can be said for is no better one.
            if road.change:
                weighed.append((-weight, turn.number, road))
    return tuple(road for *_, road in sorted(weighed, key=lambda item: item[:2]))


def _lines(
    index: Index, trail: list[Passage], transcript: Transcript, roads: tuple[Road, ...]
) -> tuple[LineSaid, ...]:
    better = {road.turn: road for road in roads}
    titles = {rule.id: rule.title for rule in index.scenario.rules}
    return tuple(
        LineSaid(
            turn=turn.number,
            by=turn.said_by,
            line=turn.text,
            choice=turn.choice,
            points=passage.result.after.points,
            reasons=turn.reasons,
            broken=tuple(titles.get(one, one) for one in passage.choice.breaches),
            note=passage.choice.note,
            road=better.get(turn.number),
        )
        for passage, turn in zip(trail, transcript.turns, strict=True)
    )


def _better(index: Index, outlook: Outlook, passage: Passage) -> tuple[float, Choice] | None:
    """The line that would have kept most in reach, and how much more that is.

    A best ending comes before marks. Of lines that are nearly as good, one that leads on comes
    before a question that could be asked as well: the road is what would have been different.
    """
    lines = open_choices(index, passage.before)
    after = {line.id: advance(index, passage.before, line).after for line in lines}

    def worth(choice: Choice) -> float:
        state = after[choice.id]
        mark = outlook.mark(state)
        # After a fatal breach no ending earns anything, however well it goes.
        kept = BEST_KEPT * (mark > 0 and outlook.can_be_best(state))
        return round(mark + FELT_COUNTS * outlook.felt(state) + kept, 6)

    top = max(worth(line) for line in lines)
    near = [line for line in lines if worth(line) > top - NEARLY]
    onward = [line for line in near if after[line.id].at != passage.before.at]
    best = max(onward or near, key=lambda line: (worth(line), line.id))
    weight = worth(best) - worth(passage.choice)
    return (weight, best) if weight >= WORTH_SAYING else None


def _road(index: Index, outlook: Outlook, passage: Passage, turn: Turn, better: Choice) -> Road:
    chosen, other = passage.result.after, advance(index, passage.before, better).after
    return Road(
        turn=turn.number,
        said=turn.said,
        by=turn.said_by,
        line=passage.choice.text,
        choice=passage.choice.id,
        better_choice=better.id,
        better_line=better.text,
        change=_change(index, outlook, passage, better),
        mark_in_reach=round(outlook.mark(other), 1),
        mark_left=round(outlook.mark(chosen), 1),
        note=passage.choice.note,
    )


def _change(index: Index, outlook: Outlook, passage: Passage, better: Choice) -> str:
    """What differs at once, then what could still be had: two sentences at most, or nothing."""
    chosen, other = passage.result.after, advance(index, passage.before, better).after
    said = [_at_once(index, chosen, other), _in_reach(index, outlook, chosen, other)]
    return " ".join(filter(None, said))


def _at_once(index: Index, chosen: State, other: State) -> str:
    # What does not count went wrong on the way: nobody is sorry to have missed it.
    new = [
        fact.text
        for fact in index.facts.values()
        if fact.counts and fact.id in other.knows and fact.id not in chosen.knows
    ]
    if new:
        return f"You would have found out: {short(sentences(new[0])[0], MOST_LEARNED)}"
    there, here = mood_word(other.points), mood_word(chosen.points)
    if other.mood <= chosen.mood or there == here:
        return ""
    return f"{first_name(index.scenario)} would have been {there} instead of {here}."


def _in_reach(index: Index, outlook: Outlook, chosen: State, other: State) -> str:
    broken = (set(chosen.breaches) - set(other.breaches)) & index.fatal
    titles = [rule.title for rule in index.scenario.rules if rule.id in broken]
    if titles:
        return f"You would have kept the rule ‘{titles[0]}’."
    if outlook.can_be_best(other) and not outlook.can_be_best(chosen):
        return "That line could still have led to the best ending; yours could not."
    gained = round(outlook.mark(other)) - round(outlook.mark(chosen))
    if gained <= 0:
        return ""
    return (
        f"With that line you could have earned up to {gained} more mark{'s' if gained > 1 else ''}."
    )


def _lost_at(outlook: Outlook, trail: list[Passage]) -> int | None:
    for turn, passage in enumerate(trail, 1):
        after = passage.result.after
        if (
            outlook.knows(passage.before)
            and outlook.can_be_best(passage.before)
            and outlook.knows(after)
            and not outlook.can_be_best(after)
        ):
            return turn
    return None
