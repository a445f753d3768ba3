"""The first tables: cases, documents, audit, chat, reservations."""

import sqlalchemy as sa
from alembic import op

from orders.chain import DESK_GENESIS

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and let nobody change or remove an audit record by accident."""
    _make_cases()
    _make_audit()
    _make_chat()
    _table("reservations", "order_key", "organization_id order_id payload_hash state draft_id"
           " draft_number")  # fmt: skip
    _guard_audit()


def _table(name: str, keys: str, texts: str, *more: sa.Column[int] | sa.Column[bool]) -> None:
    op.create_table(
        name,
        *(sa.Column(key, sa.String, nullable=False) for key in keys.split()),
        *(sa.Column(text, sa.String, nullable=False, server_default="") for text in texts.split()),
        *more,
        sa.PrimaryKeyConstraint(*keys.split()),
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _make_cases() -> None:
    _table("cases", "order_id", "code tenant_id requester status title received_at updated_at"
           " waiting_for approvers draft_number file_sha256", _number("revision"))  # fmt: skip
    op.create_index("cases_code", "cases", ["tenant_id", "code"])
    op.create_index("cases_requester", "cases", ["tenant_id", "requester", "received_at"])
    op.create_index("cases_waiting", "cases", ["tenant_id", "waiting_for", "received_at"])
    op.create_index("cases_file", "cases", ["tenant_id", "file_sha256"])
    op.create_table(
        "documents",
        sa.Column("order_id", sa.String, nullable=False),
        _number("revision"),
        _number("serial"),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("order_id", "revision", "serial"),
    )


def _make_audit() -> None:
    texts = ("order_id", "key", "order_prev", "order_hash", "prev", "hash", "ts")
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String, nullable=False, server_default="") for name in texts),
        _number("order_seq"),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("audit_order", "audit", ["order_id", "order_seq"], unique=True)
    op.create_index("audit_key", "audit", ["order_id", "key"], unique=True)
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        _number("seq"),
        sa.Column("hash", sa.String, nullable=False, server_default=""),
        sa.Column("ts", sa.String, nullable=False, server_default=""),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": DESK_GENESIS, "ts": ""}])


def _make_chat() -> None:
    _table("claims", "key", "at")
    _table("uploads", "key", "sealed at")
    _table("conversations", "tenant_id object_id", "conversation_id service_url member_id bot_id"
           " locale language", sa.Column("dead", sa.Boolean, nullable=False))  # fmt: skip
    _table("cards", "order_id reader", "conversation_id service_url activity_id digest",
           _number("version"))  # fmt: skip
    op.create_index("cards_message", "cards", ["activity_id"])


def _guard_audit() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
            " FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()"
        )
        return
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER audit_no_{verb} BEFORE {verb} ON audit"
            " BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
        )
