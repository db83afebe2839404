"""Plain ways to abuse a customer: names, being sent away, wits, age, body and speech made little of.

They are meant for what is said to somebody; 'I'm the plonker here' and 'you're no fool' are taken
back in `aimed.py`. Turns of phrase that mock without a rude word stand in `mockery.py`.
"""

NAMES = (
    r"plonker|pillock|wally|prat|berk|twerp|dim-?wit|nitwit|half-?wit|dunce|airhead|bimbo|loser|looser|scrounger|freeloader|chancer|con artist|scammer|whinger|moaner|nutter|lunatic|psycho|weirdo|creep|tosser|"
    r"knob(?:head)?|dick(?:head)?|git|cow|pig|(?:old )?(?:bat|bag|goat|fossil|hag|crone)|dinosaur|simpleton|ignoramus|brat|peasant|parasite|fraud|crook|thief|cheat|attention[- ]seeker|control freak|cry-?baby|dumb-?ass|moran|ideot|idoit|"
    r"imbecil|nuisance|pest|disgrace|embarrassment|burden|waste of \w+|mug|sod|donkey|beggar|townie|shower|shambles|liability"
)
WITLESS = (
    r"thick|dense|dim|dum|dumb|gormless|clueless|brainless|witless|hopeless|useless|pathetic|patetic|ignorant|ungrateful|entitled|spoil(?:t|ed)|delusional|deluded|unhinged|insufferable|unbearable|tedious|insane|mental|gullible|"
    r"illiterate|backward|incompetent|past it|senile|gaga|doolally|paranoid|stup[ei]?d|stoo?pid|off your (?:head|rocker|trolley|meds)|not (?:all there|very bright|too bright|the sharpest|that bright)|ugly|fat|disgusting|an? joke"
)
_MUCH = (
    r"(?:so|such|really|very|too|just|being|absolutely|completely|utterly|beyond|clearly|obviously|honestly|plain|rather|quite|bloody|proper|nothing but|a|an|the|absolute|total|complete|right|real|utter|silly|stupid|old|little|lazy|daft|"
    r"big|miserable|typical|greedy|ignorant|ungrateful|pathetic|bit|of|dozy|fat|mad|sad)"
)
_BAD = r"(?:silly|stupid|old|lazy|daft|miserable|greedy|ignorant|ungrateful|pathetic|dozy|dopey|gormless|fat|mad|absolute|total|complete|utter|right|bloody|blithering|nasty|horrible|thick|dim|dense|mardy|soppy)"
_CALLED = (
    rf"(?:you(?:'re| are| were| must be| sound like| look like)|u r|ur)(?: {_MUCH}){{0,4}} (?:{NAMES})s?\b(?! (?:of|in|from|on|at|and|or|who|with|victim|team|case|line|department|form|'s)\b)|(?:^|(?<=[.!?,] ))(?:you|u) (?:{NAMES})s?(?=[.!?,]|$)|"
    rf"\b(?:you|ya|u)(?: {_BAD}){{1,3}} (?:{NAMES}|apple|thing|beggar|mare|moo|man|woman|girl|boy|lad|lass|sausage|billy|goose|fool|people|person|lot)s?\b|"
    rf"(?:you(?:'re| are| must be| seem)|u r|ur)(?: {_MUCH}){{0,3}} (?:{WITLESS})\b(?! (?:in|on|with|about|than|enough|to|by|free)\b)|"
    r"(?:stupid|silly|ignorant|hysterical|dozy|dreadful|horrible|fat|vile|rude) (?:old |little )?(?:woman|man|girl|cow|mare|pensioner|person|customer)(?=[.!?,]|$)|silly (?:billy|sausage|moo|goose)|"
    r"how (?:thick|dumb|stupid|stoopid|dense|dim|daft|lazy|selfish) (?:are|can|do|must|r) (?:you|u|anyone|one|a person|some people)|how dare (?:you|u)\b|(?<=, )(?:grandad|grandpa|granny|grandma|fatty|tubby|baldy|shorty|speccy|four-eyes|blondie|sunshine|woman)(?=[.!?]|$)"
)
"""Names, and what people are called."""
_AWAY = (
    r"shut ?up+|zip it|button it(?=[.!,]|$)|belt up(?! (?:in|for|before)\b)|pipe down|put a sock in it|give it a rest(?=[.!,]|$)|wind your neck in|get over (?:it|yourself)(?=[.!,]|$)|grow a pair|man up|toughen up|get a clue|get real|get knotted|get bent|jog on|on your bike(?=[.!,]|$)|"
    r"(?:go |go and )?(?:kill|hang|top|drown|shoot|jump off|die)(?: (?:yourself|urself|ur self|a (?:bridge|cliff|roof)|somewhere))(?:\b)|go (?:and )?die(?=[.!,]|$)|kys|end it all(?=[.!,]|$)|"
    r"take a hike|go away(?! (?:for|on|and enjoy|happy|with|to|in|by|after|over|at|once|when)\b)|clear off(?! the\b)|push off(?! (?:the|from)\b)|naff off|buzz off|hop it|sling your hook|drop dead|go to hell|go and boil|stop (?:bothering|pestering|harassing|annoying) (?:me|us)|(?:just )?leave (?:me|us) alone|get off my (?:line|phone)|"
    r"talk to the hand|touch grass|cope harder|cry (?:more|about it|harder)|stay mad|skill issue|(?:be|keep) quiet(?=[.!,]|$)|whatever,? (?:karen|mate|love|grandad|grandma)|do (?:me|us|us all|everyone|everybody|yourself) a favou?r and (?:go|hang|shut|leave|stop|get|find|kill|die|drop|jump)|learn (?:how )?to (?:talk|speak|wash|behave|write|drive|think|tell the time|spell)|"
    r"(?:speak|talk|type|write) (?:properly|proper|like a normal|like an adult|like a grown-?up)"
)
_SENT = (
    rf"(?:^|[,.!;:–—-] ?|(?:just|do|please|pls|now|so|oh|and|then|well|kindly|can you|could you|will you|why don't you|you should) )(?:{_AWAY})\b|"
    r"spare (?:me|us) (?:the (?:drama|details|lecture|tears|story|speech|act)|your|ur)\b|save your breath|don't (?:you )?ever (?:call|ring|write|come)|good riddance|(?:hope|wish) (?:that )?you (?:die|were dead|drop dead|get cancer)\b|(?:the world|everyone|everybody|we(?:'d| would)(?: all)?|you(?:'d| would)) (?:would |'d |is |be |are )*better off (?:dead|without you)\b|stfu|gtfo|watch (?:your|that|ur) (?:mouth|tone|tongue)|"
    r"(?:get|take|getting) (?:clever|smart|funny|lippy|cheeky|that tone|an attitude) with (?:me|us)|nobody asked (?:(?:you|u)(?=[.!,]|$)|for your)|who asked (?:you|u)\b|mind your own business|(?:sick|tired|had enough|fed up|bored) (?:to death )?of (?:you|your (?:voice|moaning|whining|whinging|calls|complaints|nonsense|drama|face)|hearing your|listening to you)\b"
)
_STOP = (
    r"(?:stop|quit|enough of|no more of) (?:you |your |ur |the |that |all that |all this )?(?:snivel\w*|bleat\w*|mither\w*|squeal\w*|grizzl\w*|blub\w*|carping|bellyach\w*|nagging|grumbling|bitching|yapping|babbling)|pull (?:yourself together|your socks up)(?=[.!,]|$)|you(?:'re| are) a grown (?:man|woman)|"
    r"(?:nobody|no ?one|no1) cares\b(?! for| more)|are we having (?:one of our|a little|our little)\b"
)
"""Being sent away, or silenced, or talked to as a child."""
_SLOW = (
    r"(?:you(?:'re| are| must be| might be|'re just|'re clearly| seem)|u r|ur|are you)(?: \w+)? too (?:(?:thick|stupid|dim|dumb|dense|lazy|senile|drunk|daft|simple) (?:for|to)|old (?:for (?:this|that|it)|to (?:understand|use|learn|get|know|be (?:on|using))))\b|(?:get|got|getting|knock|drum) (?:it|this|that) (?:through|into) (?:your|that|ur)|"
    r"lights are on,? (?:but|and) (?:nobody|no one)|\biq\b|brain cells?|brain ?power|(?:got|have|find|grow|buy) (?:no|any|some|a) (?:brains?|manners)\b(?! of)|you (?:really |clearly |obviously |honestly )?have(?:n't| not|n't got| no)(?: got)? (?:a|the first|the faintest|any)? ?(?:clue|brain|sense|manners)|"
    r"dumb it down|idiot[- ]?proof|for dummies|slow on the uptake|(?:do|must) (?:i|we) (?:really )?(?:have to )?(?:repeat myself|tell you again)\b[^.!?]{0,15}\?|how many times (?:do|must) (?:i|we)\b|how many times have (?:i|we) (?:\w+ )?told (?:you|u)|"
    r"what (?:part|bit) of (?!the |your |our |my )[^.!?]{1,40} (?:don't|do|didn't|did|can't) you (?:not )?(?:understand|get|grasp|follow)|(?:did|do) you (?:even|ever) (?:go to|finish|attend) school|(?:monkey|chimp|goldfish|hamster|toddler|parrot|blind man|five-year-old|five year old|ten-year-old) (?:could|can|would|knows?|manages?)|"
    r"(?:does|do|has|did) (?:(?:mummy|daddy)|your (?:mum|mummy|mother) (?:dress|let|tie))\b|revolves? around (?:you|u)\b|not the only (?:person|customer|one|pebble|passenger|guest|caller)(?: (?:on|in) (?:earth|the (?:world|planet|queue|beach|building))| we have| i have)|(?:you(?:'re| are)|u r|ur) not (?:that |so )?(?:special|important|interesting)\b|"
    r"(?:soft|sick|wrong|not right) in the head|head is not (?:correct|right)|between (?:the|your|ur) ears|(?:going on|nothing|empty|not much) upstairs|(?:anyone|anybody|someone|somebody) (?:at your end|there|with you|around) who can (?:think|spell)|the (?:manners|brains?|wits|charm) of an? |with (?:that|your|ur) (?:face|brain|attitude)\b|with a (?:face|brain|head) (?:like|that)\b|"
    r"as much use as (?:an?|that|two)\b|(?:have|has|had|with) more (?:sense|brains|manners|wit) than (?:you|to)\b|you (?:people )?(?:know|understand) nothing\b|you (?:don't|do not) (?:know|understand) nothing|barely literate|you (?:should|ought to) be in a home\b|you shouldn't be (?:let|allowed|trusted) (?:near|out|anywhere|with)\b|"
    r"(?:seen|heard|met|known) (?:\w+ )?(?:parrots|sheep|dogs|cats|toddlers|babies|monkeys|goldfish|donkeys|houseplants) (?:\w+ )?(?:better|more|with)\b|(?:get|ask|let) your (?:wife|husband|son|daughter|mum|dad|mother|grandson|granddaughter|kids?|carer) (?:to )?(?:explain|think|do the (?:thinking|talking|maths|reading))|"
    r"(?:were|was|r) (?:you|u) born (?:yesterday|stupid|in a barn|like th)|(?:do|does|don't) you need an? (?:grown-?up|adult|nanny|babysitter|minder)\b|you need a (?:nanny|babysitter|minder)\b|(?:people|ppl|customers|men|women|folk|persons?|somebody|someone|those|tenants|callers) (?:like|such as) (?:yourself|yourselves|you lot)\b"
)
"""Wits, and what somebody is worth."""
_BODY = (
    r"(?:with|behind|through|under|lose|drop|understand|of) (?:that|your|ur|the|an)(?: (?:funny|thick|silly|strong|awful|terrible|ridiculous|stupid|heavy|foreign|mumbled))? accent\b|back to (?:your own country|where you c[ao]me)|not from (?:round )?here,? are you|you (?:foreigners|immigrants|boomers|oldies)\b|"
    r"(?:lose|losing|shed) (?:some|a few|a bit of) (?:weight|stone)\b|at your age(?=[.!]|$)|(?:somebody|someone|people|a person|a man|a woman|anybody) (?:of )?your age (?:should|ought|can't|shouldn't|must|always|never)|typical of (?:you|your (?:sort|kind|type|lot))(?=[.!,]|$)|"
    r"for (?:someone|a person|a woman|a man|a lady|people|somebody) (?:of|with) your (?:intelligence|background|kind|sort|education|means)|fat (?:cow|pig|lady|lass|bloke|people|fingers)|(?:ok|okay) boomer|women drivers?|"
    r"old (?:dears|biddies|codgers?|biddy|fogey)\b|(?:forgot|lost|losing) your (?:marbles|mind)\b|(?:go|get) (?:and )?(?:see|seek|get) (?:some |professional |a )?(?:psychiatrist|shrink|therapist|therapy)\b"
)
"""Speech, body, age and where they come from."""
_SWEARING = r"f+[*#@$u]?[*#@$]+(?:c?k|\b)\w*|sh[*#@]t|b[*#@]tch|a[*#@s][*#@s]hole|\bwtf\b|\bffs\b|bloody (?:idiot|fool|nuisance|cheek|nerve|hell,? (?:woman|man))|effing|piss(?:ing|ed)? (?:off|me off|about)|up yours"

ABUSE = rf"(?:\b|(?=^)|(?<=[.!,;:–—-]))(?:{_CALLED}|{_SENT}|{_STOP}|{_SLOW}|{_BODY}|{_SWEARING})(?:\b[^.;!?]{{0,30}})?"
"""All of these ways, each with the words that follow it."""
