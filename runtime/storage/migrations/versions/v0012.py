"""Claims: found by their age, so that old ones are forgotten."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Index the time."""
    op.create_index("claims_at", "claims", ["at"])
