"""Questions: which ask for something, which way, and which only look as if they did."""

import re
from typing import Literal, NamedTuple

from course.language.patterns import folded, small

Way = Literal["open", "closed", "request", "offer", "courtesy", "leading", "accusing"]


class Question(NamedTuple):
    """One question, where it stands in its sentence, and what kind it is."""

    start: int
    end: int
    way: Way


_PART = re.compile(r"(?:[^?;]|\?(?=\w+=))+(?:\?+|;|$)")
"""What ends in a question mark, or in none; that of an address ('?page=2') asks nothing."""
_LEADS_IN = folded(
    r"^(?:[\s,–—-]|(?:ok(?:ay)?|right|so|and|but|well|now|hi|hello|hey|thanks?(?: you)?|sorry|please|first|also|alright|"
    r"just so I (?:know|understand)|one thing|tell me|may I ask|can I ask|could I ask|quick question|if I may|\w+)(?=[,:–—-]))+"
)
_BEGINS = folded(
    r"(?:^|[,:;–—-]\s*|\b(?:and|but|so|or|then|tell me|ask|know)\s+)((?:(?:in|at|on|for|from|to|by|with|until|since)\s+)?"
    r"(?:what|which|when|where|who|whose|how|why|whereabouts)\b|"
    r"(?:can|could|may|might|would|will|shall|should|did|do|does|have|has|had|is|are|was|were|am|any)(?:n't)?\b)"
)
_OPEN = folded(r"\b(?:what|which|when|where|who|whose|how|why)\b")
_REQUEST = folded(
    r"\b(?:(?:please|kindly|could you|can you|would you|will you|just|and|then|so|if you (?:could|can|would)|you (?:can|could)|,|^)\s*"
    r"(?:please |just |kindly |also |quickly )?(?:tell|give|send|dm|pm|message|share(?: with)?|let|show|drop|provide|email|forward|pop|ping|text|talk|walk|run) "
    r"(?:me|us|over|through|a dm to us)?\s?(?:know |have |through |via dm |a (?:dm|pm|message|photo|picture) (?:with|of) |with |over |the details of |"
    r"a (?:bit|little) more |more )?(?:about |on )?(?:what|which|when|where|who|whose|how|why|if|whether|your|the|a (?:photo|picture|copy)|any|some|more|his|her|their|exactly)\b(?! (?:we|I) (?:can|could|may) (?:help|assist|do))|"
    r"(?:please |could you |can you |kindly )(?:confirm|check|describe|explain|specify|clarify|verify|read|bear|attach|include|provide|state|reply with|note down)\b[^.!?]{0,10}\b(?:your|the|what|which|when|where|if|whether|that|a|any)\b|"
    r"^(?:just |please )?(?:describe|spell|list|name|count) (?:your|the|what|which|how|it|out|any|every)\b|^(?:just )?confirm (?:your|the|what|which|when|where|if|whether)\b|"
    r"(?:I|we)(?:'ll| will|'d| would| do| just|'m going to| am going to)?(?: also| first)? (?:need|require|want|like) (?:to (?:know|ask|see|hear|take|confirm|check (?:with|what|which|when|whether|if)|understand)|"
    r"(?:your|the (?:name|number|address|date|postcode|order|reference|account|model|size)|a (?:photo|picture|copy)|some (?:details|information)|more (?:details|information)|you to (?:tell|confirm|send|give|answer))))\b[^.!?;]*"
)
_NOT_ASKED = folded(
    r"\blet (?:me|us) know (?:if|when|should|how (?:you|it|that)|in case)|\blet (?:me|us) know whether (?:that|this|it) (?:works|helps)|any (?:other |more )?(?:questions|problems)|"
    r"\btell (?:me|us) about it\b|let (?:me|us) (?:have a look|check|see)"
)
_COURTESY = folded(
    r"\b(?:how (?:are|r) (?:you|things)|how (?:can|may|could) (?:I|we) (?:help|assist)|(?:is there|was there|have you) anything else|"
    r"anything else (?:I|we|you|that)|what else can|how's your day|ok(?:ay)?\s*\?$|all right\s*\?$|alright\s*\?$|"
    r"(?:does|did|is|would|will|do) (?:that|this|it) (?:help|work|sound|make sense|suit|be all ?right|ok(?:ay)?)|(?:is|would) that (?:be )?(?:ok|all right|alright|fine|better|good)|"
    r"(?:can|may|could) I (?:just )?(?:help|ask you something)|shall we\?|can you (?:bear with|hold|give me (?:a|one|two))|may I put you|do you mind (?:holding|if)|you know\?)"
)
_OFFER = folded(
    r"\b(?:would you (?:like|prefer|rather)|shall (?:I|we)|should I (?:send|ring|call|book|refund|replace|cancel|arrange|move|put|get)|do you want (?:me|us) to|"
    r"(?:can|could|may) (?:I|we) (?:offer|send|refund|replace|book|arrange|get you|put|give you|ring you|call you|move|swap|post|exchange|take (?:it|that) off)|"
    r"how about|what about (?:a|if)|what if (?:I|we)|which (?:would|do) you (?:prefer|like|want)|would (?:it|that|a|an|\w+day|tomorrow) (?:help|suit|work|be)|"
    r"why don't (?:I|we)|have you tried|could you try|can you try|are you happy for me)"
)
_ACCUSING = folded(
    r"(?:\bwhy (?:didn't|did|don't|haven't|would|do|on earth|the hell|are|were|weren't|can't|couldn't|have) you\b(?! (?:ringing|calling|looking|contacting|returning|interested|leaving|think(?:ing)?|like|need|want|prefer|choose))|"
    r"\b(?:didn't|don't|haven't|couldn't|can't|aren't|weren't|won't|wouldn't) you (?:even |just |ever |bother to )*(?:read|check|see|listen|understand|think|look|know|notice|realise|realize|follow|keep|ask|tell|call|ring|bother|say|get|measure|remember|care)|"
    r"\bdid you (?:even|not|ever|bother|actually (?:read|look|check|follow|bother))\b|\bhave you (?:even|not|ever|actually (?:read|tried|looked))\b|"
    r"\bwhat (?:do|did|were|are|would|on earth|the hell|exactly do|else do) (?:do )?you (?:expect|want me to do|think (?:this|we|I|will|would|happens)|thinking|playing)|"
    r"\bwhat am I(?:, (?:your|a|an|the|some)\b| (?:supposed|meant|expected))|\bwhat's so (?:bad|terrible|wrong|hard|difficult|special|awful) about|\b(?:can't|couldn't) you (?:just|simply)\b|\bwhat's (?:wrong with you|your problem|the big deal|the problem)\b|\bwhat is (?:wrong with you|your problem|the big deal)|"
    r"\bhow (?:hard|difficult) (?:is|can|could|was) it\b|\bhow (?:is|was) (?:that|this|it) (?:my|our) (?:problem|fault)|\bhow (?:am I|are we|should I|should we|would I) (?:supposed|meant|know|to know)|"
    r"\bhow (?:could|can|did) you (?:not|possibly|miss|forget|think|expect|believe|let|manage)|\bwho (?:do you think|cares|told you|asked you|else|said (?:you|it))\b|"
    r"\bisn't (?:it|that) (?:obvious|clear|your|a bit|what you|rather your)|\bare you (?:sure (?:you|it wasn't)|serious|kidding|joking|deaf|blind|stupid|always|listening|even|having a laugh|trying to)|"
    r"\bdo you (?:really|honestly|seriously|even|always|think (?:I|we|you're|you are|any(?:body|one)(?: \w+)? (?:cares?|minds|wants|believes|reads|listens)))\b|\bwhose fault\b|\bwas (?:it|that) (?:not )?(?:so hard|my fault|too much)|\bdoes it (?:look|matter|say)|\bwhat did I (?:just )?(?:say|tell)|\bis it (?:my|our) fault\b|"
    r"\bso what\b|\band\?$|\bwhy should (?:I|we)\b|\bhow many times\b)"
)
_LEADING = folded(
    r"(?:,\s*(?:right|correct|yes|no|isn't it|is it|aren't you|are you|didn't you|did you|don't you|do you|wasn't it|weren't you|haven't you|have you|hasn't it|wouldn't you|won't you|can't you|doesn't it|eh|yeah|ok|okay|true)\s*\?|"
    r"\b(?:don't you (?:think|agree|feel)|wouldn't you (?:say|agree|think)|surely|you do (?:agree|know|realise)|you (?:would|must|did|will) agree|isn't it (?:true|possible|fair|more likely)|is it (?:not )?(?:possible|true) that you|could it be that you|wouldn't (?:it|that) be (?:better|best|easier)|"
    r"you (?:did|do|were|are|have|had|will|would|can)(?:n't)? (?:\w+ ){1,6}?(?:didn't|don't|weren't|aren't|haven't) you)\b)"
)
_AGAIN = folded(r"^(?:sorry|pardon|what|huh|eh|really|and|so|no|yes|ok|okay|right|oh|hm+)\s*\?+$")  # fmt: skip

