"""Whether a sentence has a verb of its own: by lists and endings, for the short prose of notes.

It is made to be right about whole sentences, so it lets a fragment pass rather than take a sentence
for one. A tagger would know more; it would also be the largest dependency of the course.
"""

import re

from course.lessons.rules.ease import sentences
from course.lessons.rules.texts import QUOTED

_SAID = "quotation"
"""What stands in place of anything quoted."""
_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)*|[£\d][\w.,%]*|[,:;–—()]")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


HELPERS = _set(
    "am are be can cannot could did do does gets got had has have is may might must ought shall "
    "should was were will would"
)
SURE = _set(
    # Forms that are hardly ever anything but a verb.
    "accuse accuses add adds admit admits agree agrees allow allows apologise apologises applies "
    "apply arrive arrives ask asked asks ate avoid avoids became become becomes began begin "
    "begins believe believes belong belongs bend bent blame blames bought break bring brings "
    "broke brought build builds built buy buys came cares carries carry choose chooses chose "
    "close closes come comes compare compares cost costs count counts deal dealt decide decides "
    "depend depends describe describes divide divides drank draw drew drink drive drives drove "
    "earn earns eat echo echoes end ends exist exists expect expects explain explains fall falls "
    "feel feels fell felt find finds fit fits fix fixes follow follows forget forgets forgot "
    "found gave get give gives go goes grew grow grows guess guesses hang hangs happen happens "
    "hear heard hears held help helps hide hides hit hold holds hung hurt hurts ignore ignores "
    "include includes invite invites keep keeps kept knew know knows laid lay lead leads learn "
    "learns learnt leave leaves led left lend lent let lets lie lies listen listens live lives "
    "look looks lose loses lost made make makes matter matters mean means meant meet meets met "
    "move moves multiplies multiply need needs open opens own owns paid pass passes pay pays "
    "prove proves pull pulls push pushes put puts ran rang reach reaches read reads remember "
    "remembers repeat repeats require requires rest rests ring rings rise rises rose run rung "
    "runs said sang sat save saves saw say says see seem seems sees sell sells send sends sent "
    "serve serves settle settles share shares shook show shown shows shut sit sits sleep sleeps "
    "slept sold solve solves sort sorts sound sounds spare spares speak speaks spend spends spent "
    "spoke stand stands start starts stay stays stole stood stop stops stuck suggest suggests "
    "swore take takes taught teach teaches tell tells think thinks thought threw throw told took "
    "tore treat treats tries try turn turns understand understands understood use used uses wait "
    "waits want wants warn warns wear weigh weighs went win woke won wonder wonders wore work "
    "works write writes wrote"
)
"""Base forms, forms in -s and irregular pasts. Those that may also be nouns count where no article,
number, preposition or the like stands before them."""
NOUNS_TOO = _set(
    "answer answers bet bets blame break build call calls cares change changes check checks claim "
    "claims close cost costs count counts cut cuts deal draw drink drive drives echo echoes end "
    "ends fall falls feel felt fill fills find finds fit fits fix fixes guess guesses hand hands "
    "help helps hit hold holds hope hopes hurt lay lead leads left lie lies light limit limits "
    "list lists live look looks matter matters measure measures meet mend mends miss misses mix "
    "move moves name names need needs note notes offer offers open order orders own part parts "
    "pass passes phone phones pick picks place places plan plans point points promise promises "
    "pull pulls push put question questions reach repeat repeats report reports rest rests ring "
    "rings rise rock rocks rose rule rules run runs saw scan scans scrap set sets share shares "
    "show shows sign signs sleep sort sorts sound sounds spare spares split splits stand stands "
    "start starts stay stays stop stops switch test tests thank thanks thought tie ties treat "
    "treats tries try turn turns use uses visit visits wait waits walk walks want wear win won "
    "wonder wonders work works"
)
VERBS = (
    SURE
    | NOUNS_TOO
    | _set(
        "beat beats coach coaches disagree disagrees fail fails lean leans lower lowers mind "
        "minds narrow narrows overlap overlaps prevent prevents protect protects punish punishes "
        "quote quotes recover recovers remind reminds repair repairs respect respects shrank "
        "shrink soften softens spoil spoils swap swaps throw throws translate translates"
    )
)
BEFORE_ONE = _set("a an this that each every one another")
"""What stands before a noun in the singular: a form in -s behind it is a verb."""
BEFORE_MORE = _set("these those both many few several most some")
"""What stands before a plural: a form without -s behind it is a verb."""
NUMBERS = _set("two three four five six seven eight nine ten")
BEFORE_ANY = _set(
    "about against any at bad between by early first for from good her his in into its kind last "
    "late more my next no of on our over plain same second such the their third to under whose "
    "with without your"
)
NOT_ED = _set(
    "bed breed creed embed fed feed greed hatred hundred indeed kindred led naked need red sacred "
    "seed shed sled speed tired wed weed wicked worried"
)
WITH_IS = _set(
    "anybody anything everybody everyone everything he here how it let nobody nothing one she "
    "somebody someone something that there this what when where which who why"
)
AFTER_IS = _set(
    "a already an at been behind done gone here in no not on only right still the there wrong"
)
RELATIVE = _set(
    "although because how if that though unless what when where whether which while who whose why"
)
TIMES = _set("before after until since as than")
"""They begin a clause where somebody follows: 'before she rang', and not 'before noon'."""
SPANS = _set("year month week day night morning evening hour")
SUBJECT = _set("i you he she it we they")
OBJECT = _set("it them him us me")
BETWEEN = _set("not never always also just only already still even ever")
"""What may stand between a helping verb and its verb."""
NO_VERB = BETWEEN | _set(
    "a all alone an and as at both but by for from in is no of on or so the then to too with yes"
)


