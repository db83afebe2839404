"""Every figure that the columns of an export allow."""
