"""Codes of lessons and exercises.

CC001 to CC039 are about files and how they hang together, CC040 to CC059 about options, words and
reading ease, CC060 to CC069 about what is said of house rules and rights, CC070 to CC079 about
the trade that the lessons live in.
"""

from course.codes.code import Code

CONTENT: tuple[Code, ...] = (
    Code(
        code="CC001",
        severity="error",
        title="A file cannot be used",
        why="Nothing that stands in the file reaches a trainee, and every finding about it "
        "waits until it can be read.",
        mend="Correct what the finding names: a missing or unknown field, a value of the wrong "
        "type, a word that is in no table, or YAML that cannot be parsed.",
    ),
    Code(
        code="CC002",
        severity="error",
        title="An exercise and its key do not fit together",
        why="A key that names what the exercise does not have marks nobody, or marks everybody "
        "wrong.",
        mend="Make both sides name the same things: options, items, headings, slips and "
        "calculators.",
    ),
    Code(
        code="CC003",
        severity="error",
        title="An answer made from the key does not get the mark it must",
        why="The course tries a right, a partly right and a wrong answer on every exercise. "
        "Where one comes out differently, so will a trainee's.",
        mend="Work the exercise yourself, then correct the key.",
    ),
    Code(
        code="CC010",
        severity="error",
        title="There is no lesson in the folder",
        why="Mostly the folder is the wrong one: the lesson folders lie one level up or down.",
        mend="Name the folder that holds the lesson folders.",
    ),
    Code(
        code="CC011",
        severity="error",
        title="Two exercises share an id",
        why="Answers are kept by id. Two of one name would overwrite each other.",
        mend="Give one of them another id, and rename its file.",
    ),
    Code(
        code="CC012",
        severity="error",
        title="A page shows an exercise that has no file",
        why="The lesson would break where the trainee comes to it.",
        mend="Add the file, or take the line out.",
    ),
    Code(
        code="CC013",
        severity="error",
        title="An exercise has a file and its lesson's page does not show it",
        why="Nobody will ever see it.",
        mend="Add a line '@exercise' and its name, or take the file away.",
    ),
    Code(
        code="CC014",
        severity="error",
        title="A page shows an exercise twice",
        why="The second one repeats the first, and its answer is the same one.",
        mend="Take one of the two lines out.",
    ),
    Code(
        code="CC015",
        severity="error",
        title="An exercise covers an objective that there is not",
        why="What is learned is counted by objective; this one would be counted nowhere.",
        mend="Correct the id, or add the objective to objectives.yaml.",
    ),
    Code(
        code="CC016",
        severity="error",
        title="No exercise covers an objective",
        why="The course promises what it never lets anybody do.",
        mend="Let an exercise make the trainee do it, or take the objective out.",
        reach="course",
    ),
    Code(
        code="CC017",
        severity="warning",
        title="A scenario is played by no exercise",
        why="It is checked by nobody and grows old unseen.",
        mend="Add an exercise with 'scenario:' and its name, or take the file away.",
    ),
    Code(
        code="CC024",
        severity="error",
        title="An exercise comes back to one that it cannot be compared with",
        why="First tries are laid side by side. That takes an earlier exercise of the same "
        "kind with an objective in common.",
        mend="Name an exercise of an earlier lesson, of the same kind, that covers what this "
        "one covers.",
    ),
    Code(
        code="CC025",
        severity="error",
        title="An exercise that comes back gives hints",
        why="First tries with and without hints are not alike, so the comparison would say "
        "nothing.",
        mend="Take the hints out.",
    ),
    Code(
        code="CC026",
        severity="error",
        title="Something on a page cannot be used",
        why="A line that nobody understands is left out of the lesson.",
        mend="Correct what the finding names; compare it with the page of another lesson.",
    ),
    Code(
        code="CC027",
        severity="error",
        title="A link leads to a lesson that there is not",
        why="The trainee clicks and nothing happens.",
        mend="Link to a lesson that is there, by the name of its folder.",
    ),
    Code(
        code="CC028",
        severity="error",
        title="The order lists a lesson that is not there, or one twice",
        why="The order says which lessons there are. A name that leads nowhere opens nothing, "
        "and one listed twice would be counted twice.",
        mend="Correct the name, add its page, or take it out.",
    ),
    Code(
        code="CC029",
        severity="warning",
        title="A lesson is in no order",
        why="Nobody sees it. While it is being written, that may be meant.",
        mend="Add a line with its name to order.yaml where it belongs.",
    ),
    Code(
        code="CC030",
        severity="error",
        title="A station has only a heading",
        why="The trainee turns to it and finds nothing to read or to do.",
        mend="Put something under it, or take the heading out.",
    ),
    Code(
        code="CC031",
        severity="warning",
        title="A station takes too short or too long",
        why="A station is what somebody takes between two calls. Ten minutes can be found on most "
        "days; two are no sitting, and after twenty the end is not reached.",
        mend="Cut it so that it takes 8 to 15 minutes; one conversation with its debrief may take "
        "25. The last station, and a lesson of one sitting, may be shorter.",
        reach="lesson",
    ),
    Code(
        code="CC032",
        severity="warning",
        title="A station says other minutes than it takes",
        why="Whoever has ten minutes believes what the page says.",
        mend="Write the measured minutes under its heading, in whole minutes.",
        reach="lesson",
    ),
    Code(
        code="CC033",
        severity="warning",
        title="The core of a lesson is longer than an hour",
        why="The core is what everybody is asked to do. What is too long is left undone.",
        mend="Keep in the core what meets the objectives, and make the rest more practice.",
        reach="lesson",
    ),
    Code(
        code="CC034",
        severity="error",
        title="The core of a lesson leaves an objective out",
        why="Whoever takes the core would be told that they can do what they never tried, or tried "
        "without being told how it went.",
        mend="Put an exercise that covers it, and that is marked at once, into a core station.",
        reach="lesson",
    ),
    Code(
        code="CC035",
        severity="error",
        title="An exercise stands before the first heading",
        why="It belongs to no station, so nobody finds it in the list of the lesson.",
        mend="Put a heading above it that says what one can do afterwards.",
    ),
    Code(
        code="CC036",
        severity="warning",
        title="A station has too many exercises of one kind in a row",
        why="By the fourth of a kind people answer the kind, and no longer the customer.",
        mend="Put another kind between them, or move one to another station.",
        reach="lesson",
    ),
    Code(
        code="CC037",
        severity="warning",
        title="A file that was copied has changed in the course since",
        why="A mistake that was mended in the course is still in the copy, and nobody knows.",
        mend="Take the file over as it is in the course now, or put in what you want of it and say "
        "that you have seen it. 'course copy' does both.",
        reach="course",
    ),
    Code(
        code="CC038",
        severity="warning",
        title="Nobody says a saying of the glossary",
        why="It explains what no trainee ever meets, and grows old unseen.",
        mend="Write it as a customer says it, or take it out.",
        reach="course",
    ),
    Code(
        code="CC040",
        severity="warning",
        title="The longest or the shortest option is right too often",
        why="Whoever picks by length earns marks without reading.",
        mend="Even out the lengths until they tell nothing.",
        reach="lesson",
    ),
    Code(
        code="CC041",
        severity="warning",
        title="A right option is much longer than every wrong one",
        why="The right one can be told at a glance.",
        mend="Make a wrong one as long, or the right one shorter.",
    ),
    Code(
        code="CC042",
        severity="warning",
        title="The right option stands at the same place too often",
        why="Some read the options in the order of the file, and a pattern answers for them.",
        mend="Move the right one about.",
        reach="lesson",
    ),
    Code(
        code="CC043",
        severity="error",
        title="A word of an exercise's glossary can be opened nowhere in it",
        why="It explains what its trainees never meet.",
        mend="Write it as it stands in the exercise, outside the lines to choose, or take it out.",
    ),
    Code(
        code="CC044",
        severity="error",
        title="The glossary of an exercise has more than five words",
        why="Whoever has to open six words is no longer reading what the customer wants.",
        mend="Keep those that the exercise cannot do without, and write the others plainly.",
    ),
    Code(
        code="CC045",
        severity="error",
        title="A meaning has more than fifteen words",
        why="It opens in the middle of a sentence, and the sentence is lost behind it.",
        mend="Say it shortly, in common words.",
    ),
    Code(
        code="CC046",
        severity="error",
        title="A local expression stands in the course's own words or in a line to choose",
        why="Whoever learnt English elsewhere gets the answer wrong for want of a word.",
        mend="Write the plain words that stand beside it in local-expressions.yaml.",
    ),
    Code(
        code="CC047",
        severity="error",
        title="A local expression is explained by no glossary",
        why="A customer may talk like a person, as long as everybody can look up what is said.",
        mend="Write it plainly, or put it into the 'glossary:' of its exercise.",
    ),
    Code(
        code="CC048",
        severity="error",
        title="A line has more than one local expression",
        why="One can be guessed from what stands around it. Two leave nothing to guess from.",
        mend="Keep the one that sounds most like this customer.",
    ),
    Code(
        code="CC049",
        severity="warning",
        title="A sentence of an explanation has no verb",
        why="The reader must find out who did what, which is what the explanation is for.",
        mend="Say who heard, read or did what: 'She heard that nobody had looked.'",
    ),
    Code(
        code="CC050",
        severity="error",
        title="An explanation is empty",
        why="The trainee learns that it was wrong and not why.",
        mend="Write the reason.",
    ),
    Code(
        code="CC051",
        severity="warning",
        title="An explanation is too long",
        why="After a shift nobody reads more than sixty words about one option.",
        mend="Keep what the customer heard and why it matters.",
    ),
    Code(
        code="CC052",
        severity="warning",
        title="The same text stands in two places",
        why="Mostly a copy that was never adapted; a trainee who meets it twice stops reading.",
        mend="Say it in other words, or once.",
        reach="lesson",
    ),
    Code(
        code="CC053",
        severity="warning",
        title="The course exclaims",
        why="An exclamation mark cheers or scolds. People in the course may exclaim, and may "
        "be quoted.",
        mend="End with a full stop.",
    ),
    Code(
        code="CC054",
        severity="warning",
        title="There is an emoji in the course's own words",
        why="Screen readers spell it out and fonts draw it differently.",
        mend="Say it in words.",
    ),
    Code(
        code="CC055",
        severity="warning",
        title="A lesson as a whole is not easy to read",
        why="It is read between two calls, and not always by somebody who grew up with English.",
        mend="Begin with the longest sentence and the long words that the finding names.",
        reach="lesson",
    ),
    Code(
        code="CC056",
        severity="warning",
        title="An exercise or a page is not in plain English",
        why="What takes two readings measures reading, not customer care.",
        mend="Begin with the longest sentence and the long words that the finding names.",
    ),
    Code(
        code="CC057",
        severity="warning",
        title="A sentence is too long",
        why="Beyond twenty-five words the beginning is forgotten at the end.",
        mend="Make two of it: one thought, one sentence.",
    ),
    Code(
        code="CC059",
        severity="warning",
        title="The order of a sort gives its answers away",
        why="Items are shown as they are written. Who sees that they take turns reads no further.",
        mend="Mix them, as cards are mixed.",
    ),
    Code(
        code="CC060",
        severity="error",
        title="What is taught as right is not true under the house rules",
        why="The trainee would learn by heart what the company does not do, and earn marks for it.",
        mend="Let the value be as the line needs it, or write the line anew for the rules as they "
        "are. The finding says which figures would be right.",
    ),
    Code(
        code="CC061",
        severity="warning",
        title="A weaker line says what is not true under the house rules",
        why="Whoever reads it takes it for the company's rule, right line or not.",
        mend="Let the value be as the line needs it, or write the line anew for the rules as they "
        "are.",
    ),
    Code(
        code="CC062",
        severity="error",
        title="Something rests on a rule or a right that there is not",
        why="Another country's rights card may lack the right, and then what is taught has no "
        "ground.",
        mend="Correct the name, or write the line anew for the rules and the card as they are.",
    ),
    Code(
        code="CC063",
        severity="warning",
        title="A text depends on a house rule or a right and does not say so",
        why="Once the rule changes, the text is false, and nothing says so.",
        mend="Say what it depends on: 'true_when: [refund_limit at least 36]'. Where a scenario's "
        "text has the figure of the rule itself, name the value in braces.",
    ),
    Code(
        code="CC064",
        severity="error",
        title="A scenario does not say who has passed the check",
        why="Whether to ask for two details or to go on is the first thing an agent decides. The "
        "trainee cannot know it, and asking would be right in one case and cold in another.",
        mend="Add 'checked:' with a sentence: 'No.', or 'Yes: e-mail and order number, by the "
        "colleague before you.'",
    ),
    Code(
        code="CC065",
        severity="error",
        title="A value in braces is not filled in here",
        why="Only a conversation has the values of the house rules filled in. On a page or in any "
        "other exercise the trainee reads the braces.",
        mend="Write the figure, and say in the exercise under 'true_when:' that it depends on it.",
    ),
    Code(
        code="CC066",
        severity="warning",
        title="A house rule gives less than the law",
        why="Whoever keeps to the rule tells customers that they have no right which they have.",
        mend="Let the value be as the law needs it. Where you sell nothing that the right is for, "
        "take what it asks of the house rules, or the whole line, off your card.",
        reach="course",
    ),
    Code(
        code="CC070",
        severity="warning",
        title="A word of another trade",
        why="Whoever works in a bank reads 'wardrobe' and sees that it was written for a shop. "
        "The rest is then believed less.",
        mend="Add a row to the words of the world, write the exercise anew for it, or leave it "
        "out.",
    ),
)
