"""The exercises of a cohort behind filters, for instructors."""
