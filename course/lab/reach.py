"""What is printed must be reachable by whoever reads it: the way to a server at the end of ssh."""

import getpass
import os
from collections.abc import Mapping

from course.lab.ports import HOST

SSH_PORT = "22"


def tunnel(port: int, env: Mapping[str, str] = os.environ, user: str = "") -> str | None:
    """The command that brings a port of this computer to the one that somebody sits at.

    Args:
        port: The port that the course listens on.
        env: Says whether, and through which address, somebody is here by ssh.
        user: Who they are here; by default who runs this.

    Returns:
        The command; None where nobody is here by ssh.

    >>> tunnel(8888, {"SSH_CONNECTION": "198.51.100.7 50022 203.0.113.5 22"}, "asha")
    'ssh -N -L 8888:127.0.0.1:8888 asha@203.0.113.5'
    >>> tunnel(8888, {"SSH_CONNECTION": "198.51.100.7 50022 203.0.113.5 2222"}, "asha")
    'ssh -N -L 8888:127.0.0.1:8888 -p 2222 asha@203.0.113.5'
    """
    told = env.get("SSH_CONNECTION", "").split()
    if len(told) != 4:
        return None
    _, _, here, at = told
    other = [] if at == SSH_PORT else ["-p", at]
    to = f"{user or getpass.getuser()}@{here}"
    return " ".join(["ssh", "-N", "-L", f"{port}:{HOST}:{port}", *other, to])
