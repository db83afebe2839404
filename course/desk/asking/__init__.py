"""How many customers to ask: two sliders, and what comes of it in words and as a picture."""

from course.desk.asking.widget import HowManyToAsk

__all__ = ["HowManyToAsk"]
