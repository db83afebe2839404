"""What the contacts are about, the most frequent first."""

from course.charts.ranked import RankedBar, RankedStory
from course.desk.board.desk import Desk
from course.desk.frames import Mask
from course.metrics import MetricsError, Pareto, pareto
from course.page.messages import Message


class TopicRow(Message, frozen=True):
    """One topic and its share."""

    name: str
    count: str
    share: str
    range: str
    sum: str
    """The share of this one and all above it."""


class Topics(Message, frozen=True):
    """The topics in a table and a sentence; the picture comes with them."""

    alt: str
    rows: tuple[TopicRow, ...] = ()
    chart: str = ""


def ranked_topics(desk: Desk, rows: Mask) -> Pareto | None:
    """The topics of some rows; None where there is no row."""
    try:
        return pareto(desk.contacts.loc[rows, "topic"])
    except MetricsError:
        return None


def topics(found: Pareto | None) -> Topics:
    """What the page says of the topics."""
    if found is None:
        return Topics("No contacts, so no topics.")
    names = [str(one.name) for one in found.few]
    most = found.causes[0]
    verb = "makes" if len(names) == 1 else "make"
    return Topics(
        alt=f"{len(names)} of {len(found.causes)} topics {verb} "
        f"{found.few[-1].cumulative:.0f} % of {found.n:,} contacts: {', '.join(names)}. The most "
        f"frequent is {most.name} with {most.share:.0f} %.",
        rows=tuple(
            TopicRow(
                name=str(one.name),
                count=f"{one.count:,}",
                share=f"{one.share:.1f} %",
                range=f"{one.low:.1f} to {one.high:.1f}",
                sum=f"{one.cumulative:.0f} %",
            )
            for one in found.causes
        ),
    )


def topic_story(found: Pareto) -> RankedStory:
    """The picture to draw."""
    few = {one.name for one in found.few}
    return RankedStory(
        bars=tuple(
            RankedBar(
                name=str(one.name), share=one.share, low=one.low, high=one.high,
                cumulative=one.cumulative, label=f"{one.count:,}", few=one.name in few,
            )
            for one in found.causes
        )
    )  # fmt: skip
