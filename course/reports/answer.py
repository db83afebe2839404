"""One exercise of one trainee on paper: their own words first, the reason next, the mark last."""

from typing import Any

from course.exercises import Finding, Item, Kind, NeedsReview, Part, Quote, Scored, Table
from course.grading import Corrected, ExerciseMarks, first_mistake
from course.kept import kept
from course.reports.html import Html, Node, join, tag
from course.reports.own_words import own_words
from course.reports.page import table
from course.reports.prose import inline, prose
from course.reports.talk import Own, bubble, correction, talk
from course.reports.words import count, day, standing


def exercise(one: ExerciseMarks, item: Item) -> Html:
    """The section on one exercise."""
    said = f"{item.kind.noun}. {day(one.answered)}." if one.attempts else f"{item.kind.noun}."
    return tag(
        "section",
        tag("h4", one.title),
        tag("p", said, class_="quiet"),
        _given(item.kind, item.exercise),
        prose(one.prompt),
        _first(one, item.kind) if one.attempts > 1 else None,
        _body(one, item) if one.attempts else None,
        tag("p", standing(one), class_="quiet"),
        class_="exercise",
        id=one.id,
    )


def _first(one: ExerciseMarks, kind: Kind[Any, Any]) -> Html | None:
    """The first mistake of the first try, where another try is the one that is shown below."""
    part = first_mistake(one)
    if part is None or one.number == 1:
        return None
    return join(
        tag("p", tag("strong", "Your first try. "), *mistake(part, kind)),
        tag("p", tag("strong", f"Your best try, number {one.number}")),
    )


def mistake(part: Part, kind: Kind[Any, Any]) -> tuple[Node, ...]:
    """What cost marks, and why, to stand inside a line."""
    said = "Also right: " if part.missed else f"{kind.lead.removesuffix(':')}: "
    # The parts of a conversation are what was looked at, and not what was said.
    before = "" if kind.scenario is not None else said
    stop = "’ " if part.label.endswith((".", "?", "!")) else "’. "
    return before, "‘", inline(part.label), stop, inline(part.reason)


@kept
def _given(kind: Kind[Any, Any], exercise: Any) -> Html | None:
    """What the trainee had in front of them: somebody's words, or a table."""
    match kind.shows(exercise):
        case Quote(who, text):
            return tag("div", bubble(who or "The customer", text), class_="theirs")
        case Table() as given:
            return _figures(given)
        case _:
            return None


@kept
def _figures(given: Table) -> Html:
    rows: list[list[Node]] = [["" if one is None else one for one in row] for row in given.rows]
    headings = [given.heading(name) for name in given.columns]
    shown = table(given.caption or "The figures", headings, rows, set())
    return tag("details", tag("summary", "The figures you worked from"), shown)


def _body(one: ExerciseMarks, item: Item) -> Html | None:
    if one.conversation and item.kind.scenario is not None:
        scenario = item.kind.scenario(item.exercise, item.key)
        return talk(scenario, one.conversation, Own(one.typed, one.tried, _corrected(one)))
    if isinstance(one.result, NeedsReview):
        return _reviewed(one, one.result, item.kind)
    if isinstance(one.result, Scored):
        return _scored(one, one.result, item.kind)
    return own_words(str(one.answer))


def _corrected(one: ExerciseMarks) -> list[Corrected]:
    """What was said of the words of the try that is shown."""
    return [said for said in one.corrected if (said.occasion, said.attempt) == ("play", one.number)]


def _scored(one: ExerciseMarks, result: Scored, kind: Kind[Any, Any]) -> Html:
    """What was given, and below it what was to be found and is not there."""
    given, missed = _parts(result, kind)
    return join(
        tag("p", kind.lead),
        given or own_words(str(one.answer)),
        missed,
        None if result.parts else join(*map(prose, result.feedback)),
    )


@kept
def _parts(result: Scored, kind: Kind[Any, Any]) -> tuple[Html | None, Html | None]:
    """Part by part what was given, and what is not there: the same for all who answered alike."""
    given = [tag("li", *_part(part, kind.amiss)) for part in result.parts if not part.missed]
    missed = [tag("li", *_part(part)) for part in result.parts if part.missed]
    return (
        tag("ul", *given) if given else None,
        join(tag("p", "Also right:"), tag("ul", *missed)) if missed else None,
    )


def _part(part: Part, amiss: str = "") -> tuple[Node, ...]:
    mark = f" ({amiss})" if amiss and part.earned < part.total else ""
    return tag("strong", inline(part.label), mark), tag("br"), inline(part.reason)


def _reviewed(one: ExerciseMarks, result: NeedsReview, kind: Kind[Any, Any]) -> Html:
    return join(
        tag("p", kind.lead),
        own_words(str(one.answer)),
        tag("h5", "What was noticed in it"),
        tag("ul", *(_finding(found) for found in result.findings))
        if result.findings
        else tag("p", "Nothing by rule. A person will read it all the same."),
        _own_view(one),
        _review(one, result),
        join(
            tag("h5", "One way to say it"),
            tag("blockquote", prose(result.model)),
            prose(result.because),
        )
        if result.model
        else None,
    )


def _own_view(one: ExerciseMarks) -> Html | None:
    """How the trainee sees their reply, and what they said of what was noticed in it."""
    own = next((reply.own for reply in one.replies if reply.answered == one.answered), "")
    said = [correction(each) for each in _corrected(one)]
    if not own and not said:
        return None
    return join(
        tag("h5", "The trainee's own view"),
        tag("p", f"Beside the model reply: {own}.") if own else None,
        tag("ul", *said) if said else None,
    )


def _finding(found: Finding) -> Html:
    sure = "" if found.certainty == "found" else "Perhaps: "
    return tag("li", f"{sure}‘{found.quote}’. {found.why}")


def _review(one: ExerciseMarks, result: NeedsReview) -> Html | None:
    given = {line.criterion: line for line in one.review}
    if not given:
        lines = count(len(result.rubric), "line", "lines")
        return tag("p", f"It will be marked by a rubric of {lines}.", class_="quiet")
    rows: list[list[Node]] = [
        [line.text, f"{given[line.id].points:g} of {line.points:g}", given[line.id].comment]
        for line in result.rubric
        if line.id in given
    ]
    columns = ["Looked for", "Points", "Comment"]
    return table("What the reader said", columns, rows, {1}, prose=True)
