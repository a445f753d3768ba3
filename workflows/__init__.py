"""Room: workflows. It says when each step of an order happens."""
