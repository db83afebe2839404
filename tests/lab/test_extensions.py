"""The page has the three extensions that a lesson needs, whatever else is installed."""

import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from course.lab import CannotStart, extensions, serve
from course.lab.places import Places
from tests.lab.foreign import lay

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
THREE = {"customer-care-course", *extensions.NEEDED}


def test_ours_is_assembled_with_the_tokens(folder: Path) -> None:
    places = Places(folder)
    target = extensions.assemble(places)
    stale = target / "static" / "stale.js"
    stale.write_text("left over", encoding="utf-8")
    extensions.assemble(places)
    assert not stale.exists()
    package = json.loads((target / "package.json").read_text(encoding="utf-8"))
    assert (target / package["jupyterlab"]["_build"]["load"]).is_file()
    assert "--cc-accent" in (target / "static" / "tokens.css").read_text(encoding="utf-8")
    assert set(extensions.installed([target.parent])) == THREE


def test_the_environment_comes_first_and_damaged_ones_are_passed_over(tmp_path: Path) -> None:
    own, beside = tmp_path / "own", tmp_path / "beside"
    lay(own, "anywidget")
    lay(beside, "anywidget")
    lay(beside, "@of/somebody")
    (beside / "torn").mkdir()
    (beside / "torn" / "package.json").write_text("{", encoding="utf-8")
    found = extensions.installed([own, beside, tmp_path / "none"])
    assert found == {"anywidget": own / "anywidget", "@of/somebody": beside / "@of" / "somebody"}


def test_a_missing_one_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extensions, "searched", lambda: [folder])
    with pytest.raises(CannotStart, match="is missing: @jupyter-widgets/jupyterlab-manager"):
        extensions.assemble(Places(folder))


def test_the_page_hears_of_no_other(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the environment, as a user's own and by a variable, with settings that break it."""
    lay(tmp_path / "more" / "labextensions", "@foreign/by-variable")
    lay(tmp_path / "home" / ".local" / "share" / "jupyter" / "labextensions", "foreign-of-user")
    config = tmp_path / "home" / ".jupyter"
    (config / "labconfig").mkdir(parents=True)
    ours = {"customer-care-course": True, "anywidget": True}
    (config / "labconfig" / "page_config.json").write_text(
        json.dumps({"disabledExtensions": ours}), encoding="utf-8"
    )
    (config / "jupyter_server_config.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "more"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(config))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    assert {"@foreign/by-variable"} <= set(extensions.installed(extensions.searched()))
    with (
        serve(folder, content=SMALL) as running,
        urlopen(f"{running.base}lab?token={running.token}", timeout=30) as answer,
    ):
        page = answer.read().decode()
    told = json.loads(page.split('id="jupyter-config-data" type="application/json">')[1]
                      .split("</script>")[0])  # fmt: skip
    assert {one["name"] for one in told["federated_extensions"]} == THREE
    assert not THREE & set(told["disabledExtensions"])
