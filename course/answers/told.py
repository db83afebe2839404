"""Errors that are told to the trainee as they stand."""


class Told(Exception):
    """Something that the trainee can mend: the message is a sentence, and all that is shown."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback."""
        return [str(self)]


class Unusable(Told, OSError):
    """A folder in which no answers can be kept or read; the message says why and what to do."""
