"""A conversation on paper: what was said, how it was handled, what the customer answered."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from course.grading import IN_LIST, ON_PAGE, Conversation, Corrected, Typed, quoted
from course.kept import kept
from course.language import meaning
from course.reports.html import Html, Node, join, tag
from course.reports.page import table
from course.scenarios import Scenario, puzzled
from course.scenarios.conversation.reasons import first_name
from course.scenarios.definition import Note

EASE = {
    1: "very hard", 2: "hard", 3: "rather hard", 4: "neither hard nor easy", 5: "rather easy",
    6: "easy", 7: "very easy",
}  # fmt: skip


class Own(NamedTuple):
    """What the trainee wrote in the conversation, and said of their words."""

    typed: Sequence[Typed] = ()
    tried: Sequence[Typed] = ()
    corrected: Sequence[Corrected] = ()


def talk(scenario: Scenario, done: Conversation, own: Own) -> Html:
    """The whole conversation with a note on each line, then its ending, marks and survey."""
    return _written(scenario, done, own) if any(own) else _chosen(scenario, done)


@kept
def _chosen(scenario: Scenario, done: Conversation) -> Html:
    """Where nothing was written the conversation reads alike for all who chose alike."""
    return _written(scenario, done, Own())


def _written(scenario: Scenario, done: Conversation, own: Own) -> Html:
    name = first_name(scenario)
    notes = {one.id: one.note for moment in scenario.moments for one in moment.choices}
    lines: list[Node] = []
    going_on = ""
    """Whose bubble the next one goes on from."""
    for turn in done.transcript.turns:
        # Whose words they are is said once above a run of them.
        spoken = turn.said_by or name
        who = "" if going_on == spoken and not turn.later and not turn.scene else spoken
        said = join(_aside(turn.later), _aside(turn.scene), bubble(who, turn.said))
        lines.append(tag("li", said, class_="theirs"))
        lines += _tried(scenario, done, own, turn.number)
        note = notes.get(turn.choice)
        typed = next((one for one in own.typed if one.turn == turn.number), None)
        mine = join(_mine(turn.text, typed), _corrections(own.corrected, turn.number),
                    _note(note) if note else None)  # fmt: skip
        lines.append(tag("li", mine, class_="yours"))
        if turn.reply:
            lines.append(tag("li", bubble(turn.reply_by or name, turn.reply), class_="theirs"))
        going_on = (turn.reply_by or name) if turn.reply else ""
    if done.transcript.closing:
        spoken = done.transcript.closing_by or name
        who = "" if going_on == spoken else spoken
        lines.append(tag("li", bubble(who, done.transcript.closing), class_="theirs"))
    return join(tag("ol", *lines, class_="chat"), _after(scenario, done))


@kept
def _after(scenario: Scenario, done: Conversation) -> Html:
    """What follows the last line: the same for all who went this way, whatever they wrote."""
    ending = done.transcript.ending
    return join(
        tag("p", tag("strong", "How it ended: "), ending.title if ending else "not ended", "."),
        _handling(done),
        _survey(first_name(scenario), done),
    )


def _aside(text: str) -> Html | None:
    return tag("p", tag("em", text), class_="who") if text else None


def bubble(who: str, text: str) -> Html | None:
    """Something said; without `who` it goes on from the bubble above."""
    name = tag("p", who, class_="who") if who else None
    return join(name, tag("p", text, class_="bubble")) if text else None


def _mine(text: str, typed: Typed | None) -> Html | None:
    """A line of the trainee's, in their own words where they placed them with it."""
    if typed is None:
        return bubble("You", text)
    if typed.placed:
        placed = tag("p", f"The line chosen: ‘{text}’", class_="quiet note")
        return join(bubble("You", _short(typed)), placed)
    return join(
        tag("p", f"You typed first: ‘{_short(typed)}’", class_="quiet note"), bubble("You", text)
    )


def _short(one: Typed) -> str:
    return quoted(one.line, ON_PAGE)


def _tried(scenario: Scenario, done: Conversation, own: Own, turn: int) -> Iterator[Html]:
    """Words that were none of the lines, each with what was said to them."""
    said = done.transcript.choices[: turn - 1]
    here = [_short(one) for one in own.tried if one.turn == turn]
    for before, words in enumerate(here):
        none = tag("p", "None of the lines said this.", class_="quiet note")
        yield tag("li", bubble("You", words), none, class_="yours")
        line = puzzled(scenario, said, before)
        name = line.by or first_name(scenario)
        yield tag("li", bubble(name, line.text), class_="theirs")


def _corrections(corrected: Sequence[Corrected], turn: int) -> Html | None:
    found = [correction(one) for one in corrected if one.turn == turn]
    return tag("ul", *found, class_="quiet note") if found else None


def correction(one: Corrected) -> Html:
    """What the trainee said of their words, beside what the course saw in them."""
    what, quote = f"‘{meaning(one.move)}’", quoted(one.quote, IN_LIST)
    if one.there:
        said = f"{what} is in the words: ‘{quote}’."
    else:
        said = f"{what} is not in the words" + (f" ‘{quote}’." if quote else ".")
    course = "The course saw it" if one.reader else "The course did not see it"
    return tag("li", f"The trainee says: {said} {course}.")


def _note(note: Note) -> Html:
    better = f" A better line: ‘{note.better}’" if note.better else ""
    return tag("p", f"{note.heard}{better} {note.why}", class_="quiet note")


def _handling(done: Conversation) -> Html:
    rows: list[list[Node]] = [
        [one.title, f"{one.earned:g} of {one.total:g}", one.reason]
        for one in done.handling.criteria
    ]
    fatal = done.handling.fatal
    return join(
        table(
            f"How you handled it: {done.handling.mark:.0f} of 100",
            ["What was looked at", "Points", "Why"],
            rows,
            {1},
            prose=True,
        ),
        tag("p", f"A house rule was broken that sets the mark to 0: {', '.join(fatal)}.")
        if fatal
        else None,
    )


def _survey(name: str, done: Conversation) -> Html:
    survey = done.survey
    heading = tag("h5", f"What {name} answered")
    if not survey.answered:
        return join(heading, tag("p", f"{name} did not answer the survey."))
    said = [
        f"Satisfied: {survey.satisfaction} of 5.",
        f"How easy it was: {EASE.get(survey.effort or 0, '')}, {survey.effort} of 7.",
        f"Would recommend us: {survey.recommend} of 10.",
        f"Was it resolved? {'Yes.' if survey.resolved else 'No.'}",
    ]
    return join(
        heading,
        tag("blockquote", survey.comment, class_="theirs") if survey.comment else None,
        tag("ul", *(tag("li", one) for one in said)),
        tag("p", " ".join(survey.reasons), class_="quiet"),
    )
