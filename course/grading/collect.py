"""Gathering what was handed in: read, and joined where a trainee sent several files."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from course.answers import Answer
from course.answers.order import in_order
from course.answers.submission import Refused, Submission, read_header, read_submission
from course.grading.names import printable
from course.grading.zipped import RefusedFile

ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Joined(Struct, frozen=True, kw_only=True):
    """All that one trainee handed in, as one submission."""

    submission: Submission
    files: tuple[str, ...]
    names: tuple[str, ...]
    """The different names the files carry, the newest last."""


def collect(
    found: Sequence[tuple[str, Path]], *, together: bool = True
) -> tuple[list[Joined], list[RefusedFile]]:
    """One submission for each trainee, and the files that are none.

    Args:
        found: Files with the names to show for them.
        together: Whether files that carry one id under different names are one person's. They may
            be a colleague's copy; if not together, there is one submission for each name.
    """
    read_ones: dict[str, list[Submission]] = {}
    refused: list[RefusedFile] = []
    for shown, path in found:
        try:
            one = read_submission(path)
            if not ID.fullmatch(one.trainee):
                raise Refused("it is not signed with an id that the course makes")
        except Refused as error:
            refused.append(RefusedFile(file=shown, reason=str(error)))
            continue
        one = msgspec.structs.replace(one, file=shown, name=_name(one.name))
        read_ones.setdefault(one.trainee, []).append(one)
    groups = [
        group for several in read_ones.values()
        for group in ([several] if together else by_name(several))
    ]  # fmt: skip
    return [join(group) for group in groups], refused


def by_name(several: Iterable[Submission]) -> list[list[Submission]]:
    """The same split by the name that each carries, the oldest first."""
    named: dict[str, list[Submission]] = {}
    for one in sorted(several, key=lambda one: one.made):
        named.setdefault(one.name.casefold(), []).append(one)
    return list(named.values())


def claims(joined: Sequence[Joined]) -> str:
    """A sentence on files that claim to be the same trainee, with what differs."""
    answers = [set(map(_answered, _answers(one))) for one in joined]
    shared = len(set.intersection(*answers))
    parts = [
        f"{one.submission.name or 'no name'} ({', '.join(one.files)}), "
        f"{_counted(len(own) - shared)} of its own"
        for one, own in zip(joined, answers, strict=True)
    ]
    return (
        f"Files under different names claim to be the same trainee: {' and '.join(parts)}; "
        f"the same in all: {_counted(shared)}. One may be a copy. They are marked apart. If it is "
        "one person, grade again with --join; if two have shared a folder, ask each for a file "
        "from a folder of their own."
    )


def _counted(many: int) -> str:
    return f"{many} {'answer' if many == 1 else 'answers'}"


def _answers(one: Joined) -> Iterator[Answer]:
    return (record for record in one.submission.records if isinstance(record, Answer))


def _answered(one: Answer) -> tuple[str, str, bytes]:
    return one.exercise, one.at, msgspec.json.encode(one.answer)


class HandedIn(Struct, frozen=True, kw_only=True):
    """The files of one trainee, as far as their headings say."""

    trainee: str
    name: str
    files: tuple[tuple[str, Path], ...]


def by_trainee(
    found: Sequence[tuple[str, Path]],
) -> tuple[list[HandedIn], list[RefusedFile]]:
    """Whose the files are, by name, and those whose heading cannot be used.

    Only headings are kept, so that any number of submissions can be read one after another.
    """
    whose: dict[str, list[tuple[str, Path]]] = {}
    names: dict[str, str] = {}
    refused: list[RefusedFile] = []
    for shown, path in found:
        try:
            header = read_header(path)
        except Refused as error:
            refused.append(RefusedFile(file=shown, reason=str(error)))
            continue
        if not ID.fullmatch(header.trainee):
            refused += collect([(shown, path)])[1]
            continue
        whose.setdefault(header.trainee, []).append((shown, path))
        names[header.trainee] = _name(header.name)
    for trainee, files in whose.items():
        if len(files) > 1:
            # The newest that can be read says what the trainee is called.
            joined, _ = collect(files)
            names[trainee] = joined[0].submission.name if joined else ""
    listed = [
        HandedIn(trainee=trainee, name=names[trainee], files=tuple(files))
        for trainee, files in whose.items()
    ]
    return sorted(listed, key=lambda one: (one.name.casefold(), one.trainee)), refused


def _name(name: str) -> str:
    return printable(name)[:80]


def join(several: Sequence[Submission]) -> Joined:
    """What one trainee handed in at different times, as one: every record once, in order.

    The newest file says what the trainee is called.
    """
    if len(several) == 1:
        # A submission is in order as it was read.
        one = several[0]
        return Joined(submission=one, files=(one.file,), names=(one.name,) if one.name else ())
    ordered = sorted(several, key=lambda one: one.made)
    newest = ordered[-1]
    names = dict.fromkeys(one.name for one in ordered if one.name)
    back = {line: record for one in ordered for line, record in one.taken_back.items()}
    whole = msgspec.structs.replace(
        newest,
        records=tuple(in_order((one.records for one in ordered), back)),
        taken_back=back,
        spoilt=tuple(dict.fromkeys(spoilt for one in ordered for spoilt in one.spoilt)),
        cut_short=any(one.cut_short for one in ordered),
    )
    return Joined(submission=whole, files=tuple(one.file for one in ordered), names=tuple(names))
