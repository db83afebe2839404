"""The table by act: the same act in every place, and what it is scored."""
