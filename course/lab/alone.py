"""The server process itself: JupyterLab without anybody's configuration but ours, or a Hub's.

Run as a file, not imported. ``JUPYTER_NO_CONFIG`` makes Jupyter look in a new empty folder
instead of the user's and the system's; that folder would be left behind each time.
"""

import atexit
import os
import shutil
import sys
from types import ModuleType

from jupyter_core.paths import jupyter_config_dir

_UNUSED = ("alembic", "alembic.command", "alembic.config", "alembic.script")


def without_the_database() -> None:
    """Lets JupyterHub's half in this server believe that what only a Hub itself uses is there.

    Moving a Hub's database to a new version, and keeping secrets in it: 16 MB for each trainee.
    """
    sys.modules["cryptography"] = None  # type: ignore[assignment]
    sys.modules |= {name: ModuleType(name) for name in _UNUSED}
    sys.modules["alembic.script"].__dict__["ScriptDirectory"] = None


def with_the_database() -> None:
    """Takes that back."""
    for name in (*_UNUSED, "cryptography"):
        sys.modules.pop(name, None)


if __name__ == "__main__":
    # The server writes its key into files, and so do its kernels: for their owner alone.
    os.umask(0o077)
    # A grammar of addresses that nobody here checks: 16 MB, and half of the time to start.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    atexit.register(shutil.rmtree, jupyter_config_dir(), ignore_errors=True)
    if "JUPYTERHUB_API_TOKEN" in os.environ:
        without_the_database()
        try:
            from jupyterhub.singleuser import main
        except ImportError:  # a version that asks for more of it
            with_the_database()
            from jupyterhub.singleuser import main
    else:
        from jupyterlab.labapp import main

    main()
