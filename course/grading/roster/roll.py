"""The roll called: who has handed in, who has not, and whose nobody knows."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from course.grading.marks import Standing
from course.grading.roster.people import Person, Roster
from course.grading.roster.whose import Owner, same_name, whose


class Present(Struct, frozen=True, kw_only=True):
    """A person of the list with what they handed in."""

    person: Person
    standings: tuple[Standing, ...] = ()
    """One where all is well; none where nothing came; several records may be somebody else's."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that is theirs."""
        return tuple(file for one in self.standings for file in one.files)


class Roll(Struct, frozen=True, kw_only=True):
    """Everybody on the list, and what is nobody's."""

    present: tuple[Present, ...]
    strangers: tuple[Standing, ...]
    """Marked, and nobody on the list by any name or id."""
    unsure: tuple[tuple[Standing, tuple[Person, ...]], ...]
    """Marked, and more than one person by what the files say."""

    @property
    def missing(self) -> tuple[Person, ...]:
        """Those of whom nothing came."""
        return tuple(one.person for one in self.present if not one.standings)

    def sentences(self) -> list[str]:
        """What an instructor should know, a sentence each."""
        many, came = len(self.present), sum(bool(one.standings) for one in self.present)
        said = [f"{came} of {many} people on the roster handed in."]
        if self.missing:
            said.append(f"Not handed in: {', '.join(one.name for one in self.missing)}.")
        for there in self.present:
            if len(there.standings) > 1:
                said.append(
                    f"{there.person.name}: {len(there.standings)} different records were handed in "
                    f"({', '.join(there.files)}). Ask whose they are; no mark was put in the "
                    "gradebook."
                )
            elif len(there.files) > 1:
                said.append(f"{there.person.name} handed in {len(there.files)} times; all count.")
        said += [
            f"{one.name or one.trainee} ({', '.join(one.files)}) is nobody on the roster."
            for one in self.strangers
        ]
        for one, people in self.unsure:
            who = " or ".join(person.name for person in people)
            said.append(
                f"{', '.join(one.files)} may be from {who}; no mark was put in the gradebook."
            )
        return said


def called(roster: Roster, standings: Iterable[Standing]) -> Roll:
    """Everybody's hand-ins found on the list: by id first, then by name.

    What the learning system says of a file comes before what the file says of itself.
    """
    theirs: dict[int, list[Standing]] = {}
    strangers: list[Standing] = []
    unsure: list[tuple[Standing, tuple[Person, ...]]] = []
    for one in standings:
        found = _found(roster.people, one)
        if len(found) == 1:
            theirs.setdefault(found[0], []).append(one)
        elif found:
            unsure.append((one, tuple(roster.people[number] for number in found)))
        else:
            strangers.append(one)
    return Roll(
        present=tuple(
            Present(person=person, standings=tuple(theirs.get(number, ())))
            for number, person in enumerate(roster.people)
        ),
        strangers=tuple(strangers),
        unsure=tuple(unsure),
    )


def _found(people: Sequence[Person], one: Standing) -> list[int]:
    owners = [whose(file) for file in one.files]
    signs: list[Callable[[Person], bool]] = [
        lambda person: any(_has_id(person, owner) for owner in owners),
        lambda person: one.trainee.casefold() in person.ids,
        lambda person: any(same_name(person, owner.name) for owner in owners),
        lambda person: same_name(person, one.name),
    ]
    for sign in signs:
        found = [number for number, person in enumerate(people) if sign(person)]
        if found:
            return found
    return []


def _has_id(person: Person, owner: Owner) -> bool:
    wanted = owner.id.casefold()
    return bool(wanted) and (
        wanted in person.ids or any(one.split("@")[0] == wanted for one in person.ids)
    )
