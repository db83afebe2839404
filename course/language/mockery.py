"""Ways in which people who are paid to help mock a customer without one rude word.

Each is a turn of phrase that is hardly ever meant kindly to somebody with a problem. Mockery in words
of its own is for the model to notice, and much of it nobody can tell from the words alone.
"""

_PRAISE = (
    r"slow clap|(?:want|like) a (?:medal|round of applause|parade) (?:for|now)\b|want a (?:medal|sticker|cookie|prize)\?|"
    r"give (?:that|the|this) (?:man|woman|lady|gentleman|boy|girl|customer) a (?:medal|prize|biscuit|cookie)|"
    r"congrat(?:ulation)?s,? (?:for |on )?(?:you(?:'ve| have)? (?:just |finally |now )?(?:found|find|managed|worked|noticed|spotted|learnt|discovered|read|passed|can)|finding|managing|reading|noticing|spotting|discovering|learning)\b|"
    r"(?:well done|bravo|congrat\w+|full marks|hats? off|good for you)[^.!?]{0,50}\b(?:for once|page (?:one|two))\b|(?:try|bother|how about|maybe|perhaps) \w+ing\b[^.!?]{0,30} for once\b|"
    r"who(?:'s| is) a clever (?:girl|boy|one)|clever clogs|smarty ?pants|smart ?arse|know-it-all|what a genius|even you (?:can|could|should|must|might|will|would|manage\w*)|even for you\b|"
    r"(?:ok|okay|well done|nice (?:one|work)|good work|thanks|thank you|all right|alright|listen|very good),? (?:sherlock|einstein|genius|professor|columbo)(?=[.,!?]|$)|^(?:sherlock|einstein|genius)(?=[.,!?]|$)|aren't (?:you|we) (?:the )?(?:sharp|clever|bright|special|smart|quick|a genius|lucky|delicate|brave)\b|(?:you're|you are|ur|u r) not the (?:sharpest|brightest|quickest)"
)
"""Praise for what needs none."""
_TEARS = (
    r"my heart bleeds|(?:smallest|tiniest|tiny|little) violin|cry(?:ing)? (?:me )?a river|(?:want|need|get you|fetch you|bring you|have) a (?:tissue|hanky|hankie|nappy|dummy)\b|"
    r"(?:did|does|has|aw+|poor)\b[^.!?]{0,25} hurt (?:your|ur|his|her) (?:little |poor |precious )?feelings?\b|first[- ]world problems?|storm in a tea ?cup|drama queen|cho(?:se|osing|ose) drama|main character|"
    r"call the (?:papers|newspapers|army|press)|alert the (?:media|press)|stop the press(?:es)?|the crown jewels|"
    r"(?:it is|it's|this is)(?: only| just)? (?:a|an) [\w ]{2,30}, not (?:a |an |the |your )?(?:funeral|tragedy|matter of life|life and death|space \w+|moon \w+|heart \w+|operation|war|plane crash|catastrophe|earthquake)|"
    r"you(?:'ll| will) (?:live|survive|cope)(?=[.!]*$|, )|how (?:will|would) (?:you|u) ever (?:cope|survive|manage)\b|nobody(?:'s| has)? died\b|no one(?:'s| has)? died\b|diddums|people (?:who have|with) real (?:problems|emergencies)"
)
"""What they feel, made small."""
_DOUBT = (
    r"pull the other (?:one|leg)\b(?! (?:towards|up|down|out|back|to|away|first|gently|slowly|end|side))|likely story|nice story(?=[.!]*$)|cool story|tell me another|that's what they all say|(?:pigs|and pigs) (?:might |can )?fly(?=[.!?]*$)|"
    r"^sure (?:you|it|he|she) (?:did|has|was)(?=[.!]*$)|should write (?:a )?(?:novels?|fiction)"
)
"""What they say, made a lie."""
_WITS = (
    r"(?:are you|is (?:he|she)) (?:always|usually) (?:this|so) (?:slow|stupid|difficult|dense|thick|dim)\b|if brains were|sandwiches short|the full shilling|as thick as\b|(?:you|u) must be new to\b|"
    r"rocket science|brain surgery|(?:do i (?:have|need) to|must i|need me to) (?:draw|paint) (?:you|u|it)\b|(?:let me|shall i|must i|i have to|do i (?:have|need) to) spell it out|(?:in|use|with|using) (?:very )?(?:short|small|little|baby|one-syllable) words|left my crayons|"
    r"explain (?:it |this |that )?(?:as )?(?:to|for|like)(?: you(?:'re| are)?)? (?:a |an )?(?:child|children|toddler|kid|kids|idiots?|five)\b|(?:words|letters|language|terms) (?:that |which )?(?:even )?(?:a|any) (?:school)?(?:child|toddler|boy|girl)\b|"
    r"(?:even (?:my|a|an|your|small|little) (?:\w+ )?(?:gran\w*|nan|nana|mother|mum|dog|cat|toddler|nephew|niece|\w+-year-old|child|children|kid|kids|baby|monkey|beginner|goldfish|hamster)|my (?:gran\w*|nan|nana|dog|cat|toddler|nephew|niece|\w+-year-old)) (?:can|could|manages?|managed|understands?) (?!not\b|help)|"
    r"(?:try|tried|considered|thought (?:of|about)) (?:reading (?:it|the (?:manual|instructions|screen|letter|e-?mail|label|box|page|sign|booklet|leaflet))|thinking\b|listening\b|looking(?: properly)?(?=[.?!]*$)|opening your eyes|using your (?:brain|eyes|head))|"
    r"look(?:ed|ing)?[^.!?]{0,15} with (?:(?:your|ur) (?:own )?eyes|the light on)\b|^with your eyes\b|again with (?:our|your) glasses on|two eyes, use|for those (?:of us )?(?:who|that) can (?:read|count|think|hear)|if you(?:'d| could| can| had)? (?:only )?(?:can |could )?(?:read|count|listen)(?=[.!?]*$|, )|"
    r"(?:use|using|got|switch on)(?: your| ur)? brain|half a brain|more (?:mouth|money) than sense|(?:speak|learn|understand) (?:proper |better |any |some )?english\?|learn english|(?:your|ur) english is (?:the |a )?(?:problem|bad|poor)|between (?:the )?(?:chair|seat) and (?:the )?keyboard|user is not|"
    r"is there (?:an adult|a grown-?up) (?:i|we|with)\b|a grown-?up (?:there|with you|i can|we can)|someone (?:who'll|who will|who can|who would) understand\b|(?:like|as) (?:a |an )?(?:normal (?:person|people|ppl|human)|grown-?ups?)\b|normal (?:user|person|customer|people)s? (?:does not|doesn't|don't|do not|would|can|manages?)\b|"
    r"(?:did|does|has) (?:nobody|no one|no-one|your (?:mother|mum|father|parents|school)) (?:ever )?(?:teach|taught|tell|told|show|shown)\b|village is missing|outsmarted by (?!our\b|us\b|my\b|me\b)|want me to hold your hand|wip(?:e|ing) your (?:nose|bottom|tears)|spoon-?fe(?:d|ed\w*)|that (?:wasn't|was not|isn't) so (?:hard|difficult),? (?:was|is) it"
)
"""Their wits, doubted."""
_TIME = (
    r"(?<!i've )(?<!have )(?:nothing|anything) better to do\b(?! than (?:sort|help|fix|put|look))|don't you have a life|what planet (?:are|do)|get a hobby\b|(?:great|too much|a lot of|lots of|so much|all that) time on your hands|some of us (?:have (?:work|jobs|lives|real)|are (?:working|at work|busy|trying)|work\b|actually\b)|(?:fun|a (?:riot|treat|hoot|scream)) at part(?:y|ies|ys)\b|(?:joy|delight|treat) to (?:live with|be married to)|"
    r"(?:not|oh no,?|oh god,?|ugh,?) (?:it's )?you again|(?:here|there) (?:he|she) is again|oh,? (?:good|great|wonderful|lovely|joy|look),? (?:an expert|another expert|it's you|you again|him again|her again)|bother (?:someone|somebody) else\b|not my (?:circus|monkeys)|(?:someone|somebody) who cares|"
    r"(?:^|, )(?:so what|who cares|big deal|whatever|tough(?: luck)?|deal with it|suck it up|boring)(?=[.!?]*$)"
)
"""Their time and ours."""
_RANK = (
    r"(?:your|her|his) (?:highness|majesty|lordship|ladyship)|roll(?:ed|ing)? out the red carpet|little princess\b|of your (?:(?:evident|obvious|undoubted|apparent|limited) \w+|abilities|intelligence|intellect|calibre)\b|at your age(?=[.?!]*$)|that time of the month|typical (?:pensioner|woman|man|male|female|student|millennial|customer|foreigner|teenager)s?\b|where (?:you|u) (?:usually|normally) (?:shop|eat|stay)|where (?:you|u) (?:come|came) from,? (?:they|people|it|you|nobody)|"
    r"(?:nearer|closer) (?:to )?your budget|beggars can(?:'t|not) be|on behalf of the idle|trouble with (?:you|your) (?:lot|sort|people)|(?:people|ppl|customers) like (?:you|u)\b|no offen[cs]e,? but|not being funny,? but|don't take this the wrong way|with (?:all due|the greatest|the utmost|all) respect\b|no wonder (?:your|he|she|they) (?:\w+ )?(?:left|divorced)"
)
"""Their rank, age or size."""

MOCKERY = rf"\b(?:{_PRAISE}|{_TEARS}|{_DOUBT}|{_WITS}|{_TIME}|{_RANK})(?:\b[^.;!?]{{0,30}})?"
"""All of these ways, each with the words that follow it."""
