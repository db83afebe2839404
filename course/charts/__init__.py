"""Pictures of numbers. The only room that imports matplotlib, and only when something is drawn."""
