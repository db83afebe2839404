"""Which version of the course made something: its number, and a hash of its content."""

import hashlib

from course import __version__
from course.lessons import Course


def edition(course: Course) -> str:
    """The version of the program and the first figures of a SHA-256 of all content.

    What is counted hangs on both: another text of a lesson can have other stations.

    >>> from course.lessons import load_course
    >>> edition(load_course()).startswith(f"{__version__}-")
    True
    """
    made = hashlib.sha256()
    files = [one for end in ("yaml", "md") for one in course.folder.rglob(f"*.{end}")]
    for path in sorted(files, key=lambda one: one.relative_to(course.folder).as_posix()):
        made.update(path.relative_to(course.folder).as_posix().encode())
        # The ends of lines differ between computers, and count for nothing.
        made.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{__version__}-{made.hexdigest()[:12]}"
