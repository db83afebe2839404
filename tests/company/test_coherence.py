"""Nothing in the records happens before it can, and only planted faults break a rule."""

from __future__ import annotations

import pandas as pd

from course.company.settings import baseline, truths

from .finding import SAME, Tables, end, moment


def midnight(moments: pd.Series) -> pd.Series:
    plain: pd.Series = moments.dt.tz_localize(None).dt.normalize()
    return plain


def test_everything_lies_within_the_records(table: Tables):
    for name, column in (
        ("orders", "ordered"),
        ("contacts", "opened"),
        ("contacts", "resolved"),
        ("messages", "sent"),
        ("surveys", "sent"),
        ("surveys", "answered"),
        ("survey-calls", "called"),
        ("outreach", "sent"),
    ):
        times = table(name)[column].dropna()
        assert times.min() >= moment(truths().first), (name, column)
        assert times.max() < end(), (name, column)


def test_orders_follow_the_account_and_goods_the_order(table: Tables):
    orders = table("orders").merge(table("customers"), on="customer_id")
    day = midnight(orders.ordered)
    assert (day >= orders.joined).all()
    sent = orders.courier.notna()
    assert (sent == orders.promised.notna()).all()
    assert (orders.promised > day)[sent].all()
    came = orders.delivered.notna()
    assert (sent | ~came).all()
    assert (orders.delivered > day)[came].all()
    prices = {product.name: product.price for product in baseline().products}
    pence = orders["product"].map(prices) * orders.quantity.astype(int)
    assert (orders.amount.mul(100).round().astype(int) == pence).all()


def test_contacts_follow_the_order_and_the_account(table: Tables):
    contacts = table("contacts").merge(table("customers"), on="customer_id")
    assert (midnight(contacts.opened) >= contacts.joined).all()
    about = contacts.merge(table("orders"), on="order_id", suffixes=("", "_of_order"))
    assert (about.customer_id == about.customer_id_of_order).all()
    assert (about.opened > about.ordered).all()
    assert contacts.order_id.notna().eq(~contacts.topic.isin(baseline().enquiries.topics)).all()


def test_answers_and_solutions_come_in_order(table: Tables):
    contacts = table("contacts")
    right = contacts.team.ne(truths().planted.clock.team)
    assert not (contacts.first_response < contacts.opened)[right].any()
    assert not (contacts.resolved < contacts.first_response)[right].any()
    assert not (contacts.resolved <= contacts.opened).any()
    assert (contacts.resolved.notna() == contacts.outcome.notna()).all()
    assert contacts.first_response.notna()[contacts.resolved.notna()].all()


def test_twins_are_alike_but_for_number_and_system(table: Tables):
    contacts = table("contacts")
    both = contacts[contacts.duplicated(SAME, keep=False)]
    alike = both.drop(columns=["contact_id", "system"])
    assert alike.drop_duplicates().shape[0] * 2 == len(both)


def test_agents_answer_in_their_own_team_and_on_shift(table: Tables):
    contacts, agents = table("contacts"), table("agents")
    bot = contacts.team.eq("bot")
    assert contacts[bot].agent_id.isna().all()
    assert (contacts.agent_id.notna() == contacts.first_response.notna())[~bot].all()
    done = contacts[contacts.agent_id.notna()].merge(agents, on="agent_id", suffixes=("", "_own"))
    assert (done.team == done.team_own).all()

    done = done[done.team.ne(truths().planted.clock.team)]
    done = done.assign(date=midnight(done.first_response))
    shifts = done.merge(table("shifts"), on=["agent_id", "date"], how="left")
    assert shifts.starts.notna().all()
    clock = shifts.first_response.dt.strftime("%H:%M")
    assert ((shifts.starts <= clock) & (clock < shifts.ends)).all()


def test_surveys_follow_the_contact_and_the_calls_the_survey(table: Tables):
    asked = table("surveys").merge(table("contacts"), on="contact_id")
    assert (asked.sent > asked.resolved).all()
    assert not (asked.answered <= asked.sent).any()
    assert asked.team.ne("bot").all()
    silent = asked.answered.isna()
    assert (silent == asked.satisfaction.isna()).all()
    assert asked[silent][["recommend", "ease"]].isna().all().all()
    calls = table("survey-calls").merge(asked, on="contact_id", suffixes=("", "_written"))
    assert (calls.called > calls.sent).all()
    assert calls.answered.isna().all()
    assert (calls.reached.eq("yes") == calls.satisfaction.notna()).all()
    people = calls.merge(table("customers"), on="customer_id")
    assert people.needs.ne("no phone calls please").all()