def verbless(text: str) -> tuple[str, ...]:
    """The sentences of a text that have no verb of their own; what it quotes stands as 'quotation'.

    One that only quotes somebody is not judged.

    >>> verbless("'Later on today': a phone that may go off under her pillow.")
    ('quotation: a phone that may go off under her pillow.',)
    >>> verbless("'Later on today': she heard a phone that may go off under her pillow.")
    ()
    >>> verbless("'Leeds shows four.' She nodded. Then a check, with a time on it.")
    ('Then a check, with a time on it.',)
    """
    return tuple(one for one in sentences(QUOTED.sub(_stands, text)) if _lacks(one))


def _stands(quoted: re.Match[str]) -> str:
    closes = quoted[0][-2:-1]
    return f"{_SAID.title()}{closes}" if closes in ".?!…" else _SAID


def _lacks(sentence: str) -> bool:
    tokens = _TOKEN.findall(sentence.casefold().replace("’", "'"))
    if not any(one[0].isalpha() and one != _SAID for one in tokens):
        return False
    head = tokens[: tokens.index(":")] if ":" in tokens else tokens
    if all(one in (_SAID, ",") for one in head):
        rest = tokens[tokens.index(":") + 1 :]
        if rest and rest[0] == "what":  # 'what he asked for' names a thing
            return _verbs(rest) < 2
        return bool(rest) and not _has_clause(_until_subject(rest))
    figures = sum(one[0] in "£0123456789" for one in tokens)
    # A sum, or a short question, is read as it stands.
    if figures > 1 or tokens[0][0] in "£0123456789" or sentence.endswith("?"):
        return False
    return not _has_clause(tokens)


def _has_clause(tokens: list[str]) -> bool:
    """Whether there is a verb outside what a relative word begins."""
    cut = next((at for at in range(1, len(tokens)) if _begins_clause(tokens, at)), len(tokens))
    # 'Nobody who rings knows': the first verb is the relative clause's, the second is its own.
    return bool(_verbs(tokens[:cut])) or _verbs(tokens[cut:]) >= 2


def _begins_clause(tokens: list[str], at: int) -> bool:
    one, before, after = tokens[at], tokens[at - 1], tokens[at + 1 : at + 2]
    if one in TIMES:
        return after != [] and after[0] in SUBJECT - {"it"} and before not in SPANS
    if one == "that" and (before in BEFORE_ANY | TIMES or (before == "," and after[:1] == ["is"])):
        return False
    return one in RELATIVE


def _until_subject(tokens: list[str]) -> list[str]:
    """A noun and what follows up to 'he' in 'from people he will never meet'."""
    for at, one in enumerate(tokens):
        if one in SUBJECT and at and tokens[at - 1].isalpha() and not _joins(tokens[at - 1]):
            return tokens[:at]
    return tokens


def _joins(word: str) -> bool:
    """Whether a clause of its own may begin after this word."""
    return (
        word in _set("and but or so then now here not yet later still than also even till")
        or word in RELATIVE | TIMES | VERBS | HELPERS
        or word.endswith(("ly", "ed"))
    )


def _verbs(tokens: list[str]) -> int:
    """How many verbs there are; 'may have gone' is one."""
    count, helped = 0, False
    for at, one in enumerate(tokens):
        if _helps(one, tokens[at + 1 : at + 2]):
            count += not helped
            helped = True
        elif _is_verb(tokens, at):
            count += not helped
            helped = False
        elif one not in BETWEEN:
            helped = False
    return count


def _helps(one: str, after: list[str]) -> bool:
    stem, _, ending = one.rpartition("'")
    if ending in ("m", "re", "ve", "ll", "d", "t") and stem:
        return True
    if ending == "s" and stem:
        then = after[0] if after else ""
        return stem in WITH_IS or then in AFTER_IS or then.endswith(("ing", "ed", "ly"))
    return one in HELPERS


def _is_verb(tokens: list[str], at: int) -> bool:
    one, before = tokens[at], tokens[at - 1] if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    ends = one.endswith("s")
    if not one[0].isalpha() or before == "to":
        return False
    # Behind a pronoun, or behind what was quoted, any word of the right form will do.
    if before in ("i", "you", "we", "they") and one not in NO_VERB and not ends:
        return True
    # 'A kettle that leaks': what follows is a verb, or whose it is.
    if (
        before in ("who", "that", "which")
        and one not in NO_VERB | BEFORE_ANY
        and one not in SUBJECT
    ):
        return True
    if before in ("he", "she", "it", _SAID) and ends and one not in RELATIVE | NO_VERB:
        return True
    if one in VERBS and (one not in NOUNS_TOO or after in OBJECT):
        return True
    blocked = before in BEFORE_ANY or before.endswith("'s") or _counted(tokens, at)
    if one in VERBS:
        return not (blocked or before in (BEFORE_MORE if ends else BEFORE_ONE))
    return (
        len(one) > 3
        and one.endswith("ed")
        and one not in NOT_ED
        and not (blocked or before in ("a", "an", "each", "every", "some"))
    )


def _counted(tokens: list[str], at: int) -> bool:
    """Whether a number stands before it: 'two questions', but not 'four in five sounds'."""
    if not at or tokens[at - 1] not in NUMBERS:
        return False
    return at < 2 or tokens[at - 2] not in ("in", "of", "the")
