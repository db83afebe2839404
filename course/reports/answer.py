"""One exercise of one trainee on paper: their own words first, the reason next, the mark last."""

from course.exercises import Finding, Item, NeedsReview, Part, Scored
from course.exercises.choice import Choice
from course.exercises.dialogue import Dialogue, DialogueKey
from course.exercises.number import Number
from course.exercises.reply import Reply, ReplyKey
from course.grading import ExerciseMarks
from course.reports.html import Html, Node, join, tag
from course.reports.page import table
from course.reports.talk import bubble, talk
from course.reports.words import KINDS, count, day, standing


def exercise(one: ExerciseMarks, item: Item) -> Html:
    """The section on one exercise."""
    said = f"{KINDS[one.kind]}. {day(one.answered)}." if one.attempts else f"{KINDS[one.kind]}."
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
    exercise = item.exercise
    if isinstance(exercise, Choice | Reply) and exercise.says:
        return tag(
            "div", bubble(exercise.said_by or "The customer", exercise.says), class_="theirs"
        )
    if isinstance(exercise, Number) and exercise.table:
        rows: list[list[Node]] = [["" if one is None else one for one in row]
                                  for row in exercise.table.rows]  # fmt: skip
        caption = exercise.table.caption or "The figures"
        headings = [exercise.table.heading(name) for name in exercise.table.columns]
        shown = table(caption, headings, rows, set())
        return tag("details", tag("summary", "The figures you worked from"), shown)
    return None


def _body(one: ExerciseMarks, item: Item) -> Html | None:
    if one.conversation and isinstance(item.key, DialogueKey):
        assert isinstance(item.exercise, Dialogue)
        typed = {line.choice: line.line for line in one.typed}
        return talk(item.exercise.scenario, item.key.notes, one.conversation, typed)
    if isinstance(one.result, NeedsReview):
        return _reply(one, one.result, item.key)
    if isinstance(one.result, Scored):
        return _parts(one, one.result)
    return tag("blockquote", str(one.answer))


def _parts(one: ExerciseMarks, result: Scored) -> Html:
    if one.kind == "number":
        said = result.parts[0]
        return join(tag("p", "You wrote:"), tag("blockquote", said.label), tag("p", said.reason))
    lead = {"choice": "You chose:", "sort": "You put:", "rank": "Your order has:"}[one.kind]
    picked = [part for part in result.parts if one.kind != "choice" or part.id in one.answer]
    missed = [part for part in result.parts if part not in picked]
    return join(
        tag("p", lead),
        tag("ul", *(_part(part, one.kind) for part in picked)),
        join(tag("p", "Also to be chosen:"), tag("ul", *(_part(part, "") for part in missed)))
        if missed
        else None,
    )


def _part(part: Part, kind: str) -> Html:
    wrong = {"sort": " (belongs elsewhere)", "rank": " (the other way round is better)"}
    mark = wrong.get(kind, "") if part.earned < part.total else ""
    return tag("li", tag("strong", part.label, mark), tag("br"), part.reason)


def _reply(one: ExerciseMarks, result: NeedsReview, key: object) -> Html:
    model: Node = None
    if isinstance(key, ReplyKey):
        model = join(
            tag("h4", "One way to say it"), tag("blockquote", key.model), tag("p", key.because)
        )
    return join(
        tag("p", "You wrote:"),
        tag("blockquote", str(one.answer)),
        tag("h4", "What was noticed in it"),
        tag("ul", *(_finding(found) for found in result.findings))
        if result.findings
        else tag("p", "Nothing by rule. A person will read it all the same."),
        _review(one, result),
        model,
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
