"""Zips as learning systems give them are graded like folders, and no zip can do harm."""

import gc
import io
import stat
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from course.grading import Cohort, Found, cohort, zipped
from course.lessons import Course
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]
ATTEMPT = "Final_o-neil_attempt_2026-11-24-10-00-00"


@pytest.fixture
def handed_in(enrol: Enrol) -> bytes:
    return enrol("Asha").answers(BEST).hands_in().read_bytes()


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            made.writestr(name, data)
    return path


def names(found: Cohort) -> list[str]:
    return [one.name for one in found.trainees]


def reasons(found: Cohort) -> dict[str, str]:
    return {one.file: one.reason for one in found.refused}


@pytest.mark.parametrize(
    ("member", "besides"),
    [
        ("O'Neil/asha.jsonl", ()),
        ("Asha Verma_12345_assignsubmission_file_/asha.jsonl",
         ("Asha Verma_12345_assignsubmission_onlinetext_/onlinetext.html",)),
        ("vermaasha_LATE_4711_998877_asha.jsonl", ("__MACOSX/._vermaasha.jsonl", ".DS_Store")),
        (f"{ATTEMPT}_asha.jsonl", (f"{ATTEMPT}.txt",)),
        ("submitted/asha/care/asha.jsonl", ("submitted/asha/care/timestamp.txt",)),
    ],
    ids=["folder", "moodle", "canvas", "blackboard", "nbgrader"],
)  # fmt: skip
def test_what_a_learning_system_gives_is_graded_without_a_word(
    course: Course, handed_in: bytes, tmp_path: Path, member: str, besides: tuple[str, ...]
) -> None:
    members = [(member, handed_in), *((one, b"not a hand-in") for one in besides)]
    found = cohort(course, [packed(tmp_path / "all.zip", *members)])
    assert names(found) == ["Asha"]
    assert not found.something_refused
    assert found.trainees[0].files == (f"all.zip/{member}",)
    with zipfile.ZipFile(tmp_path / "all.zip") as unpacked:
        unpacked.extractall(tmp_path / "folder")
    found = cohort(course, [tmp_path / "folder"])
    assert names(found) == ["Asha"]
    assert not found.something_refused


def test_zips_in_a_folder_and_in_a_zip_are_opened(
    course: Course, enrol: Enrol, handed_in: bytes, tmp_path: Path
) -> None:
    inner = packed(tmp_path / "inner.zip", ("asha.jsonl", handed_in)).read_bytes()
    packed(tmp_path / "handed-in" / "one.ZIP", ("Asha/mine.zip", inner))
    enrol("Ben").answers(BEST).hands_in()
    found = cohort(course, [tmp_path / "handed-in"])
    assert names(found) == ["Asha", "Ben"]
    deeper = packed(
        tmp_path / "deep.zip", ("a.zip", packed(tmp_path / "b.zip", ("c.zip", inner)).read_bytes())
    )
    assert "unpack it first" in reasons(cohort(course, [deeper]))["deep.zip/a.zip/c.zip"]


def test_two_files_of_one_name_are_both_read(
    course: Course, enrol: Enrol, handed_in: bytes, tmp_path: Path
) -> None:
    other = enrol("Ben").answers(BEST).hands_in().read_bytes()
    with pytest.warns(UserWarning, match="Duplicate name"):
        made = packed(tmp_path / "all.zip", ("work.jsonl", handed_in), ("work.jsonl", other))
    assert names(cohort(course, [made])) == ["Asha", "Ben"]


