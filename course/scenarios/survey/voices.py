"""How four kinds of people put the same thing. `comment.py` picks and fills in.

In braces: ``line``, the agent's words in quotation marks; ``thing``, a remedy or a promise, at the
start of a sentence as ``Thing``; ``rang``, ``call``, ``rings`` and ``phone``, by channel.
"""

from course.language.row import Voice
from course.scenarios.definition import Channel

GLAD: dict[str, Voice] = {
    "resolved": Voice(
        "It's settled, and I know where I am.",
        "I can stop worrying about it now.",
        "Done.",
        "Credit where it's due, it got done.",
    ),
    "resolved_too": Voice(
        "All as it should be.",
        "It's off my mind.",
        "Fixed.",
        "No complaints, for once.",
    ),
    "partly_resolved": Voice(
        "Not what I {rang} for, but I can live with it.",
        "It isn't everything, and it does help.",
        "Not all of it. Enough.",
        "Not all of it, but somebody tried.",
    ),
    "escalated": Voice(
        "Somebody else has it now, and I know who.",
        "Somebody else has it now, and I was told what happens next.",
        "Passed on, properly.",
        "It went up the line, and they told me where.",
    ),
    "abandoned": Voice("I left it there.", "I left it in the end.", "Left it.", "I've left it."),
}
"""How it ended, where the customer is content."""

SORRY: dict[str, Voice] = {
    "resolved": Voice(
        "It was put right in the end.",
        "It came right in the end. I wouldn't want it twice.",
        "Sorted, eventually.",
        "It got done. It shouldn't have taken that.",
    ),
    "partly_resolved": Voice(
        "It isn't what I {rang} for.",
        "I'm still not sure that it's over.",
        "Half a job.",
        "Some of it. Not all of it.",
    ),
    "escalated": Voice(
        "It has gone to somebody else, and I am waiting to hear.",
        "Somebody else has it now, and I keep looking at my {phone}.",
        "Passed on. Still waiting.",
        "Pushed up the line. Let's see if anybody {rings}.",
    ),
    "abandoned": Voice(
        "I have left it there. It wasn't worth another {call}.",
        "I gave up. I didn't know who else to ask.",
        "Gave up.",
        "I'm done with you.",
    ),
}
"""How it ended, where the customer is not."""

HIGH: dict[str, Voice] = {
    "solution": Voice(
        "{Thing}: that answered it.",
        "{Thing}. I'd never have thought of it.",
        "{Thing}. That did it.",
        "{Thing}. That's all I ever wanted.",
    ),
    "solution_too": Voice(
        "{Thing}. I couldn't have asked for better.",
        "They came up with {thing}, and I could breathe again.",
        "{Thing}. No fuss.",
        "{Thing}. First sensible thing anyone offered.",
    ),
    "solution_part": Voice(
        "{Thing}. It will have to do.",
        "{Thing} is something, at least.",
        "{Thing}. It'll do.",
        "{Thing}. Better than nothing.",
    ),
    "solution_said": Voice(
        "{line} From there on it was in hand.",
        "{line} I could have hugged them.",
        "{line} Good.",
        "{line} About time somebody said it.",
    ),
    "promise_kept": Voice(
        "{Thing}: promised, and done.",
        "They promised me {thing}, and it was true.",
        "{Thing}. As promised.",
        "{Thing}. They said it and they did it.",
    ),
    "promise_kept_said": Voice(
        "They said what they would do, and did it.",
        "They did what they'd said, so I needn't have worried.",
        "Did what they said.",
        "They said it and they did it. That's new.",
    ),
}
"""What stays from a good contact, besides moves and acts."""

LOW: dict[str, Voice] = {
    "promise_broken": Voice(
        "I was told {line} It didn't turn out that way.",
        "They said {line} I sat and waited, and it never came to anything.",
        "{line} It didn't happen.",
        "{line} Their words. It never happened.",
    ),
    "promise_warned": Voice(
        "It was late, but I was told in time.",
        "It was late. At least they told me before I'd sat waiting.",
        "Late, but they said so.",
        "Late again, though this time they warned me.",
    ),
    "close_unsolved": Voice(
        "They thanked me, and it still wasn't done.",
        "They said goodbye before I'd got my answer.",
        "They'd gone before it was fixed.",
        "Goodbye, they said. Nothing done.",
    ),
    "repeat": Voice(
        "I was asked for what I had already told them.",
        "I had to go through it all over again.",
        "Asked me the same thing twice.",
        "They asked me what I'd already told them.",
    ),
    "misfit": Voice(
        "{Thing}: kindly meant, and no use to me.",
        "They offered me {thing}, and I didn't like to say that it wouldn't help.",
        "{Thing}. What for?",
        "{Thing}? Did anyone listen?",
    ),
    "misfit_said": Voice(
        "What they offered was kindly meant, and no use to me.",
        "They offered me something, and I didn't like to say that it wouldn't help.",
        "Offered me something I can't use.",
        "What they offered showed that nobody had listened.",
    ),
    "stall_act": Voice(
        "I needed to be told what to do, and I got manners.",
        "I was frightened, and they were polite.",
        "Talk, when I needed help.",
        "I needed help and got a speech.",
    ),
    "stall_answer": Voice(
        "It was a short question, and the answer came last.",
        "I only wanted the answer first. The rest could wait.",
        "I asked one thing. The answer came last.",
        "One question. They told me everything else first.",
    ),
    "past_patience": Voice(
        "It took longer than it should have.",
        "It went on and on.",
        "Far too slow.",
        "It shouldn't take that long.",
    ),
}
"""What stays from a poor one, besides moves."""

NOBODY = Voice(
    "Nobody seemed to have charge of it.",
    "I never knew who was looking after it.",
    "Nobody owned it.",
    "Not one of them said 'I'll do it'.",
)
"""Where nothing stands out and nobody took it on."""

OWNED_UP = Voice(
    "I will say that they owned up to it.",
    "At least somebody owned up.",
    "They owned up, at least.",
    "Fair play, one of them owned up.",
)
"""After a broken promise that an agent then answered for."""

CHANNEL: dict[Channel, dict[str, str]] = {
    "phone": {"rang": "rang", "call": "call", "rings": "rings", "phone": "phone"},
    "chat": {"rang": "got in touch", "call": "chat", "rings": "writes", "phone": "messages"},
    "e-mail": {"rang": "wrote", "call": "e-mail", "rings": "writes", "phone": "inbox"},
    "social": {"rang": "posted", "call": "post", "rings": "answers", "phone": "messages"},
    "counter": {"rang": "came in", "call": "journey", "rings": "rings", "phone": "phone"},
}
"""What differs with how they reached us."""
