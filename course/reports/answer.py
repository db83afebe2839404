"""One exercise of one trainee on paper: their own words first, the reason next, the mark last."""

from typing import Any

from course.exercises import Finding, Item, Kind, NeedsReview, Part, Quote, Scored, Table
from course.grading import Corrected, ExerciseMarks
from course.kept import kept
from course.reports.html import Html, Node, join, tag
from course.reports.page import table
from course.reports.talk import Own, bubble, correction, talk
from course.reports.words import count, day, standing


def exercise(one: ExerciseMarks, item: Item) -> Html:
    """The section on one exercise."""
    said = f"{item.kind.noun}. {day(one.answered)}." if one.attempts else f"{item.kind.noun}."
    return tag(
        "section",
        tag("h3", one.title),
        tag("p", said, class_="quiet"),
        _given(item),
        tag("p", one.prompt),
        _body(one, item) if one.attempts else None,
        tag("p", standing(one), class_="quiet"),
        class_="exercise",
        id=one.id,
    )


def _given(item: Item) -> Html | None:
    """What the trainee had in front of them: somebody's words, or a table."""
    match item.kind.shows(item.exercise):
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
        return _parts(one, one.result, item.kind)
    return tag("blockquote", str(one.answer))


def _corrected(one: ExerciseMarks) -> list[Corrected]:
    """What was said of the words of the try that is shown."""
    return [said for said in one.corrected if (said.occasion, said.attempt) == ("play", one.number)]


def _parts(one: ExerciseMarks, result: Scored, kind: Kind[Any, Any]) -> Html:
    """What was given, part by part, and below it what was to be found and is not there."""
    given = [tag("li", *_part(part, kind.amiss)) for part in result.parts if not part.missed]
    missed = [tag("li", *_part(part)) for part in result.parts if part.missed]
    return join(
        tag("p", kind.lead),
        tag("ul", *given) if given else tag("blockquote", str(one.answer)),
        join(tag("p", "Also right:"), tag("ul", *missed)) if missed else None,
        None if result.parts else join(*(tag("p", said) for said in result.feedback)),
    )


def _part(part: Part, amiss: str = "") -> tuple[Node, ...]:
    mark = f" ({amiss})" if amiss and part.earned < part.total else ""
    return tag("strong", part.label, mark), tag("br"), part.reason


def _reviewed(one: ExerciseMarks, result: NeedsReview, kind: Kind[Any, Any]) -> Html:
    return join(
        tag("p", kind.lead),
        tag("blockquote", str(one.answer)),
        tag("h4", "What was noticed in it"),
        tag("ul", *(_finding(found) for found in result.findings))
        if result.findings
        else tag("p", "Nothing by rule. A person will read it all the same."),
        _own_view(one),
        _review(one, result),
        join(
            tag("h4", "One way to say it"),
            tag("blockquote", result.model),
            tag("p", result.because),
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
        tag("h4", "The trainee's own view"),
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
    return table("What the reader said", ["Looked for", "Points", "Comment"], rows, {1})
