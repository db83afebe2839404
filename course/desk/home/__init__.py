"""The course's own page: where to go on, the map of it, and what came of it so far."""
