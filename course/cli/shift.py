"""`course shift`: a day on the desk as different people would work it, for those who lead one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, WRONG_USE, Sorry

if TYPE_CHECKING:
    from course.lessons import Course
    from course.shift import Day, Desk
    from course.shift.drawing import Fewer

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

PLANFUL = "fair-and-planful"
MOST_COLLEAGUES = 5
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
        desk = _desk(given)
    except (ContentError, NoDay) as error:
        raise Sorry(str(error)) from None
    if given.out:
        _refuse_what_is_there(given.out)
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


def _desk(given: argparse.Namespace) -> Desk:
    from msgspec.structs import replace

    from course.lessons.conversations import Conversations
    from course.shift import Rules, day_for
    from course.shift.drawing import under

    if not 0 <= given.colleagues <= MOST_COLLEAGUES:
        raise Sorry(f"Let from 0 to {MOST_COLLEAGUES} colleagues serve.", WRONG_USE)
    if given.refund_limit is not None and given.refund_limit < 0:
        raise Sorry("A refund limit is a number of pounds from 0 on.", WRONG_USE)
    pages = [_page(one) for one in given.help_page]
    course = _course(given.content)
    known = Conversations(course)
    rules = Rules(colleagues=given.colleagues)
    desk = day_for(given.seed, known.names, known, rules, pages)
    if given.refund_limit is None:
        return desk
    # Who would come was drawn by the rules as they are; only then may the lead change them.
    changed = _course(given.content)
    values = {**changed.house_rules.values, "refund_limit": given.refund_limit}
    changed.house_rules = replace(changed.house_rules, values=values)
    return under(desk, Conversations(changed))


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
