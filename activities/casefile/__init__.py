"""The case file: the order's bytes, facts, answers and checks, stored."""
