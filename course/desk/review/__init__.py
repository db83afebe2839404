"""A review sitting: what comes back, one exercise after the other."""
