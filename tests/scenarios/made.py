"""A scenario of one moment, into which a test puts the lines that it needs."""

from course.scenarios import Scenario
from course.scenarios.definition import (
    Choice,
    Customer,
    Ending,
    Fact,
    Line,
    Moment,
    Needs,
    Promise,
    Remedy,
    When,
)


def room(*lines: Choice, **changes: object) -> Scenario:
    """One moment that comes round again, and the lines to say in it."""
    parts: dict[str, object] = {
        "id": "room",
        "title": "Room",
        "channel": "phone",
        "customer": Customer(name="Ada Lin", about="", temperament="calm", mood=40),
        "brief": "",
        "agent_sees": (),
        "needs": Needs(stated="", unstated="", emotional=""),
        "facts": (Fact(id="when", text="By Friday."),),
        "remedies": (
            Remedy(id="right", text="The right thing", fit=1.0, needs=("when",)),
            Remedy(id="plain", text="A plain thing", fit=0.5),
            Remedy(id="wrong", text="A useless thing", fit=0.1),
            Remedy(id="gift", text="A gift", fit=0, goodwill=True),
            Remedy(id="big", text="A big thing", fit=0.5, authority="lead"),
        ),
        "promises": (
            Promise(id="kept", text="ring at four", kept=True),
            Promise(id="unkept", text="ring at five", kept=False),
            Promise(id="checked", text="ring", kept=False, kept_when=When(done=("record",))),
        ),
        "problem_terms": ("kettle",),
        "moments": (
            Moment(id="here", says=(Line(text="Well?"),), choices=lines),
            Moment(id="later", later="A day later", says=(Line(text="Hm."),), choices=lines),
        ),
        "endings": (
            Ending(id="solved", outcome="resolved", title="Solved", best=True),
            Ending(id="gone", outcome="abandoned", title="Gone"),
        ),
    }
    return Scenario(**{**parts, **changes})  # type: ignore[arg-type]


def line(name: str, *moves: str, next: str = "here", **more: object) -> Choice:
    return Choice(id=name, text=f"{name}.", moves=moves, next=next, **more)  # type: ignore[arg-type]
