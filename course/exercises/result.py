"""What an answer came to: the four kinds of result, shared by every exercise."""

from msgspec import Struct

from course.language import Finding


class Part(Struct, frozen=True, kw_only=True):
    """One part of a mark and the reason for it."""

    id: str
    label: str
    earned: float
    total: float
    reason: str
    missed: bool = False
    """It is what was to be found and is not in the answer."""
    slip: str = ""
    """What to call it in a count of what costs marks; empty where its label will do."""


class Criterion(Struct, frozen=True, kw_only=True):
    """One line of the rubric a reviewer marks a free text by."""

    id: str
    """Its name."""
    text: str
    """What is looked for."""
    points: float
    """What it is worth."""
    move: str = ""
    """The move whose findings are laid beside this line; empty where only a person can tell."""


class NotAttempted(Struct, frozen=True, tag="not_attempted"):
    """No answer yet."""


class Invalid(Struct, frozen=True, tag="invalid"):
    """The answer cannot be marked as it stands. It costs no attempt."""

    reason: str


class Scored(Struct, frozen=True, kw_only=True, tag="scored"):
    """A mark by rule, part by part."""

    earned: float
    total: float
    parts: tuple[Part, ...] = ()
    feedback: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The mark as a fraction from 0 to 1.

        >>> Scored(earned=3, total=4).share
        0.75
        """
        return self.earned / self.total if self.total else 0.0

    @property
    def full(self) -> bool:
        """Whether everything there was to earn was earned."""
        return self.earned >= self.total - 1e-9


class NeedsReview(Struct, frozen=True, kw_only=True, tag="needs_review"):
    """A person has to read this; what the rules noticed is laid beside the rubric."""

    findings: tuple[Finding, ...]
    rubric: tuple[Criterion, ...]
    model: str = ""
    """An answer to compare with, and what makes it good."""
    because: str = ""


class Recorded(Struct, frozen=True, tag="recorded"):
    """The answer is kept and will be marked by the instructor, who has the key."""


Result = NotAttempted | Invalid | Scored | NeedsReview | Recorded
