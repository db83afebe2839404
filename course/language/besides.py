"""What is noticed besides moves: all of it is asked about, none of it is ever a mark."""

from collections.abc import Mapping

from course.language.abuse import ABUSE
from course.language.mockery import MOCKERY
from course.language.rules import Rule

_VAGUE = (
    r"as soon as (?:possible|we can|I can|practicable)|a\.?s\.?a\.?p\b|shortly|in due course|at some point|"
    r"(?:very |quite |really )?soon\b|in the (?:near|coming) (?:future|days|weeks)|before (?:too )?long|"
    r"at (?:our|the) earliest (?:convenience|opportunity)|when(?:ever)? (?:we|I) (?:can|get (?:a|the) chance)|in a (?:bit|while)|eventually|sometime"
)
NON_APOLOGY = (
    r"(?:sorry|apologi[sz]e|apologies|regret)(?: to (?:hear|say|see|learn))?(?:,)? (?:that |for the way (?:that )?|for how |about how |)?(?:you|you're|you've|anyone|anybody|some people|people|customers|they) ?(?:may |might |still |all |have |were |are |was |had |should )*"
    r"(?:feel|felt|feeling|think|thought|see it|saw it|took it|take it|found|find|believe|believed|perceive|perceived|consider|considered|interpreted|got the impression|misunderst\w+|offended|experience it|expected|choose|chose|(?:are|were) under the impression|don't (?:like|understand|agree|see|feel)|didn't (?:like|understand|read|see|get|realise|realize|know|find|feel)|can't (?:see|understand|accept)|couldn't (?:see|understand|be bothered)|not (?:happy|satisfied)|unhappy|upset by|bothered by|so upset|that way)|"
    r"(?:sorry|apologi[sz]e|apologies|regret)(?:,| for)?(?: any\w*)?\s?(?: \w+){0,2}? ?\bif\b|"
    r"(?:sorry|apologi[sz]e|apologies)(?: about that| for that)?,? (?:but|however|though|only) (?:you|that's (?:how|what|just|life|your|the way)|these things|it's (?:your|not (?:our|my)|the (?:courier|customer)|how)|it isn't (?:our|my)|we (?:did|do) (?:nothing|everything)|there's no need|everyone|everybody|nobody else|if you|I don't see|it was you|this is what happens|rules are)|"
    r"(?:sorry|apologi[sz]e|apologies) (?:for|about) (?:any(?! inconvenience)|whatever|your (?:feelings?|confusion|misunderstanding|perception|impression|experience with|being upset|reaction|frustration with)|the (?:misunderstanding|confusion) on your|the fact that you|what you (?:feel|think|perceive|see|call))|"
    r"(?:sorry|apologi[sz]e) (?:that )?(?:it|this|things|our \w+) (?:came across|seems?|seemed|feels?|felt|appeared|appears|sounds|sounded|wasn't (?:what you|to your)|(?:didn't|did not|doesn't|don't) (?:meet|match|suit|live up|fit))|"
    r"(?:it is|it's) (?:regrettable|unfortunate|a (?:pity|shame)) (?:that )?(?:you|if)|mistakes (?:were|was|have been|may have been|happen)\b|sorry not sorry|"
    r"sorry (?:you|that you|you're|you are)(?: are| were)? (?:having|had) (?:to feel|such feelings)|sorry for (?:you|being (?:so )?human|trying|following|doing (?:my|our))\b|"
    r"(?:sorry|apologi[sz]e|apologies) (?:that )?(?:the|our|this|it|my) (?:\w+ ){0,2}(?:bothered|offended|displeased|irritated) you\b|(?:sorry|apologies) to (?:anyone|anybody|those) who\b|"
    r"sorry you (?:had to|have to)? ?(?:be|get|are) (?:so |this )?(?:upset|emotional|angry|offended)|(?:if|should) (?:I|we|anyone|anybody|someone|somebody|anything|this|it|that|you (?:were|are|felt|feel|found|took))\b[^.!?]{0,50}\b(?:then )?(?:I'm |I am |we're |we are )?(?:sorry|apologi[sz]e)|"
    r"(?:didn't|did not|never) mean (?:it|for you) to (?:feel|take)|(?:I|we) (?:suppose|guess) (?:I|we|an apology)(?:'m| am| should| could|'re| owe)? ?(?:be |say |is )?(?:sorry|apologi\w+|due|in order)|(?:if it|if that) makes you (?:feel|happy)|what more do you want|(?:already|have) (?:said|told you)(?: that)? (?:I'm |I am |we're )?sorry|happy now"
)

