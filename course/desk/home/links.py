"""Addresses inside the course. The course view follows them; without it, the browser does."""

from urllib.parse import urlencode

from course.lessons.build import file_of
from course.progress import Place


def link(place: Place) -> str:
    """The address of a place, seen from any page of the course.

    >>> link(Place(lesson="needs", station="ask-first", exercise="who-waits"))
    'needs.ipynb?station=ask-first&exercise=who-waits'
    >>> link(Place(lesson="needs", station=""))
    'needs.ipynb'
    """
    asked = {"station": place.station, "exercise": place.exercise}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{file_of(place.lesson)}?{query}" if query else file_of(place.lesson)
