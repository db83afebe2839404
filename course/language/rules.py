"""The rules: a move, the pattern that shows it, and why the words show it.

Plain regular expressions over one sentence at a time. They were written from authored replies;
they find what is said plainly and miss what is said in a roundabout way, which is why a reading
is a checklist and never a mark.
"""

import re

from msgspec import Struct

from course.language.moves import Move

_REST = re.compile(r"[\w'-]*")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]*")


def sentences(text: str) -> list[str]:
    """The sentences of a text, stripped, with typographic apostrophes made plain.

    >>> sentences("I’m sorry. I'll ring you by 4.30 today!")
    ["I'm sorry.", "I'll ring you by 4.30 today!"]
    """
    plain = text.replace("’", "'").replace("‘", "'")
    return [one for found in _SENTENCE.finditer(plain) if (one := found.group().strip())]


class Rule(Struct, frozen=True, kw_only=True):
    """One way of saying one thing."""

    move: Move | str
    pattern: str
    why: str
    certainty: str = "found"
    needs_terms: bool = False
    """Counts only around a word of this case."""

    def see(self, sentence: str, terms: tuple[str, ...], jargon: tuple[str, ...]) -> str:
        """The words of `sentence` that show the move; empty where none do."""
        pattern = self.pattern
        if self.needs_terms:
            if not terms:
                return ""
            pattern = pattern.replace("TERM", _any(terms))
        elif self.move == "jargon":
            if not jargon:
                return ""
            pattern = rf"\b(?:{_any(jargon)})\b"
        found = re.search(pattern, sentence, re.IGNORECASE)
        if not found:
            return ""
        # A pattern may stop inside a word; a quotation does not.
        rest = _REST.match(sentence, found.end()) if found.group()[-1:].isalnum() else None
        return (found.group() + (rest.group() if rest else "")).strip(" ,;:")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_WILL = r"(?:I'll|I will|I'm going to|I am going to|let me|I can|I've|I have)"
