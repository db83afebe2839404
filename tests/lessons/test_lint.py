"""Every code of the lint has an example that triggers it, at its file and line."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.lessons import Course
from course.lessons.lint import RULES, lint

from .conftest import SMALL, Spoilt

ONE = "first/exercises/pick-one.yaml"
MUG = "first/scenarios/broken-mug.yaml"
PAGE = "first/page.md"
ORDER = "order.yaml"


def lesson(spoilt: Spoilt, name: str, *exercises: str) -> Spoilt:
    """One more lesson, listed last, with these exercises on its page."""
    listed = (spoilt.folder / ORDER).read_text(encoding="utf-8")
    spoilt.add(ORDER, f"{listed}- {name}\n")
    lines = "".join(f"\n@exercise {one}\n" for one in exercises)
    return spoilt.add(f"{name}/page.md", f"# Another lesson\n\n## Try them\n{lines}")


def question(number: int, right: int, lengths: tuple[int, ...] = (30, 30, 30, 30)) -> str:
    options = "\n".join(
        f'  - {{id: o{place}, text: "{("wxyz"[place] + str(number)) * 60:.{length}}"}}'
        for place, length in enumerate(lengths)
    )
    because = "\n".join(f'    o{place}: "Why {number} {place}."' for place in range(len(lengths)))
    return (
        f"kind: choice\nid: q{number}\ntitle: Question {number}\ncovers: [ONE-1]\nprompt: Which?\n"
        f"options:\n{options}\nkey:\n  worth: {{o{right}: 1}}\n  because:\n{because}\n"
    )


def questions(spoilt: Spoilt, *made: str) -> Spoilt:
    for number, text in enumerate(made):
        spoilt.add(f"second/exercises/q{number}.yaml", text)
    return lesson(spoilt, "second", *(f"q{number}" for number in range(len(made))))


def taking_turns(spoilt: Spoilt) -> Spoilt:
    """Six items under two headings, one after the other."""
    file = "first/exercises/tag-lines.yaml"
    names = ("two-pieces", "by-friday", "again", "at-five", "the-lid", "ring-you")
    lines = [f'  - {{id: {one}, text: "A line about {one}."}}' for one in names[2:5]]
    spoilt.change(file, "  - {id: ring-you,", "\n".join([*lines, "  - {id: ring-you,"]))
    put = ", ".join(f"{one}: {('hears', 'solves')[n % 2]}" for n, one in enumerate(names))
    reasons = "".join(f'    {one}: "It speaks of {one}."\n' for one in names[2:5])
    spoilt.change(file, "{two-pieces: hears, by-friday: solves, ring-you: [solves, hears]}",
                  f"{{{put}}}")  # fmt: skip
    return spoilt.change(file, '    ring-you: "It', f'{reasons}    ring-you: "It')


def telling(length: int) -> list[str]:
    """Five questions in which the right option, and only that, has this many letters."""
    return [
        question(n, n % 4, tuple(length if place == n % 4 else 30 for place in range(4)))
        for n in range(5)
    ]


def back(earlier: str, number: int = 0) -> str:
    """A question that comes back to an earlier one."""
    return question(number, 1).replace("prompt:", f"returns: {earlier}\nprompt:")


def hard_to_read() -> str:
    """A question of more than sixty words, most of them long."""
    return question(0, 1).replace("Which?", "Organisational reconciliation necessitates it. " * 20)


def glossed(spoilt: Spoilt, *words: str, means: str = "A thing.") -> Spoilt:
    """A question with a glossary of its own."""
    entries = ", ".join(f"{{says: {one}, means: {means}}}" for one in words)
    return spoilt.change(ONE, "options:", f"glossary: [{entries}]\noptions:")


def answered_in_own_words(spoilt: Spoilt) -> Spoilt:
    """A lesson whose one objective only a reply meets, which nobody marks at once."""
    said = (spoilt.folder / "first/exercises/in-your-words.yaml").read_text(encoding="utf-8")
    text = said.replace("id: in-your-words", "id: in-mine").replace("[ONE-1]", "[ONE-2]")
    return lesson(spoilt.add("second/exercises/in-mine.yaml", text), "second", "in-mine")


Spoil = Callable[[Spoilt], Spoilt]

CARD = """\
country: Here
note: This is not legal advice.
values: {cancel_days: 30}
rights:
  - id: distance-cancel
    title: A change of mind
    text: "Until {cancel_days} days after the goods came, an order may be cancelled."
    source: The law of the land
    house_rules: ["return_days at least {cancel_days}"]
    from: knowledge
