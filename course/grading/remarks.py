"""What an instructor should know about what was handed in, in sentences."""

from collections.abc import Iterable, Mapping, Sequence

from course.answers import Answer, Profile, Work
from course.answers.submission import Submission
from course.exercises import Invalid, content_hash, seed
from course.grading.marks import Remark
from course.grading.names import printable
from course.grading.quoted import IN_LIST, quoted
from course.grading.trying import Try


def about_answers(
    exercise: str, trainee: str, good: Sequence[Try], bad: Sequence[Try], ignored: int
) -> list[Remark]:
    """What was left out, or answered on other figures or another version of an exercise."""
    said: list[Remark] = []
    for one in bad[:3]:
        reason = one.result.reason if isinstance(one.result, Invalid) else ""
        text = f"an answer was left out. {quoted(reason, IN_LIST)}"
        said.append(Remark(text=text, refused=True, about=exercise))
    if len(bad) > 3:
        text = f"{len(bad) - 3} more answers were left out."
        said.append(Remark(text=text, refused=True, about=exercise))
    if ignored:
        text = f"{ignored:,} answers after the first 200 were not looked at."
        said.append(Remark(text=text, refused=True, about=exercise))
    tried = [(one.record, one.item) for one in (*good, *bad)]
    if any(record.seed != seed(trainee, exercise, record.variant) for record, _ in tried):
        text = "it carries another trainee's seed; it is marked as this trainee's own."
        said.append(Remark(text=text, about=exercise))
    if any(record.content != content_hash(item.exercise) for record, item in tried):
        text = "answered on another version; it is marked on this one."
        said.append(Remark(text=text, about=exercise))
    return said


def grouped(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The same said of several exercises once, with how many and which: each cause stands alone.

    >>> said = [Remark(text="odd.", about=one) for one in "abcde"]
    >>> [one.text for one in grouped([*said, Remark(text="Late."), said[0]])]
    ['5 exercises (a, b, c and 2 more): odd.', 'Late.']
    """
    causes: dict[tuple[str, bool], dict[str, None]] = {}
    for one in remarks:
        causes.setdefault((one.text, one.refused), {})[one.about] = None
    return tuple(
        Remark(text=_of(list(about), text), refused=refused)
        for (text, refused), about in causes.items()
    )


def _of(about: Sequence[str], text: str) -> str:
    if about == [""]:
        return text
    if len(about) == 1:
        return f"{about[0]}: {text}"
    more = len(about) - 3
    first = ", ".join(about[:3] if more > 0 else about)
    named = f"{first} and {more} more" if more > 0 else first
    return f"{len(about)} exercises ({named}): {text}"


def about_unknown(left: Mapping[str, Sequence[Work]]) -> list[Remark]:
    """Answers to no exercise here. What else is kept, such as a dashboard's filters, is no loss."""
    said: list[Remark] = []
    counts = {
        name: sum(isinstance(one, Answer) for one in records) for name, records in left.items()
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


def about_file(submission: Submission) -> list[Remark]:
    """Lines with something wrong, a file cut short, and a heading that names somebody else."""
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
    for record in submission.taken_back.values():
        if isinstance(record, Answer):
            text = (
                f"{printable(record.exercise)[:60]}: an answer does not count, because a later "
                "line says that the disk refused it. That is rare; ask if it comes again."
            )
            said.append(Remark(text=text))
    profiles = [one for one in submission.records if isinstance(one, Profile)]
    ids = [one.trainee for one in profiles if one.trainee is not None]
    if not ids or ids[0] != submission.trainee:
        said.append(Remark(text="The file's first line names another trainee than its answers do."))
    return said
