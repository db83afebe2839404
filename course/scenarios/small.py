"""A scenario small enough to read in one go. The examples in the docstrings play it."""

from course.scenarios.definition import (
    Choice,
    Customer,
    Ending,
    Fact,
    HouseRule,
    Line,
    Moment,
    Needs,
    Note,
    Play,
    Promise,
    Remedy,
    Rubric,
    Scenario,
    When,
)
from course.scenarios.house_rules import HouseRules

SMALL_RULES = HouseRules(
    company="Birch Lane Pottery",
    values={"refund_limit": 25, "goodwill_limit": 5},
    rules=(
        HouseRule(
            id="refund-limit",
            title="Who may refund",
            text="An agent may replace or refund up to £{refund_limit}.",
        ),
    ),
)

SMALL = Scenario(
    id="broken-mug",
    title="The mug for Saturday",
    channel="phone",
    customer=Customer(
        name="Ines Okafor",
        about="A teaching assistant who ordered a mug for her father.",
        temperament="calm",
        mood=40,
    ),
    brief="Ines rings on Thursday morning. Her order arrived yesterday.",
    agent_sees=("One mug, £18, delivered Wednesday.",),
    needs=Needs(
        stated="A mug that is whole.",
        unstated="It must be there for her father's birthday on Saturday.",
        emotional="To stop worrying about Saturday.",
    ),
    facts=(Fact(id="saturday", text="It is for her father's birthday on Saturday."),),
    remedies=(
        Remedy(id="new-mug", text="A new mug by courier, there on Friday", fit=1.0, cost=22),
        Remedy(id="whole-set", text="A whole set of six", fit=0.6, cost=90),
    ),
    promises=(Promise(id="ring-friday", text="ring on Friday at five", kept=True),),
    problem_terms=("mug", "handle", "pieces"),
    cites=("refund-limit",),
    moments=(
        Moment(
            id="opening",
            typed=True,
            says=(Line(text="I have a mug here in two pieces. The handle came off in the box."),),
            choices=(
                Choice(
                    id="own-it",
                    text="A mug in two pieces is no use to you. I'm sorry. Leave it with me: "
                    "is there a day you need it by?",
                    moves=("acknowledge", "apologise", "own", "clarify"),
                    learns=("saturday",),
                    reply=(Line(text="Saturday. It's Dad's seventieth."),),
                    next="mending",
                    note=Note(
                        heard="You said the mug back and asked about the day.",
                        why="The day decides which remedy is any good.",
                    ),
                ),
                Choice(
                    id="sorry-only",
                    text="Good morning, I'm so sorry, how disappointing. I'll pass this on today "
                    "and somebody will be in touch with you very soon.",
                    moves=("greet", "apologise", "empathise", "own", "follow_up"),
                    next="mending",
                    note=Note(
                        heard="She heard kind words, and nothing about a mug.",
                        better="A mug in two pieces is no use to you. When do you need it?",
                        why="She cannot tell yet that you know what happened.",
                    ),
                ),
                Choice(
                    id="coupon",
                    text="Hello, thanks for ringing. I can send you one of our whole sets of six "
                    "today, with my compliments.",
                    moves=("greet", "offer_solution"),
                    remedy="whole-set",
                    next="mending",
                    note=Note(
                        heard="A large gift, before you knew what she needed.",
                        better="Is there a day you need the mug by?",
                        why="It costs five times the mug and may come too late.",
                    ),
                ),
                Choice(
                    id="ask-courier",
                    text="Thanks for telling us. That will have been the courier, and they do "
                    "look into breakages if you send them a photo.",
                    moves=("inform", "blame", "redirect"),
                    next="sent-away",
                    note=Note(
                        heard="You named someone else and gave her a task.",
                        better="I'll take it up with the courier. Let's get you a whole one.",
                        why="She bought it from you, not from the courier.",
                    ),
                ),
            ),
        ),
        Moment(
            id="mending",
            says=(
                Line(text="Sorry does not hold tea.", when=When(not_done=("acknowledge",))),
                Line(text="So what can you do?"),
            ),
            choices=(
                Choice(
                    id="new-mug",
                    text="A courier brings a new mug on Friday before noon. I'll ring you at five "
                    "to hear that it is whole.",
                    moves=("offer_solution", "set_time", "follow_up"),
                    remedy="new-mug",
                    promise="ring-friday",
                    next="mended",
                    note=Note(
                        heard="She heard a mug, a day and a call.", why="Nothing is left to guess."
                    ),
                ),
                Choice(
                    id="form",
                    text="I'm sorry again. What I can do is send you our returns form today, and "
                    "once it is back with us we will be in touch at once.",
                    moves=("apologise", "inform", "redirect", "follow_up"),
                    next="sent-away",
                    note=Note(
                        heard="She heard a form, and no date.",
                        better="A courier brings a new mug on Friday.",
                        why="The form serves the shop. She needs Saturday.",
                    ),
                ),
            ),
        ),
    ),
    endings=(
        Ending(
            id="mended",
            outcome="resolved",
            title="A new mug on its way",
            best=True,
            says=(Line(text="Friday. Good. Thank you."),),
        ),
        Ending(id="sent-away", outcome="abandoned", title="She buys a mug elsewhere"),
    ),
    rubric=Rubric(budget=25),
    plan=(
        Play(
            name="best",
            choices=("own-it", "new-mug"),
            ending="mended",
            handling=(90, 100),
            satisfaction=(4, 5),
        ),
        Play(
            name="passed on",
            choices=("ask-courier",),
            ending="sent-away",
            handling=(0, 40),
            satisfaction=(1, 2),
        ),
    ),
)
"""A broken mug, two turns. Not part of any lesson."""
