"""The rules of the lint, one small function each."""
