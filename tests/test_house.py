"""The checks of the house find what they are there to find: each trick is tried on a copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import (
    CONTRACTS,
    ROOT,
    broken_contracts,
    dynamic,
    heavy_on_import,
    private,
)

Change = Callable[[str, str], None]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, with its contracts."""
    shutil.copytree(
        ROOT / "course", tmp_path / "course", ignore=lambda folder, names: [
            name for name in names if name.startswith("_share") or name == "__pycache__"
            or (Path(folder, name).is_file() and not name.endswith(".py"))
        ],
    )  # fmt: skip
    shutil.copy(CONTRACTS, tmp_path)
    return tmp_path


def add(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")


def test_the_copy_itself_is_sound(house: Path) -> None:
    assert broken_contracts(house) == ""


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("course/metrics/score.py", "from course.lessons import load_course", "Rooms import"),
        ("course/metrics/score.py", "def f():\n    import course.page", "Rooms import"),
        ("course/metrics/score.py", "from ..lessons import places", "Rooms import"),
        ("course/metrics/score.py", "from course import lesson", "Rooms import"),
        ("course/reports/html.py", "from course import cli", "Rooms import"),
        ("course/attic/__init__.py", "", "Rooms import"),
        ("course/metrics/frames.py", "from course.metrics.rates import share", "Metrics"),
        ("course/scenarios/quote.py", "from course.scenarios import debrief", "Scenarios"),
        ("course/exercises/base.py", "def f():\n    from .sort import KIND", "in a circle"),
        (
            "course/scenarios/quote.py",
            "from typing import TYPE_CHECKING\nif not TYPE_CHECKING:\n    import pandas",
            "pandas and scipy",
        ),
        ("course/reports/html.py", "try:\n    from scipy import stats\nexcept: pass", "pandas and"),
        ("course/page/when.py", "import matplotlib.pyplot as plt", "matplotlib stays"),
        ("course/lab/ports.py", "def f():\n    import traitlets", "anywidget and traitlets"),
        ("course/page/card.py", "import ipywidgets as widgets", "stock widgets"),
    ],
)  # fmt: skip
def test_a_contract_is_broken_by(house: Path, file: str, text: str, said: str) -> None:
    add(house, file, text)
    found = " ".join(broken_contracts(house).split())
    assert "BROKEN" in found or "not exhaustive" in found or "Missing" in found, found
    assert said in found.split("Broken contracts")[-1], found


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A package of two rooms."""
    for room in ("", "a", "b"):
        add(tmp_path, f"tiny/{room}/__init__.py", '"""A room."""')
    add(tmp_path, "tiny/b/part.py", "_secret = 1\nshown = 2")
    return tmp_path / "tiny"


@pytest.mark.parametrize(
    "text",
    [
        "from importlib import import_module",
        "import importlib",
        "import importlib as quietly",
        "import importlib.util",
        "import importlib.resources\nimportlib.import_module('pandas')",
        "def f():\n    return __import__('pandas')",
        "go = __import__",
        "exec('import pandas')",
        "eval('__import__')('pandas')",
        "exec(compile('import pandas', '', 'exec'))",
        "from runpy import run_module",
        "import pkgutil\npkgutil.resolve_name('pandas')",
        "import builtins",
        "__builtins__['__import__']('pandas')",
        "globals()['__builtins__']",
        "import sys\nsys.modules['pandas']",
        "__loader__.load_module('pandas')",
        "if not TYPE_CHECKING:\n    from importlib import import_module",
    ],
)  # fmt: skip
def test_a_hidden_import_is_found(tiny: Path, text: str) -> None:
    assert dynamic(tiny) == []
    add(tiny.parent, "tiny/a/made.py", text)
    assert dynamic(tiny) == ["tiny/a/made.py"]


def test_what_only_looks_hidden_is_let_be(tiny: Path) -> None:
    text = "import re\nfrom importlib.resources import files\nre.compile('exec')\n'compile'"
    add(tiny.parent, "tiny/a/made.py", text)
    assert dynamic(tiny) == []


@pytest.mark.parametrize(
    "text",
    [
        "import colorsys",
        "from typing import TYPE_CHECKING\nif not TYPE_CHECKING:\n    import colorsys",
        "TYPE_CHECKING = True\nif TYPE_CHECKING:\n    import colorsys",
        "class Room:\n    from colorsys import rgb_to_hls",
        "try:\n    import colorsys\nexcept ImportError:\n    pass",
        "def bring():\n    import colorsys\nbring()",
        "__import__('colorsys')",
    ],
)
def test_a_heavy_import_at_the_top_is_found(tiny: Path, text: str) -> None:
    add(tiny.parent, "tiny/a/made.py", text)
    add(tiny.parent, "tiny/a/user.py", "from tiny.a import made")
    found = heavy_on_import(tiny, ["tiny.b.part", "tiny.a.user", "tiny.a.made"], ["colorsys"])
    assert found == ["tiny.a.made imports colorsys"]


def test_a_heavy_import_for_later_or_for_types_is_let_be(tiny: Path) -> None:
    add(tiny.parent, "tiny/a/made.py", "def later():\n    import colorsys")
    types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import colorsys"
    add(tiny.parent, "tiny/b/part.py", types)
    assert heavy_on_import(tiny, ["tiny.a.made", "tiny.b.part"], ["colorsys"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "from tiny.b.part import _secret",
        "from ..b.part import _secret",
        "def f():\n    from tiny.b._hidden import shown",
        "from tiny.b import part\npart._secret",
    ],
)
def test_a_private_name_of_another_room_is_found(tiny: Path, text: str) -> None:
    assert private(tiny) == []
    add(tiny.parent, "tiny/a/made.py", text)
    add(tiny.parent, "tiny/b/other.py", "from tiny.b.part import _secret")
    (found,) = private(tiny)
    assert found.startswith("tiny.a.made:")
