"""Every way a scenario can go, and what simple policies earn on it."""
