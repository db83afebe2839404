"""Content of one's own: begun from templates, copied from the course, and kept up with it."""
