"""One file per kind of exercise: what the page needs to draw it, as plain data."""