_TAG = folded(
    r",\s*(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|wo|ca|should)(?:n't)? "
    r"(?:it|you|they|he|she|that|there|we|I)|right|correct|yes|no|eh|yeah|surely)\s*\?+\s*$"
)
"""A statement with a tail that asks for a yes."""
_GOES_ON = folded(
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|when|which|who|how|what|where|why|if)\b"
)
_JOINED = folded(r"(?:\band|\bor|,|;)\s*$")
_SECOND = folded(r"\s*\w+ (?:what|which|when|where|who|whose|how|why)\b")
_INVERTED = folded(
    r"(?:(?:in|at|on|for|from|to|by|with) )?(?:what|which|when|where|who|whose|how|why)\b(?: \w+){0,2}? (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|'s)\b|"
    r"(?:what|who|where|when|how)'s\b|(?:what|which) \w+|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|any)(?:n't)? (?:you|it|the|that|this|they|he|she|I|we|there|your|any|other)\b"
)


def questions(sentence: str) -> list[Question]:
    """The questions of a sentence, each with the way it asks.

    >>> [one.way for one in questions("Which door was it, and when did he come?")]
    ['open', 'open']
    >>> [one.way for one in questions("What do you expect me to do?")]
    ['accusing']
    >>> [one.way for one in questions("Tell me what sits on it.")]
    ['request']
    """
    sentence = small(sentence)
    found: list[Question] = []
    for part in _PART.finditer(sentence):
        text = part.group()
        if text.rstrip().endswith("?"):
            found += _asked(text, part.start())
        else:
            found += _unmarked(text, part.start())
    return found


