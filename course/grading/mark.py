"""Marking what one trainee handed in. Scores in the file are never looked at: there are none.

The mark is made of the best tries over the core of the lessons that were assigned. First tries
stand beside it. More practice, reviews and roads after a step back are counted, never marked.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from course import scenarios
from course.answers import PLAY, Answer, Feedback, Hint, Work, left_out
from course.answers.submission import Submission
from course.exercises import Criterion, Item, NeedsReview, Recorded, variant
from course.grading.assigned import assigned
from course.grading.marks import (
    Conversation,
    ExerciseMarks,
    Remark,
    Reply,
    ReviewedLine,
    State,
    TraineeMarks,
)
from course.grading.own_words import corrected, unplaced
from course.grading.people.records import ReplyId, reply_id
from course.grading.remarks import about_answers, about_file, about_unknown, grouped
from course.grading.trying import Try, best_of, tries
from course.kept import kept
from course.lessons import Course

Reviewed = Callable[[ReplyId, Sequence[Criterion]], tuple[ReviewedLine, ...]]
"""What people gave a reply for each line of its rubric; empty where they are not done."""


LEFT_OUT = "‘{title}’ was left out after its warning. It is outside the mark."


def mark(
    course: Course,
    submission: Submission,
    reviewed: Reviewed = lambda reply, rubric: (),
    lessons: Collection[str] | None = None,
) -> TraineeMarks:
    """Everything about one trainee, worked out from the answers alone.

    Args:
        course: The content with its keys.
        submission: What was handed in.
        reviewed: Gives the points that people gave for a reply.
        lessons: Ids of the lessons that were assigned; None for all.

    Raises:
        UnknownLesson: where a lesson is named that is not in the course.
    """
    made_over = assigned(course, lessons)
    by_exercise: dict[str, list[Work]] = {}
    for record in submission.records:
        if isinstance(record, Work):
            by_exercise.setdefault(record.exercise, []).append(record)
    marked: list[ExerciseMarks] = []
    remarks: list[Remark] = []
    for lesson in course.lessons.values():
        core = frozenset(lesson.core if lesson.id in made_over else ())
        for found in lesson.values():
            records = by_exercise.pop(found.id, [])
            place = Place(lesson.id, found.id in core)
            one, said = _exercise(found, place, submission.trainee, records, reviewed)
            marked.append(one)
            remarks += said
    remarks += about_unknown(by_exercise)
    return TraineeMarks(
        trainee=submission.trainee,
        name=submission.name,
        files=(submission.file,),
        exercises=tuple(marked),
        remarks=grouped((*about_file(submission), *remarks)),
        said=tuple(one for one in submission.records if isinstance(one, Feedback)),
    )


class Place(NamedTuple):
    """Where an exercise stands."""

    lesson: str
    assigned: bool


def _exercise(
    found: Item, place: Place, trainee: str, records: Sequence[Work], reviewed: Reviewed
) -> tuple[ExerciseMarks, list[Remark]]:
    good, bad, ignored = tries(found, trainee, records)
    remarks = about_answers(found.id, trainee, good, bad, ignored)
    replies = tuple(
        Reply(
            answered=one.record.at,
            answer=one.record.answer,
            result=one.result,
            own=one.item.kind.ratings.get(one.own, ""),
            review=reviewed(reply_id(trainee, found.id, one.record.answer), one.result.rubric),
        )
        for one in good
        if isinstance(one.result, NeedsReview)
    )
    best, given = _best(good, replies) if good else (None, ())
    item = best.item if best else variant(found, trainee)
    hints = [one.level for one in records if isinstance(one, Hint) and one.way == PLAY]
    answers = [one.way.occasion for one in records if isinstance(one, Answer)]
    about = ExerciseMarks(
        id=found.id,
        lesson=place.lesson,
        assigned=place.assigned,
        kind=found.kind.name,
        title=item.exercise.title,
        prompt=item.exercise.prompt,
        points=item.exercise.points,
        returns=item.exercise.returns,
        state="not answered" if item.key is not None else "no key here",
        hints=min(max([0, *hints]), len(item.exercise.hints)),
        unplaced=unplaced(found, trainee, records),
        corrected=corrected(found, trainee, records),
        in_review=answers.count("review"),
        on_roads=answers.count("road"),
    )
    if best is None:
        if left_out(item, records):
            about = msgspec.structs.replace(about, state="left out")
            remarks = [*remarks, Remark(text=LEFT_OUT.format(title=item.exercise.title))]
        return about, remarks
    first, share = _shares(good, best, replies)
    return (
        msgspec.structs.replace(
            about,
            state=_state(best, given),
            attempts=len(good),
            first=first,
            best=share,
            first_right=good[0].right,
            first_answer=good[0].record.answer,
            first_answered=good[0].record.at,
            right=best.right,
            first_result=good[0].result,
            first_typed=(*good[0].typed, *good[0].tried),
            result=best.result,
            answer=best.record.answer,
            answered=best.record.at,
            variant=best.record.variant,
            number=best.number,
            typed=best.typed,
            tried=best.tried,
            conversation=_conversation(best),
            review=given,
            replies=replies,
        ),
        remarks,
    )


def _best(good: Sequence[Try], replies: Sequence[Reply]) -> tuple[Try, tuple[ReviewedLine, ...]]:
    """The try that counts and a person's points for it: a newer reply takes none of them away."""
    read = [one for one in replies if one.review]
    if not read:
        return best_of(good), ()
    best = max(read, key=_share)
    return next(one for one in good if one.record.at == best.answered), best.review


def _share(reply: Reply) -> float:
    total = sum(line.points for line in reply.result.rubric)
    return sum(line.points for line in reply.review) / total if total else 0.0


def _state(best: Try, given: tuple[ReviewedLine, ...]) -> State:
    if isinstance(best.result, NeedsReview):
        return "reviewed" if given else "awaiting review"
    return "no key here" if isinstance(best.result, Recorded) else "scored"


def _shares(
    good: Sequence[Try], best: Try, replies: Sequence[Reply]
) -> tuple[float | None, float | None]:
    """Of the first and the best try; of replies, among those that a person has read."""
    if not isinstance(best.result, NeedsReview):
        return good[0].share, best.share
    read = [_share(one) for one in replies if one.review]
    return (read[0], max(read)) if read else (None, None)


def _conversation(best: Try) -> Conversation | None:
    item = best.item
    if item.kind.scenario is None or item.key is None:
        return None
    scenario = item.kind.scenario(item.exercise, item.key)
    return _ended(scenario)(tuple(best.record.answer))


@kept
def _ended(scenario: scenarios.Scenario) -> Callable[[tuple[str, ...]], Conversation]:
    """How a path ended, worked out once for all who took it."""

    @lru_cache(maxsize=128)
    def ended(choice_ids: tuple[str, ...]) -> Conversation:
        transcript, handling = scenarios.handled(scenario, choice_ids)
        return Conversation(
            transcript=transcript,
            handling=handling,
            survey=scenarios.survey(scenario, transcript),
        )

    return ended