_TIME = (
    r"(?:(?:by|before|within|in|at|on|until|no later than)\s+(?:the\s+)?(?:end of (?:the )?"
    r"(?:day|week)|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!'s)|tomorrow|today|"
    r"tonight|noon|midday|lunchtime|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|o'clock|minutes?|hours?|days?|"
    r"working days?|weeks?)?|half (?:past \w+|an hour|a day)|(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\b(?: (?:minutes?|hours?|(?:working )?days?|weeks?|o'clock|tonight|tomorrow|today|"
    r"(?:at|in the) (?:night|morning|afternoon|evening)))?)|between \w+ and \w+)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        move="greet",
        pattern=r"^(?:hello|hi|good (?:morning|afternoon|evening)|dear|thank you for (?:calling|"
        r"getting in touch|writing))\b[^,.!]{0,30}",
        why="It opens the contact.",
    ),
    Rule(
        move="acknowledge",
        needs_terms=True,
        pattern=r"(?:(?:the|your|this|that|a|an|my|her|his|their)\s+(?:[\w'-]+\s+){0,2})?"
        r"\b(?:TERM)\b(?:\s+(?:has|have|is|was|were|isn't|wasn't|hasn't|never|didn't|still|not|says?|"
        r"said|wobbles?)\b(?:\s+[\w'-]+){0,4})?",
        why="It says this customer's problem back, in the words of this case.",
    ),
    Rule(
        move="acknowledge",
        pattern=r"(?:you(?:'ve| have) (?:been|had to|waited|told|done|already|tried)\b[^.,;!?]*|"
        r"you were (?:told|promised)\b[^.,;!?]*|so what(?:'s| has) happened is\b[^.;!?]*|"
        r"(?:if )?I(?:'ve)? (?:understood|heard|read)[^.,;!?]*)",
        why="It shows that the story was heard.",
    ),
    Rule(
        move="empathise",
        pattern=r"(?:\b(?:that|this|it) (?:must|sounds?|would|is|was|'s)\b[^.,;!?]{0,30}\b(?:frustrat\w+|"
        r"upset\w*|worr\w+|stress\w*|annoy\w+|disappoint\w+|horrible|hard|awful|miserable|maddening|"
        r"exhausting|unsettling|frightening|the last thing you (?:need|want)\w*)|"
        r"\bI(?:'d| would) (?:feel|be) (?:\w+ )?(?:the same|upset|annoyed|cross|frustrated|worried|"
        r"angry)|\bno wonder\b[^.,;!?]*|\bI can (?:see|hear|understand) (?:why|how|that)\b[^.;!?]*|"
        r"\bI understand (?:how|why)\b[^.;!?]*)",
        why="It names or shares the feeling.",
    ),
    Rule(
        move="apologise",
        pattern=r"\b(?:(?:I'm|I am|we're|we are) (?:\w+ )?sorry\b|sorry\b|(?:I|we) (?:do )?apologi[sz]e\b"
        r"|(?:my|our) apologies\b|please accept\b[^.;!?]*apolog\w+)",
        why="It says sorry.",
    ),
    Rule(
        move="own",
        pattern=rf"\b{_WILL} (?:look|find|check|sort|ring|call|chase|fix|deal|stay|take|see|speak|"
        r"arrange|send|make sure|get|go|put|handle|follow|write|book|keep)\w*\b[^.,;!?]{0,40}",
        why="It says 'I', and what this person will do.",
    ),
    Rule(
        move="own",
        pattern=r"\b(?:that(?:'s| is| was) (?:our|my) (?:mistake|fault|error)|(?:we|I) (?:got (?:this|"
        r"that|it) wrong|let you down|should have|made a mistake)|(?:my|our) responsibility|leave "
        r"(?:it|this) with me)\b[^.,;!?]{0,40}",
        why="It takes responsibility without excuse.",
    ),
    Rule(
        move="clarify",
        pattern=r"\b(?:can|could|may|would|what|when|which|where|who|how|did|do|does|have|has|is|are|"
        r"was|were)\b[^.;!?]*\?",
        why="It asks a question.",
    ),
    Rule(
        move="offer_solution",
        pattern=r"(?:\b(?:would you (?:like|prefer|rather)|shall I|I can (?:offer|send|refund|replace|"
        r"give|exchange|credit|book|arrange|get)|I(?:'ll| will) (?:send|refund|replace|exchange|credit|"
        r"collect|book|arrange)|we(?:'ll| will| can) (?:send|refund|replace|exchange|credit|repair|"
        r"collect))\b[^.;!?]{0,60}|\b(?:a (?:full )?refund|a replacement|an exchange|a credit)\b"
        r"[^.;!?]{0,30})",
        why="It proposes a remedy or a next step.",
    ),
    Rule(move="set_time", pattern=rf"\b{_TIME}", why="It says when."),
    Rule(
        move="follow_up",
        pattern=r"(?:\b(?:I|we)(?:'ll| will) (?:ring|call|phone|email|e-mail|write to|message|text|"
        r"contact|update|check (?:back|in))\b[^.;!?]{0,40}|\bto (?:make sure|check) (?:it|that|"
        r"everything)\b[^.;!?]{0,30}|\bmy (?:direct )?(?:number|line|name) is\b[^.;!?]{0,30})",
        why="It promises or invites a later contact.",
    ),
    Rule(
        move="redirect",
        pattern=r"\b(?:(?:you(?:'ll| will)? (?:need|have) to|please) (?:contact|call|ring|speak to|"
        r"email|e-mail|visit|go to|log in|fill in)|not (?:my|our) department|the (?:courier|website|"
        r"other team|warehouse) (?:can|will|should))\b[^.;!?]{0,40}",
        why="It sends the customer somewhere else.",
    ),
    Rule(
        move="policy_wall",
        pattern=r"\b(?:(?:it(?:'s| is)|that(?:'s| is)) (?:our |company )?policy|our (?:policy|terms|rules)"
        r" (?:is|are|says?|states?)|there(?:'s| is) nothing (?:I|we) can do|(?:I|we) can't do anything|"
        r"not able to make (?:an )?exceptions?|the system (?:won't|doesn't))\b[^.;!?]{0,40}",
        why="It refuses by rule.",
        certainty="maybe",
    ),
    Rule(
        move="blame",
        pattern=r"\b(?:you (?:should(?:n't)? have|failed to|didn't (?:read|check|follow|tell)|must have|"
        r"were supposed)|(?:it's|that's|that is) (?:the courier|not our fault|your|down to you)|"
        r"calm down)\b[^.;!?]{0,40}",
        why="It puts the fault on someone.",
        certainty="maybe",
    ),
    Rule(
        move="close",
        pattern=r"\b(?:thank you for (?:your patience|telling|letting)|thanks for|kind regards|best wishes|"
        r"yours sincerely|take care|is there anything else)\b[^.;!?]{0,30}",
        why="It closes the contact.",
    ),
    Rule(
        move="vague",
        pattern=r"\b(?:as soon as (?:possible|we can)|shortly|in due course|at some point|should (?:arrive|"
        r"be)\b[^.;!?]{0,15}\bsoon|someone will|bear with (?:us|me))\b[^.;!?]{0,20}",
        why="It gives no time that the customer can hold you to.",
        certainty="maybe",
    ),
    Rule(
        move="jargon",
        pattern="",
        why="The customer may not know this word.",
        certainty="maybe",
    ),
)
