"""Room: orders. It holds what is true of orders and what is allowed."""
