"""What takes a move back: 'not sorry' is no apology, and 'if I could, I would' offers nothing.

Each question is asked of the clause in which the words of a move stand.
"""

from collections.abc import Mapping
from typing import Literal

from course.language.patterns import folded, small

Scope = Literal["denied", "supposed", "reported"]

KEEPS: Mapping[str, frozenset[Scope]] = {
    "greet": frozenset({"denied", "supposed", "reported"}),
    "acknowledge": frozenset({"denied", "reported", "supposed"}),
    "inform": frozenset({"denied"}),
    "clarify": frozenset({"denied", "supposed", "reported"}),
    "redirect": frozenset({"supposed"}),
    "policy_wall": frozenset({"denied", "supposed"}),
    "blame": frozenset({"supposed", "reported"}),
    "close": frozenset({"denied", "supposed", "reported"}),
    "insult": frozenset({"denied", "supposed"}),
    "vague": frozenset({"denied"}),
    "jargon": frozenset({"denied", "supposed", "reported"}),
    "non_apology": frozenset({"denied", "supposed", "reported"}),
    "empty_promise": frozenset({"denied"}),
}
"""What does not take a move back, because it is part of how it is made; nothing where unnamed."""

_FIRM = folded(
    r"\b(?:(?:can't|cannot|can not|couldn't|could not|don't know how to) (?:even )?(?:begin to )?"
    r"(?:apologi[sz]e|thank|say|tell|express|stress|imagine)(?: you)? (?:enough|how|what)|"
    r"couldn't be (?:more )?sorr\w+|could not be more|"
    r"(?:won't|will not|not going to|don't|do not) (?:stop|rest|let (?:this|it|you) (?:go|drop|down|rest)|leave (?:this|it|you)|"
    r"give up|close (?:this|it|the \w+)|forget|hang up|go home|hesitate|worry|need to|have to)|"
    r"not (?:just|only|least|later than|at all surpris\w+|surpris\w+)|(?<!under )no (?:later|wonder|doubt|problem|trouble|worries|matter|"
    r"question|need|charge|cost|obligation)|no one (?:should|deserves|wants)|never (?:again|mind)|nobody (?:should|wants|deserves|likes)|"
    r"none of (?:this|that) (?:is|was)|why (?:not|don't (?:I|we))|without (?:charge|delay|fail|cost|doubt|waiting)|"
    r"n(?:o|ot)(?=,))"
)
"""Words of denial that deny nothing: 'I can't apologise enough'."""

_BREAK = folded(
    r"[,;:–—()]| - |\b(?:but|so|yet|though|although|because|and|then)\b(?= (?:I|we|you|he|she|they|it|the|"
    r"your|that|this|here|there|please|let)\b)|\bbut\b"
)
_DENIAL = folded(
    r"\b(?:not|never|no|nor|neither|nobody|no one|none|nothing|hardly|barely|without|cannot|unable to|"
    r"refuse to|far from|instead of|rather than|too \w+ to|stop|fail(?:s|ed)? to|doubt|unlikely|"
    r"nowhere|anything but|\w+n't|isnt|lie to say|lying if|(?:dishonest|untrue|insincere|wrong(?: of \w+)?) (?:of \w+ )?to (?:say|claim|tell)|pretend(?:ing)?(?: that| to)?|hate to|least of all)\b"
)
_AFTER = folded(
    r"^[\s,]*(?:\w+\s){0,2}?(?:(?:is|are|was|were|will|would|can|could|does|do|has|have)(?:n't| not| never)|"
    r"(?:is|would be) the (?:last|very last) thing|(?:is |are |was )?(?:out of the question|impossible|never|off the table|no longer|nothing doing)|"
    r"not (?:possible|available|an option|going to|happening|on)|my (?:foot|eye|arse)|\?+ (?:no|never|not)|isn't|ain't)"
)
_REFUSABLE = frozenset({"offer_solution", "follow_up", "set_time"})
"""What can be refused after it was named: 'A refund is out of the question.'"""
_UNHEARD = folded(
    r"\b(?:I|we)(?: \w+)? (?:don't|do not|can't|cannot|didn't|couldn't) (?:really )?(?:see|believe|think|accept|care|know|understand|want|have)\b|"
    r"\bthere(?:'s| is| was) (?:no|nothing)\b|\bno (?:record|sign|trace|idea)\b|\bnot (?:interested|my|our|bothered)\b|\b(?:forget|never mind|ignore|stop)\b"
)
_SUPPOSED = folded(
    r"\b(?:if (?:only|I could|we could|I were|I was|it were|it was (?:up|down) to|I had (?:the|a|my)|we had|you had|I'd)|"
    r"(?:I|we) wish|were it (?:up to|not)|(?:I|we)(?:'d| would) (?:have|love to|like to|gladly|happily|normally|usually|"
    r"if|be (?:lying|happy|able|glad))|(?:I|we) (?:could|might|would|should) have|would have|in (?:a|an) (?:ideal|perfect|better)|"
    r"ideally|normally|in theory|hypothetical\w*|suppose|supposing|imagine|pretend|"
    r"(?:I|we) (?:suppose|guess) (?:I|we) (?:could|should|might|have)|(?:I|we)(?: am|'m| are|'re) supposed to|"
    r"(?:I|we) (?:might|may)|(?:some|one) day|unless|(?:if|when|whenever) (?:I|we) (?:feel like|can be bothered|remember|get (?:round|around) to|happen to|must|(?:ever )?get bored))\b"
)
_NEVER = folded(
    r"\b(?:pigs (?:can |could |might |will |learn to |start to |begin to |had |have |grow |grew |take |were )*(?:fly|flew|flying|wings|wing)|hell (?:freezes|froze|has frozen|is cold)|in (?:your|my) dreams|(?:once in a )?blue moon|month of sundays|(?:30|31)(?:th|st)?(?: of)? february|february (?:30|31)|"
    r"(?:twelfth|12th) of never|the cows come home|when i(?:'m| am) dead|over my dead body|the moon (?:is|falls|turns)|cows? (?:jump|fly)|not in this (?:life|lifetime|century)|in (?:another|my next|your next) life|the sun (?:rises|comes up) in the west|(?:it|hell) snows in (?:july|august|hell))\b"
)
"""Conditions that are never met: who promises something for that day promises nothing."""
_REPORTED = folded(
    r"\b(?:(?:you|he|she|they|it|who|somebody|someone|everybody|everyone|people|colleague\w*|driver|courier|manager|agent|"
    r"team|depot|letter|email|e-mail|message|page|website|customer\w*|boss|lady|man|trainer|script|rubric|book|"
    r"course|lesson|guide|rule)(?:'ve| have| has| had|'d|'s)? ?(?:was|were|been|already|clearly|also|just|always)? ?"
    r"(?:told|said|says|say|promised|wrote|writes|claimed|claims|mentioned|asked|heard|quoted|thought|assured|wants?(?: me| us)? to|tells?(?: me| us)? to|expects?|"
    r"think|thinks|believe)\b|(?:have|had|got) (?:me|us) to say|according to (?:the|my|our|your) (?:script|manager|boss|leaflet|card|book|training|lesson|course|handbook|sheet)\b|"
    r"(?:I|we)(?:'m| am|'re| are| was| were)? (?:told|supposed|expected|required|asked|trained|made|meant) to|"
    r"(?:good|real|proper|nice|kind|great|best) (?:agent|adviser|advisor|reply|answer|person|company|one)s?\b|"
    r"(?:the|a|an|one|this|that|your|my) (?:word|words|phrase|sentence|line|apology|script) (?:is|was|are|of|like|says?|here|goes|would)|"
    r"(?:say|saying|write|type|insert|add|put|include|use) (?:an? |the |some |that |your |in )*(?:sorry|apolog\w+|word\w*|empath\w+|name|time)|"
    r"(?:I|we) (?:already )?(?:said|told|wrote|promised)|as if|like saying)\b"
)


