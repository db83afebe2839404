"""What is wrong with data that should have a certain shape: all of it, in an author's words."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Struct

NEAR = 0.7
"""How alike two words are, of 1, where one is taken for a slip of the other."""


class Misfit(NamedTuple):
    """One thing that does not fit its shape."""

    place: str
    """A path inside the data, such as ``options[2].text``."""
    problem: str
    mend: str


def misfits(data: Any, shape: Any, place: str = "") -> Iterator[Misfit]:
    """Everything that keeps `data` from being a `shape`; nothing where it is one.

    Whatever does not fit is looked at part by part, so that no mistake hides another.

    Args:
        data: Plain data, as YAML gives it.
        shape: A type that msgspec knows.
        place: Where the data stands.

    >>> from course.language.glossary import Entry
    >>> for one in misfits({"says": 5, "mean": "Pounds."}, Entry, "[0]"):
    ...     print(one.place, "|", one.problem, "|", one.mend)
    [0].mean | unknown field 'mean' | did you mean 'means'? there can be says, means
    [0].says | this should be text, and it is a whole number | write text; put it in quotes \
where it looks like a number
    """
    try:
        msgspec.convert(data, shape, strict=True)
        return
    except msgspec.ValidationError as error:
        wrong = error
    inner = [one for part in inside(data, shape, place) for one in misfits(*part)]
    found = [*_fields(data, shape, place), *inner]
    yield from found or _itself(wrong, data, shape, place)


def suggestion(word: str, known: Collection[str]) -> str:
    """What an author should write instead of a word that is not among those known.

    >>> suggestion("fhone", ["phone", "chat"])
    "did you mean 'phone'? there are phone, chat"
    >>> suggestion("pigeon", ["phone", "chat"])
    'use one of phone, chat'
    """
    near = get_close_matches(word, known, 1, NEAR)
    listed = ", ".join(known)
    return f"did you mean '{near[0]}'? there are {listed}" if near else f"use one of {listed}"


def inside(data: Any, shape: Any, place: str) -> Iterator[tuple[Any, Any, str]]:
    """What a list or pairs hold: each value, the shape that it should have, and its place."""
    shape = meant(data, shape)
    origin, given = get_origin(shape), get_args(shape)
    if isinstance(data, dict) and _struct(shape):
        for one in msgspec.structs.fields(shape):
            if one.encode_name in data:
                yield data[one.encode_name], one.type, _at(place, one.encode_name)
    elif isinstance(data, dict) and origin is dict:
        for name, value in data.items():
            yield name, given[0], _at(place, name)
            yield value, given[1], _at(place, name)
    elif isinstance(data, list) and origin in (tuple, list):
        shapes = given[:1] * len(data) if given[1:] in ((), (...,)) else given
        if len(shapes) == len(data):
            for number, (value, wanted) in enumerate(zip(data, shapes, strict=True)):
                yield value, wanted, f"{place}[{number}]"


def _at(place: str, name: Any) -> str:
    return f"{place}.{name}" if place else str(name)


def meant(data: Any, shape: Any) -> Any:
    """The shape without its limits; of several that are allowed, the one that data looks like."""
    while get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    if get_origin(shape) not in (Union, UnionType):
        return shape
    for one in map(_bare, get_args(shape)):
        if isinstance(data, dict) and (_struct(one) or get_origin(one) is dict):
            return one
        if isinstance(data, list) and get_origin(one) in (tuple, list):
            return one
        if isinstance(data, str) and get_origin(one) is Literal:
            return one
    return shape


def _bare(shape: Any) -> Any:
    return meant(None, shape) if get_origin(shape) is Annotated else shape


def _struct(shape: Any) -> Any:
    """The shape where it is one with named fields; None where it is not."""
    return shape if isinstance(shape, type) and issubclass(shape, Struct) else None


def _fields(data: Any, shape: Any, place: str) -> Iterator[Misfit]:
    """Fields that there should not be, and those that are missing."""
    shape = _struct(meant(data, shape))
    if shape is None or not isinstance(data, dict):
        return
    known = {one.encode_name: one for one in msgspec.structs.fields(shape)}
    config, told = shape.__struct_config__, set()
    for name in data:
        if name not in known and name != config.tag_field and config.forbid_unknown_fields:
            near = get_close_matches(str(name), [one for one in known if one not in data], 1, NEAR)
            told.update(near)
            begin = f"did you mean '{near[0]}'?" if near else "check its spelling, or take it out;"
            mend = f"{begin} there can be {', '.join(known)}"
            yield Misfit(_at(place, name), f"unknown field '{name}'", mend)
    for name, one in known.items():
        # What is there under a name misspelt is told of once.
        if one.required and name not in data and name not in told:
            yield Misfit(place, f"'{name}' is missing", f"add '{name}:' with {_noun(one.type)}")


def _itself(wrong: msgspec.ValidationError, data: Any, shape: Any, place: str) -> Iterator[Misfit]:
    """What is wrong with a value as a whole; all the words in it that it does not know."""
    found = re.fullmatch(r"(\w+)\[(\d+)\]", getattr(wrong.__cause__, "place", ""))
    if found is None or not isinstance(data, dict):
        problem, _, path = str(wrong).partition(" - at `$")
        yield Misfit(place + path.rstrip("`"), *_in_words(problem, data, shape))
        return
    # The first wrong word is all that is told, so each is taken out to hear of the next.
    words = list(enumerate(data[found[1]]))
    at: int | None = int(found[2])
    while at is not None:
        number, word = words.pop(at)
        problem, mend = _refused(str(word), wrong.__cause__)
        yield Misfit(f"{_at(place, found[1])}[{number}]", problem, mend)
        left = {**data, found[1]: [one for _, one in words]}
        at = None
        try:
            msgspec.convert(left, shape, strict=True)
        except msgspec.ValidationError as error:
            wrong = error
            again = re.fullmatch(r"(\w+)\[(\d+)\]", getattr(error.__cause__, "place", ""))
            if again and again[1] == found[1]:
                at = int(again[2])
            else:
                yield from _itself(error, left, shape, place)


def _refused(word: str, why: BaseException | None) -> tuple[str, str]:
    """What a table of words, or a part that reads them, says of one that it does not take."""
    mend = getattr(why, "mend", "")
    if mend:
        return str(why), mend
    return f"there is no '{word}'", suggestion(word, getattr(why, "known", ()))


_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`(?P<bound>[^,]*)(?:, got `?(?P<came>\w+)`?)?$")
_KINDS = {
    "array": "a list",
    "object": "names with values",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
"""What an author calls the types of values."""
_WRITE = {
    "array": "write a list: [one, two], or a line that begins with '- ' for each",
    "object": "write a line 'name: value' for each, indented under it",
    "str": "write text; put it in quotes where it looks like a number",
    "int": "write a whole number, without quotes",
    "float": "write a number, without quotes",
    "bool": "write true or false, without quotes",
}
_NOUNS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _in_words(problem: str, data: Any, shape: Any) -> tuple[str, str]:
    """What is wrong with a value and what to do, without the words of programs.

    >>> _in_words("Expected `array`, got `str`", "a", tuple)[0]
    'this should be a list, and it is text'
    >>> _in_words("Expected `int | null` >= 0", -1, int)[0]
    'this should be a whole number or nothing, >= 0'
    """
    allowed = _words(shape)
    if allowed and problem.startswith(("Invalid enum value", "Invalid value")):
        return f"there is no '{data}' here", suggestion(str(data), allowed)
    found = _EXPECTED.match(problem)
    if found is None:
        return problem, "compare it with an example in the reference of the keys"
    wanted = found["wanted"].split(" | ")
    bound = found["bound"].strip().replace("of length <=", "of at most")
    bound = re.sub(r"of length (\d+)", r"of \1 values", bound)
    came = found["came"] or ""
    it_is = _KINDS.get(came, f"there are {came}" if came.isdigit() else came)
    told = f"this should be {' or '.join(_KINDS.get(one, one) for one in wanted)}"
    told += f"{'' if bound.startswith('of ') else ','} {bound}" if bound else ""
    if came:
        told += f", and {it_is}" if came.isdigit() else f", and it is {it_is}"
    if "of at most" in bound:
        return told, "have fewer of them"
    if allowed:
        return told, f"use one of {', '.join(allowed)}"
    return told, _WRITE.get(wanted[0], "write what is asked for")


def _words(shape: Any) -> tuple[str, ...]:
    """The words that a shape allows; none where it allows others too."""
    shape = meant("", shape)
    return tuple(map(str, get_args(shape))) if get_origin(shape) is Literal else ()


def _noun(shape: Any) -> str:
    """What an author calls a value of this shape."""
    shape = _bare(shape)
    if get_origin(shape) in (Union, UnionType):
        shape = _bare(get_args(shape)[0])
    if get_origin(shape) is Literal:
        return f"one of {', '.join(map(str, get_args(shape)))}"
    if get_origin(shape) in (tuple, list):
        return "a list"
    return _NOUNS.get(shape, "names and values under it")
