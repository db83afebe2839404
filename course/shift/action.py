"""What can be done on the desk, one thing at a time."""

from typing import Literal

from msgspec import Struct

Do = Literal[
    "pick", "say", "hold", "hand_over", "ask_lead", "call_back", "follow_up", "wait"
]  # fmt: skip


class Action(Struct, frozen=True, omit_defaults=True):
    """One thing done. A list of these is the log of a day, and JSON keeps it.

    >>> import msgspec
    >>> msgspec.json.encode(Action("say", "c3", "own-it"))
    b'{"do":"say","contact":"c3","what":"own-it"}'
    """

    do: Do
    """`pick`: serve somebody who waits, is on hold or is to be called back. `say` a line. `hold`:
    put somebody aside. `hand_over` to a colleague, with the story told. `ask_lead` about this
    contact. `call_back`: promise to be back within the hour. `follow_up`: do what was promised.
    `wait` until something happens, five minutes at most."""
    contact: str = ""
    """Whom it is about; empty for `wait`."""
    what: str = ""
    """The id of the line to say, or of the promise to follow up."""

    def __str__(self) -> str:
        """For logs and errors: 'say own-it to c3'."""
        words = self.do.replace("_", " ")
        return " ".join(filter(None, (words, self.contact, self.what)))


class ActionError(ValueError):
    """Something that cannot be done now; the message says what can."""
