"""What is wrong with a scenario file: findings with codes, places and mends."""
