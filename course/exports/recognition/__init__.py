"""What stands in a column, and so which column it is."""
