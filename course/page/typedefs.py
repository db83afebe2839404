"""The types of what passes between Python and the page, written out for the page's side.

Python's structs are the one place where a message is described. `declare` turns them into the
declarations that ``// @ts-check`` reads, so that a field which is renamed here is an error there.
"""

from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc

import msgspec
from msgspec import inspect

from course.page.messages import Hears, Message

HEAD = "// Made from Python's structs by `python -m tests.page.typedefs`; change them there.\n"
_PLAIN: dict[type[inspect.Type], str] = {
    inspect.StrType: "string",
    inspect.IntType: "number",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
    inspect.NoneType: "null",
    inspect.AnyType: "unknown",
}


def declare(sent: Sequence[type[Message]], asks: Mapping[str, Hears]) -> str:
    """One declaration for each struct that can be reached, and one for each widget's questions.

    Args:
        sent: What Python sends.
        asks: What each widget's page may ask for; a value of several types is a tuple of them.

    >>> from course.page.messages import Done
    >>> print(declare([Done], {"OneAsks": {"ping": None, "hint": int}}).partition("\\n")[2])
    <BLANKLINE>
    /** What was asked for is done. */
    export interface Done {
      alt?: string;
      chart?: string;
      file?: Download;
      saved: string | null;
    }
    <BLANKLINE>
    /** A file for the browser to keep. */
    export interface Download {
      data: string;
      name: string;
    }
    <BLANKLINE>
    export interface OneAsks {
      hint: number;
      ping: null;
    }
    <BLANKLINE>

    Raises:
        ValueError: where two structs have one name.
    """
    found: dict[str, inspect.StructType] = {}
    kinds = [one for hears in asks.values() for value in hears.values() for one in _several(value)]
    for info in inspect.multi_type_info([*sent, *kinds]):
        for struct in _structs(info):
            known = found.setdefault(struct.cls.__name__, struct)
            if known.cls is not struct.cls:
                raise ValueError(f"two structs are called {struct.cls.__name__}")
    structs = [_interface(found[name]) for name in sorted(found)]
    return "\n".join([HEAD, *structs, *(_asks(name, asks[name]) for name in sorted(asks))])


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _structs(info: inspect.Type) -> Iterator[inspect.StructType]:
    """The structs in a type, and in theirs."""
    match info:
        case inspect.StructType():
            yield info
            for field in info.fields:
                yield from _structs(field.type)
        case inspect.UnionType():
            for one in info.types:
                yield from _structs(one)
        case inspect.VarTupleType() | inspect.ListType():
            yield from _structs(info.item_type)
        case inspect.TupleType():
            for one in info.item_types:
                yield from _structs(one)
        case inspect.DictType():
            yield from _structs(info.value_type)


def _interface(struct: inspect.StructType) -> str:
    lines = [_field(field) for field in sorted(struct.fields, key=lambda one: one.encode_name)]
    if struct.tag_field:
        lines.insert(0, f"  {struct.tag_field}: {_literal(struct.tag)};")
    said = cleandoc(struct.cls.__doc__ or "").partition("\n")[0]
    name = struct.cls.__name__
    return "\n".join([f"/** {said} */", f"export interface {name} {{", *lines, "}\n"])


def _field(field: inspect.Field) -> str:
    """A field; one that may be left out is optional, one with a default is always sent."""
    unset = not field.required and field.default is field.default_factory is msgspec.NODEFAULT
    mark = "?" if unset else ""
    return f"  {field.encode_name}{mark}: {_name(field.type)};"


def _asks(name: str, hears: Hears) -> str:
    """What the page may ask for. It may leave out what Python has a default for."""
    lines = [f"  {do}: {_joined(map(_given, _several(hears[do])))};" for do in sorted(hears)]
    return "\n".join([f"export interface {name} {{", *lines, "}\n"])


def _given(value: object) -> str:
    info = inspect.type_info(value)
    if isinstance(info, inspect.StructType) and not any(field.required for field in info.fields):
        return f"Partial<{info.cls.__name__}>"
    return _name(info)


def _name(info: inspect.Type) -> str:
    match info:
        case inspect.StructType():
            return info.cls.__name__
        case inspect.LiteralType():
            return _joined(map(_literal, info.values))
        case inspect.UnionType():
            return _joined(map(_name, info.types))
        case inspect.VarTupleType() | inspect.ListType():
            inside = _name(info.item_type)
            return f"({inside})[]" if " | " in inside else f"{inside}[]"
        case inspect.TupleType():
            return f"[{', '.join(map(_name, info.item_types))}]"
        case inspect.DictType():
            return f"Record<{_name(info.key_type)}, {_name(info.value_type)}>"
        case _:
            return _PLAIN[type(info)]


def _literal(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _joined(names: Iterator[str]) -> str:
    return " | ".join(dict.fromkeys(names))
