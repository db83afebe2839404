import json
import os
import sys
from pathlib import Path

from course.lab import settings
from course.lab.places import Places


def read(path: Path) -> dict:  # type: ignore[type-arg]
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_every_file_is_inside_the_folder(folder: Path) -> None:
    places = Places(folder)
    settings.write(places, port=9999, default_url="/doc/tree/welcome.ipynb", content=None)
    config = read(settings.config_file(places))
    lab, server = config["LabApp"], config["ServerApp"]
    for place in ("app_settings_dir", "user_settings_dir", "workspaces_dir"):
        assert Path(lab[place]).is_relative_to(places.run)
    assert [Path(p).parent for p in lab["labextensions_path"]] == [places.run]
    assert lab["extra_labextensions_path"] == []
    assert lab["default_url"] == "/doc/tree/welcome.ipynb"
    assert (server["ip"], server["port"], server["port_retries"]) == ("127.0.0.1", 9999, 0)
    assert server["root_dir"] == str(folder)
    assert server["terminals_enabled"] is False
    assert server["allow_root"] is (getattr(os, "geteuid", lambda: 1)() == 0)
    assert "token" not in json.dumps(config).lower()


def test_the_kernel_is_the_python_of_the_course(folder: Path, tmp_path: Path) -> None:
    places = Places(folder)
    settings.write(places, port=1, default_url="/", content=tmp_path / "content")
    kernel = read(places.run / "data" / "kernels" / "python3" / "kernel.json")
    assert kernel["argv"][:2] == [sys.executable, "-P"]
    assert Path(kernel["argv"][2]).is_file()
    assert kernel["env"]["COURSE_FOLDER"] == str(folder)
    assert kernel["env"]["COURSE_CONTENT"] == str(tmp_path / "content")


def test_the_users_own_jupyter_is_left_out(folder: Path) -> None:
    own = {"HOME": "/home/me", "JUPYTER_CONFIG_DIR": "/mine", "JUPYTERLAB_DIR": "/lab",
           "IPYTHONDIR": "/ipython", "JUPYTER_PATH": "/more",
           "PYTHONSTARTUP": "/start.py"}  # fmt: skip
    env = settings.environment(Places(folder), "key", own)
    assert "/mine" not in env.values()
    assert {"JUPYTERLAB_DIR", "PYTHONSTARTUP"} & env.keys() == set()
    assert env["HOME"] == "/home/me"
    for name in ("JUPYTER_DATA_DIR", "JUPYTER_PATH", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        assert Path(env[name]).is_relative_to(Places(folder).run)
