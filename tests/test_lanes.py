"""The lanes of CI, run on a small line in place of the README's."""

import re
import sys
from pathlib import Path

import pytest

from tests import lanes

ROOT = Path(__file__).parent.parent
TESTS = """
import pytest
@pytest.mark.browser
def test_page(): assert {page}
def test_plain(): assert {plain}
@pytest.mark.skip
def test_left_out(): pass
"""


@pytest.mark.parametrize(
    ("page", "plain", "code", "closing"),
    [
        (1, 1, 0, "2 passed, 0 failed, 1 skipped"),
        (0, 1, 1, "1 passed, 1 failed, 1 skipped"),
        (1, 0, 1, "1 passed, 1 failed, 1 skipped"),
    ],
)
def test_both_lanes_are_shown_and_both_count(
    page: int, plain: int, code: int, closing: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "test_made.py").write_text(TESTS.format(page=page, plain=plain), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n  browser\n  drawn\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    assert lanes.run(f'"{sys.executable}" -m pytest -p xdist.plugin') == code
    said = capfd.readouterr().out
    assert said.rstrip().endswith(closing)
    assert re.search(r"^=== browser: \d+ s, exit code", said, re.MULTILINE)
    assert re.search(r"^=== rest: \d+ s, exit code", said, re.MULTILINE)
    assert "slowest 20 durations" in said


def test_what_ends_a_lane_before_its_tests_is_no_success(capfd: pytest.CaptureFixture[str]) -> None:
    assert lanes.run("echo nothing && exit 4") == 4
    assert capfd.readouterr().out.rstrip().endswith("0 passed, 0 failed, 0 skipped")


def test_the_readme_s_line_installs_and_then_tests() -> None:
    """As .ci/run takes it apart."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Run the tests")[2]
    line = next(one for one in section.splitlines() if "pytest" in one)
    install, _, tests = line.rpartition(" && ")
    assert install.endswith('pip install -e ".[test]"')
    assert tests == ".venv/bin/python -m pytest"
