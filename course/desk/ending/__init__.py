"""The end of a lesson: what one can do now, what slips, and what one takes along."""
