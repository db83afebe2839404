"""Exports of real help desks: read, recognised, shown, and measured with the course's metrics."""
