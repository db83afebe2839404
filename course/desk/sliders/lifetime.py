"""What a customer brings in over the years: the simple sum, and three that take something off."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.loyalty.years import Year, years

SUPPOSED = (
    "This supposes that everybody pays alike, and that as many leave in the fifth year as in the "
    "first. In most trades many leave early and some stay long. What it cost to win the customer "
    "is not taken off. The first year counts in full."
)


def _years(places: Places) -> list[Year]:
    return years(places["paid"], places["years"], places["margin"] / 100, places["stay"] / 100,
                 places["discount"] / 100)  # fmt: skip


def _sums(places: Places) -> tuple[float, float, float, float]:
    every = _years(places)
    paid, left, each, today = (
        sum(getattr(one, name) for one in every) for name in ("paid", "left", "each", "today")
    )
    return paid, left, each, today


def _told(places: Places) -> Told:
    paid, left, each, today = _sums(places)
    taken = {"what it costs to serve them": paid - left, "people who leave": left - each,
             "money that comes later": each - today}  # fmt: skip
    return Told(
        summary=(
            f"The simple sum says £{paid:,.0f}. £{today:,.0f} is left over, of each who began, in "
            f"today's money. {_most(taken)}"
        ),
        facts=(
            ("To win one such customer", f"Above £{today:,.0f} you pay more than comes back."),
            ("Still there in the last year counted",
             f"{100 * _years(places)[-1].there:.0f} of 100 who began."),
        ),
        caption="The years one by one, in pounds",
        heads=("Year", "Paid", "Left over", "Of 100, still there", "Left over, of each who began",
               "In today's money"),
        rows=tuple(
            (str(number), f"{one.paid:,.0f}", f"{one.left:,.0f}", f"{100 * one.there:.0f}",
             f"{one.each:,.0f}", f"{one.today:,.0f}")
            for number, one in enumerate(_years(places), 1)
        ),
        supposed=SUPPOSED,
        alt=(
            f"£{paid:,.0f} is paid. £{left:,.0f} is left over, £{each:,.0f} of each who began, and "
            f"£{today:,.0f} in today's money."
        ),
    )  # fmt: skip


def _most(taken: dict[str, float]) -> str:
    what = max(taken, key=lambda one: taken[one])
    if taken[what] < 0.5:
        return "Here nothing is taken off."
    return f"Most of it goes for {what}: £{taken[what]:,.0f}."


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    names = ("Paid: the simple sum", "Left over of it", "Left over, of each who began",
             "The same in today's money")  # fmt: skip
    bars = tuple(
        Bar(name=name, value=value, label=f"£{value:,.0f}", strong=name == names[-1])
        for name, value in zip(names, _sums(places), strict=True)
    )
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="One lifetime, in four sums",
    sliders=(
        Slider(id="paid", label="Paid in a year", stops=tuple(range(10, 501, 10)), start=150,
               say=lambda n: f"£{n}"),
        Slider(id="years", label="Years that are counted", stops=tuple(range(1, 11)), start=3,
               say=lambda n: "1 year" if n == 1 else f"{n} years"),
        Slider(id="margin", label="Left over of each pound", stops=tuple(range(5, 101, 5)),
               start=30, say=lambda n: f"{n} pence"),
        Slider(id="stay", label="Still there a year later", stops=tuple(range(20, 101, 5)),
               start=60, say=lambda n: f"{n} of 100"),
        Slider(id="discount", label="Later money counts for less", stops=tuple(range(0, 31)),
               start=10, say=lambda n: f"{n} per cent a year"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
