"""What is taught: one folder per lesson, and the code that loads and checks it."""

from course.lessons.decode import ContentError
from course.lessons.load import Course, Glance, Lesson, Objective, ObjectiveGroup, load_course
from course.lessons.places import content_folder, notebooks_folder, records_folder

__all__ = [
    "ContentError",
    "Course",
    "Glance",
    "Lesson",
    "Objective",
    "ObjectiveGroup",
    "content_folder",
    "load_course",
    "notebooks_folder",
    "records_folder",
]
