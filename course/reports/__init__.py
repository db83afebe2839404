"""Pages: the only room that writes HTML."""

from course.reports.html import Html, join, tag
from course.reports.page import page, table
from course.reports.pages import pages, results

__all__ = ["Html", "join", "page", "pages", "results", "table", "tag"]
