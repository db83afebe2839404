"""Pages to read about the course: references are generated from the code, and tests compare."""

from pathlib import Path

AUTHORS = Path(__file__).parent / "authors" / "README.md"
"""Where an author begins to read."""
