"""Marking what one trainee handed in. Scores in the file are never looked at: there are none."""

from collections.abc import Mapping, Sequence

import msgspec

from course import scenarios
from course.answers import Record
from course.answers.submission import Submission
from course.exercises import Invalid, Item, NeedsReview, Recorded, content_hash, seed, vary
from course.grading.collect import printable
from course.grading.marks import (
    Conversation,
    ExerciseMarks,
    Remark,
    ReviewedLine,
    State,
    TraineeMarks,
)
from course.grading.trying import Try, best_of, tries
from course.lessons import Course

Reviews = Mapping[tuple[str, str, str], tuple[ReviewedLine, ...]]
"""What a person gave, by trainee, exercise and the time of the answer."""


def mark(course: Course, submission: Submission, reviews: Reviews | None = None) -> TraineeMarks:
    """Everything about one trainee, worked out from the answers alone.

    Args:
        course: The content with its keys.
        submission: What was handed in.
        reviews: Points that a person gave for replies.
    """
    by_exercise: dict[str, list[Record]] = {}
    for record in submission.records:
        if record.kind != "profile":
            by_exercise.setdefault(record.exercise, []).append(record)
    marked: list[ExerciseMarks] = []
    remarks: list[Remark] = []
    for lesson in course.lessons.values():
        for found in lesson.values():
            item = vary(found, seed(submission.trainee, found.id))
            records = by_exercise.pop(found.id, [])
            one, said = _exercise(item, lesson.id, submission.trainee, records, reviews or {})
            marked.append(one)
            remarks += said
    remarks += _unknown(by_exercise)
    return TraineeMarks(
        trainee=submission.trainee,
        name=submission.name,
        files=(submission.file,),
        exercises=tuple(marked),
        remarks=(*_about_file(submission), *remarks),
    )


def _exercise(
    item: Item, lesson: str, trainee: str, records: Sequence[Record], reviews: Reviews
) -> tuple[ExerciseMarks, list[Remark]]:
    good, bad, ignored = tries(item, records)
    remarks = _about_answers(item, trainee, records, bad, ignored)
    hints = [one.data for one in records if one.kind == "hint" and isinstance(one.data, int)]
    exercise = item.exercise
    about = ExerciseMarks(
        id=item.id,
        lesson=lesson,
        kind=item.kind.name,
        title=exercise.title,
        prompt=exercise.prompt,
        points=exercise.points,
        returns=exercise.returns,
        state="not answered" if item.key is not None else "no key here",
        hints=min(max([0, *hints]), len(exercise.hints)),
    )
    if not good:
        return about, remarks
    best = best_of(good)
    given = reviews.get((trainee, item.id, best.record.at), ())
    shares = _shares(good, best, given)
    return (
        msgspec.structs.replace(
            about,
            state=_state(best, given),
            attempts=len(good),
            first=shares[0],
            best=shares[1],
            first_result=good[0].result,
            result=best.result,
            answer=best.record.data,
            answered=best.record.at,
            typed=best.typed,
            conversation=_conversation(item, best),
            review=given,
        ),
        remarks,
    )


def _state(best: Try, given: tuple[ReviewedLine, ...]) -> State:
    if isinstance(best.result, NeedsReview):
        return "reviewed" if given else "awaiting review"
    return "no key here" if isinstance(best.result, Recorded) else "scored"


def _shares(
    good: Sequence[Try], best: Try, given: tuple[ReviewedLine, ...]
) -> tuple[float | None, float | None]:
    if isinstance(best.result, NeedsReview):
        total = sum(line.points for line in best.result.rubric)
        if not given or not total:
            return None, None
        share = sum(line.points for line in given) / total
        return share, share
    return good[0].share, best.share


def _conversation(item: Item, best: Try) -> Conversation | None:
    if item.kind.scenario is None or item.key is None:
        return None
    scenario = item.kind.scenario(item.exercise, item.key)
    transcript = scenarios.play(scenario, tuple(best.record.data))
    return Conversation(
        transcript=transcript,
        handling=scenarios.handling(scenario, transcript),
        survey=scenarios.survey(scenario, transcript),
    )


def _about_answers(
    item: Item, trainee: str, records: Sequence[Record], bad: Sequence[Try], ignored: int
) -> list[Remark]:
    said: list[Remark] = []
    for one in bad[:3]:
        reason = one.result.reason if isinstance(one.result, Invalid) else ""
        said.append(Remark(text=f"{item.id}: an answer was left out. {reason}", refused=True))
    if len(bad) > 3:
        text = f"{item.id}: {len(bad) - 3} more answers were left out."
        said.append(Remark(text=text, refused=True))
    if ignored:
        text = f"{item.id}: {ignored:,} answers after the first 200 were not looked at."
        said.append(Remark(text=text, refused=True))
    answers = [record for record in records if record.kind == "answer"]
    if any(record.seed != seed(trainee, item.id) for record in answers):
        text = f"{item.id}: it carries another trainee's seed; it is marked as this trainee's own."
        said.append(Remark(text=text))
    now = content_hash(item.exercise)
    if any(record.content != now for record in answers):
        text = f"{item.id}: answered on another version; it is marked on this one."
        said.append(Remark(text=text))
    return said


def _unknown(left: Mapping[str, Sequence[Record]]) -> list[Remark]:
    """Answers to no exercise here. What else is kept, such as a dashboard's filters, is no loss."""
    said: list[Remark] = []
    counts = {
        name: sum(record.kind == "answer" for record in records) for name, records in left.items()
    }
    counts = {name: answers for name, answers in counts.items() if answers}
    for name, answers in list(counts.items())[:3]:
        shown = printable(name)[:60]
        count = f"{answers} {'answer was' if answers == 1 else 'answers were'} left out"
        text = f"There is no exercise '{shown}' in this course; {count}."
        said.append(Remark(text=text, refused=True))
    if len(counts) > 3:
        text = f"{len(counts) - 3:,} more exercises are not in this course."
        said.append(Remark(text=text, refused=True))
    return said


def _about_file(submission: Submission) -> list[Remark]:
    said: list[Remark] = []
    for name, spoilt in submission.spoilt[:5]:
        where = printable(name)[:60] or submission.file
        text = f"{where}, line {spoilt.line}: {printable(spoilt.reason)}."
        said.append(Remark(text=text, refused=spoilt.lost))
    left = submission.spoilt[5:]
    if left:
        said.append(
            Remark(
                text=f"{len(left):,} more lines have something wrong with them.",
                refused=any(one.lost for _, one in left),
            )
        )
    if submission.cut_short:
        text = "The file is cut short; what is there was marked. Ask for it again."
        said.append(Remark(text=text, refused=True))
    ids = [
        record.data["trainee"]
        for record in submission.records
        if record.kind == "profile"
        and isinstance(record.data, dict)
        and isinstance(record.data.get("trainee"), str)
    ]
    if not ids or ids[0] != submission.trainee:
        said.append(Remark(text="The file's first line names another trainee than its answers do."))
    return said
