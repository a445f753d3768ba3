"""Cases: the words by which support finds an order."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Give every case its words, empty until its next change."""
    op.add_column("cases", sa.Column("words", sa.String, nullable=False, server_default=""))
