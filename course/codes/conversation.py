"""Codes of scenarios.

CC101 to CC109 are about ids, CC110 to CC129 about words, CC130 to CC139 about lines that give
themselves away, CC140 to CC149 about the whole walk, CC150 to CC159 about plans and play.
"""

from course.codes.code import Code

CONVERSATION: tuple[Code, ...] = (
    Code(
        code="CC101",
        severity="error",
        title="Two parts of a scenario share an id",
        why="Answers are kept by the ids of the lines; two of one name cannot be told apart.",
        mend="Give each its own id.",
    ),
    Code(
        code="CC102",
        severity="error",
        title="A line leads nowhere",
        why="The conversation would stop in front of the trainee.",
        mend="Name a moment or an ending of this file.",
    ),
    Code(
        code="CC103",
        severity="error",
        title="A fact is named that the file does not have",
        why="What a line brings to light, or a condition asks for, would never be true.",
        mend="Correct the id, or add the fact.",
    ),
    Code(
        code="CC104",
        severity="error",
        title="A remedy is named that the file does not have",
        why="The offer would offer nothing.",
        mend="Correct the id, or add the remedy.",
    ),
    Code(
        code="CC105",
        severity="error",
        title="A promise is named that the file does not have",
        why="It could be neither kept nor broken.",
        mend="Correct the id, or add the promise.",
    ),
    Code(
        code="CC106",
        severity="error",
        title="A line breaks a house rule that is not cited",
        why="The trainee would be marked by a rule that nobody showed.",
        mend="Add the rule to 'cites'.",
    ),
    Code(
        code="CC107",
        severity="error",
        title="An id is not a slug",
        why="Ids stand in files, paths and tables; capitals and spaces break there.",
        mend="Use small letters, digits and single hyphens.",
    ),
    Code(
        code="CC108",
        severity="error",
        title="A line refers to what the file does not have",
        why="What the line needs to have come before it could never be looked for.",
        mend="Name a fact, a remedy, a promise or a line of this file; 'moment.line' where several "
        "lines bear the id.",
    ),
    Code(
        code="CC110",
        severity="error",
        title="In some mood the customer says nothing",
        why="The trainee would face an empty bubble.",
        mend="End the lines with one that has neither mood nor condition.",
    ),
    Code(
        code="CC111",
        severity="error",
        title="A line is never said",
        why="It stands behind one that is always said.",
        mend="Put lines with conditions first.",
    ),
    Code(
        code="CC112",
        severity="error",
        title="The customer makes a speech",
        why="People interrupt themselves and leave things out; a speech is read by nobody.",
        mend="Keep to forty words, or let the agent ask.",
    ),
    Code(
        code="CC113",
        severity="warning",
        title="A line of the agent's is too long to be said aloud",
        why="Nobody talks that long on the phone or in a chat without being interrupted.",
        mend="Keep to sixty words, or let the customer answer in between.",
    ),
    Code(
        code="CC114",
        severity="error",
        title="A choice has no note",
        why="In the debrief this line would get no explanation.",
        mend="Say what the customer heard, a better line, and why.",
    ),
    Code(
        code="CC115",
        severity="error",
        title="A note is too long",
        why="The debrief shows several; long ones are skipped.",
        mend="Keep heard, better and why to forty-five words together.",
    ),
    Code(
        code="CC116",
        severity="error",
        title="A note exclaims",
        why="The course's own voice neither cheers nor scolds.",
        mend="End with a full stop.",
    ),
    Code(
        code="CC117",
        severity="error",
        title="Mood decides where the conversation goes",
        why="Where mood ends a conversation early, blame can pay: an angry customer leaves "
        "before a mistake shows.",
        mend="Route by what was done, learned, offered or promised. Let mood choose words only.",
    ),
    Code(
        code="CC118",
        severity="warning",
        title="The last route has a condition",
        why="It is taken all the same, so the condition misleads whoever reads the file.",
        mend="End with a route that has no condition.",
    ),
    Code(
        code="CC119",
        severity="error",
        title="Nothing is typed before it is chosen",
        why="Choosing among lines is easier than finding one. A scenario asks for a line of "
        "the trainee's own at least once.",
        mend="Mark the decisive moment 'typed: true'.",
    ),
    Code(
        code="CC120",
        severity="warning",
        title="Personal details are asked for in public",
        why="On social media everybody can read the answer.",
        mend="Go private first, or name the house rule that it breaks.",
    ),
    Code(
        code="CC121",
        severity="error",
        title="Customer and rubric disagree about what comes first",
        why="The customer would be hurt by what the mark praises.",
        mend="Give it once, in the rubric.",
    ),
    Code(
        code="CC122",
        severity="error",
        title="A number is outside its scale",
        why="A fit of 28 or a mood of 400 would drown everything else.",
        mend="Keep fit from 0 to 1, mood and trust from 0 to 100, costs from 0.",
    ),
    Code(
        code="CC123",
        severity="error",
        title="A line names its speaker in its words",
        why="It would stand under the customer's name, in the conversation and in the chart.",
        mend="Put the name in 'by', and only the words in 'text'.",
    ),
    Code(
        code="CC124",
        severity="error",
        title="The customer swears, and nobody is told beforehand",
        why="Some people cannot hear it today. They must know before they begin, and may leave "
        "the conversation out.",
        mend="Say so in one sentence: 'warning: ...'.",
    ),
    Code(
        code="CC125",
        severity="error",
        title="What varies is not there, or cannot be told from what is",
        why="Somebody else with the same problem would come with words that contradict each other, "
        "or with a number on which the right answer hangs.",
        mend="Write the words as they stand, then others that stand nowhere in the scenario yet. "
        "Leave prices, limits and days alone.",
    ),
    Code(
        code="CC126",
        severity="error",
        title="Something of the first person is left where somebody else has the problem",
        why="The trainee would read of somebody, or of something, that this conversation is not "
        "about.",
        mend="Give the other form of the word a row of its own, say it another way, or let it not "
        "vary.",
    ),
    Code(
        code="CC127",
        severity="warning",
        title="A line brings a fact to light that nobody says",
        why="The trainee is marked for knowing what they were never told.",
        mend="Let the reply, or what opens the next moment, tell it.",
    ),
    Code(
        code="CC128",
        severity="error",
        title="A line leaves somebody in danger and breaks no rule",
        why="Kind words while somebody may come to harm would earn marks.",
        mend="Let the line say what to do about the danger, with the act 'make_safe', or let it "
        "break the rule 'safety'.",
    ),
    Code(
        code="CC130",
        severity="error",
        title="Saying as much as possible at once pays",
        why="A trainee could earn the mark by always taking the line that does the most.",
        mend="Give distractors as many moves as the good line, and make them cost.",
    ),
    Code(
        code="CC131",
        severity="warning",
        title="The good line can be told by its length",
        why="Whoever takes the longest line plays well without reading.",
        mend="Make a distractor as long, or the good line shorter.",
    ),
    Code(
        code="CC132",
        severity="warning",
        title="The good line mostly stands at the same place",
        why="Not every reader sees the choices shuffled.",
        mend="Vary its place in the file.",
    ),
    Code(
        code="CC133",
        severity="warning",
        title="Only the good line is kind",
        why="Nobody has to think where the others are plainly rude.",
        mend="Let a distractor say what a busy, decent colleague says.",
    ),
    Code(
        code="CC134",
        severity="error",
        title="Saying the customer's words back pays",
        why="Whoever takes the line with most of the customer's words, and a question, plays well "
        "without thinking of what it does.",
        mend="Let weaker lines take up the customer's words and ask something, too.",
    ),
    Code(
        code="CC140",
        severity="error",
        title="Nobody reaches a moment",
        why="What is written there is never seen.",
        mend="Lead a choice to it, or take it out.",
    ),
    Code(
        code="CC141",
        severity="error",
        title="Nobody reaches an ending",
        why="What is written there is never seen.",
        mend="Lead a choice to it, or take it out.",
    ),
    Code(
        code="CC142",
        severity="error",
        title="In some conversations nothing can be said",
        why="The trainee would be stuck.",
        mend="Leave at least one choice without a condition.",
    ),
    Code(
        code="CC143",
        severity="error",
        title="Some conversations never end",
        why="The trainee would go round in circles and get no debrief.",
        mend="Lead one choice on towards an ending.",
    ),
    Code(
        code="CC144",
        severity="warning",
        title="A choice makes no difference",
        why="It is never open, or does just what another one does, so choosing it teaches nothing.",
        mend="Change its moves, what it learns or where it leads.",
    ),
    Code(
        code="CC145",
        severity="error",
        title="A scenario is too large to be walked through",
        why="What cannot be walked through cannot be checked, and its debrief cannot say what "
        "was in reach.",
        mend="Break up loops: let a moment be reached once, or close choices already taken.",
    ),
    Code(
        code="CC146",
        severity="error",
        title="No ending is declared best",
        why="The mark cannot tell a good ending from a poor one.",
        mend="Mark the endings that are as good as this case can end: 'best: true'. A kind "
        "refusal or a handover can be one.",
    ),
    Code(
        code="CC147",
        severity="error",
        title="Full marks cannot be had",
        why="The rubric asks for what no conversation can do.",
        mend="Ask in the rubric only for what some conversation can do.",
    ),
    Code(
        code="CC148",
        severity="error",
        title="An ending that is not best earns more than the best",
        why="The mark and the declared aim pull in two directions.",
        mend="Declare it best too, or take from its path what it should not earn.",
    ),
    Code(
        code="CC149",
        severity="error",
        title="A line refers to what some road has not had",
        why="Somebody would speak of a fact, an offer, a promise or words that never came.",
        mend="Say the line only where it has come, with a 'when', or take it out of the line.",
    ),
    Code(
        code="CC150",
        severity="error",
        title="A planned conversation does not come out as planned",
        why="The plan is the author's promise of what a conversation earns. Either it or the "
        "scenario has changed.",
        mend="Mend the path, the scenario, or what the plan expects.",
    ),
    Code(
        code="CC151",
        severity="error",
        title="There is no test plan",
        why="Nothing would show that a later change spoils the scenario.",
        mend="Write down a best, a middling and a poor conversation and what they must earn.",
    ),
    Code(
        code="CC152",
        severity="error",
        title="No planned conversation reaches a best ending",
        why="The one conversation that must work is not written down.",
        mend="Plan at least one.",
    ),
    Code(
        code="CC153",
        severity="error",
        title="Best practice does not lead to a best ending",
        why="Hearing, finding out, then offering is what the course teaches. It has to work here.",
        mend="Look where it is led astray: does a weak line carry strong moves?",
    ),
    Code(
        code="CC154",
        severity="error",
        title="Play without thought does not lose clearly",
        why="Where always saying sorry earns as much as listening, nobody learns to listen.",
        mend="Let weak lines cost a fact, a step or an ending.",
    ),
    Code(
        code="CC155",
        severity="error",
        title="A planned conversation comes out otherwise with somebody else",
        why="Whoever has the problem, the same lines are right. Only the mood is another.",
        mend="Let fewer words vary, or name fewer temperaments under 'varies:'.",
    ),
)
