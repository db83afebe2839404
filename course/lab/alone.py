"""The server process itself: JupyterLab without anybody's configuration but ours, or a Hub's.

Run as a file, not imported. ``JUPYTER_NO_CONFIG`` makes Jupyter look in a new empty folder
instead of the user's and the system's; that folder would be left behind each time.
"""

import atexit
import os
import shutil
import sys

from jupyter_core.paths import jupyter_config_dir

if __name__ == "__main__":
    # The server writes its key into files, and so do its kernels: for their owner alone.
    os.umask(0o077)
    # A grammar of addresses that nobody here checks: 16 MB, and half of the time to start.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    atexit.register(shutil.rmtree, jupyter_config_dir(), ignore_errors=True)
    if "JUPYTERHUB_API_TOKEN" in os.environ:
        from jupyterhub.singleuser import main
    else:
        from jupyterlab.labapp import main

    main()
