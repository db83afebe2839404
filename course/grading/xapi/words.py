"""The words of xAPI that are used: verbs and types of activity from ADL's own list."""

from typing import Any

VERSION = "1.0.3"
"""Of the specification that statements follow."""
LANGUAGE = "en-GB"

Part = dict[str, Any]


def _verb(name: str) -> Part:
    return {"id": f"http://adlnet.gov/expapi/verbs/{name}", "display": {LANGUAGE: name}}


ANSWERED = _verb("answered")
COMPLETED = _verb("completed")


def activity(home: str, path: str, kind: str, name: str) -> Part:
    """Something that was done: its address is its name, and nothing need lie there.

    Args:
        home: What all addresses begin with.
        path: What follows.
        kind: One of ADL's types: ``course``, ``lesson``, ``module``, ``question``, ``simulation``.
        name: What people call it.
    """
    return {
        "objectType": "Activity",
        "id": f"{home}/{path}",
        "definition": {
            "name": {LANGUAGE: name},
            "type": f"http://adlnet.gov/expapi/activities/{kind}",
        },
    }
