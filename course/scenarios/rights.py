"""The rights card: what the law of one country gives a customer, whatever a house rule says."""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from course.scenarios.claims import RIGHTS, Value

KNOWLEDGE = "knowledge"
"""What `from` says where nobody looked the words up."""


class Right(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One line of the card."""

    id: str
    """What content rests on, by ``rests_on``. A card of another country uses the same id for what
    gives the same right, and leaves it out where its law gives none."""
    title: str
    """What it is about, in a few words."""
    text: str
    """In plain words. Names a value of the card in braces, as in ``{faulty_reject_days}``."""
    source: str
    """The act and the section: 'Consumer Rights Act 2015, sections 20 and 22'."""
    origin: str = field(name="from")
    """What was read for it, or ``knowledge`` where nothing was: then somebody should look it up."""
    looked_at: str = ""
    """The day on which it was read, as in ``2026-11-30``; empty where nothing was."""
    house_rules: tuple[str, ...] = ()
    """What must hold of the house rules so that they give no less than this line, as in
    ``["return_days at least {distance_cancel_days}"]``. Written as under `true_when`; a value of
    the card stands in braces. A value that the house rules do not have is passed over."""

    def __post_init__(self) -> None:
        if (self.origin == KNOWLEDGE) == bool(self.looked_at):
            raise ValueError(
                f"'{self.id}' says what was read in 'from' and the day in 'looked_at': give both, "
                f"or 'from: {KNOWLEDGE}' alone"
            )


class RightsCard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rights in one country. A file of the folder ``rights``; house rules name it."""

    country: str
    """Whose law it is."""
    note: str
    """What the card is not: legal advice."""
    values: dict[str, Value]
    """What the lines name in braces, and what claims name after ``rights.``"""
    rights: tuple[Right, ...]
    """The lines of the card."""

    def __post_init__(self) -> None:
        ids = [one.id for one in self.rights]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise ValueError(f"two lines of the card have the id '{twice}': give each its own")

    @property
    def named(self) -> dict[str, Value]:
        """The values by the names that claims and scenarios use.

        >>> NO_RIGHTS.named
        {}
        """
        return {f"{RIGHTS}{name}": value for name, value in self.values.items()}

    def cut(self, ids: Iterable[str]) -> "RightsCard | None":
        """The card with these lines only, in its own order; None where it has none of them.

        It is for trainees, so it is without what only the lint asks.
        """
        wanted = set(ids)
        kept = tuple(replace(one, house_rules=()) for one in self.rights if one.id in wanted)
        return replace(self, values={}, rights=kept) if kept else None


NO_RIGHTS = RightsCard(country="", note="", values={}, rights=())
"""The card of a course that has none."""
