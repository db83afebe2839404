"""The conversation itself: a state, a line, the next state."""
