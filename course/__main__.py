"""`python -m course` does what `course` does."""

import sys

from course.cli import main

if __name__ == "__main__":
    sys.exit(main())
