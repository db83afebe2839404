"""Telling a notebook that somebody changed from one that was only opened and run."""

import hashlib
import json


def of_bytes(data: bytes) -> str:
    """Fingerprint of a file exactly as it is."""
    return hashlib.sha256(data).hexdigest()


def of_words(data: bytes) -> str:
    """Fingerprint of what the cells say: outputs, counters and metadata do not count.

    Running a notebook rewrites outputs, and Jupyter rewrites metadata; neither is the trainee's
    work. A file that is not a notebook is taken as it is, so any difference counts.

    >>> plain = b'{"cells": [{"cell_type": "code", "source": ["1+", "1"], "outputs": []}]}'
    >>> ran = b'{"cells": [{"cell_type": "code", "source": "1+1", "outputs": [2]}]}'
    >>> of_words(plain) == of_words(ran)
    True
    """
    try:
        cells = [_words(cell) for cell in json.loads(data)["cells"]]
    except (ValueError, LookupError, TypeError, AttributeError):
        return of_bytes(data)
    return of_bytes(json.dumps(cells).encode("utf-8"))


def _words(cell: dict[str, object]) -> list[object]:
    source = cell["source"]
    text = "".join(source) if isinstance(source, list) else source
    return [cell["cell_type"], text]
