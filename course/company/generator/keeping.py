"""The tables about keeping customers; none of them changes a row of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.company.generator.asking import delivery_survey, wording_trial
from course.company.generator.assistant import assistant_chats
from course.company.generator.consents import consents
from course.company.generator.help_pages import feature_tips, help_visits
from course.company.generator.margins import newcomers, order_margins
from course.company.generator.plans import care_plans
from course.company.generator.trial import mail_trial, trial_mails

if TYPE_CHECKING:
    from course.company.columns import Table
    from course.company.generator.world import World


def keeping(world: World, people: Table, bought: Table, contacts: Table) -> dict[str, Table]:
    """The tables that follow from the customers, their orders and their recorded contacts."""
    agreed = consents(world, people)
    trial = mail_trial(world, people, bought, agreed)
    return {
        "consents": agreed,
        "mail-trial": trial,
        "trial-mails": trial_mails(world, trial),
        "delivery-survey": delivery_survey(world, bought),
        "wording-trial": wording_trial(world, bought),
        "help-visits": help_visits(world, people, contacts),
        "feature-tips": feature_tips(world, people, bought),
        "assistant-chats": assistant_chats(world, contacts),
        "care-plans": care_plans(world, people, bought, contacts),
        "newcomers": newcomers(world, people),
        "order-margins": order_margins(world, people, bought),
    }
