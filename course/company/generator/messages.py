"""The words of some of the written contacts: what the customer wrote, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.calendar import DAY
from course.company.columns import BLANK, at, length
from course.company.generator.phrases import Line, lines, spoken_day
from course.company.settings import baseline

if TYPE_CHECKING:
    from course.company.columns import Table, Texts
    from course.company.generator.world import World

_WRITTEN = ("e-mail", "chat", "social")


def messages(world: World, people: Table, bought: Table, contacts: Table) -> Table:
    """Two or three messages of each contact whose words are kept, in order of time.

    Their times come from the mail server, so they are right even where the desk's are not.
    """
    import numpy as np

    told = world.life.messages
    every = contacts["key"].astype(np.uint64)
    kept = np.isin(contacts["channel"].astype(str), _WRITTEN) & (contacts["copy"] == 0)
    kept &= world.draws.chance("words kept", every, told.of_contacts)
    found = at(contacts, np.flatnonzero(kept))
    words = _Words(world, people, bought, found)
    rows: list[tuple[str, str, int, str, str]] = []
    for row in range(length(found)):
        contact = str(found["contact_id"][row])
        for number, (at_minute, sender, text) in enumerate(words.of(row), start=1):
            rows.append((f"{contact}-{number}", contact, at_minute, sender, text))
    columns: list[Texts] = [
        np.array([row[place] for row in rows], dtype=np.int64 if place == 2 else object)
        for place in range(5)
    ]
    names = ("message_id", "contact_id", "sent", "sender", "text")
    return dict(zip(names, columns, strict=True))


class _Words:
    """Draws for all contacts at once, sentences for one after the other."""

    def __init__(self, world: World, people: Table, bought: Table, found: Table) -> None:
        import numpy as np

        self.found, self.people, self.bought, self.world = found, people, bought, world
        told, lots = world.life.messages, world.draws
        matter, keys = found["matter"].astype(np.uint64), found["key"].astype(np.uint64)
        goods = lots.pick("asked about", matter, [one.weight for one in world.life.products])
        self.goods = np.where(
            found["order"] >= 0, np.append(bought["product_code"], 0)[found["order"]], goods
        ).tolist()
        # The opening belongs to the matter, so that who comes back speaks of the same thing.
        self.opening = lots.below("opening", matter, 1 << 16).tolist()
        self.lot = {
            name: lots.below(name, keys, 1 << 16).tolist()
            for name in ("detail", "reply", "again", "afterwards")
        }
        self.adds = lots.chance("adds detail", keys, told.adds_detail).tolist()
        self.thanks = lots.chance("afterwards at all", keys, told.thanks).tolist()
        self.late = np.append(bought["late"], False)[found["order"]].tolist()
        self.agents = dict(_agents())

    def of(self, row: int) -> list[tuple[int, str, str]]:
        """When, who and what, for one contact."""
        found, slots = self.found, self._slots(row)
        topic, bot = str(found["topic"][row]), found["team"][row] == "bot"
        about = ("late" if self.late[row] else "waiting") if topic == "delivery" else topic
        fitting = self._lines(row, "openings", about)
        opening = fitting[self.opening[row] % len(fitting)]
        opened = int(found["opened"][row])
        said = [(opened, "customer", self._first(row, opening).format_map(slots))]
        if found["answered"][row] == BLANK:
            return said
        usual = self._lines(row, *(("bot", topic) if bot else ("replies", about)))
        answers = [line.say for line in usual]
        # Most of those who write about something particular get an answer to just that.
        if opening.answers and not bot and self.lot["reply"][row] % 3:
            answers = list(opening.answers)
        reply = answers[self.lot["reply"][row] // 3 % len(answers)].format_map(slots)
        when = opened + 1 if bot else int(found["answered"][row])
        said.append((when, "assistant" if bot else "agent", reply))
        if found["closed"][row] and self.thanks[row]:
            glad = found["felt"][row] >= 4 and found["solved"][row]
            after = self._lines(row, "pleased" if glad else "displeased")
            last = max(int(found["resolved"][row]), when) + 2
            if last < self.world.end:
                text = after[self.lot["afterwards"][row] % len(after)].say
                said.append((last, "customer", text))
        return said

    def _first(self, row: int, opening: Line) -> str:
        group = "" if self.found["depth"][row] == 0 else "again"
        group = "after_bot" if self.found["after_bot"][row] else group
        text = opening.say
        if group:
            before = self._lines(row, group)
            text = before[self.lot["again"][row] % len(before)].say
        need = str(self.people["needs"][self.found["row"][row]])
        if self.adds[row]:
            more = self._lines(row, "needs", need) if need else ()
            more = more or self._lines(row, "details")
            text += " " + more[self.lot["detail"][row] % len(more)].say
        return text

    def _lines(self, row: int, group: str, part: str = "") -> tuple[Line, ...]:
        return lines(
            "words.yaml",
            group,
            part,
            kind=baseline().products[self.goods[row]].kind,
            topic=str(self.found["topic"][row]),
            age=str(self.people["age"][self.found["row"][row]]),
        )

    def _slots(self, row: int) -> dict[str, str]:
        found, order = self.found, int(self.found["order"][row])
        bought = self.bought
        name = baseline().products[self.goods[row]].name
        agent = self.agents.get(str(found["agent_id"][row]), "").split(" ")[0]
        return {
            "product": name.lower(),
            "order": str(bought["order_id"][order]) if order >= 0 else "what I wrote",
            "ordered": spoken_day(int(bought["ordered"][order]) // DAY) if order >= 0 else "",
            "promised": spoken_day(int(bought["promised"][order])) if order >= 0 else "",
            "name": str(self.people["name"][found["row"][row]]).split(" ")[0],
            "agent": agent,
        }


def _agents() -> list[tuple[str, str]]:
    from course.company.generator.roster import agents

    table = agents()
    return list(zip(table["agent_id"].tolist(), table["name"].tolist(), strict=True))
