"""The Python behind the pages: a kernel without the debugger, which takes a seventh of its memory.

Run as a file, not imported.
"""

import sys

if __name__ == "__main__":
    # As if it were not installed: nobody steps through a lesson.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()
