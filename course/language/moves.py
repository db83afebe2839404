"""The table of moves: what the words of a line do, one row a move.

All that the course knows of a move stands in its row; a new move is a new row. Points were tuned
until the properties in `scenarios/exploration/properties.py` held; no study gives them.
"""

from collections.abc import Mapping

from course.language.row import Gain, Move, Slight, Voice, by_name
from course.language.rules import SOON, TIME, WE, WILL, Rule

MOVES: Mapping[str, Move] = by_name(
    Move(
        name="greet",
        meaning="opens the contact and says who is speaking",
        because="A name is civil, and that is all it is.",
        gain=Gain(
            points=(2.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="{name} knows who is speaking.",
            again=None,
            spent="{name} knew already who was speaking.",
            early=None,
            doubted=None,
            remembered=None,
            remembered_doubted=None,
        ),
        slight=None,
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"^(?:@\w+[ ,:]*)*(?:(?:hello|hi|hiya|hey|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|dear|greetings|welcome(?: to)?|thank you for (?:calling|"
                r"getting in touch|writing|contacting|reaching out|your (?:call|e-?mail|letter|message))|thanks for (?:calling|getting in touch|writing|contacting|reaching out|your (?:call|e-?mail|letter|message)))\b(?! (?:no|what|wait)\b)[^,.!?;:–—-]{0,30})",
                why="It opens the contact.",
            ),
            Rule(
                pattern=r"\b(?:you're (?:through|speaking) (?:to|with)|you(?:'ve| have) (?:reached|come through to)|my name(?:'s| is)|this is \w+ (?:speaking|here|from|at|in)\b|(?-i:[A-Z][a-z]+) (?:speaking|here)\b(?=[.,;!?–—-]|$| from| at))[^,.!?;]{0,30}",
                why="It says who is speaking.",
            ),
            Rule(
                pattern=r"^(?:this is|it's) (?-i:[A-Z][a-z]+)\b(?=$|[.,;!?–—-]| from| at| in| on)",
                why="It says who is speaking.",
            ),
        ),
    ),
    Move(
        name="acknowledge",
        meaning="says back this customer's problem, or accepts it as real",
        because="Hearing the problem said back is the largest gain of words alone, and it comes once.",
        gain=Gain(
            points=(10.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="You said the problem back, so {name} knew that you had heard it.",
            again=None,
            spent="You had said the problem back already.",
            early=None,
            doubted=None,
            remembered=Voice(
                "Nothing had to be said twice.",
                "I didn't have to convince anybody.",
                "They listened the first time.",
                "Somebody listened, for once.",
            ),
            remembered_doubted=None,
        ),
        slight=None,
        step="acknowledge",
        warm=True,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"(?:(?:the|your|this|that|a|an|my|her|his|their)\s+(?:[\w'-]+\s+){0,2})?"
                r"\b(?:TERM)\b(?:\s+(?:has|have|is|was|were|isn't|wasn't|hasn't|never|didn't|still|not|says?|"
                r"said|wobbles?)\b(?:\s+[\w'-]+){0,4})?",
                why="It says this customer's problem back, in the words of this case.",
            ),
            Rule(
                pattern=r"(?:you(?:'ve| have) (?:now |already |clearly |just |had |rung |called |written )*(?:been (?!a\b|very|so|most|such)|had to|had (?:no|a|two|three|four|five|nothing)|waited|told|done|already|tried|rung|called|written|chased|paid|lost|spent|asked|explained|sat|taken)\b[^.,;!?]*|"
                r"you were (?:told|promised|left|passed|given|charged|expecting|sent)\b[^.,;!?]*|you (?:waited|rang|called|wrote|chased|paid|stayed)\b[^.,;!?]*|so what(?:'s| has) happened is\b[^.;!?]*|"
                r"(?:if )?I(?:'ve)? (?:understood|heard|read) (?!and|the terms|it\b)[^.,;!?]*|(?:so|and) (?:you|your|it|that's|the)\b[^.;!?]{3,60}(?:is that right|have I got that right|did I get that right))",
                why="It shows that the story was heard.",
            ),
            Rule(
                pattern=r"\b(?:I (?:can )?see (?:that |now that |here that |from \w+ \w+ that )(?:you|your)\b[^.;!?]*|"
                r"you(?:'re| are) (?:absolutely |quite |completely |totally )?right(?: to| about|,| that)?\b[^.;!?]{0,40}|(?:that|this|it)(?:'s| is) (?:not|n't) (?:good enough|acceptable|what you (?:paid|ordered|were)|how it should|the service)[^.;!?]{0,30}|"
                r"(?:that|this|it) (?:should never|should not|shouldn't) have happened[^.;!?]{0,30}|(?:thanks|thank you) for (?:telling|letting|explaining|flagging|bringing|raising|pointing)[^.;!?]{0,40})",
                why="It accepts the problem as real.",
                certainty="maybe",
            ),
        ),
    ),
    Move(
        name="empathise",
        meaning="names or shares what the customer feels",
        because="Repeated empathy costs time and soon sounds recited.",
        gain=Gain(
            points=(8.0, 2.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="You showed that you see how {name} feels.",
            again="More kind words help a little.",
            spent="You had been kind already, so more kind words did not help {name}.",
            early=None,
            doubted=None,
            remembered=Voice(
                "They were kind about it.",
                "They were kind, and that helped.",
                "Friendly enough.",
                "They spoke to me with respect.",
            ),
            remembered_doubted=None,
        ),
        slight=None,
        step=None,
        warm=True,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"(?:\b(?:that|this|it|these|things|which) (?:must|sounds?|would|is|was|'s|can|feels?)(?: (?!not\b|no\b)[\w']+){0,6}? (?:frustrat\w+|"
                r"upset\w*|worr\w+|stress\w*|annoy\w+|disappoint\w+|horrible|hard\b(?! to)|awful|miserable|maddening|infuriating|tiring|scary|dreadful|rotten|painful|tough|rough|unfair|embarrassing|nerve-wracking|heartbreaking|"
                r"exhausting|unsettling|frightening|distress\w+|a (?:shock|worry|let-?down|nightmare|pain)|the last thing (?:you|anyone|anybody) (?:need|want)\w*)|"
                r"\bI(?:'d| would)(?: also| definitely| probably)? (?:feel|be) (?:\w+ )?(?:the same|upset|annoyed|cross|frustrated|worried|fed up|furious|livid|fuming|disappointed|"
                r"angry)|\bno wonder\b[^.,;!?]*|\bI can (?:only |well |completely |totally |certainly |really |quite )?(?:see|hear|understand|imagine|appreciate|feel|tell) (?:why|how|that|what|your|you're|you are|the (?:frustration|worry|stress))\b[^.;!?]*|"
                r"\b(?:I|we) (?:do |completely |totally |fully |really |can |truly |well )*(?:understand|appreciate|get|know|hear|feel|share|recogni[sz]e) (?:how|why|that (?:this|it|you)|your (?:frustration|concern|worry|disappointment|upset|anger|annoyance|feelings?|pain)|the (?:frustration|worry|stress|upset)|what (?:that|this|it)(?:'s| is| must))\b[^.;!?]*)",
                why="It names or shares the feeling.",
            ),
            Rule(
                pattern=r"\b(?:(?:how|so|very|really|such|what a|most) (?:frustrat\w+|upsetting|worrying|stressful|annoying|disappointing|horrible|awful|miserable|maddening|infuriating|tiring|scary|dreadful|rotten|painful|shame|pity|nightmare|nuisance|worry|shock|let-?down)|"
                r"(?:anyone|anybody|nobody|no one|everyone|most people) (?:would|wants?|likes?|should have)\b[^.;!?]{0,50}|(?:poor you|oh (?:no|dear)|ouch|ugh)\b|(?:that's|that is|this is|it's) (?:\w+ )?(?:rubbish|rotten|grim|awful|horrid|dreadful|infuriating|not (?:fun|nice|fair))|"
                r"you have every (?:right|reason)[^.;!?]{0,40}|(?:you're|you are|you must be|you sound|you seem|you'd be|leaves you|left you|leave you|made you|making you) (?:\w+ )?(?:frustrat\w+|upset|worried|stressed|annoyed|disappointed|cross|angry|fed up|exhausted|anxious|scared|tired|livid|furious|let down)|"
                r"sorry (?:to hear|you(?:'re|'ve| have| are) (?:been |had |having |going ))[^.;!?]{0,40}|(?:bet|hope|guess) (?:you|it)\b[^.;!?]{0,20}(?:tired|okay|ok|upset|annoyed|worried))",
                why="It seems to name the feeling.",
                certainty="maybe",
            ),
            Rule(
                pattern=r"\b(?:that|this|it) (?:must|sounds) (?:be |have been |feel )?(?:so |very |really |incredibly |terribly |pretty |quite |absolutely )*(?:frustrat\w+|upsetting|worrying|stressful|annoying|disappointing|horrible|awful|miserable|maddening|infuriating|exhausting|frightening|distressing)\b|"
                r"\bI(?:'m| am) (?:so |really |very )?sorry (?:that )?you(?:'ve| have) had (?:such |to )|\bI (?:can |do |completely |really )*(?:understand|see|imagine) how (?:\w+ )?(?:frustrat\w+|upset\w*|worr\w+|stress\w+|annoy\w+|disappoint\w+|hard|difficult)\b[^.,;!?]{0,40}",
                why="It names or shares the feeling.",
                certainty="sure",
            ),
        ),
    ),
    Move(
        name="inform",
        meaning="gives a fact",
        because="A fact ends a doubt. More facts end fewer doubts.",
        gain=Gain(
            points=(3.0, 1.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="You told {name} something that was not clear before.",
            again="One more fact helps a little.",
            spent="{name} did not need any more facts.",
            early=None,
            doubted=None,
            remembered=None,
            remembered_doubted=None,
        ),
        slight=None,
        step=None,
        warm=True,
        helps=True,
        shown_by=(
            Rule(
                pattern=r"\b(?:(?:the|our|your) (?:tracking|system|records?|screen|log|notes?|depot|invoice|account|file|scan|booking|calendar|statement|supplier|warranty|label|status)(?: \w+)? (?:shows?|says?|tells|has|have|confirms?|reads?|gives|runs|covers|ends|expires)\b|"
                r"according to\b|(?:I|we) (?:can |could )?see (?:here |on (?:my|the|our) \w+ |from (?:here|the \w+) )?(?:that )?(?:it|the|there|your \w+|two|one|a)\b|"
                r"(?:it|they|the \w+(?: \w+)?|your \w+(?: \w+)?) (?:was|were|has been|have been|had been|is being|is|are|left|went|arrived|got) (?:\w+ )?(?:sent|dispatched|despatched|shipped|delivered|collected|refunded|returned|cancelled|charged|paid|booked|posted|scanned|signed|scheduled|held|stuck|delayed|damaged|out of stock|in stock|on (?:its|the) way|due|ready|available|closed|open|lost|loaded|issued|applied|processed|included|covered|credited|made|taken|found)\b|"
                r"(?:it|this|that|they|refunds?|delivery|repairs?|the \w+) (?:usually |normally |can |will |should |would |only )?(?:takes?|costs?|lasts?|comes? to|works out|runs?|opens?|closes|starts?|needs?)\b|(?:the|a|your) (?:cost|price|fee|charge|total|balance|deadline|limit|reason|cause|number|code|reference)(?: \w+){0,3} (?:is|was|are|comes)\b|"
                r"there(?:'s| is| was| are| were|'re| has been|'ve been) (?:a|an|one|two|three|no|some|been|only|another|currently|engineers?|\d+)\b|"
                r"because (?:the|our|we|it|of|a)\b|the reason (?:is|for|that|it|why))[^.;!?]{0,70}",
                why="It gives a fact.",
                certainty="maybe",
            ),
            Rule(
                pattern=r"(?:(?:it|they|that|this|the \w+(?: \w+)?|your \w+(?: \w+)?|we|I|there)\b[^.;!?]{0,60}(?:£|\$|€)\s?\d[^.;!?]{0,40}|\b(?:the tracking|our records?|the system|your account|my screen|the log) (?:shows?|says?)[^.;!?]{0,70}|"
                r"\b(?:it|they|the \w+|your \w+) (?:was|were|left|has been|have been) (?:sent|dispatched|despatched|shipped|delivered|collected|refunded|returned|cancelled|charged|scanned|signed for|posted|loaded|credited)\b[^.;!?]{0,60})",
                why="It gives a fact.",
            ),
        ),
    ),
    Move(
        name="apologise",
        meaning="says sorry",
        because="A second sorry is worth little, a third nothing; before an acknowledgement, none is.",
        gain=Gain(
            points=(8.0, 2.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="You said sorry for this problem, and {name} heard it.",
            again="A second sorry helps a little.",
            spent="One more sorry changed nothing.",
            early="You said sorry before you said what for, so it did not help.",
            doubted=None,
            remembered=Voice(
                "They really meant it when they said sorry.",
                "They said sorry, and I believed it.",
                "A real sorry, and then they did something.",
                "They said sorry, and no 'but' after it.",
            ),
            remembered_doubted=None,
        ),
        slight=None,
        step="apologise",
        warm=True,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"(?:\b(?:I'm|I am|we're|we are|I feel|I was|and|but)\s+(?:(?:so|very|really|truly|terribly|deeply|extremely|sincerely|awfully|most|ever so|genuinely|both|all|also|just|incredibly|dreadfully|not|never|hardly|not at all|not even) ){0,3}sorry\b"
                r"|(?:^|[,;:.!–—-]\s*|\b(?:am|oh|ah|no|hi|hello|hey|yes|dear \w+|so) )(?:(?:so|very|really|truly|terribly|deeply|extremely|awfully|ever so|genuinely) ){0,3}sorry\b(?! (?:state|sight|excuse)| not sorry)(?!\s*[?,]?\s*(?:what|who|could you repeat|can you repeat|say that again|didn't catch|I didn't (?:catch|hear|get)|you said)\b)(?!\s*\?)"
                r"|\b(?:I|we) (?:do |must |want to |would like to |'d like to |can only |can't |cannot |couldn't |really |sincerely |truly |both |also |am |are |don't |won't |will not |do not |not |going to )*apologi[sz](?:e|ing)\b|\bI(?:'d| would) like to (?:apologi[sz]e|say sorry)\b"
                r"|(?:^|[,;:.!–—-]\s*|\b(?:my|our|please accept|with|sincere|sincerest|deepest|many|full|humble|I owe you an?|we owe you an?|you (?:are owed|deserve) an?) (?:\w+ ){0,3})apolog(?:y|ies)\b|^apologi[sz]e for\b|\b(?:I|we) (?:deeply |very much |sincerely |truly )?regret (?:that|the|this|what|not|any|having|how)\b|\bsaying sorry\b|\bforgive (?:us|me)\b)(?: (?:for|that|about|to hear)\b[^.,;!?]{0,50})?",
                why="It says sorry.",
            ),
            Rule(
                pattern=r"\b(?:can't|cannot|couldn't) (?:begin to )?apologi[sz]e enough\b|\b(?:I|we) (?:couldn't|could not) be (?:more sorry|sorrier)\b|\b(?:can't|cannot) (?:say|tell you|express) how sorry\b|"
                r"\b(?:I'm|I am|we're|we are) (?:(?:so|very|really|truly|terribly|deeply|extremely|awfully) )+sorry(?=[.,!]| about| for (?:the|this|what|that|all|your (?:wait|trouble|loss))\b)|"
                r"\b(?:I'm|I am|we're|we are) (?:\w+ )?sorry (?:that |about |for )?(?:the|your|this|our|what|we|it|how|not)\b(?! (?:feel|confus|misunder|react|impress|percep|experience))|"
                r"\b(?:I|we) (?:do |sincerely |really |truly )?apologi[sz]e for (?:the|this|that|your|our|all)\b(?! (?:feel|confus|misunder))",
                why="It says sorry.",
                certainty="sure",
            ),
        ),
    ),
    Move(
        name="own",
        meaning="takes the matter on: 'I will', not 'someone should'",
        because="Responsibility weighs most in an apology, and is taken on once.",
        gain=Gain(
            points=(6.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="You said that you would do something about it yourself.",
            again=None,
            spent="You had said already that you would do something about it.",
            early=None,
            doubted="You said that you would do something about it. {name} only half believes you.",
            remembered=Voice(
                "One person said they would do it, and stayed with it.",
                "Somebody said they'd do it, so I could leave it to them.",
                "One person dealt with it.",
                "Somebody gave me their word that they'd do it.",
            ),
            remembered_doubted=Voice(
                "They have said that they'll do it. I shall wait and see.",
                "They said they'd do it. I do hope so.",
                "They say they'll do it.",
                "They say they're doing something. I'll believe it when I see it.",
            ),
        ),
        slight=None,
        step="own",
        warm=True,
        helps=False,
        shown_by=(
            Rule(
                pattern=rf"\b{WILL}(?:look(?!ing forward)|find|check|sort|ring|call|chase|fix|deal|stay|take|speak|talk|"
                r"arrange|send|make (?:sure|a note|it|this|that|certain)|get|go(?:ing)? (?:through|over|back|and|to)|put|handle|follow|write|book|keep|ask|do|see (?:to|what|if|who|whether)|pass|raise|report|order|refund|replace|cancel|change|correct|update|add|remove|walk|bring|open|start|try|investigat\w+|pull|track|contact|email|e-mail|phone|text|message|let you know|come back|be|help|set|move|hold|note|post|give|own|own this|confirm|escalat\w+|request|reset|swap|drop|have a look|have (?:it|this|that|one|someone)|personally|reimburse|credit|waive|pick|run|make|sit|tell|explain|work|on it|on this|read|log|dig|flag|issu\w+|process\w*|submit\w*|approv\w+|releas\w+|extend\w*|forward\w*)\b[^.,;!?]{0,40}",
                why="It says 'I', and what this person will do.",
            ),
            Rule(
                pattern=rf"\b{WE}(?:look|find|check|sort|ring|call|chase|fix|deal|stay|take|arrange|send|make sure|get|put|handle|follow|investigat\w+|track|have a look|replace|refund|collect|do|see|work|put|help|pay|cover|be)\w*\b[^.,;!?]{{0,40}}",
                why="It says what we will do.",
                certainty="maybe",
            ),
            Rule(
                pattern=r"\b(?:(?:that|this|it)(?:'s| is| was) (?:entirely |completely |all |clearly |absolutely )?(?:our|my|on us|on me|down to (?:us|me))(?: own)?(?: (?:mistake|fault|error|doing|job|responsibility|failure|mess|slip|oversight))?(?=\W|$)(?! (?:policy|rule|terms|number|department|standard))|(?:we|I) (?:really |clearly |simply |completely |just |have |'ve )*(?:got (?:this|"
                r"that|it|your \w+) wrong|let you down|should(?:n't)? have\b|should have (?:told|rung|called|sent|checked|spotted|been)|made (?:a|an|that|the) (?:mistake|error|mess)|messed (?:this |that |it )?up|failed you|dropped the ball|slipped up|missed it|forgot|took too long|sent (?:you )?the wrong)|(?:it's |it is |that's )?(?:my|our) responsibility|leave "
                r"(?:it|this|that|all of it) (?:with|to) me|(?:I'm|I am) (?:the one|your|going to be your|responsible|staying|keeping|taking|dealing|handling|on it)|I own this|I take (?:full |the )?(?:responsibility|blame)|(?:we|I) (?:take|accept) (?:full |the |complete )?(?:responsibility|blame)|(?:our|my) (?:mistake|fault|error|bad|apologies, our)\b|you(?:'ve| have) got me|I've got (?:this|you|it))\b(?! not yours| to)[^.,;!?]{0,40}",
                why="It takes responsibility without excuse.",
            ),
            Rule(
                pattern=r"\b(?:that|this|it)(?:'s| is| was) (?:entirely |completely |all |clearly )?(?:our|my) (?:own )?(?:mistake|fault|error)\b[^.,;!?]{0,40}",
                why="It takes responsibility without excuse.",
                certainty="sure",
            ),
        ),
    ),
    Move(
        name="set_time",
        meaning="says when",
        because="Knowing when is worth more than being told 'soon'.",
        gain=Gain(
            points=(5.0, 0.0),
            treatment=6.0,
            needs_news=False,
            said="{name} knows when it will happen.",
            again=None,
            spent="{name} knew already when it will happen.",
            early=None,
            doubted="You said when it will happen. {name} only half believes it.",
            remembered=None,
            remembered_doubted=None,
        ),
        slight=None,
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=rf"\b{TIME}",
                why="It says when.",
            ),
        ),
    ),
    Move(
        name="follow_up",
        meaning="promises or invites a later contact",
        because="Someone will come back to this.",
        gain=Gain(
            points=(5.0, 0.0),
            treatment=0.0,
            needs_news=False,
            said="{name} will hear from you again.",
            again=None,
            spent="{name} knew already that you will be in touch again.",
            early=None,
            doubted="You said that you will be in touch again. {name} only half believes it.",
            remembered=None,
            remembered_doubted=None,
        ),
        slight=None,
        step="follow_up",
        warm=True,
        helps=False,
        shown_by=(
            Rule(
                pattern=rf"(?:\b(?:I|we)(?:'ll| will|'m going to| am going to| can| shall) {SOON}(?:personally )?(?:ring|call|phone|(?:e-?mail|text|message|update|write to|contact|ring|call|phone) you|email|e-mail|write to you|message|text|"
                r"contact you|update you|check (?:back|in)|get back|come back|be (?:back )?in touch|let you know|keep you (?:posted|updated|informed|in the loop)|follow up|follow this up|be in contact|report back|drop you|give you (?:a|an) (?:call|ring|update|bell|shout)|send you (?:an? )?(?:update|e-?mail|text|message)|tell you (?:how|what|when|as soon))\b(?! (?:the|our|my|them|him|her|a |an |someone|another|their|this) ?(?!to you))[^.;!?]{0,40}|"
                r"\bto (?:make sure|check) (?:it|that|everything)\b[^.;!?]{0,30}|\b(?:my|our) (?:direct )?(?:number|line|extension|e-?mail(?: address)?) is\b[^.;!?]{0,30}|\b(?:ring|call|phone|text|message|reply|write|come) (?:to )?(?:me|back to me|me back|straight back)\b[^.;!?]{0,40}|"
                r"\bask for me\b|\bI'll be here\b[^.;!?]{0,30}|\byou(?:'ll| will) (?:hear|have (?:a|an|my) (?:call|e-?mail|text|message|answer|reply|update))\b[^.;!?]{0,40})",
                why="It promises or invites a later contact.",
            ),
            Rule(
                pattern=r"\b(?:let (?:me|us) know (?:if|when|how|whether|in case|should)|(?:get|be|keep|stay) (?:back )?in touch|get back to (?:me|us|you)|keep (?:us|me|you) (?:posted|updated|informed)|(?:contact|reach|ring|call|e-?mail|text|message|dm|drop) (?:me|us)(?: back| again| any ?time| a (?:line|message|dm))? (?:if|when|any|directly|at|on)|"
                r"(?:don't|do not) hesitate\b|if (?:it|that|anything|you|there)\b[^.;!?]{0,50}(?:let|tell|ring|call|contact|message|text|reply|write|come back|shout|get in touch)\b|(?:someone|somebody|a colleague|an? \w+|they|one of (?:our|the) \w+) (?:will|'ll) (?:be in touch|contact you|call you|ring you|get back|e-?mail you|reach out|come back|update you)|we(?:'re| are) here (?:to|if|for|24)|feel free to (?:contact|call|ring|message|dm|reach|reply|get))\b[^.;!?]{0,40}",
                why="It seems to promise or invite a later contact.",
                certainty="maybe",
            ),
        ),
    ),
    Move(
        name="clarify",
        meaning="asks for something that is needed",
        because="A question that finds something out shows care; the finding is worth more later.",
        gain=Gain(
            points=(2.0,),
            treatment=0.0,
            needs_news=True,
            said="You learned something new from your question.",
            again=None,
            spent=None,
            early=None,
            doubted=None,
            remembered=Voice(
                "They asked the one question that was important.",
                "They asked me about things I wouldn't have mentioned.",
                "Asked the right question.",
                "Somebody asked instead of guessing.",
            ),
            remembered_doubted=None,
        ),
        slight=None,
        step="listen",
        warm=False,
        helps=False,
        shown_by=(),
    ),
    Move(
        name="offer_solution",
        meaning="proposes a remedy or a next step",
        because="What it gives is what its remedy gives: `solution` and `goodwill` among the coefficients.",
        gain=None,
        slight=None,
        step=None,
        warm=True,
        helps=True,
        shown_by=(
            Rule(
                pattern=rf"(?:\b(?:would you (?:like|prefer|rather)|shall (?:I|we)|do you want me to|(?:I|we) (?:can|could) {SOON}(?:offer|send|refund|replace|post|repair|move|swap|change|cancel|waive|take|put|reset|collect|extend|deliver|order|"
                rf"give|exchange|credit|book|arrange|get|either|pay|reserve|upgrade|fix|add|rebook|transfer)|(?:I'll|I will|I've|I have|I'm|I am|let me) {SOON}(?:send|refund|replac|exchang|credit|sending|"
                rf"collect|book|arrang|post|put(?:ting)? (?:it|that|the|a|you|your|through|back|£)|reset|waiv|reimburs|get (?:a|an|you|one|the \w+ (?:to|out)|it|that)|order|cancel|add|take (?:it|that|the|£|off)|pay|give you|mov|transfer|swap|fix|sort|correct|chang|deliver|hold|reserve|remov|appl|issu|rebook|extend|upgrad|repair|bring|offer|set (?:up|you))\w*|we(?:'ll| will| can|'re going to| are going to) {SOON}(?:send|refund|replace|exchange|credit|repair|"
                rf"collect|pay|cover|waive|deliver|book|arrange|fix|reimburse|rebook|give you|get (?:a|an|you|one)|swap|take (?:it|that|£)|offer|cancel|put|pick))\b[^.;!?]{{0,60}}|\b(?:a (?:full |partial )?refund|a (?:free |new )?replacement|an exchange|a credit|a voucher|money back|free of charge|at no (?:extra )?cost)\b"
                r"[^.;!?]{0,30})",
                why="It proposes a remedy or a next step.",
            ),
            Rule(
                pattern=r"(?:\b(?:please )?(?:try|have you tried|could you try|can you try)(?: \w+ing| to| a| the| it| this| that| again)\b[^.;!?]{0,50}|\b(?:you can|you could|you're welcome to|you may|the (?:quickest|best|easiest|simplest) (?:way|thing|option|route)|here's what|what I can do|what we can do|one option|another option|the options|either|two (?:options|ways|choices)|instead|in the meantime|meanwhile)\b[^.;!?]{0,60}|"
                r"\b(?:how about|what about|what if (?:I|we)|why don't (?:I|we))\b[^.;!?]{0,60}|\b(?:a|the|your|another) (?:new (?:one|\w+)|refund|replacement|voucher|engineer|technician|credit|courier|spare|loan \w+) (?:will|is|goes|can|leaves|comes|has been|'s)\b[^.;!?]{0,50})",
                why="It seems to propose a next step.",
                certainty="maybe",
            ),
        ),
    ),
    Move(
        name="redirect",
        meaning="sends the customer to another place or team",
        because="Being sent elsewhere means starting again, and feels like being got rid of. "
        "Treatment and conduct count it as a transfer.",
        gain=None,
        slight=Slight(
            points=10.0,
            trust=5.0,
            treatment=0.0,
            conduct=0.0,
            unless="hand_over",
            said="You sent {name} somewhere else, to start again there.",
            told="You sent them somewhere else",
            signs=(
                *("message", "number", "form ", "inbox", "below", "e-mail", "send "),
                *("team", "links", "ring ", "call ", "write to", "back to", "pop back"),
                *("queue", "page ", "tell your"),
            ),
            remembered=Voice(
                "{line} So I had to start all over again.",
                "{line} I only wanted somebody to stay with it.",
                "{line} No, thanks.",
                "{line} I was passed on like a parcel.",
            ),
        ),
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"\b(?:(?:you(?:'ll| will|'d| would)? (?:need|have|want) to|you (?:must|should|can|could)|please|kindly|best to|you(?:'re| are) (?:best|better off)|you'd be (?:best|better(?: off)?)|it's best to|just|try) (?:contact(?:ing)?|call(?:ing)?|ring(?:ing)?|phone|phoning|speak(?:ing)? (?:to|with)|talk(?:ing)? to|"
                r"e-?mail(?:ing)?|visit(?:ing)?|go(?:ing)? (?:to|back|through|via|on)|log(?:ging)? (?:in|on)|fill(?:ing)? (?:in|out)|write to|writing to|take (?:it|this|that) (?:up|to|back)|ask(?:ing)? (?:the|your|them|at)|use (?:the|our)|apply|send (?:it|this|that|a letter|an e-?mail) to|submit|raise (?:it|this|that|a)|get in touch with|head (?:to|over)|check (?:the|our|with|online)|refer)\b(?! (?:me|us|you)\b)|"
                r"(?:not|isn't|n't) (?:my|our) (?:department|area|team|side|job|section)|(?:that's|that is|this is|it's) (?:a matter for|one for|handled by|dealt with by|down to|for|something for|with) (?:the|our|your|another) \w+|the (?:courier|website|"
                r"other team|warehouse|\w+ (?:team|department|desk|office|line|service)) (?:can|will|should|deals?|handles?|would|is who)|(?:the|our) \w+ (?:team|department|desk|line) (?:deals?|handles?)|I(?:'ll| will|'m going to| can| am going to) (?:just |now )?(?:transfer|put) you (?:over|through|to|back)|transfer(?:ring)? you|pass(?:ing)? you (?:on|over|to|back)|put(?:ting)? you through)\b[^.;!?]{0,40}",
                why="It sends the customer somewhere else.",
            ),
            Rule(
                pattern=r"(?:\b(?:please |can you |could you |kindly |pls )?(?:dm|pm|direct message|private message|inbox)(?:'?s)? (?:us|me|your|the|with)\b|\b(?:send|drop|pop|shoot|ping|give) (?:us|me|over)(?: over)? (?:a|your|the)\b[^.;!?]{0,30}\b(?:dm|pm|direct message|private message|inbox|privately)\b|\b(?:via|by|in|through|over|into) (?:a |our )?(?:dm|pm|dms|direct message|private message|the app|our website)\b|"
                r"\b(?:fill (?:in|out)|complete) (?:this|the|our|a) (?:\w+ )?form|\b(?:visit|go to|head (?:to|over)|see|check|click|use|follow|at|here) ?:? ?(?:this |the |our )?(?:link|website|page|https?:|www|app|help ?cent\w+|faq\w*)|https?://|\b(?:call|ring|phone|contact|e-?mail|text) (?:(?:us|our \w+(?: \w+)?|the \w+(?: \w+)?|them) )(?:on|at|via|directly|instead|about)\b)[^.;!?]{0,40}",
                why="It sends the customer to another place or channel.",
            ),
        ),
    ),
    Move(
        name="policy_wall",
        meaning="refuses by rule and offers nothing else",
        because="A rule with nothing behind it ends the hope of being helped.",
        gain=None,
        slight=Slight(
            points=14.0,
            trust=0.0,
            treatment=16.0,
            conduct=0.5,
            unless=None,
            said="You said no because of a rule, and offered nothing in its place.",
            told="You said no and offered nothing in its place",
            signs=(
                *("can't", "cannot", "not able", "won't", "don't ", "isn't", "no way"),
                *("nobody", "rule", "policy", "days", "system", "only ", "strictly"),
                *("afraid", "the same"),
            ),
            remembered=Voice(
                "All that I got was {line}",
                "I asked for help and got {line}",
                "{line} And that was it.",
                "{line} They use that as an excuse.",
            ),
        ),
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"\b(?:(?:it(?:'s| is)|that(?:'s| is|'d be)|this is|as per|per|due to|under|against|because of|outside|contrary to|in line with) (?:just |simply |the |our |company |store |strict |standard |stated )*(?:policy|polic(?:y|ies)|rules?|terms|procedure|regulations)|(?:our|the|company|store) (?:\w+ )?(?:policy|terms|rules?|procedures?|regulations|conditions|contract|system|computer|guidelines)(?: and conditions| and procedures)? (?:is|are|says?|states?|do(?:es)?(?:n't| not)|won't|will not|prevents?|requires?|can't|cannot|clear\w*|appl\w+|only|forbids?|prohibits?)|"
                r"there(?:'s| is|'s really| really is|'s absolutely)? (?:really |just |absolutely |simply )?(?:nothing|not (?:a lot|much|anything)|no way|no exceptions?)(?: (?:more|else|further))?(?: (?:that )?(?:I|we|anyone) can(?: \w+)? do)?|nothing (?:more |else |further )?(?:I|we) can do|(?:I|we) (?:can't|cannot|can not|couldn't|won't|will not|don't|do not|aren't able to|are not able to|am not able to|'m not able to|'re not able to|are unable to|am unable to|'m unable to|'re unable to|'m not allowed to|'re not allowed to|am not allowed to|are not allowed to) (?:just |simply |actually |really |ever |currently )?"
                r"(?:do (?:anything|that|this|it|refunds|exchanges|more|any)|make (?:an |any )?exceptions?|help (?:you )?(?:with|any|further|more|without)|change (?:it|that|the|this|your)|refund|replace|exchange|give (?:you|out|refunds|discounts)|offer (?:any|refunds|you|a|discounts)|accept|take (?:it|returns|that|things|anything)|cancel|discuss|process|go (?:against|outside|beyond|any)|override|bend|waive|return|extend|send|cover|compensate|pay|let you|allow|move|issue|release|reinstate|honour|honor|authori[sz]e)|"
                r"not able to make (?:an )?exceptions?|no exceptions|no refunds?|rules are rules|(?:company|store|shop|house) policy|never make (?:any |an )?exceptions?|must (?:decline|refuse|reject)|(?:my|our) hands are tied|(?:that's|that is) (?:just )?(?:how it (?:is|works)|the way it (?:is|works)|final|the rule|the end of it|that|it)\b|the (?:system|computer) (?:won't|doesn't|does not|will not|can't|only)|(?:it's|that's|it is|that is|this is|is) (?:simply |just |strictly |not |n't )*(?:possible|allowed|permitted|something (?:I|we) (?:can )?(?:do|offer)|non-refundable|non-negotiable|refundable|covered|eligible|final)(?: under| according| by|\b)|"
                r"isn't (?:possible|allowed|something we|covered)|you(?:'re| are) (?:not (?:entitled|eligible|covered|allowed)|outside|out of|past|over|too late)|(?:too late|window has (?:closed|passed)|past the deadline)|as (?:stated|per|set out|explained) in (?:the|our|your)|(?:you|customers) (?:signed|agreed|accepted) (?:to )?(?:the|our|this)|I don't make the rules|(?:only|strictly) (?:within|with a receipt|for|after|by)|without (?:a|the|your) (?:receipt|password|reference|proof|order number))\b[^.;!?]{0,40}",
                why="It refuses by rule.",
                certainty="maybe",
            ),
        ),
    ),
    Move(
        name="blame",
        meaning="puts the fault on the customer or a third party",
        because="Being told that it is your own fault, or nobody's here. Someone who blames you "
        "will not stand up for you.",
        gain=None,
        slight=Slight(
            points=18.0,
            trust=10.0,
            treatment=20.0,
            conduct=0.5,
            unless=None,
            said="You said whose fault it was, and that did not help {name}.",
            told="You said whose fault it was",
            signs=(
                *("courier", "driver", "assistant", "system", "depot", "short"),
                *("everybody", "should", "usually", "easily", "must have", "might"),
                *("that's your", "supposed", "wrong", "let us"),
            ),
            remembered=Voice(
                "I was told {line} That may be so. It didn't help.",
                "They said {line} I came away feeling worse.",
                "{line} How is that my problem?",
                "{line} So it's everybody's fault, only not yours.",
            ),
        ),
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"\b(?:you (?:really |clearly |simply |obviously |probably |just |only |yourself |also |never |must |may |might |seem to |appear to |did |apparently )*(?:should(?:n't)? (?:really |always |at least )?have|ought to have|failed to|forgot(?:ten)?(?: to)?|neglected to|(?:didn't|did not|never|haven't|hadn't) (?:read|check|follow|tell|give|ask|fill|book|ring|call|keep|listen|notice|say|mention|send|pay|order|put|register|update|cancel|return|enter|provide|include|open|sign|measure|bother|look|let us|specify|use|set|charge|plug|leave|answer|confirm|select|pick|choose)|must have|could have|have (?:misread|entered|ordered|given|put|chosen|broken|dropped|missed|left|used|forgotten|misunderstood|caused|waited too|been using|selected)|"
                r"were (?:supposed|meant|told|warned|asked|out|not in|not at|the one|informed|late)(?! (?:it|that|we|they|by|on|one))|(?:gave|put|chose|ordered|picked|entered|typed|used|signed|dropped|broke|left|misread|misunderstood|missed|waited|clicked|selected|overloaded|ignored|wrote|filled|booked) (?:us |in |it |the |a |an |your |that )*(?:wrong|incorrect\w*|outside|it yourself|too|late|wrongly|small|different)|caused|brought (?:this|it) on|(?:should|need to|ought to|could|might want to) (?:be more|read|check|listen|pay attention|take (?:more )?(?:care|responsibility)|know|learn|plan|look)(?! (?:your|the) (?:e-?mail|inbox|spam|junk|junk folder)))|"
                r"(?:if|had) you(?:'d| had)? (?:only |just |actually |read|told|checked|listened|followed|rung|called|ordered|booked|looked|bothered|asked|paid|kept|given|measured)[^.;!?]{0,40}|(?:it's|that's|that is|it is|this is|that was|it was) (?:really |clearly |entirely |all |actually |just |probably |most likely |likely |purely |surely )?(?:the (?:courier|driver|depot|warehouse|supplier|manufacturer|bank|post office|website|system|previous|other|last|night|sales|shop|store|delivery|installer|garage|hospital|airline|airport|IT|computer)\w*(?: (?:team|company|shift|people|department|agent|guy|lot|desk|office))?(?:'s)?(?: (?:fault|mistake|error|doing|problem|responsibility|who|that|not us))|(?:not|n't|never) (?:our|my) (?:fault|mistake|error|doing|problem|responsibility)|your (?:own |fault|mistake|error|responsibility|doing|problem|choice|job|end|side|bank|router|browser|device|husband|wife|son|daughter|neighbour)|down to you|on you|user error|(?:a )?customer error)|"
                r"(?:isn't|wasn't|not|aren't) (?:our|my) (?:fault|mistake|error|doing|problem|responsibility)|(?:your|the customer's|user|customer|the (?:courier|driver|depot|warehouse|supplier|system|other team|sales team|bank)'s|their|his|her) (?:own )?(?:fault|mistake|error|carelessness|negligence|oversight|responsibility to|doing|lookout)|"
                r"(?:blame|take it up with|thank|complain to|have a word with) (?:the|your|them|him|her|yourself|royal|whoever|brexit)|because (?:you|the (?:driver|courier|depot|warehouse|system|other|night|supplier|sales|previous|bank)\b|someone|somebody|my colleague|they|he|she) (?:\w+ )?(?:didn't|did not|haven't|hasn't|failed|forgot|never|gave|put|ordered|chose|left|lost|wrongly|messed|misse\w+|made|sent|broke|entered|were (?:out|late|not)|was (?:careless|lazy|late|slow))|"
                r"(?:the|our|those|some|one of (?:the|our)|that|whoever|my) (?:\w+ )?(?:courier|driver|drivers|couriers|depot|warehouse|warehouse team|supplier|manufacturer|system|computer|colleague|colleagues|people|lot|guys|team|department|shift|engineer|agent|website|shop|branch|bank|installers?|fitters?|post office|carrier|airport|handlers|trainee|temp|new (?:girl|lad|guy|starter))(?: in \w+| at \w+| upstairs)? (?:\w+ )?(?:messed|mucked|screwed|forgot|failed|lost|dropped|didn't|did not|never|got it wrong|let (?:you|us|me)|made (?:a|the) (?:mistake|mess|error)|is (?:useless|hopeless|rubbish|to blame|at fault|always)|are (?:useless|hopeless|rubbish|to blame|at fault|always|terrible|the problem|responsible)|always|keeps?|must have|gave you|told you (?:wrong|that)|caused|is responsible|should have|broke|put it|was (?:careless|new|lazy|supposed)|were (?:careless|supposed))|"
                r"(?:other|most|every other|all (?:our|the) other|no other|nobody else|no one else|none of our other|everyone else|everybody else) (?:customers?|people|clients?|guests?|passengers?|users?|patients|households)?\s?(?:don't|do|has|have|had|manage|managed|never|can|find|seem|complain\w*|gets?|reads?)|clearly (?:states?|stated|says|said|written|marked|shown|explained)|it (?:was|is|says|said|'s) (?:all |right |quite |very )?(?:clearly |there |plainly )?(?:in the (?:terms|email|letter|instructions|manual|small print|confirmation)|on the (?:box|label|page|website|receipt|packet|ticket|back))|next time,? (?:\w+ )?(?:read|check|make sure|ask|remember|you|try|please (?:read|check)|be)|as (?:I|we)(?:'ve| have)? (?:already|clearly|said)|(?:I|we)(?:'ve| have)? already (?:told|explained|said)|I told you)\b[^.;!?]{0,40}",
                why="It puts the fault on someone.",
                certainty="maybe",
            ),
        ),
    ),
    Move(
        name="close",
        meaning="thanks, or ends the contact",
        because="A goodbye costs only where nothing is solved: `close_unsolved` among the coefficients.",
        gain=None,
        slight=None,
        step=None,
        warm=False,
        helps=False,
        shown_by=(
            Rule(
                pattern=r"(?:\b(?:thank you (?:for (?:your (?:patience|time|understanding|call|help|message)|telling|letting|bearing|waiting|holding|choosing|being|all)|so much|very much|again)|thanks (?:for|again|so much|a lot|very much)|many thanks|kind(?:est)? regards|best (?:wishes|regards)|warm regards|all the best|"
                r"yours (?:sincerely|faithfully|truly)|take care|(?:is|was) there anything else|anything else (?:I|we) can|have a (?:\w+ )?(?:\w+ )?(?:day|evening|weekend|one|afternoon|night|morning|week|trip|flight|time)|enjoy (?:your|the rest)|(?:good)?bye(?: for now)?|cheerio|speak soon|talk soon|regards,|sincerely,|sleep well|safe (?:travels|journey))\b[^.;!?]{0,30}|^(?:thank you|thanks|cheers|ta|regards|sincerely)\b(?=[.,!]|$| \w+[.,!]?$))",
                why="It closes the contact.",
            ),
        ),
    ),
)
"""Every move by its name, in the order in which a line is heard."""
