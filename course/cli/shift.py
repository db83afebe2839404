"""`course shift`: a day on the desk as different people would work it, for those who lead one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, WRONG_USE, Sorry

if TYPE_CHECKING:
    from course.lessons import Course
    from course.shift import Day, Desk
    from course.shift.drawing import Fewer
    from course.shift.policies import Player

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

PLANFUL = "fair-and-planful"
MOST_COLLEAGUES = 5
MOST_DAYS = 200
TABLES = ("contacts.csv", "surveys.csv")


def arguments(verbs: Verbs) -> None:
    """Says what `course shift` understands."""
    one = verbs.add_parser("shift", help="see what becomes of a day on the desk, and what if")
    one.add_argument("--seed", type=int, required=True, metavar="N", help="which day")
    one.add_argument(
        "--policy", default=PLANFUL, metavar="NAME",
        help=f"whose day to tell in full; without it, {PLANFUL}",
    )  # fmt: skip
    one.add_argument("--out", type=Path, metavar="DIR", help="where the tables of that day go")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.add_argument(
        "--colleagues", type=int, default=0, metavar="N", help="so many others serve as well"
    )
    one.add_argument(
        "--refund-limit", type=int, metavar="POUNDS", help="what may be refunded without asking"
    )
    one.add_argument(
        "--help-page", action="append", default=[], metavar="TOPIC=PERCENT",
        help="so many per cent of a topic's customers find the answer by themselves",
    )  # fmt: skip
    one.add_argument(
        "--days", type=int, default=1, metavar="N",
        help="what the change does on N days, from this seed on: the means, and what may be chance",
    )  # fmt: skip
    one.set_defaults(verb=run)


def run(given: argparse.Namespace) -> int:
    """Prints who gets in touch, what each way of working comes to, and one day in full."""
    from course.lessons import ContentError
    from course.shift.fair import NoDay
    from course.shift.policies import PEOPLE, TRICKS, play
    from course.shift.told import ended, queue, reached

    players = {named(name): player for name, player in {**PEOPLE, **TRICKS}.items()}
    if given.policy not in players:
        raise Sorry(
            f"There is no policy {given.policy!r}; there are {', '.join(players)}.", WRONG_USE
        )
    try:
        desks = _desks(given)
        _, desk = desks(given.seed)
        if given.out:
            _refuse_what_is_there(given.out)
        if _changes(given):
            print(f"What changes, as {given.policy} works it:")
            print(_rehearse(given, desks, players[given.policy]), end="\n\n")
    except (ContentError, NoDay) as error:
        raise Sorry(str(error)) from None
    if given.days > 1:
        return DONE
    print(queue(desk), end="\n\n")
    print("Looking for the best day; that takes some seconds.", file=sys.stderr)
    print(reached(desk), end="\n\n")
    day, log = play(desk, players[given.policy])
    print(f"{given.policy}:")
    print(ended(day, log))
    if given.out:
        _write(given.out, day)
    return DONE


def named(policy: str) -> str:
    """A policy as it is named on the command line.

    >>> named("first come, first served")
    'first-come-first-served'
    """
    return policy.replace(",", "").replace(" ", "-")


def _desks(given: argparse.Namespace) -> Callable[[int], tuple[Desk, Desk]]:
    """Gives the desk of a seed, and the same with what a lead changes."""
    from msgspec.structs import replace

    from course.lessons.conversations import Conversations
    from course.shift import Rules, day_for
    from course.shift.drawing import under

    if not 0 <= given.colleagues <= MOST_COLLEAGUES:
        raise Sorry(f"Let from 0 to {MOST_COLLEAGUES} colleagues serve.", WRONG_USE)
    if given.refund_limit is not None and given.refund_limit < 0:
        raise Sorry("A refund limit is a number of pounds from 0 on.", WRONG_USE)
    if not 1 <= given.days <= MOST_DAYS:
        raise Sorry(f"Rehearse from 1 to {MOST_DAYS} days.", WRONG_USE)
    if given.days > 1 and not _changes(given):
        raise Sorry(
            "With --days, say what you would change: --colleagues, --refund-limit or --help-page.",
            WRONG_USE,
        )
    pages = [_page(one) for one in given.help_page]
    known, rules = Conversations(_course(given.content)), Rules(colleagues=given.colleagues)
    limited = None
    if given.refund_limit is not None:
        # Who would come was drawn by the rules as they are; only then may the lead change them.
        changed = _course(given.content)
        values = {**changed.house_rules.values, "refund_limit": given.refund_limit}
        changed.house_rules = replace(changed.house_rules, values=values)
        limited = Conversations(changed)

    def desks(seed: int) -> tuple[Desk, Desk]:
        usual = day_for(seed, known.names, known)
        if not _changes(given):
            return usual, usual
        desk = day_for(seed, known.names, known, rules, pages)
        return usual, under(desk, limited) if limited else desk

    return desks


def _changes(given: argparse.Namespace) -> bool:
    """Whether a lead changes anything."""
    return bool(given.colleagues or given.help_page) or given.refund_limit is not None


def _rehearse(
    given: argparse.Namespace, desks: Callable[[int], tuple[Desk, Desk]], player: Player | None
) -> str:
    """The same days without and with the change, worked in one way."""
    from course.shift.policies import play
    from course.shift.told import changes, rehearsed

    pairs = [desks(given.seed + more) for more in range(given.days)]
    usual, changed = ([play(pair[at], player)[0] for pair in pairs] for at in (0, 1))
    if given.days == 1:
        return changes(usual[0], changed[0])
    return rehearsed(usual, changed)


def _course(named: Path | None) -> Course:
    from course.lessons import load_course

    if named is not None and not named.is_dir():
        raise Sorry(f"There is no content folder called {named}.", WRONG_USE)
    return load_course(named.resolve() if named else None)


def _page(said: str) -> Fewer:
    from course.scenarios.definition import TOPICS
    from course.shift.drawing import Fewer

    topic, _, percent = said.partition("=")
    if topic not in TOPICS or not percent.isdecimal() or not 0 <= int(percent) <= 100:
        raise Sorry(
            f"--help-page is a topic and how many per cent stay away, as in delivery=50, not "
            f"{said!r}. Topics: {', '.join(TOPICS)}.",
            WRONG_USE,
        )
    return Fewer(topic, int(percent))


def _refuse_what_is_there(folder: Path) -> None:
    for name in TABLES:
        if (folder / name).exists():
            raise Sorry(f"{folder / name} is there already. Move it away, or use another --out.")


def _write(folder: Path, day: Day) -> None:
    """The tables of a day; what is there already stays."""
    from course.shift.table import contacts_text, surveys_text

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in zip(TABLES, (contacts_text(day), surveys_text(day)), strict=True):
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(folder / name)
