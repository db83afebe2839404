"""Bringing the answers of a hand-in into a folder, so that work moves by one file."""

from pathlib import Path

from msgspec import Struct

from course.answers.clock import stamp, utc_now
from course.answers.folder import answers_folder, inspect
from course.answers.log import FolderLog, log_files
from course.answers.record import SCHEMA, Profile, Record, chain
from course.answers.submission import (
    Refused,
    Submission,
    parse_all,
    raw_files,
    read_submission,
    write_new,
)


class Brought(Struct, frozen=True, kw_only=True):
    """What came into a folder."""

    name: str
    """Whose answers they are."""
    files: int
    """So many log files were not there yet."""
    incomplete: bool
    """Lines that were handed in are missing from the file, or cannot be read."""


def whose(folder: Path) -> tuple[str, str]:
    """The trainee's id and name in a course folder; empty where nobody is known."""
    records = parse_all(folder).records
    return _first(records), _name(records)


def bring(file: Path, folder: Path) -> Brought:
    """Puts the answers of a hand-in into a folder of nobody's, or of the same trainee.

    What is there stays as it is. What is there already is not put there twice.

    Args:
        file: Made by `course submit`, or by the button on the page.
        folder: The course folder.

    Raises:
        Refused: where the file is no hand-in, or the folder somebody else's.
        Unusable: where something else is in the place of the folder.
        OSError: where the disk says no.
    """
    handed = read_submission(file)
    inspect(folder)
    trainee = _first(handed.records) or handed.trainee
    here = parse_all(folder)
    owner, name = whose(folder)
    if any(one.newer for _, one in here.spoilt):
        raise Refused(f"the answers in {folder} were written by a newer course; update the course")
    if owner and owner != trainee:
        raise Refused(
            f"{folder} holds the answers of {name or 'somebody else'}, and nothing was changed; "
            f"choose a new folder: course start OTHER-FOLDER --from {file}"
        )
    into = answers_folder(folder)
    into.mkdir(parents=True, exist_ok=True)
    known = [path.read_bytes() for path in log_files(into)]
    fresh = [
        (_safe(name, number), data)
        for number, (name, data) in enumerate(raw_files(file.read_bytes()), start=1)
        if not any(one.startswith(data) for one in known)
    ]
    for called, data in fresh:
        write_new(into / called, data)
    if not whose(folder)[0]:
        # The line that said so was lost on the way; the header still knows.
        log = FolderLog(into, stamp(utc_now()))
        log.append(Profile(v=SCHEMA, n=1, at=stamp(utc_now()), prev=chain(b""), trainee=trainee))
    return Brought(name=_name(handed.records), files=len(fresh), incomplete=_incomplete(handed))


def _incomplete(handed: Submission) -> bool:
    return handed.cut_short or any(one.lost for _, one in handed.spoilt)


def _safe(name: str, number: int) -> str:
    """The name of a log file as the hand-in gives it, where it leads nowhere else."""
    plain = Path(name).name == name and not set(name) & set('\\/:*?"<>|')
    fine = plain and name.endswith(".jsonl") and not name.startswith(".")
    return name if fine else f"handed-in-{number}.jsonl"


def _first(records: tuple[Record, ...]) -> str:
    profiles = [one for one in records if isinstance(one, Profile)]
    return next((one.trainee for one in profiles if one.trainee is not None), "")


def _name(records: tuple[Record, ...]) -> str:
    names = [one.name for one in records if isinstance(one, Profile) and one.name is not None]
    return names[-1] if names else ""
