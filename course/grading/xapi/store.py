"""Sending statements to a record store: on this machine, or elsewhere over https alone."""

import base64
import http.client
import ipaddress
import json
import ssl
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import SplitResult, urlsplit

from course.grading.xapi.words import VERSION

BATCH = 100
"""Statements that are sent at once."""
WAIT = 30.0
"""Seconds that a store may take to answer."""

Statement = dict[str, object]


class BadStore(ValueError):
    """A store that may not be sent to, or did not take what was sent; the message says why."""


def store_at(address: str) -> SplitResult:
    """The address of a store, once it is one that may be sent to.

    Raises:
        BadStore: where it is no address, or leads off this machine without https.

    >>> store_at("http://127.0.0.1:8100/xapi").port
    8100
    >>> store_at("http://records.example/xapi")
    Traceback (most recent call last):
    course.grading.xapi.store.BadStore: http://records.example/xapi is not on this machine, ...
    """
    try:
        found = urlsplit(address)
        port = found.port
    except ValueError:
        raise BadStore(f"{address} is no address of a record store.") from None
    if found.scheme not in ("http", "https") or not found.hostname or port == 0:
        raise BadStore(
            f"{address} is no address of a record store: it begins with http:// or https://."
        )
    if found.username or found.password or found.query or found.fragment:
        raise BadStore(
            "An address of a record store holds no name, password or question: put 'name:password' "
            "into the environment variable COURSE_XAPI_LOGIN."
        )
    if found.scheme == "http" and not _here(found.hostname):
        raise BadStore(
            f"{address} is not on this machine, so statements go there over https:// alone."
        )
    return found


def _here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def send(statements: Iterable[Statement], store: SplitResult, login: str = "") -> int:
    """Sends statements to the store's `statements`, a hundred at a time; returns how many.

    No proxy is asked and no redirection followed, so that nothing goes where nobody meant it to.

    Args:
        statements: What is sent.
        store: What `store_at` returned.
        login: ``name:password`` for basic authentication; empty for none.

    Raises:
        BadStore: where the store cannot be reached, or does not take them.
    """
    headers = {
        "Content-Type": "application/json",
        "X-Experience-API-Version": VERSION,
        **(
            {"Authorization": f"Basic {base64.b64encode(login.encode()).decode()}"} if login else {}
        ),
    }
    path = f"{store.path.rstrip('/')}/statements"
    sent = 0
    for several in _batches(statements):
        status, said = _post(store, path, json.dumps(several).encode(), headers)
        if status not in (200, 204):
            raise BadStore(
                f"The record store answered {status} after {sent} statements: "
                f"{said[:300].strip() or 'without a word'}."
            )
        sent += len(several)
    return sent


def _post(store: SplitResult, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    host = store.hostname or ""
    connection = (
        http.client.HTTPSConnection(
            host, store.port, timeout=WAIT, context=ssl.create_default_context()
        )
        if store.scheme == "https"
        else http.client.HTTPConnection(host, store.port, timeout=WAIT)
    )
    try:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(10_000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        raise BadStore(f"The record store cannot be reached: {error}.") from None
    finally:
        connection.close()


def _batches(statements: Iterable[Statement]) -> Iterator[Sequence[Statement]]:
    rest = iter(statements)
    while several := list(islice(rest, BATCH)):
        yield several
