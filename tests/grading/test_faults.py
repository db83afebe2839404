"""Whatever is handed in, `course grade` names it in a sentence and grades the rest."""

from pathlib import Path

import pytest

from tests.grading.faults import KINDS, graded

FINE = {"saved with Windows line ends"}
"""Kinds that are graded like any other."""
ODD = {"somebody's copy with another name", "a line that breaks off"}
"""Kinds that are graded, with a remark. A line breaks off where a machine stopped while writing:
its answer was never shown as kept."""


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_is_named_and_the_rest_is_graded(kind: str, tmp_path: Path) -> None:
    found = graded(kind, tmp_path)
    assert found.good
    assert found.code == (0 if kind in FINE | ODD else 1), found.said
    assert bool(found.said) == (kind not in FINE), found.said
    for sentence in found.said:
        assert sentence.endswith(".")
        assert "Traceback" not in sentence
        assert len(sentence) < 600
        assert str(tmp_path) not in sentence
