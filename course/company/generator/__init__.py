"""What happens at Marlow & Finch, one customer after the other, from a seed."""
