"""Extensions of other people, as they lie in a `share/jupyter/labextensions`."""

import json
from pathlib import Path

HANGS = """
const scope = (window._JUPYTERLAB = window._JUPYTERLAB || {});
window.foreign = [...(window.foreign || []), NAME];
scope[NAME] = {
  init: () => {},
  get: async () => () => ({
    __esModule: true,
    default: [{ id: `${NAME}:plugin`, autoStart: true, activate: () => new Promise(() => {}) }],
  }),
};
"""


def lay(folder: Path, name: str) -> Path:
    """Lays an extension that switches off what a lesson needs, and whose own part never starts."""
    made = folder / name
    (made / "static").mkdir(parents=True)
    package = {
        "name": name,
        "version": "1.0.0",
        "jupyterlab": {
            "extension": True,
            "disabledExtensions": [
                "@jupyterlab/notebook-extension",
                "@jupyterlab/docmanager-extension",
                "@jupyter-widgets/jupyterlab-manager",
            ],
            "_build": {"load": "static/remoteEntry.js", "extension": "./extension"},
        },
    }
    (made / "package.json").write_text(json.dumps(package), encoding="utf-8")
    script = HANGS.replace("NAME", json.dumps(name))
    (made / "static" / "remoteEntry.js").write_text(script, encoding="utf-8")
    return made
