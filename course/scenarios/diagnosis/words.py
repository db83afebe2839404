"""Checks of what is said and written."""

import re
from collections.abc import Iterator

from course.codes import rule
from course.scenarios.definition import Line, Note, Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.diagnosis.ids import each_choice, each_when

LINE_WORDS = 40
NOTE_WORDS = 45
ALOUD_WORDS = 60
UNPLACED = "unplaced"
SWEARING = re.compile(
    r"\b(?:bloody|sodding|bugger|bollocks|bastard|crap|arse|piss|shit|fuck|wank|twat|prick)\w*",
    re.IGNORECASE,
)
"""Words that some people would not wish to read on a bad day."""


@rule("CC110")
def check_last_line(scenario: Scenario) -> Iterator[Diagnostic]:
    """In some mood the customer has nothing to say."""
    for moment in scenario.moments:
        last = moment.says[-1] if moment.says else None
        if last is None or last.mood is not None or last.when is not None:
            yield Diagnostic(
                code="CC110",
                where=f"moments.{moment.id}.says",
                message="The last line has a condition, so the customer may say nothing.",
                mend="End with a line that has neither mood nor when.",
            )


@rule("CC111")
def check_hidden_lines(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line stands behind one that is always said."""
    for where, lines in _spoken(scenario):
        if where.endswith(UNPLACED):
            continue  # These are said one after the other.
        for at, line in enumerate(lines[:-1]):
            if line.mood is None and line.when is None:
                yield Diagnostic(
                    code="CC111",
                    where=f"{where}.{at + 1}",
                    message="This line is never said: the one before it always is.",
                    mend="Put lines with conditions first.",
                )
                break


@rule("CC112")
def check_long_lines(scenario: Scenario) -> Iterator[Diagnostic]:
    """The customer makes a speech."""
    for where, lines in _spoken(scenario):
        for at, line in enumerate(lines):
            words = len(line.text.split())
            if words > LINE_WORDS:
                yield Diagnostic(
                    code="CC112",
                    where=f"{where}.{at}",
                    message=f"The customer says {words} words at once.",
                    mend=f"Keep to {LINE_WORDS}: people interrupt themselves and leave things out.",
                )


@rule("CC113")
def check_speakable(scenario: Scenario) -> Iterator[Diagnostic]:
    """An agent's line is too long to be said aloud."""
    if scenario.channel == "e-mail":
        return
    for where, choice in each_choice(scenario):
        words = len(choice.text.split())
        if words > ALOUD_WORDS:
            yield Diagnostic(
                code="CC113",
                where=where,
                message=f"The line has {words} words.",
                mend=f"Keep to {ALOUD_WORDS}, or let the customer answer in between.",
            )


@rule("CC114")
def check_noted(scenario: Scenario) -> Iterator[Diagnostic]:
    """A choice has no note."""
    for where, choice in each_choice(scenario):
        if choice.note is None:
            yield Diagnostic(
                code="CC114",
                where=where,
                message="This choice has no note.",
                mend="Say what the customer heard, a better line, and why.",
            )


@rule("CC115")
def check_short_notes(scenario: Scenario) -> Iterator[Diagnostic]:
    """A note is long."""
    for where, note in _notes(scenario):
        words = len(f"{note.heard} {note.better} {note.why}".split())
        if words > NOTE_WORDS:
            yield Diagnostic(
                code="CC115",
                where=where,
                message=f"The note has {words} words.",
                mend=f"Keep heard, better and why to {NOTE_WORDS} together.",
            )


@rule("CC116")
def check_calm_notes(scenario: Scenario) -> Iterator[Diagnostic]:
    """A note cheers or scolds."""
    for where, note in _notes(scenario):
        if "!" in note.heard + note.why:
            yield Diagnostic(
                code="CC116",
                where=where,
                message="The note exclaims.",
                mend="The course's own voice uses full stops.",
            )


@rule("CC117")
def check_mood_in_routes(scenario: Scenario) -> Iterator[Diagnostic]:
    """Mood decides where the conversation goes. It may only choose words."""
    for where, when in each_when(scenario):
        spoken = ".says." in where or ".reply." in where
        if when.mood is not None and not spoken:
            yield Diagnostic(
                code="CC117",
                where=where,
                message="Mood decides here where the conversation goes.",
                mend="Route by what was done, learned, offered or promised; "
                "where mood ends a conversation early, blame can pay.",
            )


@rule("CC118")
def check_last_route(scenario: Scenario) -> Iterator[Diagnostic]:
    """No route is left when no condition holds."""
    for where, choice in each_choice(scenario):
        if isinstance(choice.next, str) or not choice.next:
            continue
        if choice.next[-1].when is not None:
            yield Diagnostic(
                code="CC118",
                where=f"{where}.next",
                message="The last route has a condition; it is taken all the same.",
                mend="End with a route that has no condition.",
            )


@rule("CC119")
def check_typed(scenario: Scenario) -> Iterator[Diagnostic]:
    """Nothing is typed before it is chosen."""
    if not any(moment.typed for moment in scenario.moments):
        yield Diagnostic(
            code="CC119",
            where="moments",
            message="No moment asks for a line of the trainee's own.",
            mend="Mark the decisive one 'typed: true'.",
        )


@rule("CC120")
def check_public_identity(scenario: Scenario) -> Iterator[Diagnostic]:
    """Personal details are asked for in public, and no rule minds."""
    if scenario.channel != "social":
        return
    for where, choice in each_choice(scenario):
        private = "go_private" in choice.acts or (
            choice.when is not None and "go_private" in choice.when.done
        )
        if (
            choice.acts
            and "verify_identity" in choice.acts
            and not private
            and not choice.breaches
            and where.startswith(f"moments.{scenario.moments[0].id}.")
        ):
            yield Diagnostic(
                code="CC120",
                where=where,
                message="This asks for personal details where everyone can read them.",
                mend="Add go_private, or name the house rule that it breaches.",
            )


@rule("CC121")
def check_opening_copy(scenario: Scenario) -> Iterator[Diagnostic]:
    """Customer and rubric disagree about what comes first."""
    customer, rubric = scenario.customer.opening, scenario.rubric
    if customer is not None and rubric is not None and customer != rubric.opening:
        yield Diagnostic(
            code="CC121",
            where="customer.opening",
            message=f"The customer wants '{customer}' first, the rubric '{rubric.opening}'.",
            mend="Give it once, in the rubric.",
        )


@rule("CC122")
def check_remedy_scale(scenario: Scenario) -> Iterator[Diagnostic]:
    """A number is outside its scale."""
    numbers = [(f"remedies.{r.id}.fit", r.fit, 0.0, 1.0) for r in scenario.remedies]
    numbers += [(f"remedies.{r.id}.cost", r.cost, 0.0, 1e9) for r in scenario.remedies]
    numbers += [
        ("customer.mood", scenario.customer.mood, 0, 100),
        ("customer.trust", scenario.customer.trust, 0, 100),
    ]
    for where, value, low, high in numbers:
        if not low <= value <= high:
            yield Diagnostic(
                code="CC122",
                where=where,
                message=f"{value:g} is outside its scale.",
                mend=f"It goes from {low:g} to {high:g}.",
            )


@rule("CC123")
def check_speakers(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line begins with the name of who says it."""
    for where, lines in _spoken(scenario):
        for at, line in enumerate(lines):
            named = _SPEAKER.match(line.text)
            if named:
                yield Diagnostic(
                    code="CC123",
                    where=f"{where}.{at}",
                    message=f"'{named.group()}' stands among the words that are said.",
                    mend=f"Write 'by: {named.group(1)}' beside the text.",
                )


_SPEAKER = re.compile(r"([A-Z]\w+): (?=['‘A-Z])")
"""A name, a colon, and the beginning of what is said."""


@rule("CC124")
def check_warned(scenario: Scenario) -> Iterator[Diagnostic]:
    """The customer swears, and nobody is told beforehand."""
    if scenario.warning:
        return
    for where, lines in _spoken(scenario):
        for at, line in enumerate(lines):
            if found := SWEARING.search(line.text):
                yield Diagnostic(
                    code="CC124",
                    where=f"{where}.{at}",
                    message=f"The customer says ‘{found[0]}’, and nobody is told beforehand.",
                    mend="Say so in one sentence: 'warning: ...'.",
                )
                return


MAKES_SAFE, SAFETY = "make_safe", "safety"
"""The act that ends a danger, and the house rule that leaving it breaks."""


@rule("CC128")
def check_danger(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line leaves somebody in danger, and breaks no rule."""
    for moment in scenario.moments:
        for choice in moment.choices if moment.danger else ():
            if MAKES_SAFE not in choice.acts and SAFETY not in choice.breaches:
                yield Diagnostic(
                    code="CC128",
                    where=f"moments.{moment.id}.choices.{choice.id}",
                    message="Somebody may come to harm here, and this line neither makes safe nor "
                    "breaks a rule.",
                    mend=f"Add '{MAKES_SAFE}' to its acts if it says what to do about the danger; "
                    f"else add '{SAFETY}' to its breaches.",
                )


def _notes(scenario: Scenario) -> Iterator[tuple[str, Note]]:
    for where, choice in each_choice(scenario):
        if choice.note is not None:
            yield f"{where}.note", choice.note


def _spoken(scenario: Scenario) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for moment in scenario.moments:
        yield f"moments.{moment.id}.says", moment.says
        yield f"moments.{moment.id}.{UNPLACED}", moment.unplaced
        for choice in moment.choices:
            yield f"moments.{moment.id}.choices.{choice.id}.reply", choice.reply
    for ending in scenario.endings:
        yield f"endings.{ending.id}.says", ending.says
