"""Cells into dates, lengths of time and ratings."""