def _asked(text: str, at: int) -> list[Question]:
    if _AGAIN.match(text.strip()):
        return []
    if _TAG.search(text):
        whole = len(text) - len(text.lstrip())
        way: Way = "accusing" if _ACCUSING.search(text) else "leading"
        return [Question(at + whole, at + len(text.rstrip()), way)]
    begins = [one.start(1) for one in _BEGINS.finditer(text)]
    lead = _LEADS_IN.match(text)
    if not begins:
        begins = [lead.end() if lead else len(text) - len(text.lstrip())]
    starts = _kept(text, begins)
    ends = [*starts[1:], len(text)]
    return [
        Question(
            at + start, at + start + len(text[start:end].rstrip(" ,;")), _way(text[start:end], text)
        )
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip(" ,;?")
    ]


def _kept(text: str, begins: list[int]) -> list[int]:
    """Two beginnings are two questions where each has a few words of its own."""
    kept = [begins[0]]
    for one in begins[1:]:
        between = text[kept[-1] : one].split()
        begins_so = text[one:].split()
        if (len(between) >= 3 and len(begins_so) >= 2 and not _GOES_ON.match(text, one)) or (
            len(between) >= 3
            and len(begins_so) >= 3
            and _JOINED.search(text[kept[-1] : one])
            and _inverted(text[one:])
        ):
            kept.append(one)
    return kept


def _inverted(text: str) -> bool:
    """Does it ask by its order of words, as 'when did he' does and 'when he came' does not?"""
    return bool(_INVERTED.match(text))


def _way(question: str, whole: str) -> Way:
    if _COURTESY.search(question):
        return "courtesy"
    if _ACCUSING.search(question):
        return "accusing"
    if _LEADING.search(question):
        return "leading"
    if _OFFER.search(question):
        return "offer"
    if _REQUEST.search(f"please {question}"):
        return "request"
    begins = _BEGINS.search(question.lstrip(" ,"))
    return (
        "open"
        if _OPEN.match(begins.group(1) if begins else question) or _SECOND.match(question)
        else "closed"
    )


_CHAT = folded(
    r"^(?:(?:and|so|ok|okay|hi|hello|hey|right|also|sorry|please|well|now)[ ,]+)*((?:what(?:'s| is| was| are| were| did| do| does)|which \w+(?: \w+)? (?:is|was|did|do|does|are|were|would)|when (?:did|was|is|do|does)|where (?:did|was|is|are|do|does)|how (?:long|many|much|old|did)|"
    r"(?:can|could|may) (?:I|we) (?:have|get|take|ask|see|check|know|confirm)|(?:can|could|would) you (?:please |pls |just )?(?:tell|send|give|confirm|check|share|provide|show|let|dm|describe|read)|"
    r"(?:do|did|have|has|is|are|was|were|does) (?:you|it|the|your|there|they|he|she)\b (?!\w+,))[^.!?;]*)"
)


def _unmarked(text: str, at: int) -> list[Question]:
    """Requests, and questions typed without their mark."""
    if _NOT_ASKED.search(text):
        return []
    request = _REQUEST.search(text)
    if request:
        start = request.start() + len(request.group()) - len(request.group().lstrip(" ,"))
        return [Question(at + start, at + request.end(), "request")]
    chat = _CHAT.match(text)
    if not chat:
        return []
    way: Way = "open" if _OPEN.match(chat.group(1)) else "closed"
    if _ACCUSING.search(chat.group(1)):
        way = "accusing"
    elif _OFFER.search(chat.group(1)) or _COURTESY.search(chat.group(1)):
        return []
    return [Question(at + chat.start(1), at + len(text.rstrip(" .!;")), way)]
