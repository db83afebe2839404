"""Sliders: a few numbers to move, and what comes of them in words, as a picture and as a table."""

from course.desk.sliders.tools import TOOLS
from course.desk.sliders.widget import Sliders

__all__ = ["TOOLS", "Sliders"]
