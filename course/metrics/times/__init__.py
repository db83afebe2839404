"""How long things take, and how many people a queue needs."""
