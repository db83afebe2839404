"""The settings of JupyterLab for one folder, written where no other Jupyter looks for them.

Everything is a file under ``.course/lab``; the environment points Jupyter there and hides the
user's own configuration, extensions, kernels and IPython start-up files from this run.
"""

import os
import site
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course.lab.files import read_json, write_json
from course.lab.places import Places

# Plug-ins that would talk over the course view or ask for what is not there: news, an
# installer, terminals, language servers, and the service behind Lab's own "connection lost"
# dialog, which the extension provides in its words.
_OFF = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/application-extension:faviconbusy",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/pluginmanager-extension",
    "@jupyterlab/terminal-extension",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/notebook-extension:language-server",
    "@jupyterlab/hub-extension:connectionlost",
)

# What runs in the server besides Jupyter itself, and nothing else that is installed.
_EXTENSIONS = {"jupyterlab": True, "course.serving": True}

OVERRIDES: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    # Lab goes on naming a subshell of the old kernel after a restart from outside, and every
    # message to a widget is then refused without a word.
    "@jupyterlab/apputils-extension:kernels-settings": {"commsOverSubshells": "disabled"},
    "@jupyterlab/notebook-extension:tracker": {
        # A notebook without a kernel name gets the course's kernel instead of a question.
        "autoStartDefaultKernel": True,
        # One Python serves all lessons: leaving one must not end the others' answers.
        "kernelShutdown": False,
        "scrollPastEnd": False,
        # Every cell is in the page at once: browser search, printing and screen readers need it.
        "windowingMode": "none",
        "showEditorForReadOnlyMarkdown": False,
    },
}


def write(places: Places, *, port: int | None, default_url: str, content: Path | None) -> None:
    """Write all settings files for this run; without a port a Hub says where to listen."""
    run = places.run
    lab = {
        "app_settings_dir": str(run / "app-settings"),
        "user_settings_dir": str(run / "user-settings"),
        "workspaces_dir": str(places.workspaces),
        # Instead of every folder on this computer that may hold some: see `extensions`.
        "labextensions_path": [str(run / "labextensions")],
        "extra_labextensions_path": [],
        "extension_manager": "readonly",
        "news_url": None,
        "default_url": default_url,
    }
    server: dict[str, Any] = {
        "jpserver_extensions": _EXTENSIONS,
        "root_dir": str(places.folder),
        "open_browser": False,
        "terminals_enabled": False,
        "allow_root": _is_root(),
    }
    if port is None:
        # A Hub's server asks for this one, and not for Lab's.
        server["default_url"] = default_url
    else:
        server |= {"ip": "127.0.0.1", "port": port, "port_retries": 0}
    config = {
        "LabApp": lab,
        "ServerApp": server,
        "KernelSpecManager": {"allowed_kernelspecs": ["python3"]},
        # Jupyter's own copies of opened notebooks stay out of the trainee's folder.
        "FileCheckpoints": {"checkpoint_dir": str(run / "checkpoints")},
    }
    write_json(config_file(places), config)
    write_json(run / "app-settings" / "overrides.json", OVERRIDES)
    write_json(
        run / "app-settings" / "page_config.json",
        {"disabledExtensions": dict.fromkeys(_OFF, True), "buildCheck": False},
    )
    write_json(_kernel_file(places), _kernel(places, content))
    for made in ("user-settings", "workspaces", "runtime", "ipython"):
        (run / made).mkdir(parents=True, exist_ok=True)


def config_file(places: Places) -> Path:
    """Where the server is told about itself."""
    return places.run / "config.json"


def _kernel_file(places: Places) -> Path:
    return places.run / "data" / "kernels" / "python3" / "kernel.json"


def content_of(places: Places) -> str | None:
    """The content that a folder was last started with; None where it was the course's own."""
    kernel = read_json(_kernel_file(places))
    env = kernel.get("env") if isinstance(kernel, dict) else None
    named = env.get("COURSE_CONTENT") if isinstance(env, dict) else None
    return None if named is None else str(named)


def environment(
    places: Places, token: str | None, base: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """The server's environment: the user's own, with every Jupyter setting replaced by ours.

    Without a token it is for a Hub, which has told the server in it how to let people in.
    """
    theirs = ("JUPYTER", "IPYTHON", "PYTHONSTARTUP")
    of_hub = "JUPYTERHUB_" if token is None else ()
    kept = {k: v for k, v in base.items() if not k.startswith(theirs) or k.startswith(of_hub)}
    run = places.run
    path = _python_path(places, kept.pop("PYTHONPATH", ""))
    if path:
        kept["PYTHONPATH"] = path
    if token is not None:
        # In the environment and not among the arguments, which every local user can list.
        kept["JUPYTER_TOKEN"] = token
    return kept | {
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_DATA_DIR": str(run / "data"),
        # Searched before the environment's own folders, so that our kernel is the kernel.
        "JUPYTER_PATH": str(run / "data"),
        "JUPYTER_RUNTIME_DIR": str(places.runtime),
        "IPYTHONDIR": str(run / "ipython"),
    }


def _kernel(places: Places, content: Path | None) -> dict[str, Any]:
    """The Python that runs the course runs the lessons, whatever kernels are installed."""
    env = {"COURSE_FOLDER": str(places.folder), "JUPYTER_NO_CONFIG": ""}
    if content is not None:
        env["COURSE_CONTENT"] = str(content.resolve())
    path = _python_path(places, os.environ.get("PYTHONPATH", ""))
    if path:
        env["PYTHONPATH"] = path
    return {
        # -P and the flag: a file in the trainee's folder must not stand in for a module of the
        # same name, such as course.py or pandas.py.
        "argv": [
            *(sys.executable, "-P", str(Path(__file__).with_name("lean_ipykernel.py"))),
            *("-f", "{connection_file}"),
            "--InteractiveShellApp.ignore_cwd=True",
        ],
        "display_name": "Customer care course",
        "language": "python",
        "env": env,
        "metadata": {"debugger": False},
    }


def _python_path(places: Places, paths: str) -> str:
    """What a Python that we start is told to look through, before it looks where it always does."""
    here = Path(__file__).resolve().parents[2]
    found = _elsewhere(places, paths)
    if str(here) not in [*site.getsitepackages(), site.getusersitepackages()]:
        # A checkout that was never installed: the server and the lessons find it as we did.
        found = [str(here), *(one for one in found if one != str(here))]
    return os.pathsep.join(found)


def _elsewhere(places: Places, paths: str) -> list[str]:
    """Folders of a PYTHONPATH that are not the trainee's own, by whatever name."""
    return [
        one for one in paths.split(os.pathsep)
        if Path(one).is_absolute() and Path(one).resolve() != places.folder.resolve()
    ]  # fmt: skip


def _is_root() -> bool:
    # os.geteuid does not exist on Windows, where the question does not arise.
    return getattr(os, "geteuid", lambda: 1)() == 0
