"""The database's tables; migrations make them, a test compares both."""

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, Text

VERSION = "0013"
"""The migration this program's tables belong to."""

metadata = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, String, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


cases = Table(
    "cases",
    metadata,
    _key("order_id"),
    _text("code"),
    _text("tenant_id"),
    _text("requester"),
    _text("status"),
    _text("title"),
    _text("received_at"),
    _text("updated_at"),
    _text("waiting_for"),
    _text("approvers"),
    _text("draft_number"),
    _text("words"),
    _text("file_sha256"),
    _number("revision"),
    Index("cases_code", "tenant_id", "code"),
    Index("cases_requester", "tenant_id", "requester", "received_at"),
    Index("cases_waiting", "tenant_id", "waiting_for", "received_at"),
    Index("cases_file", "tenant_id", "file_sha256"),
)

documents = Table(
    "documents",
    metadata,
    _key("order_id"),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("serial", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("order_id"),
    _number("order_seq"),
    _text("key"),
    Column("body", Text, nullable=False),
    _text("order_prev"),
    _text("order_hash"),
    _text("prev"),
    _text("hash"),
    _text("ts"),
    Index("audit_order", "order_id", "order_seq", unique=True),
    Index("audit_key", "order_id", "key", unique=True),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _number("seq"),
    _text("hash"),
    _text("ts"),
)

claims = Table("claims", metadata, _key("key"), _text("at"), Index("claims_at", "at"))
uploads = Table("uploads", metadata, _key("key"), _text("sealed"), _text("at"))
seals = Table("seals", metadata, _key("name"), _text("sealed"))

conversations = Table(
    "conversations",
    metadata,
    _key("tenant_id"),
    _key("object_id"),
    _text("conversation_id"),
    _text("service_url"),
    _text("member_id"),
    _text("bot_id"),
    _text("locale"),
    _text("language"),
    _text("time_zone"),
    Column("dead", Boolean, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    _key("order_id"),
    _key("reader"),
    _text("conversation_id"),
    _text("service_url"),
    _text("activity_id"),
    _text("digest"),
    _number("version"),
    Index("cards_message", "activity_id"),
)

reservations = Table(
    "reservations",
    metadata,
    _key("order_key"),
    _text("organization_id"),
    _text("order_id"),
    _text("payload_hash"),
    _text("state"),
    _text("draft_id"),
    _text("draft_number"),
    _text("handed_to"),
)

purchases = Table(
    "purchases",
    metadata,
    _key("order_id"),
    _text("code"),
    _text("tenant_id"),
    _text("customer_id"),
    _text("po"),
    _text("lines"),
    _text("total"),
    _text("currency"),
    _text("at"),
    Column("goods", Text, nullable=False, server_default="{}"),
    Index("purchases_customer", "tenant_id", "customer_id", "at"),
)

templates = Table(
    "templates",
    metadata,
    _key("template_id"),
    Column("version", Integer, primary_key=True, autoincrement=False),
    _text("tenant_id"),
    _text("fingerprint"),
    _text("at"),
    Column("teaches", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index("templates_fingerprint", "tenant_id", "fingerprint"),
)

template_uses = Table(
    "template_uses",
    metadata,
    _key("template_id"),
    _key("order_id"),
    _text("at"),
    _text("outcome"),
)

aliases = Table(
    "aliases",
    metadata,
    _key("tenant_id"),
    _key("kind"),
    _key("owner"),
    _key("key"),
    _text("written"),
    _text("record_id"),
    _text("label"),
    _text("by"),
    _text("by_name"),
    _text("at"),
    _text("order_code"),
    _text("corrected_by"),
    _text("retired_at"),
    _number("corrections"),
)

lane = Table(
    "lane",
    metadata,
    _key("order_id"),
    _text("code"),
    _text("customer_id"),
    _text("at"),
    _text("mode"),
    _text("unmet"),
    _text("total"),
    _text("first_hash"),
    _text("last_hash"),
    _text("used_on"),
    Index("lane_used", "used_on"),
)

switches = Table("switches", metadata, _key("name"), _text("value"))

deliveries = Table(
    "deliveries",
    metadata,
    _key("event_id"),
    _key("subscription"),
    _number("seq"),
    _text("kind"),
    _text("at"),
    _text("state"),
    _text("note"),
    Column("body", Text, nullable=False),
    Index("deliveries_state", "state", "seq"),
)

catalogues = Table(
    "catalogues",
    metadata,
    _key("organization_id"),
    _text("synced_at"),
    Column("body", Text, nullable=False),
)
