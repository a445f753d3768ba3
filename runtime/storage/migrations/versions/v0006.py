"""Deliveries: events on their way to subscribers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table of deliveries."""
    op.create_table(
        "deliveries",
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("subscription", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.String, nullable=False, server_default="")
            for name in ("kind", "at", "state", "note")
        ),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("event_id", "subscription"),
    )
    op.create_index("deliveries_state", "deliveries", ["state", "seq"])
