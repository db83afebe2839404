"""What was in the agent's hands: the handling mark."""