def linked(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


@pytest.mark.parametrize(
    ("member", "data", "reason"),
    [
        ("../../outside.jsonl", b"{}", "leads out of the zip"),
        ("..\\..\\outside.jsonl", b"{}", "leads out of the zip"),
        ("/etc/outside.jsonl", b"{}", "leads out of the zip"),
        ("C:\\outside.jsonl", b"{}", "leads out of the zip"),
        (linked("passwd.jsonl"), b"/etc/passwd", "it is a link"),
        ("/".join("abcdefghijklmnop") + ".jsonl", b"{}", "folders deep"),
        ("homework.docx", b"PK words", "not a file made by 'course submit'"),
        ("mine.zip", b"no zip at all", "cannot be opened"),
    ],
    ids=["up", "up-windows", "root", "drive", "link", "deep", "document", "no-zip"],
)
def test_what_a_zip_must_not_hold_is_refused_by_name_and_the_rest_is_graded(
    course: Course, handed_in: bytes, tmp_path: Path, member: str | zipfile.ZipInfo, data: bytes,
    reason: str,
) -> None:  # fmt: skip
    made = packed(tmp_path / "all.zip", (member, data), ("asha.jsonl", handed_in))
    found = cohort(course, [made])
    assert names(found) == ["Asha"]
    ((file, said),) = reasons(found).items()
    assert file.startswith("all.zip/")
    assert reason in said
    assert not (tmp_path.parent / "outside.jsonl").exists()


def test_a_bomb_is_stopped_while_it_unpacks(
    course: Course, handed_in: bytes, tmp_path: Path
) -> None:
    made = packed(tmp_path / "all.zip", ("bomb.jsonl", bytes(30 * 1024**2)), ("a.jsonl", handed_in))
    raw = bytearray(made.read_bytes())
    assert len(raw) < 100_000
    # Its list of contents says that it is small.
    at = raw.index(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 100)
    lying = tmp_path / "lying.zip"
    lying.write_bytes(raw)
    for path in (made, lying):
        found = cohort(course, [path])
        assert names(found) == ["Asha"]
        said = reasons(found)[f"{path.name}/bomb.jsonl"]
        assert "more than 20 MB" in said or "damaged" in said


def test_all_zips_of_a_run_have_one_limit(
    course: Course, handed_in: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "MOST", 1)
    made = packed(tmp_path / "all.zip", ("a.jsonl", handed_in), ("b.jsonl", handed_in))
    assert "grade it in parts" in reasons(cohort(course, [made]))["all.zip/b.jsonl"]
    monkeypatch.setattr(zipped, "MOST", 9)
    monkeypatch.setattr(zipped, "ALL", len(handed_in) + 1)
    assert "grade it in parts" in reasons(cohort(course, [made]))["all.zip/b.jsonl"]


@pytest.mark.parametrize("cut", [10, 200, -40])
def test_a_damaged_zip_is_told(course: Course, handed_in: bytes, tmp_path: Path, cut: int) -> None:
    raw = packed(tmp_path / "all.zip", ("a.jsonl", handed_in)).read_bytes()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(raw[:cut])
    assert "download it again" in reasons(cohort(course, [broken]))["broken.zip"]
    spoilt = bytearray(raw)
    spoilt[60:90] = bytes(30)
    broken.write_bytes(spoilt)
    assert "damaged" in reasons(cohort(course, [broken]))["broken.zip/a.jsonl"]


def test_a_locked_file_is_told(course: Course, handed_in: bytes, tmp_path: Path) -> None:
    made = packed(tmp_path / "all.zip", ("a.jsonl", handed_in))
    raw = bytearray(made.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    made.write_bytes(raw)
    assert "password" in reasons(cohort(course, [made]))["all.zip/a.jsonl"]


def test_what_was_unpacked_is_the_owners_alone_and_goes(handed_in: bytes, tmp_path: Path) -> None:
    found = Found([packed(tmp_path / "all.zip", ("a.jsonl", handed_in))])
    ((_, lies),) = found.files
    assert lies.read_bytes() == handed_in
    assert lies.is_relative_to(tempfile.gettempdir())
    assert stat.S_IMODE(lies.parent.stat().st_mode) == 0o700
    del found
    gc.collect()
    assert not lies.exists()


def test_an_empty_zip_is_nobody(course: Course, tmp_path: Path) -> None:
    raw = io.BytesIO()
    zipfile.ZipFile(raw, "w").close()
    (tmp_path / "none.zip").write_bytes(raw.getvalue())
    found = cohort(course, [tmp_path / "none.zip"])
    assert not found.trainees
    assert reasons(found) == {"none.zip": "there is nothing in it to grade"}
