"""What this customer felt, and the survey they fill in."""