def taken_back(move: str, sentence: str, start: int, end: int) -> Scope | None:
    """Whether something in the sentence takes back what its words from `start` to `end` do.

    >>> taken_back("apologise", "I'm not sorry.", 0, 13), taken_back("own", "I'll ring them.", 0, 9)
    ('denied', None)
    >>> taken_back("offer_solution", "If I could, I would send one.", 12, 28)
    'supposed'
    """
    sentence = small(sentence)
    keeps = KEEPS.get(move, frozenset())
    clause = _clause(sentence, start)
    before = sentence[clause:start]
    # 'You didn't read it' blames by denying; 'It isn't that you …' takes the blame back.
    inside = "" if move == "blame" else sentence[start:end]
    if "denied" not in keeps and _denied(before, inside):
        return "denied"
    if move in _REFUSABLE and _AFTER.search(sentence[end : end + 60]):
        return "denied"
    if move == "acknowledge" and _UNHEARD.search(before):
        return "denied"
    lead = sentence[_lead(sentence, start) : end]
    if "supposed" not in keeps and (_SUPPOSED.search(lead) or _NEVER.search(sentence)):
        return "supposed"
    if "reported" not in keeps and _REPORTED.search(lead):
        return "reported"
    return None


def turns(sentence: str) -> bool:
    """Whether anything in a sentence may take back what is said in it.

    >>> turns("As if I would ring you."), turns("I'll ring you.")
    (True, False)
    """
    read = _FIRM.sub(" ", small(sentence))
    return any(one.search(read) for one in (_DENIAL, _SUPPOSED, _NEVER, _REPORTED))


def _denied(before: str, inside: str) -> bool:
    head = " ".join(inside.split()[:3])
    whole = _FIRM.sub(" ", f"{before}{inside}")
    near = whole[: len(whole) - max(0, len(inside) - len(head))]
    return bool(_DENIAL.search(near))


def _clause(sentence: str, start: int) -> int:
    """Where the clause begins that the words at `start` stand in."""
    last = 0
    for one in _BREAK.finditer(sentence, 0, start):
        last = one.end()
    return last


def _lead(sentence: str, start: int) -> int:
    """Where the last 'but', or the like, stands before `start`: what comes earlier is settled."""
    last = 0
    for one in _SETTLED.finditer(sentence, 0, start):
        last = one.end()
    return last


_SETTLED = folded(
    r"[;–—]|\bbut\b|\b(?:so|and|,) (?=I(?:'ll|'m| will| am)\b|we(?:'ll|'re| will| are)\b)"
)
