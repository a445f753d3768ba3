"""Purchases: what each order bought, so that a repeat is seen."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of fingerprints."""
    texts = ("code", "tenant_id", "customer_id", "po", "lines", "total", "currency", "at")
    op.create_table(
        "purchases",
        sa.Column("order_id", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False, server_default="") for name in texts),
        sa.PrimaryKeyConstraint("order_id"),
    )
    op.create_index("purchases_customer", "purchases", ["tenant_id", "customer_id", "at"])
