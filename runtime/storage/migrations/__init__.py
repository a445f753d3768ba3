"""Every change of the database's tables, oldest first (Alembic)."""
