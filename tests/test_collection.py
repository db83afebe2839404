"""What tests/conftest.py does while tests are collected, tried on a test file made here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(folder: Path, test: str, *words: str, **environment: str) -> tuple[int, str]:
    (folder / "test_made.py").write_text(test, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    kept.pop("COURSE_LONG", None)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", os.devnull, "-q",
         "-p", "no:cacheprovider", "--rootdir", ".", "test_made.py", *words],
        cwd=folder, capture_output=True, text=True,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment},
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "from course.lessons import load_course\nLESSONS = load_course().lessons",
        "from tests.scenarios.loading import shipped_scenarios\nALL = shipped_scenarios()",
        "from course.company.settings import truths\ntry: truths()\nexcept Exception: pass",
        "import pytest\nfrom course.lessons import load_course\n"
        "@pytest.mark.parametrize('item', load_course().items())\ndef test_one(item): pass",
    ],
)  # fmt: skip
def test_content_read_at_collection_fails_with_the_name_of_the_file(
    tmp_path: Path, text: str
) -> None:
    code, said = run(tmp_path, f"{text}\ndef test_nothing(): pass")
    assert code == pytest.ExitCode.INTERRUPTED
    assert "ERROR collecting test_made.py" in said
    assert "content is read while tests are collected" in said


def test_content_read_in_a_test_is_as_it_should_be(tmp_path: Path) -> None:
    text = "from course.lessons import load_course\ndef test_one(): assert load_course().lessons"
    assert run(tmp_path, text)[0] == pytest.ExitCode.OK


LANES = """
import pytest
@pytest.fixture
def page(chromium): return 1
def test_page(page): pass
def test_plain(): pass
@pytest.mark.long
def test_much(): pass
"""


@pytest.mark.parametrize(
    ("words", "environment", "named"),
    [
        (["-m", "browser"], {}, {"test_page"}),
        (["-m", "not browser"], {}, {"test_plain"}),
        ([], {"COURSE_LONG": "1"}, {"test_page", "test_plain", "test_much"}),
    ],
)
def test_lanes_are_by_fixture_and_long_tests_wait_to_be_asked_for(
    tmp_path: Path, words: list[str], environment: dict[str, str], named: set[str]
) -> None:
    code, said = run(tmp_path, LANES, "--collect-only", *words, **environment)
    assert code == pytest.ExitCode.OK
    assert {line.split("::")[1] for line in said.splitlines() if "::" in line} == named
