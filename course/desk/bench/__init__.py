"""The bench: a calculator, a table, and the choices that make the number what it is."""
