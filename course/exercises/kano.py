"""Kano's two questions: how somebody would feel with a feature, and how without it."""

from typing import Literal, get_args

Feeling = Literal["like", "expect", "neutral", "live with", "dislike"]
"""The five answers to either question, from the warmest to the coldest."""

Need = Literal["must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable"]
"""What a feature is to the person who gave the two answers."""

FEELINGS: tuple[Feeling, ...] = get_args(Feeling)
NEEDS: tuple[Need, ...] = get_args(Need)


def need_of(with_it: str, without_it: str) -> Need:
    """What a pair of answers makes of a feature, by the standard table.

    Liking a thing and its absence alike is no answer to rely on, so that pair is questionable,
    as disliking both is.

    Args:
        with_it: The feeling if the feature were there, one of `FEELINGS`.
        without_it: The feeling if it were not.

    Raises:
        ValueError: where an answer is none of the five.

    >>> need_of("like", "dislike"), need_of("expect", "dislike"), need_of("like", "neutral")
    ('one-dimensional', 'must-be', 'attractive')
    >>> need_of("like", "like"), need_of("neutral", "neutral"), need_of("dislike", "like")
    ('questionable', 'indifferent', 'reverse')
    """
    for answer in (with_it, without_it):
        if answer not in FEELINGS:
            raise ValueError(f"'{answer}' is none of the answers {', '.join(FEELINGS)}")
    if with_it == without_it and with_it in ("like", "dislike"):
        return "questionable"
    if with_it == "dislike" or without_it == "like":
        return "reverse"
    if with_it == "like":
        return "one-dimensional" if without_it == "dislike" else "attractive"
    return "must-be" if without_it == "dislike" else "indifferent"