"""
EXAMPLES: list[tuple[str, str, int, Spoil]] = [
    ("CC001", ONE, 1, lambda s: s.change(ONE, "kind: choice", "kind: quiz")),
    ("CC001", ONE, 2, lambda s: s.change(ONE, "id: pick-one", "id: pick-two")),
    ("CC001", ONE, 10, lambda s: s.change(ONE, "text: \"I'm ever", "words: \"I'm ever")),
    ("CC001", ONE, 4, lambda s: s.change(ONE, "covers: [ONE-1]", "covers: ONE-1")),
    ("CC001", ONE, 4, lambda s: s.change(ONE, "covers:", "title: Again\ncovers:")),
    ("CC001", ONE, 7, lambda s: s.change(ONE, 'said_by: Ines', 'said_by: "Ines')),
    ("CC001", MUG, 4, lambda s: s.change(MUG, "channel: phone", "channel: pigeon")),
    ("CC001", MUG, 142, lambda s: s.change(MUG, "refund-limit", "no-such-rule")),
    ("CC001", "objectives.yaml", 1, lambda s: s.take("objectives.yaml")),
    ("CC001", "house-rules.yaml", 1, lambda s: s.take("house-rules.yaml")),
    ("CC002", ONE, 18, lambda s: s.change(ONE, "    refund: \"'On", "    refunds: \"'On")),
    ("CC002", "first/exercises/how-many.yaml", 12, lambda s: s.change(
        "first/exercises/how-many.yaml", "calculator: nps", "calculator: magic")),
    ("CC003", "first/exercises/drawn-share.yaml", 9, lambda s: s.change(
        "first/exercises/drawn-share.yaml", "high: 100", "high: 60")),
    ("CC010", "content", 1, lambda s: s.take(PAGE)),
    ("CC011", "second/exercises/pick-one.yaml", 2, lambda s: lesson(s.add(
        "second/exercises/pick-one.yaml", (s.folder / ONE).read_text()), "second", "pick-one")),
    ("CC012", PAGE, 9, lambda s: s.take(ONE)),
    ("CC013", PAGE, 1, lambda s: s.change(PAGE, "@exercise pick-one\n", "")),
    ("CC014", PAGE, 11, lambda s: s.change(
        PAGE, "@exercise pick-one\n", "@exercise pick-one\n\n@exercise pick-one\n")),
    ("CC015", ONE, 4, lambda s: s.change(ONE, "[ONE-1]", "[ONE-1, ONE-9]")),
    ("CC016", "objectives.yaml", 5, lambda s: s.add("objectives.yaml", (
        s.folder / "objectives.yaml").read_text() + "- id: ONE-3\n  text: Be kind.\n")),
    ("CC017", "first/scenarios/spare.yaml", 1, lambda s: s.add(
        "first/scenarios/spare.yaml", "id: spare\n")),
    ("CC024", "second/exercises/q0.yaml", 5, lambda s: questions(s, back("no-such"))),
    ("CC024", "second/exercises/q0.yaml", 5, lambda s: questions(s, back("in-order"))),
    ("CC024", "second/exercises/q1.yaml", 5, lambda s: questions(
        s, question(0, 0), back("q0", 1))),
    ("CC024", "second/exercises/q0.yaml", 5, lambda s: questions(
        s, back("pick-one").replace("[ONE-1]", "[ONE-2]"))),
    ("CC025", "second/exercises/q0.yaml", 6, lambda s: questions(
        s, back("pick-one").replace("prompt:", 'hints: ["Look at the day."]\nprompt:'))),
    ("CC026", PAGE, 9, lambda s: s.change(PAGE, "@exercise pick-one", "@exercize pick-one")),
    ("CC026", PAGE, 1, lambda s: s.change(PAGE, "# A first", "A first")),
    ("CC027", PAGE, 11, lambda s: s.change(
        PAGE, "@exercise pick-several", "See [the next](second).\n\n@exercise pick-several")),
    ("CC027", PAGE, 9, lambda s: s.change(
        PAGE, "@exercise pick-one", "See [the next](second).\n\n@exercise pick-one")),
    ("CC028", ORDER, 2, lambda s: s.add(ORDER, "- first\n- second\n")),
    ("CC028", ORDER, 2, lambda s: s.add(ORDER, "- first\n- first\n")),
    ("CC028", ORDER, 2, lambda s: s.add(
        ORDER, "- first\n- Second\n").add("Second/page.md", "# Second\n")),
    *(("CC001", ORDER, 1, lambda s, text=text: s.add(ORDER, text))
      for text in ("", "~\n", "5\n", "first\n", "first: 1\n", "- 1\n", "- [first]\n",
                   "- first: 1\n", "-\n")),
    ("CC012", PAGE, 3, lambda s: s.change(PAGE, "\n", "\n\n@card no-such\n- One thing.\n")),
    ("CC029", "second/page.md", 1, lambda s: lesson(s, "second").add(ORDER, "- first\n")),
    ("CC030", PAGE, 9, lambda s: s.change(
        PAGE, "@exercise pick-one", "## Nothing\n\n## Say it\n\n@exercise pick-one")),
    ("CC031", PAGE, 5, lambda s: s.change(
        PAGE, "@exercise how-many\n", "## Work it out\n\n@exercise how-many\n")),
    ("CC031", PAGE, 5, lambda s: s.change(
        PAGE, "@exercise how-many\n", "@dashboard\n\n@dashboard\n\n@exercise how-many\n")),
    ("CC031", PAGE, 23, lambda s: s.change(
        PAGE, "@exercise broken-mug\n", "@dashboard\n\n" * 5 + "@exercise broken-mug\n")),
    ("CC032", PAGE, 5, lambda s: s.change(PAGE, "@minutes 10\n", "")),
    ("CC032", PAGE, 5, lambda s: s.change(PAGE, "@minutes 10", "@minutes 13")),
    ("CC032", PAGE, 23, lambda s: s.change(PAGE, "@minutes 5", "@minutes 3")),
    ("CC033", PAGE, 1, lambda s: s.change(
        PAGE, "## Talk", "## Look\n\n" + "@dashboard\n\n" * 10 + "## Talk")),
    ("CC034", PAGE, 17, lambda s: s.change(PAGE, "@minutes 10\n", "@more-practice\n")),
    ("CC034", "second/page.md", 5, lambda s: answered_in_own_words(s)),
    ("CC035", PAGE, 5, lambda s: s.change(PAGE, "## Try each kind\n\n@minutes 10\n\n", "")),
    ("CC036", "second/page.md", 3, lambda s: questions(s, *(question(n, n) for n in range(4)))),
    ("CC037", "upstream.yaml", 2, lambda s: s.add(
        "upstream.yaml", '# Copied.\n- {file: first/page.md, was: "0"}\n')),
    ("CC037", "upstream.yaml", 1, lambda s: s.add(
        "upstream.yaml", '- {file: objectives.yaml, was: "0"}\n')),
    ("CC040", "second/page.md", 1, lambda s: questions(s, *telling(34))),
    ("CC040", "second/page.md", 1, lambda s: questions(s, *telling(26))),
    ("CC041", "second/exercises/q0.yaml", 8, lambda s: questions(
        s, question(0, 1, (30, 60, 30, 31)))),
    ("CC042", "second/page.md", 1, lambda s: questions(s, *(question(n, 2) for n in range(6)))),
    ("CC043", ONE, 8, lambda s: glossed(s, "a set back")),
    ("CC043", ONE, 8, lambda s: glossed(s, "pounds back")),
    ("CC043", MUG, 4, lambda s: s.change(
        MUG, "channel:", "glossary: [{says: teapot, means: A pot.}]\nchannel:")),
    ("CC044", ONE, 8, lambda s: glossed(
        s, "a mug", "a handle", "holds", "without", "first", "came")),
    ("CC045", ONE, 8, lambda s: glossed(s, "a mug", means="word " * 16)),
    ("CC046", ONE, 5, lambda s: s.change(ONE, "without a handle", "and is gutted")),
    ("CC046", ONE, 11, lambda s: s.change(ONE, "eighteen pounds", "eighteen quid")),
    ("CC046", PAGE, 5, lambda s: s.change(
        PAGE, "@minutes 10\n", "@minutes 10\n\nIt costs ten quid.\n")),
    ("CC047", ONE, 7, lambda s: s.change(ONE, "For Saturday", "I'm gutted")),
    ("CC047", MUG, 32, lambda s: s.change(MUG, "the box.", "the box. I'm gutted.")),
    ("CC047", ONE, 16, lambda s: s.change(ONE, "'In two pieces' tells", "'I'm gutted' tells")),
    ("CC048", ONE, 7, lambda s: s.change(ONE, "For Saturday", "Ten quid. I'm gutted")),
    ("CC049", ONE, 16, lambda s: s.change(
        ONE, "pieces' tells her that you looked.", "pieces': somebody who looked.")),
    ("CC049", MUG, 48, lambda s: s.change(
        MUG, "You said the mug back and asked about the day.", "Then a check, with a time on it.")),
    ("CC050", ONE, 18, lambda s: s.change(ONE, "refund: \"'On your card' solves the money. "
        "She needs a mug.\"", 'refund: " "')),
    ("CC038", "glossary.yaml", 1, lambda s: s.change("glossary.yaml", "in two", "in three")),
    ("CC051", ONE, 18, lambda s: s.change(ONE, "She needs a mug.", "Word " * 61)),
    ("CC051", MUG, 47, lambda s: s.change(MUG, "You said the mug back", "Word " * 61)),
    ("CC052", ONE, 5, lambda s: s.change(
        ONE, "Ines holds up a mug without a handle. What do you say first?",
        "Put the lines in the order you would say them.")),
    ("CC053", ONE, 5, lambda s: s.change(ONE, "What do you say first?", "What do you say first!")),
    ("CC054", ONE, 3, lambda s: s.change(ONE, "two pieces", "two pieces ☹")),
    ("CC055", "second/page.md", 1, lambda s: questions(s, hard_to_read())),
    ("CC056", "second/exercises/q0.yaml", 1, lambda s: questions(s, hard_to_read())),
    ("CC057", ONE, 5, lambda s: s.change(ONE, "What do you say first?", "What, " * 25 + "now?")),
    ("CC059", "first/exercises/tag-lines.yaml", 6, taking_turns),
    ("CC060", MUG, 34, lambda s: s.change(
        MUG, "    learns:\n", "    true_when: [refund_limit below 25]\n    learns:\n")),
    ("CC061", ONE, 11, lambda s: s.change(
        ONE, "{id: refund, ", "{id: refund, true_when: [refund_limit below 18], ")),
    ("CC062", ONE, 1, lambda s: s.change(ONE, "covers:", "rests_on: [faulty-reject]\ncovers:")),
    ("CC065", PAGE, 9, lambda s: s.change(
        PAGE, "@exercise pick-one", "Up to £{refund_limit} is yours.\n\n@exercise pick-one")),
    ("CC066", "house-rules.yaml", 6, lambda s: s.change(
        "house-rules.yaml", "company:", "rights: here\ncompany:").add("rights/here.yaml", CARD)),
    ("CC070", ONE, 5, lambda s: s.add("other-trades.yaml", "- {word: mug, trade: shop}\n")),
    ("CC063", MUG, 49, lambda s: s.change(MUG, "is any good.", "is good. £22 isn't yours.")),
    ("CC064", MUG, 1, lambda s: s.change(MUG, "checked:", "# checked:")),
    ("CC150", MUG, 146, lambda s: s.change(MUG, "handling: [90, 100]", "handling: [0, 10]")),
    ("CC102", MUG, 37, lambda s: s.change(MUG, "next: mending", "next: mended-not")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "file", "line", "spoilt"),
    EXAMPLES,
    ids=[f"{code}-{number}" for number, (code, *_) in enumerate(EXAMPLES)],
)
def test_each_code_has_an_example(
    code: str, file: str, line: int, spoilt: Spoil, spoil: Callable[[], Spoilt]
) -> None:
    found = spoilt(spoil()).lint()
    here = [one for one in found if one.code == code and one.file == file]
    assert here, [str(one) for one in found]
    assert line in [one.line for one in here], [str(one) for one in here]
    for one in found:
        assert one.mend
        assert re.match(r"[^ :]+:\d+: CC\d{3} ", str(one))
        assert " To mend it: " in str(one)


def test_every_code_of_this_room_is_among_the_examples() -> None:
    told = {rule.code for rule in RULES} | {"CC001"}
    assert told == {code for code, *_ in EXAMPLES if code.startswith("CC0")}


def test_sound_content_has_nothing_to_mend() -> None:
    assert [str(one) for one in lint(Course(SMALL, SMALL))] == []


def test_several_mistakes_are_all_found(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(ONE, "kind: choice", "kind: quiz")
    spoilt.change("first/exercises/in-order.yaml", "title: First", "titel: First")
    spoilt.change(MUG, "channel: phone", "channel: pigeon")
    assert [one.code for one in spoilt.lint()].count("CC001") == 3


def test_a_field_that_there_is_not_is_answered_with_those_there_are(
    spoil: Callable[[], Spoilt],
) -> None:
    spoilt = spoil().change("first/exercises/how-many.yaml", "calculator:", "value:")
    told = [(one.problem, one.mend) for one in spoilt.lint() if one.code == "CC001"]
    known = "calculator, arguments, tolerance, because, slips"
    mend = f"check its spelling, or take it out; there can be {known}"
    assert ("at key.value: unknown field 'value'", mend) in told
    assert ("at key: 'calculator' is missing", "add 'calculator:' with text") in told
    assert len(told) == 2


def test_people_may_exclaim_and_the_course_may_quote_them(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(ONE, "On Thursday.", "On Thursday!")
    spoilt.change(ONE, "What do you say first?", "She says 'It's broken!' What now?")
    assert spoilt.lint() == []


def test_a_customer_may_use_one_expression_that_is_explained(spoil: Callable[[], Spoilt]) -> None:
    spoilt = glossed(spoil().change(ONE, "For Saturday", "I'm gutted"), "gutted")
    spoilt.change(ONE, "'In two pieces' tells", "'I'm gutted' tells")
    assert spoilt.lint() == []


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "CC010" in {one.code for one in lint(Course(tmp_path, tmp_path))}


def test_the_middle_is_a_place_too(spoil: Callable[[], Spoilt]) -> None:
    found = questions(spoil(), *(question(n, 1 + n % 2) for n in range(8))).lint()
    (told,) = [one for one in found if one.code == "CC042" and one.file == "second/page.md"]
    assert "neither first nor last in 8 of 8" in told.problem


@pytest.mark.parametrize(("code", "each", "right"), [("CC040", 2, 34), ("CC042", 3, 30)])
def test_what_no_lesson_shows_the_whole_course_may(
    spoil: Callable[[], Spoilt], code: str, each: int, right: int
) -> None:
    made = [question(number, 2, (30, 30, right, 30)) for number in range(2 * each)]
    spoilt = questions(spoil(), *made[:each])
    assert code not in {one.code for one in spoilt.lint()}
    names = [f"q{number}" for number in range(each, 2 * each)]
    for name, text in zip(names, made[each:], strict=True):
        spoilt.add(f"third/exercises/{name}.yaml", text)
    lesson(spoilt, "third", *names)
    (told,) = [one for one in spoilt.lint() if one.code == code]
    assert (told.file, told.line) == ("content", 1)
    assert "over all lessons, the" in told.problem


def test_the_chance_of_a_pattern() -> None:
    from course.lessons.rules.options import chance_of

    assert chance_of([0.25] * 4, 4) == pytest.approx(0.25**4)
    assert chance_of([0.25, 0.5], 0) == pytest.approx(1)
    assert chance_of([0.2, 0.5], 1) == pytest.approx(1 - 0.8 * 0.5)
    assert chance_of([], 0) == 1


def test_an_exercise_may_be_called_what_its_conversation_is_called(
    spoil: Callable[[], Spoilt],
) -> None:
    title = "title: The mug that has to be whole by Saturday\n"
    played = "first/exercises/broken-mug.yaml"
    spoilt = spoil().change(MUG, "title: The mug for Saturday\n", title)
    before = (spoilt.folder / played).read_text(encoding="utf-8").splitlines()[2] + "\n"
    assert spoilt.change(played, before, title).lint() == []
    spoilt.change(ONE, "title: The mug in two pieces\n", title)
    assert {one.code for one in spoilt.lint()} == {"CC052"}


def test_a_plan_that_does_not_hold_is_told_once(spoil: Callable[[], Spoilt]) -> None:
    found = spoil().change(MUG, "handling: [20, 60]", "handling: [0, 10]").lint()
    assert [one.code for one in found] == ["CC150"]


@pytest.mark.parametrize("name", ["Pick One", "pick one", "Pick-One"])
def test_a_file_that_can_be_no_exercise_is_to_be_renamed(
    spoil: Callable[[], Spoilt], name: str
) -> None:
    spoilt = spoil()
    (spoilt.folder / ONE).rename(spoilt.folder / f"first/exercises/{name}.yaml")
    told = [one for one in spoilt.lint() if one.code == "CC001"]
    assert [one.problem for one in told] == [f"at id: '{name}.yaml' is no name of an exercise"]
    assert told[0].mend.startswith("rename the file: small letters")
