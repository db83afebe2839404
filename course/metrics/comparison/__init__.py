"""What differs by more than chance, over time, by group and by cause."""
