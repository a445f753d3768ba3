"""The store in a database: the same code on SQLite and PostgreSQL."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TypeVar

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from orders.case import CaseDocument
from orders.chain import Head
from orders.errors import RecordMissing
from runtime.settings import make_data_dir
from runtime.storage.aliases import SqlAliases
from runtime.storage.catalogues import SqlCopies
from runtime.storage.claims import SqlReservations
from runtime.storage.documents import fenced, read_document, read_row, write_row
from runtime.storage.engine import check_version, open_engine, told_plainly
from runtime.storage.lanes import SqlLane
from runtime.storage.outbox import SqlOutbox
from runtime.storage.port import (
    ASKING,
    AuditEntry,
    CaseRow,
    ConversationRef,
    KeptUpload,
    Record,
    SentCard,
)
from runtime.storage.search import SqlSearch
from runtime.storage.shelf import SqlTemplates
from runtime.storage.tables import (
    audit,
    audit_head,
    cards,
    cases,
    claims,
    conversations,
    seals,
    uploads,
)
from runtime.storage.trade import SqlPurchases
from runtime.storage.writes import add, append, keep_document, lock_head, newest, put

_Found = TypeVar("_Found", ConversationRef, SentCard)
_AT_A_TIME = 500


def database_url(url: str, data_dir: Path) -> str:
    """The address itself, or that of the SQLite file under `data_dir` where it is empty."""
    if url:
        return url
    return f"sqlite+aiosqlite:///{make_data_dir(data_dir) / 'desk.db'}"


def open_store(url: str, data_dir: Path) -> "SqlStore":
    """The store behind a database address; see `database_url` for the empty one.

    Raises:
        SettingsError: the address is none the desk can use.
    """
    return SqlStore(open_engine(database_url(url, data_dir)))


class SqlStore(
    SqlLane,
    SqlOutbox,
    SqlPurchases,
    SqlSearch,
    SqlTemplates,
    SqlAliases,
    SqlCopies,
    SqlReservations,
):
    """`Store` over SQLAlchemy. Writers of cases and audit take turns on the row `audit_head`.

    SQLite lets one writer in at a time anyway; inside one process they queue here instead of
    asking the file again and again.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writers = engine.execution_options(desk_writes=True)
        lanes = 1 if engine.dialect.name == "sqlite" else _AT_A_TIME
        self._turn = asyncio.Semaphore(lanes)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        async with told_plainly(), self._turn, self._writers.begin() as connection:
            yield connection

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        async with told_plainly(), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection

    async def ping(self) -> None:
        """Return when the database answers and its tables are of this version."""
        async with self._reading() as connection:
            await check_version(connection)

    async def close(self) -> None:
        """Let go of connections."""
        await self._engine.dispose()

    # --- cases ---

    async def save_case(
        self, row: CaseRow, document: CaseDocument | None, entries: Sequence[AuditEntry] = ()
    ) -> None:
        """Insert or replace a case and append audit entries, all in one transaction."""
        entries = [replace(one, tenant_id=one.tenant_id or row.tenant_id) for one in entries]
        async with self._writing() as connection:
            desk = await lock_head(connection)
            columns = write_row(row)
            if document is not None:
                columns |= await keep_document(connection, document)
            await put(connection, cases, {"revision": 0} | columns, columns)
            await append(connection, desk, entries)

    async def load_case(self, order_id: str) -> CaseDocument:
        """The newest document."""
        async with self._reading() as connection:
            found = (await connection.execute(newest(order_id))).one_or_none()
        if found is None:
            raise RecordMissing
        return read_document(found.body)

    async def case_row(self, order_id: str) -> CaseRow | None:
        """The row behind an order id."""
        found = await self._rows(cases.c.order_id == order_id)
        return found[0] if found else None

    async def find_code(self, tenant_id: str, code: str) -> CaseRow | None:
        """The row behind an order code of a tenant."""
        same = and_(cases.c.tenant_id == tenant_id, cases.c.code == code.upper())
        found = await self._rows(same, descending=True, limit=1)
        return found[0] if found else None

    async def cases_of(self, tenant_id: str, requester: str, limit: int = 20) -> list[CaseRow]:
        """A person's orders, the newest first."""
        theirs = and_(cases.c.tenant_id == tenant_id, cases.c.requester == requester)
        return await self._rows(theirs, descending=True, limit=limit)

    async def cases_pending(self, tenant_id: str, approver: str, limit: int = 20) -> list[CaseRow]:
        """Orders that wait for this person's decision or answer, the oldest first."""
        theirs = and_(
            cases.c.tenant_id == tenant_id,
            cases.c.waiting_for.in_([one.value for one in ASKING]),
            cases.c.approvers.contains(fenced(approver), autoescape=True),
        )
        return await self._rows(theirs, limit=limit)

    async def find_file(self, tenant_id: str, sha256: str, but: str) -> CaseRow | None:
        """The newest case of the tenant with the same file that came before the order `but`."""
        mine = select(cases.c.received_at).where(cases.c.order_id == but).scalar_subquery()
        until = func.coalesce(mine, "~")
        earlier = and_(
            cases.c.tenant_id == tenant_id,
            cases.c.file_sha256 == sha256,
            or_(
                cases.c.received_at < until,
                and_(cases.c.received_at == until, cases.c.order_id < but),
            ),
        )
        found = await self._rows(earlier, descending=True, limit=1)
        return found[0] if found else None

    async def _rows(
        self,
        where: ColumnElement[bool],
        *,
        descending: bool = False,
        limit: int = 1,
    ) -> list[CaseRow]:
        order = cases.c.received_at.desc() if descending else cases.c.received_at
        query = select(cases).where(where).order_by(order, cases.c.order_id).limit(limit)
        async with self._reading() as connection:
            return [read_row(row) for row in (await connection.execute(query)).mappings()]

    # --- audit ---

    async def append_audit(self, entries: Sequence[AuditEntry]) -> None:
        """Append to the order's chain and the whole desk's chain; known keys are skipped."""
        async with self._writing() as connection:
            await append(connection, await lock_head(connection), entries)

    async def audit_records(self, after: int = 0) -> AsyncGenerator[Record, None]:
        """The records of the whole chain behind number `after`, in order, exactly as stored."""
        query = select(audit).where(audit.c.seq > after).order_by(audit.c.seq)
        async with self._reading() as connection:
            rows = await connection.stream(query, execution_options={"yield_per": _AT_A_TIME})
            async for row in rows.mappings():
                yield Record(**row)

    async def audit_of(self, order_id: str) -> list[Record]:
        """One order's records in order."""
        query = select(audit).where(audit.c.order_id == order_id).order_by(audit.c.order_seq)
        async with self._reading() as connection:
            return [Record(**row) for row in (await connection.execute(query)).mappings()]

    async def audit_head(self) -> Head:
        """Where the whole chain ends now."""
        async with self._reading() as connection:
            row = (await connection.execute(select(audit_head))).mappings().one()
        return Head(row["seq"], row["hash"], row["ts"])

    # --- chat ---

    async def claim_activity(self, key: str, at: str, since: str) -> bool:
        """True the first time a key is seen, False on every later call; old keys are forgotten."""
        async with self._writing() as connection:
            await connection.execute(delete(claims).where(claims.c.at < since))
            return await add(connection, claims, {"key": key, "at": at})

    async def keep_sealed(self, name: str, sealed: str) -> None:
        """Keep a small sealed secret, over what had the name before."""
        async with self._writing() as connection:
            await put(connection, seals, {"name": name, "sealed": sealed}, {"sealed": sealed})

    async def sealed(self, name: str) -> str:
        """The sealed text of this name; empty where there is none."""
        async with self._reading() as connection:
            found = await connection.scalar(select(seals.c.sealed).where(seals.c.name == name))
        return found or ""

    async def keep_uploads(self, kept: Sequence[KeptUpload]) -> None:
        """Keep uploads, all or none of them; keeping one again changes nothing."""
        async with self._writing() as connection:
            for one in kept:
                await add(connection, uploads, asdict(one))

    async def uploads(self, before: str) -> list[tuple[str, str]]:
        """Key and sealed text of every upload kept before a moment (ISO, UTC), the oldest first."""
        wanted = select(uploads.c.key, uploads.c.sealed).where(uploads.c.at <= before)
        async with self._reading() as connection:
            rows = await connection.execute(wanted.order_by(uploads.c.at))
            return [(row.key, row.sealed) for row in rows]

    async def drop_upload(self, key: str) -> None:
        """Forget an upload."""
        async with self._writing() as connection:
            await connection.execute(delete(uploads).where(uploads.c.key == key))

    async def save_conversation(self, ref: ConversationRef) -> None:
        """Insert or overwrite by (tenant, person); an empty `language` keeps the stored one."""
        columns = asdict(ref)
        news = columns if ref.language else {k: v for k, v in columns.items() if k != "language"}
        async with self._writing() as connection:
            await put(connection, conversations, columns, news)

    async def conversation(self, tenant_id: str, object_id: str) -> ConversationRef | None:
        """How to reach a person, or None when they never wrote."""
        found = await self._all(ConversationRef, conversations, tenant_id=tenant_id,
                                object_id=object_id)  # fmt: skip
        return found[0] if found else None

    async def save_card(self, card: SentCard) -> None:
        """Insert or replace by (order, reader)."""
        async with self._writing() as connection:
            await put(connection, cards, asdict(card), asdict(card))

    async def card(self, order_id: str, reader: str) -> SentCard | None:
        """The live card of an order for a reader."""
        found = await self._all(SentCard, cards, order_id=order_id, reader=reader)
        return found[0] if found else None

    async def cards_of(self, order_id: str) -> list[SentCard]:
        """Every live card of an order."""
        return await self._all(SentCard, cards, order_id=order_id)

    async def card_at(self, conversation_id: str, activity_id: str) -> SentCard | None:
        """The live card that this message is, if it is one."""
        found = await self._all(SentCard, cards, conversation_id=conversation_id,
                                activity_id=activity_id)  # fmt: skip
        return found[0] if found else None

    async def _all(self, kind: type[_Found], table: Table, **keys: str) -> list[_Found]:
        query = select(table).filter_by(**keys).order_by(*table.primary_key)
        async with self._reading() as connection:
            return [kind(**row) for row in (await connection.execute(query)).mappings()]
