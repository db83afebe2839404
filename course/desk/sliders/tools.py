"""All the tools with sliders, by the name that a page calls them."""

from course.desk.sliders import (
    card,
    giving,
    groups,
    how_many,
    kept,
    letter,
    lifetime,
    people,
    remembered,
    silence,
    talk,
)
from course.desk.sliders.tool import Tool

TOOLS: dict[str, Tool] = {
    "how-many-to-ask": how_many.TOOL,
    "who-answers": silence.TOOL,
    "letter-trial": letter.TOOL,
    "loyalty-card": card.TOOL,
    "lifetime-value": lifetime.TOOL,
    "retention-and-profit": kept.TOOL,
    "peak-and-end": remembered.TOOL,
    "talk-or-causes": talk.TOOL,
    "list-in-groups": groups.TOOL,
    "people-and-waits": people.TOOL,
    "how-much-to-give": giving.TOOL,
}
