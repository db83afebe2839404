"""A day at the desk on the page: the queue, the conversations, and what became of it."""
