"""Catalogues: the copy of the books that all workers share."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of copies."""
    op.create_table(
        "catalogues",
        sa.Column("organization_id", sa.String, nullable=False),
        sa.Column("synced_at", sa.String, nullable=False, server_default=""),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organization_id"),
    )
