"""Seals: small secrets that processes share, each sealed by who keeps it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "seals",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("sealed", sa.String, nullable=False),
    )
