"""Which language a sentence is in, by its commonest words; the reader knows English alone."""

import re
from collections.abc import Container, Mapping

from course.language.features import pieces

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
STRANGE = 0.25
"""The share of known words below which a sentence is taken for another language."""
_COMMON: Mapping[str, str] = {
    "English": "the a an to of and is are was were it you your i we i'm i'll we'll that this for with "
    "on in have has be will would can not my me our so at by do does did as if but what which from "
    "no sorry please thank thanks it's that's been they there about when how know see",
    "Spanish": "el la los las de que y en un una por con para su lo le se es está pero más como muy "
    "gracias siento disculpe señor usted nosotros hoy mañana pedido hola mi sus del al ya",
    "French": "le la les de des du et un une est que qui dans pour pas vous nous je votre notre avec "
    "sur ce cette merci bonjour désolé désolée suis sont avons avez mais très aujourd'hui demain au",
    "German": "der die das und ist nicht ich sie wir ein eine zu mit für auf es dass wird haben ihre "
    "ihr ihnen danke bitte leid tut mir uns guten heute morgen von den dem sind kann aber",
    "Portuguese": "o os as de que e em um uma por com para seu sua não se é está mais como muito "
    "obrigado obrigada lamento desculpe você senhor hoje amanhã pedido olá nosso nossa do da no na",
    "Italian": "il lo la gli le di che e un una per con non si è sono ma come molto grazie mi "
    "dispiace scusi signore oggi domani suo sua nostro del della ordine ciao ho abbiamo",
    "Polish": "i w na nie to się z do jest że jak za przykro mi pan pani dziękuję proszę przepraszam "
    "dzisiaj jutro zamówienie panu oraz po dla jestem bardzo czy",
    "Dutch": "de het een en van ik is dat niet met voor op je wij uw u spijt dank bedankt vandaag "
    "morgen bestelling maar zijn wordt graag heeft we mij",
    "Latin": "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt ut "
    "labore et dolore magna aliqua enim minim veniam quis nostrud nisi aliquip ex ea consequat",
    "Vietnamese": "tôi bạn xin lỗi của và là cho không được anh chị chúng cảm ơn đơn hàng hôm nay ngày",
    "Urdu": "mujhe aap ka ki ke hai hain mein maaf afsos shukriya nahi aur ko se ap bohat kal aaj",
}  # fmt: skip
_SCRIPTS = (
    (re.compile(r"[\u0600-\u06ff]{2}"), "Arabic or Urdu"),
    (re.compile(r"[\u0400-\u04ff]{3}"), "Russian or Ukrainian"),
    (re.compile(r"[\u4e00-\u9fff]{2}"), "Chinese"),
    (re.compile(r"[\u3040-\u30ff]{2}"), "Japanese"),
    (re.compile(r"[\uac00-\ud7af]{2}"), "Korean"),
    (re.compile(r"[\u0900-\u097f]{2}"), "Hindi"),
    (re.compile(r"[\u0590-\u05ff]{2}"), "Hebrew"),
    (re.compile(r"[\u0370-\u03ff]{3}"), "Greek"),
)
_KNOWN = {name: frozenset(words.split()) for name, words in _COMMON.items()}
_ENGLISH = _KNOWN.pop("English")


def foreign(sentence: str) -> str:
    """The name of the language that a sentence is surely in, if it is not English; else nothing.

    >>> foreign("Lo siento mucho, su pedido llega mañana."), foreign("I'll ring by four.")
    ('Spanish', '')
    """
    for script, name in () if sentence.isascii() else _SCRIPTS:
        if script.search(sentence) and not re.search(r"[A-Za-z]{3,} [A-Za-z]{2,}", sentence):
            return name
    written = _WORD.findall(sentence)
    # 'Mrs de la Cruz' is a name in any language.
    named = _named(written)
    words = [one.lower() for at, one in enumerate(written) if at not in named]
    if len(words) < 3:
        return ""
    english = sum(map(_ENGLISH.__contains__, words))
    if 1.5 * english >= len(words):
        return ""
    counts = {name: sum(map(known.__contains__, words)) for name, known in _KNOWN.items()}
    best = max(counts, key=lambda name: counts[name])
    enough = counts[best] >= 2 and counts[best] >= 0.25 * len(words)
    return best if enough and counts[best] > 1.5 * english else ""


def strange(sentence: str, known: Container[str]) -> bool:
    """Whether hardly any word of a sentence is one of those that are known, so that it is no English.

    Words with a capital may be names, and words of one letter are anybody's; neither is counted.

    >>> english = {"your", "kettle", "comes", "today"}
    >>> strange("Üzgünüm, yarın sizi arayacağım.", english), strange("Your kettle comes today.", english)
    (True, False)
    >>> strange("Asante sana.", english), strange("Kettle sent.", english)
    (True, False)
    """
    written = _WORD.findall(sentence)
    words = [one for one in written if len(one) > 1 and one.islower()]
    if len(words) >= 3:
        return sum(one in known for one in words) < STRANGE * len(words)
    # Of two or three words every one must look unlike English.
    few = len(written) in (2, 3) and len(words) >= len(written) - 1 and any(map(pieces, words))
    return few and all(_odd(one.lower(), known) for one in written)


def _odd(word: str, known: Container[str]) -> bool:
    """Whether neither a word nor most of its pieces are known."""
    parts = pieces(word)
    return word not in known and 2 * sum(one in known for one in parts) < max(1, len(parts))


_PARTICLES = frozenset("da das de del den der di do dos du e el la las le los van von y".split())  # noqa: SIM905


def _named(words: list[str]) -> set[int]:
    """Where small words stand that belong to a name: they lead to a word with a capital."""
    found: set[int] = set()
    name = False
    for at in reversed(range(len(words))):
        if words[at] in _PARTICLES and name:
            found.add(at)
        else:
            name = words[at][:1].isupper()
    return found
