"""Templates: confirmed mappings by version, and what became of each use."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables of the memory."""
    op.create_table(
        "templates",
        sa.Column("template_id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _text("tenant_id"),
        _text("fingerprint"),
        _text("at"),
        sa.Column("teaches", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("template_id", "version"),
    )
    op.create_index("templates_fingerprint", "templates", ["tenant_id", "fingerprint"])
    op.create_table(
        "template_uses",
        sa.Column("template_id", sa.String, nullable=False),
        sa.Column("order_id", sa.String, nullable=False),
        _text("at"),
        _text("outcome"),
        sa.PrimaryKeyConstraint("template_id", "order_id"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False, server_default="")
