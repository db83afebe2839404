"""Survey answers: counted, scored, and how many to ask."""
