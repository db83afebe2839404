"""Marks that people give for free text: kept, laid together, compared and settled."""
