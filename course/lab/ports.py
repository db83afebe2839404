"""Choosing a port: the one asked for, the one of last time, or any free one."""

import socket

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether this program could listen on the port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would let two programs share it
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # What the server itself sets: without it a port rests a minute after each use.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


def choose(wanted: int | None, last: int | None) -> int:
    """Pick a free port, the wanted one first.

    The port of last time comes next: a page left open then finds the course again.
    """
    wishes: list[int | None] = [wanted, last, *range(8888, 8988)]
    for port in wishes:
        if port and is_free(port):
            return port
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
