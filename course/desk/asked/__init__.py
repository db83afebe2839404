"""Questions about an export, put as a form in a notebook."""

from course.desk.asked.widget import AskedFirst

__all__ = ["AskedFirst"]
