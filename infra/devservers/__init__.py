"""Stand-ins for the world outside: the books, the models and Teams."""
