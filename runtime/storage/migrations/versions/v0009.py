"""Goods: what each order bought of each item; from it, what is usual."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the goods to the fingerprints; orders from before bought nothing that is known."""
    goods = sa.Column("goods", sa.Text, nullable=False, server_default="{}")
    op.add_column("purchases", goods)
