"""Whose a file is, by the name that a learning system gave it."""

import re
import unicodedata
from pathlib import PurePosixPath

from msgspec import Struct

from course.grading.roster.people import Person


class Owner(Struct, frozen=True, kw_only=True):
    """What the name of a file says of its owner."""

    name: str = ""
    id: str = ""
    late: bool = False
    """Canvas says so in the name."""


MOODLE = re.compile(r"^(?P<name>.+?)_\d+_assignsubmission_file")
BLACKBOARD = re.compile(r"_(?P<id>[^_/]+)_attempt_\d{4}(-\d\d){5}")
CANVAS = re.compile(r"^(?P<name>[^_\W]+)_(?P<late>LATE_)?(?P<id>\d+)_\d+_")
NBGRADER = re.compile(r"(^|/)submitted/(?P<id>[^/]+)/[^/]+/[^/]+$")


def whose(shown: str) -> Owner:
    """What a path says of its owner; nothing where it says nothing.

    >>> whose("all.zip/Asha Verma_12345_assignsubmission_file_/care.jsonl").name
    'Asha Verma'
    >>> whose("vermaasha_LATE_4711_998877_care.jsonl")
    Owner(name='vermaasha', id='4711', late=True)
    >>> whose("Final_av12_attempt_2026-01-05-09-00-00_care.jsonl").id
    'av12'
    >>> whose("submitted/av12/care/care.jsonl").id, whose("all.zip/O'Neil/care.jsonl").name
    ('av12', "O'Neil")
    """
    parts = PurePosixPath(shown).parts
    if found := NBGRADER.search(shown):
        return Owner(id=found["id"])
    for part in parts:
        if found := MOODLE.match(part):
            return Owner(name=found["name"])
        if found := BLACKBOARD.search(part):
            return Owner(id=found["id"])
        if found := CANVAS.match(part):
            return Owner(name=found["name"], id=found["id"], late=bool(found["late"]))
    folder = parts[-2] if len(parts) > 1 and not parts[-2].lower().endswith(".zip") else ""
    return Owner(name=folder, id=folder)


def same_name(person: Person, name: str) -> bool:
    """Whether a name is that person's, whatever the order, accents and letters.

    >>> asha = Person(name="Verma, Åsha", ids=frozenset(), row={})
    >>> [same_name(asha, one) for one in ("asha verma", "vermaasha", "Asha", "")]
    [True, True, False, False]
    """
    words, given = _words(person.name), _words(name)
    if not words or not given:
        return False
    squashed = {"".join(words[turn:] + words[:turn]) for turn in range(len(words))}
    return sorted(words) == sorted(given) or (len(given) == 1 and given[0] in squashed)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.findall(r"[^\W_]+", "".join(one for one in plain if not unicodedata.combining(one)))
