"""Aliases: customers' names and item codes, as people taught them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of aliases."""
    keys = ("tenant_id", "kind", "owner", "key")
    texts = ("written", "record_id", "label", "by", "by_name", "at", "order_code")
    later = ("corrected_by", "retired_at")
    op.create_table(
        "aliases",
        *(sa.Column(name, sa.String, nullable=False) for name in keys),
        *(sa.Column(name, sa.String, nullable=False, server_default="") for name in texts + later),
        sa.Column("corrections", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint(*keys),
    )
