"""The page's data for a `rank`."""

from msgspec.structs import asdict

from course.exercises import Scored
from course.exercises.rank import COUNTS
from course.page.views.base import ExerciseView, Now, OptionView, Told, shuffled

PLACE = "Look again at where this one stands."
"""What a first miss says of an item that is out of place."""
FIRST = "One of these must come first and does not. Such an order earns half at most."
"""What a first miss says where what must be first is not, without naming it."""


class RankView(ExerciseView, frozen=True, kw_only=True):
    """Items to put in an order."""

    first: str
    last: str
    counts: str
    """How the order is marked."""
    moved: bool
    """Whether anything was moved; before, the order is the shuffle's."""
    items: tuple[OptionView, ...]
    must: tuple[str, ...]
    """What is said first: something must come before all else, and does not."""
    reasons: tuple[Told, ...]
    because: tuple[Told, ...]
    """Why each stands where it does, once all do."""


def picture(now: Now, base: ExerciseView) -> RankView:
    """Items in the order given so far, or in this trainee's shuffled one; reasons after a check."""
    exercise = now.item.exercise
    texts = {one.id: one.text for one in exercise.items}
    given = now.given if isinstance(now.given, list | tuple) else []
    moved = sorted(given) == sorted(texts)
    order = list(given) if moved else [one.id for one in shuffled(exercise.items, now.seed)]
    reasons: tuple[Told, ...] = ()
    because: tuple[Told, ...] = ()
    must: tuple[str, ...] = ()
    if isinstance(now.result, Scored) and now.item.key is not None:
        whys: dict[str, str] = now.item.key.because
        said = now.result.feedback
        must = tuple(one for one in said if one not in whys.values())
        told = [(_whose(whys, why), why) for why in said if why not in must]
        must = (FIRST,) if must and now.held else must
        reasons = tuple(Told(one, texts[one], PLACE if now.held else why) for one, why in told)
        placed = [one for one in order if one in whys] if now.result.full else []
        because = tuple(Told(one, texts[one], whys[one]) for one in placed)
    return RankView(
        **asdict(base),
        first=exercise.first,
        last=exercise.last,
        counts=COUNTS,
        moved=moved,
        items=tuple(OptionView(one, texts[one]) for one in order),
        must=must,
        reasons=reasons,
        because=because,
    )


def _whose(because: dict[str, str], why: str) -> str:
    """The item that a reason is about."""
    return next(one for one, reason in because.items() if reason == why)
