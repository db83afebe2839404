"""The table of moves: what the words of a line do, one row a move.

All that the course knows of a move stands in its row; a new move is a new row. Points were tuned
until the properties in `scenarios/exploration/properties.py` held; no study gives them.
"""

from collections.abc import Mapping

from course.language.row import Gain, Move, Slight, Voice, by_name
from course.language.rules import TIME, WILL, Rule

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
                pattern=r"^(?:hello|hi|good (?:morning|afternoon|evening)|dear|thank you for (?:calling|"
                r"getting in touch|writing))\b[^,.!]{0,30}",
                why="It opens the contact.",
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
                pattern=r"(?:you(?:'ve| have) (?:been|had to|waited|told|done|already|tried)\b[^.,;!?]*|"
                r"you were (?:told|promised)\b[^.,;!?]*|so what(?:'s| has) happened is\b[^.;!?]*|"
                r"(?:if )?I(?:'ve)? (?:understood|heard|read)[^.,;!?]*)",
                why="It shows that the story was heard.",
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
                pattern=r"(?:\b(?:that|this|it) (?:must|sounds?|would|is|was|'s)\b[^.,;!?]{0,30}\b(?:frustrat\w+|"
                r"upset\w*|worr\w+|stress\w*|annoy\w+|disappoint\w+|horrible|hard|awful|miserable|maddening|"
                r"exhausting|unsettling|frightening|the last thing you (?:need|want)\w*)|"
                r"\bI(?:'d| would) (?:feel|be) (?:\w+ )?(?:the same|upset|annoyed|cross|frustrated|worried|"
                r"angry)|\bno wonder\b[^.,;!?]*|\bI can (?:see|hear|understand) (?:why|how|that)\b[^.;!?]*|"
                r"\bI understand (?:how|why)\b[^.;!?]*)",
                why="It names or shares the feeling.",
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
        shown_by=(),
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
                pattern=r"\b(?:(?:I'm|I am|we're|we are) (?:\w+ )?sorry\b|sorry\b|(?:I|we) (?:do )?apologi[sz]e\b"
                r"|(?:my|our) apologies\b|please accept\b[^.;!?]*apolog\w+)",
                why="It says sorry.",
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
                pattern=rf"\b{WILL} (?:look|find|check|sort|ring|call|chase|fix|deal|stay|take|see|speak|"
                r"arrange|send|make sure|get|go|put|handle|follow|write|book|keep)\w*\b[^.,;!?]{0,40}",
                why="It says 'I', and what this person will do.",
            ),
            Rule(
                pattern=r"\b(?:that(?:'s| is| was) (?:our|my) (?:mistake|fault|error)|(?:we|I) (?:got (?:this|"
                r"that|it) wrong|let you down|should have|made a mistake)|(?:my|our) responsibility|leave "
                r"(?:it|this) with me)\b[^.,;!?]{0,40}",
                why="It takes responsibility without excuse.",
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
        shown_by=(Rule(pattern=rf"\b{TIME}", why="It says when."),),
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
                pattern=r"(?:\b(?:I|we)(?:'ll| will) (?:ring|call|phone|email|e-mail|write to|message|text|"
                r"contact|update|check (?:back|in))\b[^.;!?]{0,40}|\bto (?:make sure|check) (?:it|that|"
                r"everything)\b[^.;!?]{0,30}|\bmy (?:direct )?(?:number|line|name) is\b[^.;!?]{0,30})",
                why="It promises or invites a later contact.",
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
        shown_by=(
            Rule(
                pattern=r"\b(?:can|could|may|would|what|when|which|where|who|how|did|do|does|have|has|is|are|"
                r"was|were)\b[^.;!?]*\?",
                why="It asks a question.",
            ),
        ),
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
                pattern=r"(?:\b(?:would you (?:like|prefer|rather)|shall I|I can (?:offer|send|refund|replace|"
                r"give|exchange|credit|book|arrange|get)|I(?:'ll| will) (?:send|refund|replace|exchange|credit|"
                r"collect|book|arrange)|we(?:'ll| will| can) (?:send|refund|replace|exchange|credit|repair|"
                r"collect))\b[^.;!?]{0,60}|\b(?:a (?:full )?refund|a replacement|an exchange|a credit)\b"
                r"[^.;!?]{0,30})",
                why="It proposes a remedy or a next step.",
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
                pattern=r"\b(?:(?:you(?:'ll| will)? (?:need|have) to|please) (?:contact|call|ring|speak to|"
                r"email|e-mail|visit|go to|log in|fill in)|not (?:my|our) department|the (?:courier|website|"
                r"other team|warehouse) (?:can|will|should))\b[^.;!?]{0,40}",
                why="It sends the customer somewhere else.",
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
                pattern=r"\b(?:(?:it(?:'s| is)|that(?:'s| is)) (?:our |company )?policy|our (?:policy|terms|rules)"
                r" (?:is|are|says?|states?)|there(?:'s| is) nothing (?:I|we) can do|(?:I|we) can't do anything|"
                r"not able to make (?:an )?exceptions?|the system (?:won't|doesn't))\b[^.;!?]{0,40}",
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
                pattern=r"\b(?:you (?:should(?:n't)? have|failed to|didn't (?:read|check|follow|tell)|must have|"
                r"were supposed)|(?:it's|that's|that is) (?:the courier|not our fault|your|down to you)|"
                r"calm down)\b[^.;!?]{0,40}",
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
                pattern=r"\b(?:thank you for (?:your patience|telling|letting)|thanks for|kind regards|best wishes|"
                r"yours sincerely|take care|is there anything else)\b[^.;!?]{0,30}",
                why="It closes the contact.",
            ),
        ),
    ),
)
"""Every move by its name, in the order in which a line is heard."""
