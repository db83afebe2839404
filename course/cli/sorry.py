"""How a verb ends: its exit code, and the sentence that it is sorry with."""

DONE, REFUSED, WRONG_USE = 0, 1, 2


class Sorry(Exception):
    """Something that the user can mend; the message says what."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code
