"""Reservations: which later order a draft has passed to."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the key of the later order."""
    column = sa.Column("handed_to", sa.String, nullable=False, server_default="")
    op.add_column("reservations", column)
