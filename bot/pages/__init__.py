"""Pages for operators: orders, schedules, dead letters."""
