"""Conversations: the time zone a person's client names."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Give every known person a zone, empty until they are heard again."""
    op.add_column(
        "conversations", sa.Column("time_zone", sa.String, nullable=False, server_default="")
    )
