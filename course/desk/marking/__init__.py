"""Marking replies by hand: one after the other, by one person or by several."""
