"""The vocabulary of what an agent's words do: moves, acts, and the steps they build."""

from typing import Literal, get_args

Move = Literal[
    "greet",
    "acknowledge",
    "empathise",
    "apologise",
    "own",
    "clarify",
    "inform",
    "offer_solution",
    "set_time",
    "follow_up",
    "redirect",
    "policy_wall",
    "blame",
    "close",
]
"""What a sentence does to the person who hears it. One line can carry several."""

Act = Literal[
    "let_finish",
    "verify_identity",
    "hold",
    "check_understood",
    "check_solved",
    "check_promise",
    "record",
    "warn_early",
    "set_limit",
    "go_private",
    "hand_over",
]
"""What an agent does that the words alone do not show."""

Step = Literal["listen", "acknowledge", "apologise", "own", "solve", "follow_up"]
"""The complaint chain, in order. Learning from the complaint comes after the conversation."""

MOVES: tuple[Move, ...] = get_args(Move)
ACTS: tuple[Act, ...] = get_args(Act)
CHAIN: tuple[Step, ...] = get_args(Step)

MEANING: dict[str, str] = {
    "greet": "opens the contact and says who is speaking",
    "acknowledge": "says back this customer's problem, or accepts it as real",
    "empathise": "names or shares what the customer feels",
    "apologise": "says sorry",
    "own": "takes the matter on: 'I will', not 'someone should'",
    "clarify": "asks for something that is needed",
    "inform": "gives a fact",
    "offer_solution": "proposes a remedy or a next step",
    "set_time": "says when",
    "follow_up": "promises or invites a later contact",
    "redirect": "sends the customer to another place or team",
    "policy_wall": "refuses by rule and offers nothing else",
    "blame": "puts the fault on the customer or a third party",
    "close": "thanks, or ends the contact",
    "let_finish": "lets the customer finish",
    "verify_identity": "checks who is asking",
    "hold": "asks to hold, says how long, and comes back in time",
    "check_understood": "checks that the problem was understood",
    "check_solved": "asks whether the problem is solved",
    "check_promise": "checks that a promise can be kept before making it",
    "record": "writes the promise where colleagues will see it",
    "warn_early": "says in good time that a promise will be missed",
    "set_limit": "names a limit to abuse, and what happens next",
    "go_private": "moves a public conversation to a private one",
    "hand_over": "passes the case on with its whole story",
}
