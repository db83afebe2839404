"""From rows to cases: read, put together, and cleared of what is no case."""
