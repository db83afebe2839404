"""ES modules joined into the one that a widget carries, without a build chain.

A widget's page side travels as one text, so that it works wherever widgets do. Each file stays a
module with a scope of its own: it becomes a function that gives what it exports, and runs once on
a page, however many widgets bring it.
"""

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from posixpath import join as beside
from posixpath import normpath

_BEGIN = r"(?:^|(?<=[;}]))"
_NAMES = r"\{(?P<names>[^}]*)\}"
_IMPORT = re.compile(rf'{_BEGIN}import\s*{_NAMES}\s*from\s*"(?P<source>[^"]+)";?', re.M)
_PASSED_ON = re.compile(rf'{_BEGIN}export\s*{_NAMES}\s*from\s*"(?P<source>[^"]+)";?', re.M)
_LIST = re.compile(rf"{_BEGIN}export\s*{_NAMES};?", re.M)
_NAMED = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.M)
_LEFT = re.compile(rf"{_BEGIN}(?:import|export)\b.*", re.M)


_ONCE = """\
const $known = (globalThis[Symbol.for("customer-care-course")] ??= new Map());
const $once = (name, make) => $known.get(name) ?? $known.set(name, make()).get(name);
"""


@cache
def asset(path: str) -> str:
    """One file of the course, as text; `path` begins with its room."""
    return files("course").joinpath(path).read_text(encoding="utf-8")


def is_there(path: str) -> bool:
    """Whether the course has such a file."""
    return files("course").joinpath(path).is_file()


@cache
def bundle(path: str) -> str:
    """The module at `path` with all that it imports, each file once.

    >>> made = bundle("page/static/plain.js")
    >>> made.count("// What the page draws with."), "export default" in made
    (1, True)

    Raises:
        ValueError: where a file imports or exports in a way that cannot be joined.
    """
    before = "".join(
        f'const {_name(one)} = $once("{one} {_version(one)}", {_function(one)});\n'
        for one in _needed(path)
    )
    return _ONCE + before + _imported(path, asset(path))


def _needed(path: str) -> list[str]:
    """What a module imports, and what that imports, in the order in which they can run."""
    order: list[str] = []

    def visit(one: str, open_: tuple[str, ...]) -> None:
        if one in open_:
            raise ValueError(f"{one} imports itself: {' -> '.join((*open_, one))}")
        # Many ways lead to what all import: each file is gone into once.
        if one not in order:
            for other in _sources(one):
                visit(other, (*open_, one))
            order.append(one)

    visit(path, ())
    return order[:-1]


@cache
def _sources(path: str) -> tuple[str, ...]:
    kinds = (_IMPORT, _PASSED_ON)
    found = (one for kind in kinds for one in kind.finditer(asset(path)))
    return tuple(_beside(path, one["source"]) for one in found)


def _beside(path: str, source: str) -> str:
    return normpath(beside(path, "..", source))


def _name(path: str) -> str:
    """What a module is called in the joined text.

    >>> _name("page/static/vendor/lit-html/lit-html.js")
    '$page_static_vendor_lit_html_lit_html'
    """
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))


@cache
def _version(path: str) -> str:
    """Differs where a module or anything that it imports does: two courses may share a page."""
    whole = "".join([asset(path), *map(_version, _sources(path))])
    return sha256(whole.encode()).hexdigest()[:12]


@cache
def _function(path: str) -> str:
    exported: list[str] = []

    def passed(found: re.Match[str]) -> str:
        here = _name(_beside(path, found["source"]))
        exported.extend(f"{new}: {here}.{old}" for old, new in _pairs(found["names"]))
        return ""

    def listed(found: re.Match[str]) -> str:
        exported.extend(f"{new}: {old}" for old, new in _pairs(found["names"]))
        return ""

    def named(found: re.Match[str]) -> str:
        exported.append(found["name"])
        return ""

    text = _PASSED_ON.sub(passed, _imported(path, asset(path)))
    text = _NAMED.sub(named, _LIST.sub(listed, text))
    if left := _LEFT.search(text):
        raise ValueError(f"{path}: only named imports and exports can be joined, not: {left[0]}")
    return f"() => {{\n{text}\nreturn {{ {', '.join(exported)} }};\n}}"


def _imported(path: str, text: str) -> str:
    def taken(found: re.Match[str]) -> str:
        wanted = ", ".join(f"{old}: {new}" for old, new in _pairs(found["names"]))
        return f"const {{ {wanted} }} = {_name(_beside(path, found['source']))};"

    return _IMPORT.sub(taken, text)


def _pairs(names: str) -> list[tuple[str, str]]:
    """The names in braces, each with the one that it is given.

    >>> _pairs(" html, live as now,")
    [('html', 'html'), ('live', 'now')]
    """
    parts = [one.split() for one in names.split(",") if one.strip()]
    return [(one[0], one[-1]) for one in parts]
