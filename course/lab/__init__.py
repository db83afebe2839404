"""The course view: JupyterLab laid out, started and dressed for one trainee's folder.

``start`` is what ``course start`` calls; ``serve`` is the same thing for programs and tests.
"""

from course.lab.errors import CannotStart
from course.lab.hub import become_server
from course.lab.launch import lay_out_alone, start
from course.lab.layout import Layout, lay_out
from course.lab.preview import preview
from course.lab.server import Running, serve

__all__ = [
    "CannotStart",
    "Layout",
    "Running",
    "become_server",
    "lay_out",
    "lay_out_alone",
    "preview",
    "serve",
    "start",
]
