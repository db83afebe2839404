"""Home is opened first, so it brings in nothing that its first picture can do without."""

import subprocess
import sys

LATER = ("pandas", "matplotlib", "course.grading", "course.reports",
         "course.desk.bench", "course.desk.board.widget", "course.desk.ending")  # fmt: skip


def test_home_waits_for_no_other_page() -> None:
    code = (
        "import sys; from course.desk import Home; from course import hello; "
        f"print(Home.__name__, [one for one in {LATER} if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Home []"
