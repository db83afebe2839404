"""How many customers to ask: what is heard, and how surely it can be counted."""

from course.charts.asking import draw_asking, rows
from course.desk.sliders.asking_words import finding, in_hundred, often, span, summary
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.ratings.asking import asked

STOPS = (
    *range(3, 13), 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 350, 400,
)  # fmt: skip
"""Every customer while they are few, then wider apart."""
SUPPOSED = (
    "This supposes that customers are picked at random and that each one who has the need says so. "
    "Seven people in one evening are not picked at random, and many people say it only if they "
    "are asked well. The ranges are 95 % ranges: about one try in twenty falls outside."
)


def _told(places: Places) -> Told:
    n, share = places["customers"], places["in_hundred"] / 100
    one = asked(n, share)
    return Told(
        summary=summary(one),
        facts=(
            ("You hear it at least once", f"{in_hundred(one.chance).capitalize()} chances in 100."),
            ("You hear it", often(one)),
            (
                f"If {one.heard or 'none'} of {one.n} named it, its share is",
                f"{span(one).capitalize()}.",
            ),
        ),
        caption="What happens when you ask fewer or more",
        heads=("You ask", "Chances in 100 of hearing it", "Would name it", "Its share"),
        rows=tuple(
            (str(row.n), in_hundred(row.chance), str(row.heard), span(row))
            for row in rows(n, share)
        ),
        supposed=SUPPOSED,
        alt=finding(one),
    )


TOOL = Tool(
    title="How many to ask?",
    sliders=(
        Slider(id="customers", label="Customers you ask", stops=STOPS, start=12,
               say=lambda n: f"{n} customers"),
        Slider(id="in_hundred", label="Customers who have the need", stops=tuple(range(1, 51)),
               start=10, say=lambda n: f"{n} in 100"),
    ),
    told=_told,
    draw=lambda places, dark, narrow: draw_asking(
        places["customers"], places["in_hundred"] / 100, dark=dark, narrow=narrow
    ),
)  # fmt: skip
