"""What the generator is told: the planted truths, and ordinary life around them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import convert

from course.company.keeping import EverydayKeeping
from course.company.running import EverydayRunning, Running
from course.company.strict import Strict

T = TypeVar("T")
HERE = Path(__file__).parent
_Numbers = tuple[int, ...]
_Weights = dict[str, int]


class Courier(Strict, frozen=True):
    """One region's parcels go to another courier from a day on."""

    region: str
    from_: date
    before: str
    after: str
    late_before: int
    late_after: int


class Chatbot(Strict, frozen=True):
    """An assistant that closes chats, solved or not."""

    from_: date
    closes: int
    solves: int
    marks_solved: int
    returns: int
    return_days: _Numbers
    return_channels: _Weights


class SmallTeam(Strict, frozen=True):
    """A team that asks whom it pleased."""

    team: str
    asks_pleased: int
    asks_others: int
    answers: int


class MixShift(Strict, frozen=True):
    """Channels change their shares, and all of them get better."""

    from_: date
    channels_before: _Weights
    channels_after: _Weights
    pleased_before: _Weights
    pleased_after: _Weights


class SilentMiddle(Strict, frozen=True):
    """Who answers, by what they felt, and when those who did not were rung."""

    answers: dict[int, int]
    calls_from: date
    calls_until: date
    reached: int


class Zeros(Strict, frozen=True):
    """When a blank was written as 0."""

    from_: date
    until: date
    skips_ease: int


class Duplicates(Strict, frozen=True):
    """When contacts were copied."""

    from_: date
    until: date
    copied: int


class Clock(Strict, frozen=True):
    """Whose clock is elsewhere, and how many minutes behind UTC."""

    team: str
    behind: int
    zone: str


class Warned(Strict, frozen=True):
    """Half of the late deliveries are announced."""

    from_: date
    campaign: str
    warned: int
    asks_unwarned: int
    asks_warned: int


class Leavers(Strict, frozen=True):
    """Members without a solution leave."""

    leaves: int
    days: _Numbers


class Planted(Running, frozen=True):
    """The parameters of all truths."""

    courier: Courier
    chatbot: Chatbot
    small_team: SmallTeam
    mix_shift: MixShift
    silent_middle: SilentMiddle
    zeros: Zeros
    duplicates: Duplicates
    clock: Clock
    warning: Warned
    leavers: Leavers


class Truth(Strict, frozen=True):
    """One truth as it is told: where to look, which calculators find it, what they must say."""

    told: str
    look_in: tuple[str, ...]
    found_with: tuple[str, ...]
    plant: dict[str, Any]
    expect: dict[str, Any]


class Truths(Strict, frozen=True):
    """All of truths.yaml."""

    seed: int
    customers: int
    first: date
    last: date
    truths: dict[str, Truth]

    @property
    def planted(self) -> Planted:
        """The parameters, typed.

        >>> truths().planted.courier.region
        'South West'
        """
        named = {
            name.replace("-", "_"): {
                key + ("_" if key == "from" else ""): value for key, value in truth.plant.items()
            }
            for name, truth in self.truths.items()
        }
        return convert(named, Planted)


class Orders(Strict, frozen=True):
    """How people buy."""

    how_many: dict[int, int]
    first_days: _Numbers
    gap_days: _Numbers
    months: _Numbers
    online: int
    shops: _Weights
    promised_days: dict[str, _Numbers]
    couriers: dict[str, str]
    late: _Weights
    late_days: _Numbers
    lost: int
    quantity: dict[int, int]


class Product(Strict, frozen=True):
    """One thing in the range; the price is in pence."""

    name: str
    kind: str
    price: int
    travels: str
    assembly: bool
    weight: int


class Enquiries(Strict, frozen=True):
    """Contacts that are not about an order."""

    how_many: dict[int, int]
    topics: _Weights


class Arrivals(Strict, frozen=True):
    """From which hour on contacts begin, and the weight of each hour."""

    from_: int
    weights: _Numbers


class Reviews(Strict, frozen=True):
    """Who writes in public, and with how many stars (weights of 1 to 5)."""

    of_orders: int
    named_order: int
    days: _Numbers
    stars_late: _Numbers
    stars: _Numbers


class Messages(Strict, frozen=True):
    """Of how many written contacts the words are kept."""

    of_contacts: int
    adds_detail: int
    thanks: int


class Campaign(Strict, frozen=True):
    """One round of outreach."""

    id: str
    title: str
    kind: str
    by: str
    from_: date
    until: date
    one_in: int


class Team(Strict, frozen=True):
    """A team, its days (marks from Monday), shifts and people."""

    id: str
    site: str
    days: str
    shifts: tuple[tuple[str, str], ...]
    people: tuple[str, ...]


class Baseline(Strict, frozen=True):
    """All of baseline.yaml."""

    regions: _Weights
    ages: _Weights
    needs: _Weights
    trade: int
    here_before: int
    joined_days_before: _Numbers
    consent: int
    consent_ends: int
    consent_days: _Numbers
    club: int
    club_days_after_joining: _Numbers
    club_lasts: _Numbers
    orders: Orders
    products: tuple[Product, ...]
    topics: tuple[str, ...]
    issues: dict[str, _Weights]
    issue_days: dict[str, _Numbers]
    enquiries: Enquiries
    causes: dict[str, _Weights]
    arrivals: dict[str, Arrivals]
    waits: dict[str, _Numbers]
    work: dict[str, _Numbers]
    later: _Weights
    later_minutes: _Numbers
    evening_mail: int
    bot_minutes: _Numbers
    solves: _Weights
    unsolved_seen: int
    never_closed: int
    passed_on: dict[int, int]
    returns: int
    return_days: _Numbers
    same_channel: int
    asked: int
    unsolved_costs: int
    pleased: dict[int, int]
    displeased: dict[int, int]
    answer_hours: _Numbers
    skips_recommend: int
    recommend: dict[int, _Numbers]
    ease: dict[int, _Numbers]
    reviews: Reviews
    messages: Messages
    campaigns: tuple[Campaign, ...]
    keeping: EverydayKeeping
    running: EverydayRunning
    opens: int
    closed_on: tuple[date, ...]
    teams: tuple[Team, ...]


@cache
def truths() -> Truths:
    """What is planted.

    >>> sorted(truths().truths)[:3]
    ['asked-for-person', 'assistant-to-phone', 'chatbot']
    """
    return convert(parsed("truths.yaml"), Truths)


@cache
def baseline() -> Baseline:
    """Ordinary life.

    >>> baseline().teams[0].id
    'phones'
    """
    return convert(_renamed(parsed("baseline.yaml")), Baseline)


@cache
def parsed(name: str) -> Any:
    """One of this folder's YAML files as plain data."""
    from course.yaml_text import parse

    return parse((HERE / name).read_text(encoding="utf-8"))[0]


def _renamed(data: Any) -> Any:
    # 'from' is a word of Python's own.
    if isinstance(data, dict):
        return {("from_" if key == "from" else key): _renamed(one) for key, one in data.items()}
    return [_renamed(one) for one in data] if isinstance(data, list) else data