def test_marketing_goes_to_those_who_agreed(table: Tables):
    sent = table("outreach").merge(table("campaigns"), on="campaign_id", suffixes=("", "_of"))
    day = midnight(sent.sent)
    assert ((sent.starts <= day) & (day <= sent.ends)).all()
    sent = sent.merge(table("customers"), on="customer_id")
    day = midnight(sent.sent)
    marketing = sent.kind.eq("marketing")
    agreed = (sent.consent_from <= day) & (sent.consent_until.isna() | (sent.consent_until > day))
    assert agreed[marketing].all()
    assert sent.order_id.notna().eq(~marketing).all()
    warned = sent[~marketing].merge(table("orders"), on="order_id")
    assert (midnight(warned.sent) < warned.promised).all()
    assert (warned.sent > warned.ordered).all()


def test_consent_and_club_end_after_they_begin(table: Tables):
    people = table("customers")
    assert not (people.consent_until <= people.consent_from).any()
    assert not (people.club_left < people.club_joined).any()
    assert people.club_joined.notna()[people.club_left.notna()].all()


def test_messages_belong_to_written_contacts(table: Tables):
    written = table("messages").merge(table("contacts"), on="contact_id")
    assert set(written.channel) == {"e-mail", "chat", "social"}
    first = written.drop_duplicates("contact_id")
    assert first.sender.eq("customer").all()
    assert (first.sent == first.opened).all()
    assert written.groupby("contact_id").sent.apply(lambda sent: sent.is_monotonic_increasing).all()
    assert (
        written.sender.eq("assistant") == (written.team.eq("bot") & written.sender.ne("customer"))
    ).all()


def test_reviews_follow_the_goods(table: Tables):
    named = table("reviews").merge(table("orders"), on="order_id")
    there = named.delivered.fillna(midnight(named.ordered))
    assert (named.posted > there).all()


def test_consent_by_email_is_that_of_the_customers(table: Tables):
    mail = table("consents").query("channel == 'e-mail'").merge(table("customers"), how="right")
    assert mail.given.equals(mail.consent_from)
    assert mail.withdrawn.equals(mail.consent_until)
    every = table("consents")
    assert not (every.withdrawn <= every.given).any()


def test_the_trial_asks_who_had_agreed_when_the_list_was_made(table: Tables):
    made, plant = pd.Timestamp(truths().planted.stale_list.made), truths().planted.uplift
    mail = table("consents").query("channel == 'e-mail'")
    trial = table("mail-trial").merge(mail, on="customer_id", how="left")
    assert (trial.given < made).all()
    assert (trial.withdrawn.isna() | (trial.withdrawn > made)).all()
    assert trial.how.ne("ticked for them").all()
    assert trial[trial.drawn.eq("control")].written.eq("no").all()
    buys = trial.bought.eq("yes")
    assert (buys == (trial.amount > 0)).all()
    assert (buys == trial.bought_on.notna()).all()
    bought = trial.bought_on.dropna()
    assert bought.between(pd.Timestamp(plant.from_), pd.Timestamp(plant.until)).all()
    year = table("orders").assign(day=midnight(table("orders").ordered))
    days = pd.Timedelta(days=truths().planted.stale_list.buys_within)
    year = year[(year.day < made) & (year.day >= made - days)]
    assert (trial.customer_id.isin(year.customer_id) == trial.buying.eq("regular")).all()


def test_mails_stop_when_somebody_has_had_enough(table: Tables):
    mails, trial = table("trial-mails"), table("mail-trial")
    assert set(mails.customer_id) == set(trial[trial.written.eq("yes")].customer_id)
    one = mails.groupby("customer_id")
    last = one.mail.transform("max")
    assert (one.cumcount() + 1 == mails.mail).all()
    assert (mails.mail == last)[mails.no_more.eq("yes")].all()
    wanted = mails.customer_id.map(trial.set_index("customer_id").drawn)
    wanted = wanted.map({"three mails": 3, "six mails": 6})
    stopped = one.no_more.transform("last").eq("yes")
    assert ((last == wanted) | stopped).all()


