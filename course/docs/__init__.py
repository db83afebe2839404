"""Pages to read about the course: references are generated from the code, and tests compare."""
