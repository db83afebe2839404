"""Names of files and people, as they can be shown."""

JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""What operating systems leave in folders; neither read nor reported."""


def is_junk(name: str) -> bool:
    """Whether a computer made that file or folder by itself.

    >>> is_junk("Thumbs.db"), is_junk(".DS_Store"), is_junk("asha.jsonl")
    (True, True, False)
    """
    return name.startswith(".") or name.lower() in JUNK


def printable(text: str) -> str:
    r"""A name on one line, without control characters or broken letters.

    >>> printable("Asha\n  Verma\x07")
    'Asha Verma'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(one if one.isprintable() else " " for one in whole).split())