def test_the_survey_follows_the_delivery_and_the_call_the_silence(table: Tables):
    asked = table("delivery-survey").merge(table("orders"), on="order_id")
    assert (asked.asked > asked.delivered).all()
    assert not (asked.answered < asked.asked).any()
    assert (asked.answered.notna() == asked.satisfaction.notna()).all()
    assert asked[asked.rung.notna()].answered.isna().all()
    assert asked[asked.on_phone.notna()].rung.notna().all()
    assert not (asked.rung < asked.asked + pd.Timedelta(days=10)).any()
    assert asked[["answered", "rung"]].max().max() <= pd.Timestamp(truths().last)


def test_help_is_read_just_before_the_contact(table: Tables):
    visits = table("help-visits")
    assert visits.opened.min() >= moment(truths().planted.help_page.from_)
    assert visits.opened.max() < end()
    assert (visits.got_in_touch.eq("yes") == visits.contact_id.notna()).all()
    both = visits.merge(table("contacts"), on="contact_id", suffixes=("", "_of_contact"))
    assert (both.customer_id == both.customer_id_of_contact).all()
    wait = both.opened_of_contact - both.opened
    assert wait.between(pd.Timedelta(minutes=5), pd.Timedelta(hours=2)).all()
    assert both.groupby("page").topic.nunique().eq(1).all()
    people = visits.merge(table("customers"), on="customer_id")
    assert (midnight(people.opened) >= people.joined).all()


def test_chats_of_the_assistant_are_those_in_the_contacts(table: Tables):
    chats, contacts = table("assistant-chats"), table("contacts")
    bot = contacts[contacts.team.eq("bot")].drop_duplicates(SAME)
    assert set(chats.contact_id) == set(bot.contact_id)
    assert chats[chats.asked_for_person.eq("yes")].thumb.isna().all()


def test_plans_know_what_went_before(table: Tables):
    plans, year = table("care-plans"), pd.Timedelta(days=365)
    assert not (plans.ended <= plans.started).any()
    assert plans.ended.max() <= pd.Timestamp(truths().last)

    def before(rows: pd.DataFrame, day: str) -> pd.DataFrame:
        both = plans.merge(rows, on="customer_id")
        when = midnight(both[day])
        return both[(when < both.started) & (when >= both.started - year)]

    bought = before(table("orders"), "ordered").groupby("customer_id").size()
    told = plans.set_index("customer_id").orders_before
    assert (bought.reindex(told.index).fillna(0) == told).all()
    topics = ["delivery", "damage", "wrong item", "assembly", "refund"]
    contacts = table("contacts")
    closed = before(contacts[contacts.topic.isin(topics)], "resolved")
    last = closed.sort_values("resolved", kind="stable").groupby("customer_id").outcome.last()
    told = plans.set_index("customer_id").complaint
    assert (last.reindex(told.index).fillna("none") == told).all()


def test_margins_belong_to_all_orders_of_new_customers(table: Tables):
    people, new = table("customers"), table("newcomers")
    began = people[people.joined >= pd.Timestamp(truths().first)].set_index("customer_id").joined
    assert new.set_index("customer_id").first_bought.eq(began).all()
    theirs = table("orders").query("customer_id in @new.customer_id")
    assert set(table("order-margins").order_id) == set(theirs.order_id)
    first = theirs.drop_duplicates("customer_id").set_index("customer_id").ordered
    assert set(first.index) == set(new.customer_id)
    assert (midnight(first) == began.reindex(first.index)).all()


def test_the_phone_team_is_the_one_of_the_shifts(table: Tables):
    hours, agents = table("phone-hours"), table("agents")
    phones = agents[agents.team.eq("phones")].agent_id
    shifts = table("shifts")
    shifts = shifts[shifts.agent_id.isin(phones)]
    first, last = (shifts[name].str[:2].astype(int) for name in ("starts", "ends"))
    assert set(hours.date) <= set(shifts.date)
    assert hours.groupby("date").size().eq(12).all()
    for hour in range(8, 20):
        these = hours[hours.hour.eq(hour)]
        there = shifts[(first <= hour) & (last > hour)].groupby("date").size()
        assert (these.on_duty.to_numpy() <= there.reindex(these.date).to_numpy()).all()
    assert (hours.in_time <= hours.answered).all()
    assert (hours.answered <= hours.calls).all()
    assert (hours.busy_minutes <= hours.on_duty * 60).all()


