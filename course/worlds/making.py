"""Making the content folder of a world: the lessons, in other words and under other rules."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from course.language.glossary import told
from course.lessons import Course, load_course
from course.lessons.decode import read_text
from course.lessons.load import (
    EXPRESSIONS,
    GLOSSARY,
    OBJECTIVES,
    ORDER,
    PAGE,
    RIGHTS,
    RULES,
    TRADES,
    Lesson,
)
from course.worlds.pages import cut, timed
from course.worlds.wording import Row, Wording, in_yaml
from course.worlds.world import ROWS, WORLD, Worded, read_world, trade_words

How = Literal["own", "rows", "words", "same"]
"""What became of an exercise: written anew, changed by rows of its own, by the words of the whole
world, or by nothing."""


class NotMade(ValueError):
    """No folder was written; the message says why, and what to do."""


class Made(Struct, frozen=True, kw_only=True):
    """The content of a world."""

    files: dict[str, str]
    """The text of every file, by its path from the content folder on."""
    how: dict[str, dict[str, How]]
    """What became of each exercise, by lesson."""
    left_out: dict[str, tuple[str, ...]]
    """Exercises that the world has not, by lesson."""


def made(home: Course, worded: Worded) -> Made:
    """The content of a world, written nowhere yet.

    An exercise that says no word of a row stays as it is, byte for byte.

    Args:
        home: The lessons as they are.
        worded: The world, read.

    Raises:
        ContentError: where a file cannot be used.
        NotMade: where the world names an exercise that there is not, or a row finds nothing.
    """
    files: dict[str, str] = {}
    how: dict[str, dict[str, How]] = {}
    wrong = list(_unknown(home, worded))
    if wrong:
        raise NotMade("\n".join(wrong))
    for name in worded.world.lessons:
        lesson = home.lessons[name]
        texts, how[name], stale = _lesson(home, lesson, worded)
        files |= texts
        wrong += stale
    if wrong:
        raise NotMade("\n".join(wrong))
    order = [one for one in home.order if one in worded.world.lessons]
    files[ORDER] = "".join(f"- {one}\n" for one in order)
    files[RULES] = read_text(worded.folder / RULES, f"{worded.folder.name}/{RULES}")
    # A world may bring the law of another country, or of its own trade.
    for folder in (home.folder, worded.folder):
        for card in sorted((folder / RIGHTS).glob("*.yaml")):
            name = f"{RIGHTS}/{card.name}"
            files[name] = read_text(card, name)
    files |= _shared(home, files)
    files[TRADES] = _trades(worded)
    left = {
        name: tuple(one for one in home.lessons[name] if one not in kept)
        for name, kept in worded.world.lessons.items()
    }
    return Made(files=files, how=how, left_out=left)


def make(folder: Path, out: Path, home: Course | None = None) -> Made:
    """Writes the content folder of a world, with the minutes of its stations measured anew.

    Args:
        folder: The folder of the world.
        out: Where its content goes; it must not be there yet, or be empty.
        home: The lessons; the shipped ones where none are given.

    Raises:
        ContentError: where a file cannot be used.
        NotMade: where it cannot be made, or something is there already.
    """
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise NotMade(f"{out} is there already, and is no empty folder. Name another folder.")
    found = made(home or load_course(), read_world(folder))
    for name, text in found.files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    course = load_course(out, forgiving=True)
    for lesson in course.lessons.values():
        page = lesson.folder / PAGE
        text = timed(course.text(page), lesson.page, lesson)
        page.write_text(text, encoding="utf-8", newline="\n")
    return found


def _unknown(home: Course, worded: Worded) -> Iterator[str]:
    """Sentences about lessons and exercises that the world names and the course has not."""
    where = f"{worded.folder.name}/{WORLD}"
    for lesson, kept in worded.world.lessons.items():
        if lesson not in home.lessons:
            yield f"{where}: there is no lesson '{lesson:.60}'. Take it out, or correct its name."
            continue
        for one in kept:
            if one not in home.lessons[lesson]:
                yield f"{where}: {lesson} has no exercise '{one:.60}'. Correct it, or take it out."
        for one in worded.rows.get(lesson, {}):
            if one != "page" and one not in kept:
                yield (
                    f"{worded.folder.name}/{lesson}/{ROWS}: this world has no exercise "
                    f"'{one:.60}'. Put it into {WORLD}, or take its rows out."
                )


def _lesson(
    home: Course, lesson: Lesson, worded: Worded
) -> tuple[dict[str, str], dict[str, How], list[str]]:
    """The files of one lesson, what became of its exercises, and rows that found nothing."""
    files: dict[str, str] = {}
    how: dict[str, How] = {}
    stale: list[str] = []
    rows = worded.rows.get(lesson.id, {})
    kept = worded.world.lessons[lesson.id]

    def worded_for(name: str) -> Wording:
        firm = (home.house_rules.company, worded.world.company)
        return Wording(rows.get(name, ()), (firm, *worded.world.words))

    def unused(name: str, told_so: Wording) -> None:
        for row in rows.get(name, ()):
            if row not in told_so.used:
                stale.append(
                    f"{worded.folder.name}/{lesson.id}/{ROWS}: '{row[0]:.60}' stands nowhere in "
                    f"{name}. Write it as it stands there now, or take the row out."
                )

    wording = worded_for("page")
    text = cut(home.text(lesson.folder / PAGE), lesson.page, kept)
    files[f"{lesson.id}/{PAGE}"] = wording(text)
    unused("page", wording)
    for name in kept:
        wording = worded_for(name)
        before: list[str] = []
        after: list[str] = []
        written = False
        for room, file in _files(home, lesson, name, worded):
            own = worded.own(lesson.id, room, file)
            path = lesson.folder / room / file
            stood = home.text(path) if own is None else own
            told_so = stood if own else in_yaml(stood, wording)
            told_so = _on_its_own_law(told_so, worded.world.rights_left_out)
            files[f"{lesson.id}/{room}/{file}"] = told_so
            written = written or own is not None
            before.append(stood)
            after.append(files[f"{lesson.id}/{room}/{file}"])
        unused(name, wording)
        changed: How = "rows" if wording.used & set(rows.get(name, ())) else "words"
        how[name] = "own" if written else "same" if before == after else changed
    return files, how, stale


def _on_its_own_law(text: str, left_out: Collection[str]) -> str:
    """A file in which nothing rests on these lines of the rights card.

    >>> _on_its_own_law("a: 1\\nrests_on: [late, lost]\\nrests_on: [late]\\n", ["late"])
    'a: 1\\nrests_on: [lost]\\n'
    """

    def left(found: re.Match[str]) -> str:
        names = [one for one in re.split(r",\s*", found[2]) if one not in left_out]
        return f"{found[1]}[{', '.join(names)}]\n" if names else ""

    return re.sub(r"^( *rests_on: )\[(.*)\]\n", left, text, flags=re.MULTILINE)


def _files(home: Course, lesson: Lesson, name: str, worded: Worded) -> Iterator[tuple[str, str]]:
    """The files of an exercise: its own, and that of the conversation that it plays."""
    file = f"{name}.yaml"
    yield "exercises", file
    text = worded.own(lesson.id, "exercises", file)
    if text is None:
        text = home.text(lesson.folder / "exercises" / file)
    plays = re.search(r"^scenario: ([a-z0-9-]+)$", text, re.MULTILINE)
    if plays:
        yield "scenarios", f"{plays[1]}.yaml"


def _shared(home: Course, files: dict[str, str]) -> dict[str, str]:
    """What lessons share, as far as these lessons use it."""
    said = "\n".join(files.values())
    covered = set(re.findall(r"[A-Z]+-\d+", " ".join(re.findall(r"^covers: .*$", said, re.M))))
    objectives = _entries(home.text(home.folder / OBJECTIVES))
    shared = {
        OBJECTIVES: "".join(
            one for one in objectives if re.findall(r"[A-Z]+-\d+", one)[:1][0] in covered
        )
    }
    if (home.folder / GLOSSARY).is_file():
        used = {one.says for one in home.glossary if told((one,), said)}
        says = re.compile(r"says: \"?(.*?)\"?,")
        kept = [
            one
            for one in _entries(home.text(home.folder / GLOSSARY))
            if (found := says.search(one)) and found[1] in used
        ]
        if kept:
            shared[GLOSSARY] = "".join(kept)
    if (home.folder / EXPRESSIONS).is_file():
        shared[EXPRESSIONS] = home.text(home.folder / EXPRESSIONS)
    return shared


def _entries(text: str) -> list[str]:
    """The entries of a list, each with the lines that belong to it; comments above are left out."""
    return [one for one in re.split(r"^(?=- )", text, flags=re.MULTILINE) if one.startswith("- ")]


def _trades(worded: Worded) -> str:
    """The words that are no words of this trade, as the lint looks for them."""
    keeps = worded.world.keeps
    instead = {_folded(one[0]): one for one in worded.world.words}
    lines = ["# Words of a shop. The lint says where one of them is left.\n"]
    for trade, words in trade_words().items():
        for word in words:
            row: Row | None = instead.get(_folded(word))
            if word in keeps and not keeps[word]:
                continue
            if row is not None and row[1] == row[0]:
                continue
            fine = f", fine_in: [{', '.join(keeps[word])}]" if word in keeps else ""
            lines.append(f"- {{word: {word}, trade: {trade}{fine}}}\n")
    return "".join(lines)


def _folded(word: str) -> str:
    return word.casefold()
