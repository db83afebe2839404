"""Which column is what, and what the owner of the data says of it."""