def test_evenings_of_the_trial_end_the_same_day_only_where_the_desk_was_open(table: Tables):
    trial, plant = table("evening-trial"), truths().planted.evening_closed
    days = trial.first_contact
    assert days.between(pd.Timestamp(plant.from_), pd.Timestamp(plant.until)).all()
    assert days.dt.day_of_week.ne(6).all()
    assert days.is_monotonic_increasing
    # Who buys within 180 days does so within the records.
    assert days.max() + pd.Timedelta(days=180) <= pd.Timestamp(truths().last)
    closed = trial.desk.eq("closed")
    # From 22:00 at the latest to 08:00 the next day, and over Sunday.
    assert trial.hours[closed].between(10, 51).all()
    assert trial.hours[~closed].max() < 4
    assert (trial.margin.gt(0) == trial.bought_again.eq("yes")).all()


def test_journeys_go_from_channel_to_channel_and_end_once(table: Tables):
    steps, plant = table("journeys"), truths().planted.assistant_to_phone
    one = steps.groupby("journey_id")
    assert (one.cumcount() + 1 == steps.step).all()
    assert one.size().ge(2).all()
    assert one.date.apply(lambda dates: dates.is_monotonic_increasing).all()
    assert steps.date.between(pd.Timestamp(plant.from_), pd.Timestamp(plant.until)).all()
    first = steps.step.eq(1)
    before = one.channel.shift()
    assert before[~first].eq(steps.came_from[~first]).all()
    assert steps.came_from[~first].ne(steps.channel[~first]).all()
    assert steps[first][["came_from", "waited", "told_again"]].isna().all().all()
    assert steps[~first][["came_from", "waited", "told_again"]].notna().all().all()
    last = one.step.transform("max").eq(steps.step)
    assert (steps.ended_here.notna() == last).all()


def test_nobody_gives_more_than_the_limit_without_asking(table: Tables):
    every, plant = table("decisions"), truths().planted.what_one_may_give
    assert set(every.limit) == set(plant.limits)
    alone = every.asked_lead.eq("no")
    assert (every.given <= every.limit)[alone].all()
    assert (every.given > every.limit)[~alone].any()
    assert every.date.between(pd.Timestamp(plant.from_), pd.Timestamp(plant.until)).all()


def test_both_leads_marked_every_line_of_every_call(table: Tables):
    marks, plant = table("call-marks"), truths().planted.marked_apart
    assert len(marks) == plant.calls * len(plant.lines)
    assert marks.groupby("call").line.nunique().eq(len(plant.lines)).all()
    assert marks.groupby("call").date.nunique().eq(1).all()


def test_weeks_are_those_of_the_phone_team(table: Tables):
    weeks, agents = table("team-weeks"), table("agents")
    assert set(weeks.agent_id) == set(agents[agents.team.eq("phones")].agent_id)
    assert weeks.week.dt.day_of_week.eq(0).all()
    assert weeks.groupby("week").size().eq(weeks.agent_id.nunique()).all()
    # The working days of the four weeks after lie within the records.
    assert weeks.week.max() + pd.Timedelta(days=7 * 5 - 2) <= pd.Timestamp(truths().last)
    low, high = truths().planted.full_weeks.bands
    edges = pd.cut(weeks.occupancy.astype(int), [0, low, high, 100])
    assert pd.crosstab(edges, weeks.band).astype(bool).sum().eq(1).all()
    busy = weeks.contacts * baseline().running.talk_seconds / 3600
    assert (abs(busy / weeks.hours * 100 - weeks.occupancy) < 2).all()


def test_weeks_of_one_person_share_their_sick_days(table: Tables):
    weeks = table("team-weeks").sort_values(["agent_id", "week"])
    # From one row to the next one week leaves the four and another comes, each of five days.
    step = weeks.groupby("agent_id").sick_after.diff().dropna()
    assert abs(step).max() <= 5
    assert weeks.sick_after.gt(0).any()


def test_prize_months_follow_each_other_in_both_teams(table: Tables):
    months, plant = table("prize-months"), truths().planted.prize
    for _, these in months.groupby("team"):
        wanted = pd.date_range(plant.from_, plant.until, freq="MS")
        assert these.month.tolist() == wanted.tolist()
    assert (months.rang_again <= months.calls).all()
    assert set(months.team) == set(baseline().running.helping_teams)
