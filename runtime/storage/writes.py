"""What the SQL store does inside a writing transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Select, Table, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from orders.case import CaseDocument
from orders.chain import AuditEntry, Head, clean, link
from orders.errors import StaleWrite
from runtime.storage.documents import write_document
from runtime.storage.tables import audit, audit_head, documents


def upsert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows `ON CONFLICT`, which both databases spell alike."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


async def put(
    connection: AsyncConnection, table: Table, columns: Mapping[str, Any], news: Mapping[str, Any]
) -> None:
    """Insert `columns`; where the key is there already, overwrite with `news` only."""
    query = upsert(connection, table).values(columns)
    await connection.execute(
        query.on_conflict_do_update(index_elements=list(table.primary_key), set_=dict(news))
    )


async def add(connection: AsyncConnection, table: Table, columns: Mapping[str, Any]) -> bool:
    """Insert `columns` unless the key is there already; whether it was new."""
    query = upsert(connection, table).values(columns).on_conflict_do_nothing()
    return bool((await connection.execute(query)).rowcount)


async def lock_head(connection: AsyncConnection) -> Head:
    """The desk's audit head; no other writer passes until this transaction ends."""
    row = (await connection.execute(select(audit_head).with_for_update())).mappings().one()
    return Head(row["seq"], row["hash"], row["ts"])


async def append(connection: AsyncConnection, desk: Head, entries: Sequence[AuditEntry]) -> None:
    """Chain the entries behind `desk` (from `lock_head`), leaving out known keys."""
    first = desk
    for entry in entries:
        known = select(audit.c.seq).where(
            audit.c.order_id == entry.order_id, audit.c.key == clean(entry.key)
        )
        if await connection.scalar(known) is not None:
            continue
        record = link(entry, desk, await _order_head(connection, entry.order_id))
        await connection.execute(insert(audit).values(asdict(record)))
        desk = Head(record.seq, record.hash, record.ts)
    if desk is not first:
        await connection.execute(update(audit_head).values(asdict(desk)))


async def _order_head(connection: AsyncConnection, order_id: str) -> Head | None:
    query = (
        select(audit.c.order_seq, audit.c.order_hash, audit.c.ts)
        .where(audit.c.order_id == order_id)
        .order_by(audit.c.order_seq.desc())
        .limit(1)
    )
    row = (await connection.execute(query)).one_or_none()
    return Head(*row) if row else None


def newest(order_id: str) -> Select[int, int, str]:
    """Revision, serial and body of an order's newest document."""
    return (
        select(documents.c.revision, documents.c.serial, documents.c.body)
        .where(documents.c.order_id == order_id)
        .order_by(documents.c.revision.desc(), documents.c.serial.desc())
        .limit(1)
    )


async def keep_document(connection: AsyncConnection, document: CaseDocument) -> dict[str, Any]:
    """Write a document beside its earlier versions; what the case's row holds of it.

    Raises:
        StaleWrite: a document of a later revision is there already.
    """
    body = write_document(document)
    found = (await connection.execute(newest(document.order_id))).one_or_none()
    revision, serial, stored = found if found is not None else (0, 0, "")
    if document.revision < revision:
        raise StaleWrite(f"The case is at revision {revision} already.")
    if (document.revision, body) != (revision, stored):
        columns = {
            "order_id": document.order_id,
            "revision": document.revision,
            "serial": serial + 1 if document.revision == revision else 1,
            "body": body,
        }
        await connection.execute(insert(documents).values(columns))
    return {
        "revision": document.revision,
        "file_sha256": document.file.sha256 if document.file else "",
    }
