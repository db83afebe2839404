"""Who stays, who comes back, and what they bring in."""
