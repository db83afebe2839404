"""A draft as its author sees it: the one exercise, and what the lint finds in it."""