BESIDES: Mapping[str, tuple[Rule, ...]] = {
    "vague": (
        Rule(
            pattern=rf"\b(?:{_VAGUE}|should (?:arrive|be)\b[^.;!?]{{0,15}}\bsoon|(?:someone|somebody|one of our \w+|a colleague|a member of (?:the|our) team) (?:will|should)|"
            r"bear with (?:us|me))(?:\b[^.;!?]{0,20})?",
            why="It gives no time that the customer can hold you to.",
            certainty="maybe",
        ),
    ),
    "jargon": (
        Rule(
            pattern=r"\b(?:JARGON)\b",
            why="The customer may not know this word.",
            certainty="maybe",
        ),
    ),
    "non_apology": (
        Rule(
            pattern=rf"\b(?:{NON_APOLOGY})\b[^.;!?]{{0,40}}",
            why="It has the word of an apology, and is sorry for nothing that we did.",
            certainty="maybe",
        ),
        Rule(
            pattern=r"\b(?:sorry|apologi[sz]e|apologies) for (?:any|whatever) (?:inconvenience|upset|distress|trouble)\b[^.;!?]{0,40}",
            why="It is a weak apology: 'any' does not say what for.",
            certainty="maybe",
        ),
    ),
    "insult": (
        Rule(
            pattern=r"\b(?:idiot\w*|moron\w*|imbecile|stupid\w*(?! (?:little|old) (?!woman|man|girl|boy|person|lady|cow|fool))(?! (?:little |old )?(?:form|feeder|machine|system|rule|website|page|link|button|mistake|typo|error|slip|computer|code|printer|app)s?\b)|pathetic|liar|shut (?:up|your (?:mouth|face|trap|gob))|get lost\b(?! (?:again|in|on|at|between|on the)\b)|get a life|get stuffed|get a grip|piss off|fuck\w*|bugger off|sod off|shit\w*|arsehole|bollocks|wanker|twat|bitch|bastard|cretin|numpty|"
            r"grow up|act your age|(?:people|customers|someone|types) like you|calm (?:yourself )?down|what(?:'s| is) wrong with you|waste of (?:space|my time|our time)|wasting (?:my|our) time|are you (?:deaf|blind|thick|stupid|slow|dense|mad|crazy|simple)|"
            r"use your (?:head|brain|eyes)|(?:stop|quit) (?:whining|whinging|moaning|crying|being (?:so |such a )?(?:dramatic|difficult|childish|rude|hysterical|silly|baby))|cry me a|boo hoo|go (?:and )?cry|cry ?baby|learn (?:how )?to (?:read|listen|count)|"
            r"(?:you lot|you people|your (?:sort|kind)) (?:are|always|never|all)|don't be (?:so )?(?:ridiculous|absurd|dramatic|childish|difficult|dense)|(?:a|any|even a) (?:child|five-year-old|fool) (?:could|can|would|knows)|nobody likes a|(?:can't|cannot) be bothered with you|could(?:n't| not) care less|"
            r"you (?:sound|look|seem|must be) (?:a (?:bit|little) |like an? |so |very |rather )?(?:slow|thick|dim|mad\w*|crazy|hysterical|ridiculous|pathetic|childish|unhinged|fool)|what a (?:stupid|silly|daft|ridiculous) (?:question|complaint|thing to (?:say|ask))|"
            r"you(?:'re| are) (?:such |just |so |really |being |clearly |obviously )*(?:an? )?(?:idiot|fool|joke|pain|nuisance|clown|liar|moron|ridiculous|pathetic|hopeless|useless|crazy|mad|stupid|thick|dim|lazy))\b[^.;!?]{0,30}",
            why="The customer may hear it as an insult.",
            certainty="maybe",
        ),
        Rule(
            pattern=r"\b(?:idiot\w*|moron\w*|imbecile|stupid\w*|dumb|dim|thick\b(?! (?:\w+ ){0,2}(?:mat|mats|felt|rug|carpet|paper|glass|wool|cloth|card|walls?|door|coat|gloves|and)\b)|daft|clueless|pathetic|ridiculous|laughable|liar|lying to (?:me|us)|"
            r"shut (?:up|it)|get (?:lost|a life|stuffed|a grip|over it|over yourself)|go away|grow up|piss off|fuck\w*|bugger off|sod off|shit\w*|arse\w*|bollocks|wanker|twat|prick|bitch|bastard|crap|"
            r"calm (?:yourself )?down|chill out|simmer down|stop (?:whining|moaning|shouting|being|crying|complaining|wasting|making a (?:fuss|scene))|whin(?:e|ing|ger)|moan(?:er|ing)|drama(?:tic)?|hysterical|"
            r"(?:people|customers|someone|types?|folk) like you|your (?:sort|kind|type)|waste of (?:my|our|everyone's|space|time|breath)|wasting (?:my|our) time|"
            r"what(?:'s| is) wrong with you|your (?:little |own )?(?:tantrum|stupidity|ignorance|attitude|nonsense|drama)|are you (?:deaf|blind|thick|stupid|slow|dense|mad|crazy|simple)|even a child|any (?:idiot|fool|child|normal person|sensible person|adult)|"
            r"can't (?:you )?(?:even )?read|learn (?:how )?to (?:read|listen|count|use|spell)|not (?:very|too|exactly) bright|common sense|use your (?:head|brain|eyes|loaf)|nobody (?:likes|cares)|I (?:don't|do not|couldn't) (?:really )?(?:care|give a)|"
            r"(?:you're|you are|you must be|you sound|you were|how|so|being|acting) (?:so |being |just |clearly |obviously |very |a |an |too |really |such a |that )*(?:idiot|fool\w*|pain|nuisance|rude|difficult|unreasonable|childish|clueless|hopeless|useless|lazy|ungrateful|silly|impossible|mad|crazy|demanding|paranoid|petty|greedy|entitled|careless|confused|joke)\b|"
            r"(?:fool|fools|muppet|numpty|cretin|clown|Karen|snowflake|princess|crybaby|time-waster|timewaster)\b|not my problem|boo hoo|cry me|big baby|act your age)(?:\b[^.;!?]{0,30})?",
            why="The customer may hear it as an insult.",
            certainty="maybe",
        ),
        Rule(
            pattern=MOCKERY,
            why="It may be heard as mockery.",
            certainty="maybe",
        ),
        Rule(
            pattern=ABUSE,
            why="The customer may hear it as an insult.",
            certainty="maybe",
        ),
    ),
    "empty_promise": (
        Rule(
            pattern=r"\b(?:rest assured|(?:be|feel|stay) (?:re)?assured|(?:I|we) (?:can )?assure you|take (?:this|these|your|all|such|every|complaints?|feedback|that|it|customer)\b[^.;!?]{0,30}\bserious\w*|(?:is|are) (?:very |extremely |so )?(?:important|valuable) to us|"
            r"(?:we|I) (?:really |truly |greatly )?(?:value|appreciate) (?:your (?:feedback|business|custom|patience|loyalty|call|comments|input)|you as|our customers|every)|your (?:call|feedback|satisfaction|comments|custom|opinion) (?:is|are|matters?)|"
            r"(?:(?:we|I)(?:'ll| will| are|'re| do|'m| am)?|everything) (?:always |really |trying )?(?:do|doing|doing all|do all|try|trying) (?:everything (?:we|I|in)|our (?:very )?(?:best|utmost)|my (?:very )?(?:best|utmost)|all (?:we|I) can)|"
            r"(?:will|shall|to be|being|are|is|'ll be) (?:be )?(?:looked into|look into|looking into|dealt with|sorted|resolved|passed on|forwarded|investigated|addressed|reviewed|escalated|in touch|in contact|get back to you|be in touch|contact you|respond|reply|update you|call you|fix(?:ed)?|back to you)\b[^.;!?]{0,25}(?:"
            + _VAGUE
            + r")|"
            r"(?:lessons|improvements) (?:will|have) be(?:en)? (?:learn\w+|made)|(?:strive|aim|endeavour|endeavor|pride ourselves|committed|dedicated|work(?:ing)? (?:hard|tirelessly|around the clock))\b[^.;!?]{0,40}|(?:trust|believe) (?:me|us)\b|leave it with us|"
            r"(?:won't|will not|never) happen again|you(?:'re| are) in (?:good|safe) hands|highest (?:standards?|priority)|(?:utmost|top) (?:importance|priority|concern)|(?:someone|somebody|one of our \w+|a (?:colleague|member of (?:the|our) team)|the (?:relevant )?(?:team|department)) (?:will|should|is going to) (?:be in touch|look|contact|get|call|ring|deal|sort|reach|come back|respond|reply|be with))(?:\b[^.;!?]{0,30})?",
            why="It promises, and says nothing that the customer can hold you to.",
            certainty="maybe",
        ),
    ),
}
"""By name. Questions (`leading_question`, `stacked_questions`) and what is in another language
(`other_language`) or is no sentence (`word_salad`) are seen elsewhere."""
