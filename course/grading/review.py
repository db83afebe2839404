"""Free text for a person to mark: out as rows, back in as points."""

import csv
import io
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from course.grading import changed_ids
from course.grading.marks import ExerciseMarks, Reply, ReviewedLine, TraineeMarks
from course.grading.people.records import ReplyId, reply_id
from course.grading.tables import plain, table

COLUMNS = (
    "trainee", "name", "exercise", "answered", "reply", "criterion", "look for", "noticed",
    "possible", "points", "comment",
)  # fmt: skip
BESIDES = ("the trainee says", "own view")
"""Columns that are read by people alone, so a file without them is good all the same."""


class BadReviews(ValueError):
    """A file of reviews that cannot be used, with what is wrong and where."""


def rows(cohort: Sequence[TraineeMarks]) -> list[list[Any]]:
    """A row for each reply and each line of its rubric; points already given are filled in.

    Of replies to exercises that were assigned: the last, and those before it that have points.
    """
    return [
        row
        for trainee in cohort
        for one in trainee.assigned
        for reply in one.replies
        if reply.review or reply is one.replies[-1]
        for row in _rows(trainee, one, reply)
    ]


def _rows(trainee: TraineeMarks, one: ExerciseMarks, reply: Reply) -> Iterable[list[Any]]:
    given = {line.criterion: line for line in reply.review}
    for line in reply.result.rubric:
        noticed = [
            f"{'maybe: ' if found.certainty == 'maybe' else ''}{found.quote}"
            for found in reply.result.findings
            if line.move and found.move == line.move
        ]
        done = given.get(line.id)
        yield [
            trainee.trainee, trainee.name, one.id, reply.answered, str(reply.answer),
            line.id, line.text,
            " | ".join(noticed), line.points, done.points if done else "",
            done.comment if done else "",
            " | ".join(_says(one, reply, line.move)), reply.own,
        ]  # fmt: skip


def _says(one: ExerciseMarks, reply: Reply, move: str) -> Iterable[str]:
    """What the trainee said of their words, where it is about this line of the rubric."""
    for said in one.corrected:
        if move and said.move == move and said.text == reply.answer and said.occasion == "play":
            yield f"there: {said.quote}" if said.there else "not there"


def export(cohort: Sequence[TraineeMarks]) -> bytes:
    """The file that an instructor fills in."""
    return table((*COLUMNS, *BESIDES), rows(cohort))


def trainees(raw: bytes, known: Collection[str]) -> set[str]:
    """Whose replies a filled-in file is about, of those who handed in.

    Raises:
        BadReviews: where it is no such file.
    """
    written = {row["trainee"].strip() for _, row in _read_rows(raw)}
    return {one for cell in written for one in changed_ids.given(cell, known)}


def read_reviews(
    raw: bytes, cohort: Iterable[TraineeMarks], known: Collection[str]
) -> tuple[dict[ReplyId, tuple[ReviewedLine, ...]], list[str]]:
    """Points from a file that an instructor filled in, and sentences on rows not used.

    A reply counts as reviewed once every line of its rubric has points. Its points stand when
    the trainee has answered anew since.

    Args:
        raw: The bytes of the file.
        cohort: At least those that it is about.
        known: The ids of all who handed in: a spreadsheet may have changed those in the file.

    Raises:
        BadReviews: where the file is no such file, or a row has points that cannot be.
    """
    handed_in = {
        (trainee.trainee, one.id): {reply.answered: reply for reply in one.replies}
        for trainee in cohort
        for one in trainee.exercises
        if one.replies
    }
    given: dict[tuple[str, str, str], dict[str, ReviewedLine]] = {}
    said: list[str] = []
    for number, row in _read_rows(raw):
        if not row["points"].strip():
            continue
        where = f"Row {number}"
        written, answered = row["trainee"].strip(), row["answered"].strip()
        meant = changed_ids.given(written, known)
        who = (meant[0] if len(meant) == 1 else written, row["exercise"].strip())
        if len(meant) > 1:
            said.append(
                f"{where}: a spreadsheet has written the id '{written}' as a rounded number, and "
                f"it may be {' or '.join(meant[:3])}; its points are not used. Write the whole id."
            )
        elif who not in handed_in:
            said.append(
                f"{where}: {who[0]} has no reply to {who[1]} here; its points are not used."
            )
        elif answered not in handed_in[who]:
            said.append(
                f"{where}: {who[0]} has no reply to {who[1]} of that time; its points are not used."
            )
        else:
            line = ReviewedLine(
                criterion=row["criterion"].strip(),
                points=_points(row, handed_in[who][answered], where),
                comment=" ".join(row["comment"].split()),
            )
            lines = given.setdefault((*who, answered), {})
            if line.criterion in lines:
                raise BadReviews(f"{where}: '{line.criterion}' has had its points above.")
            lines[line.criterion] = line
    whole = {}
    for key, lines in given.items():
        reply = handed_in[key[:2]][key[2]]
        rubric = reply.result.rubric
        missing = {one.id for one in rubric} - set(lines)
        if missing:
            said.append(f"{key[0]}, {key[1]}: {len(missing)} lines have no points yet.")
        else:
            whole[reply_id(*key[:2], reply.answer)] = tuple(lines.values())
    return whole, said


def _points(row: dict[str, str], reply: Reply, where: str) -> float:
    criteria = {line.id: line for line in reply.result.rubric}
    name = row["criterion"].strip()
    if name not in criteria:
        raise BadReviews(
            f"{where}: '{row['exercise'].strip()}' has no line '{name}' in its rubric."
        )
    text = row["points"].strip().replace(",", ".")
    most = criteria[name].points
    try:
        points = float(text)
    except ValueError:
        raise BadReviews(f"{where}: '{text}' is not a number of points.") from None
    if not 0 <= points <= most:
        raise BadReviews(f"{where}: {text} points, where {most:g} are possible.")
    return points


def _read_rows(raw: bytes) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What some spreadsheet programs write when they save as CSV.
        text = raw.decode("cp1252", "replace")
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=between)
    try:
        found = list(reader)
    except csv.Error as error:
        raise BadReviews(f"The file of reviews is not a table: {error}.") from None
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise BadReviews(f"The file of reviews has no column '{missing[0]}'.")
    for number, row in enumerate(found, start=2):
        yield number, {name: plain(row.get(name) or "") for name in COLUMNS}
