"""The record of training as a file for the browser to keep."""

import base64

from course.answers import Session
from course.page.messages import Download
from course.progress import facts

FILE = "record-of-training.html"


def record_of_training(session: Session) -> Download:
    """The record of what the trainee has done until now."""
    # Only when it is asked for: what writes reports is more than all that home needs.
    from course.reports.record import training_record

    page = training_record(session.course, facts(session))
    return Download(name=FILE, data=base64.b64encode(page).decode())
