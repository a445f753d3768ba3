"""The auto-create lane: judgements, and switches that operators set."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make both tables."""
    texts = (
        "code", "customer_id", "at", "mode", "unmet", "total", "first_hash", "last_hash", "used_on"
    )  # fmt: skip
    op.create_table(
        "lane",
        sa.Column("order_id", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False, server_default="") for name in texts),
        sa.PrimaryKeyConstraint("order_id"),
    )
    op.create_index("lane_used", "lane", ["used_on"])
    op.create_table(
        "switches",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("name"),
    )
