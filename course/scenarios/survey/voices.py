"""How four kinds of people put the same thing. `comment.py` picks and fills in.

In braces: ``line``, the agent's words in quotation marks; ``thing``, a remedy or a promise, at the
start of a sentence as ``Thing``; ``rang``, ``call``, ``rings`` and ``phone``, by channel.
"""

from course.language.row import Voice
from course.scenarios.definition import Channel

GLAD: dict[str, Voice] = {
    "resolved": Voice(
        "It's settled, and I know what happens next.",
        "I can stop worrying about it now.",
        "Done.",
        "I must admit that it got done.",
    ),
    "resolved_too": Voice(
        "Everything is as it should be.",
        "I don't have to think about it any longer.",
        "Fixed.",
        "For once I have no complaints.",
    ),
    "partly_resolved": Voice(
        "It isn't what I {rang} for, but I can accept it.",
        "It isn't everything, but it does help.",
        "Not everything, but enough.",
        "Not all of it, but somebody tried.",
    ),
    "escalated": Voice(
        "Somebody else has it now, and I know who.",
        "Somebody else has it now, and I was told what happens next.",
        "Passed on, with all I had said.",
        "It went to somebody higher up, and they told me who.",
    ),
    "abandoned": Voice(
        "I asked no further.",
        "In the end I stopped asking.",
        "Stopped asking.",
        "I don't ask any more.",
    ),
}
"""How it ended, where the customer is content."""

SORRY: dict[str, Voice] = {
    "resolved": Voice(
        "It was put right in the end.",
        "It's all right now, but I wouldn't want to go through it again.",
        "Done, in the end.",
        "It got done. It shouldn't have been so hard.",
    ),
    "partly_resolved": Voice(
        "It isn't what I {rang} for.",
        "I'm still not sure that it's over.",
        "Only half of it.",
        "Some of it. Not all of it.",
    ),
    "escalated": Voice(
        "It has gone to somebody else, and I am waiting to hear.",
        "Somebody else has it now, and I keep looking at my {phone}.",
        "Passed on. Still waiting.",
        "Passed on to somebody. Let's see if anybody {rings}.",
    ),
    "abandoned": Voice(
        "I have stopped asking. It wasn't worth another {call}.",
        "I gave up. I didn't know who else to ask.",
        "Gave up.",
        "I'm done with you.",
    ),
}
"""How it ended, where the customer is not."""

HIGH: dict[str, Voice] = {
    "solution": Voice(
        "{Thing}: that was the answer.",
        "{Thing}. I would never have thought of that.",
        "{Thing}. It worked.",
        "{Thing}. That's all I ever wanted.",
    ),
    "solution_too": Voice(
        "{Thing}. I couldn't have asked for better.",
        "They offered me {thing}, and I could breathe again.",
        "{Thing}. Quick and simple.",
        "{Thing}. It's the first sensible thing that anyone offered.",
    ),
    "solution_part": Voice(
        "{Thing}. It isn't all that I wanted, but I accept it.",
        "{Thing} is something, at least.",
        "{Thing}. Good enough.",
        "{Thing}. Better than nothing.",
    ),
    "solution_said": Voice(
        "{line} From then on I knew that it was being done.",
        "{line} I could have hugged them.",
        "{line} Good.",
        "{line} At last somebody said it.",
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
        "I was told {line} That is not what happened.",
        "They said {line} I sat and waited, and nothing happened.",
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
        "{Thing}: it was kindly meant, but no use to me.",
        "They offered me {thing}, and I didn't want to say that it wouldn't help.",
        "{Thing}. What for?",
        "{Thing}? Did anyone listen?",
    ),
    "misfit_said": Voice(
        "What they offered was kindly meant, but no use to me.",
        "They offered me something, and I didn't want to say that it wouldn't help.",
        "Offered me something I can't use.",
        "What they offered showed that nobody had listened.",
    ),
    "stall_act": Voice(
        "I needed to be told what to do, and they were only polite.",
        "I was frightened, and nobody told me what to do.",
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
    "Nobody seemed to be responsible for it.",
    "I never knew who was looking after it.",
    "It was nobody's job.",
    "Not one of them said 'I'll do it'.",
)
"""Where nothing stands out and nobody took it on."""

OWNED_UP = Voice(
    "I will say that they admitted it.",
    "At least somebody admitted it.",
    "They admitted it, at least.",
    "To be fair, one of them admitted it.",
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
