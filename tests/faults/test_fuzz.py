"""Damaged files and odd words: nothing but an answer or a sentence, and soon."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.targets import LATEST, NAMES, targets

ODD = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r\n", b"\n", b'"', b"{", b"[", b"}",
    b"null", b"NaN", b"-1", b"1e999", b"9" * 40, b"true", b"[[[[[[[[", b"&a ", b"*a", b"- ", b": ",
    b"\xf0\x9f\x98\x80", b"2026-02-31", b"'", b",,,,", b";", b"\t", b"=1+1", b"@exercise ",
)  # fmt: skip
"""What is put in: letters that are none, ends of lines, and what has a meaning to a reader."""


@st.composite
def damaged(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A sound file with up to six wounds: pieces cut out, doubled, or replaced."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        put = draw(
            st.one_of(st.sampled_from(ODD), st.just(data[at:end] * 2), st.binary(max_size=8))
        )
        data = data[:at] + put + data[end:]
    return data


@pytest.mark.parametrize("name", NAMES)
def test_damage_is_answered_or_refused_in_a_sentence(name: str) -> None:
    target = targets()[name]

    @settings(
        max_examples=40, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(damaged(target.seeds))
    def tried(data: bytes) -> None:
        began = time.process_time()
        target.run(data)
        assert time.process_time() - began < LATEST

    tried()


@pytest.mark.parametrize("name", NAMES)
def test_every_seed_is_answered(name: str) -> None:
    """Sound files, and finds that were mended."""
    target = targets()[name]
    for seed in target.seeds:
        target.run(seed)
