"""The records as files: written, described and read."""
