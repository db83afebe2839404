"""Worlds: the lessons in the words, and under the rules, of another trade.

The lessons live in a shop. A world says what a bank or a telecom calls its things, and which
exercises it has. `make` writes a content folder of it, which every other verb takes.
"""

from course.worlds.making import Made, NotMade, made, make
from course.worlds.world import World, find, shipped

__all__ = ["Made", "NotMade", "World", "find", "made", "make", "shipped"]
