"""The one thing that can go wrong here, in a sentence a trainee can act on."""


class CannotStart(Exception):
    """The course cannot be opened; the message says why and what to do about it."""
