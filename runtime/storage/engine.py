"""Connections to SQLite or PostgreSQL, and the tables' version."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from orders.errors import SettingsError, StoreUnavailable
from runtime.storage.tables import VERSION

_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 7_705_202
"""An arbitrary number: the advisory lock of whoever migrates a PostgreSQL database."""
_ANSWER_SECONDS = 20
_FAILURES = (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError)


def open_engine(url: str, busy_seconds: float = 10.0) -> AsyncEngine:
    """Connections to the database at `url`; nothing is connected yet.

    `busy_seconds` is how long a SQLite file may be locked by others before a call fails.

    Raises:
        SettingsError: the address is none the desk can use.
    """
    try:
        return _sqlite(url, busy_seconds) if url.startswith("sqlite") else _postgresql(url)
    except (ArgumentError, ImportError, ValueError):
        raise SettingsError(
            "DESK_DATABASE_URL is sqlite+aiosqlite:///… or postgresql+asyncpg://…"
        ) from None


def _postgresql(url: str) -> AsyncEngine:
    if not url.startswith("postgresql+asyncpg://"):
        raise ArgumentError
    limits = {"timeout": _ANSWER_SECONDS, "command_timeout": _ANSWER_SECONDS}
    return create_async_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=limits)


def _sqlite(url: str, busy_seconds: float) -> AsyncEngine:
    engine = create_async_engine(url, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # The driver must not begin by itself: `_begin` says when and how. Text that is no UTF-8
        # is read all the same, so that verifying can name the record that was damaged.
        connection.isolation_level = None
        connection.driver_connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        cursor = connection.cursor()
        # Two who switch a new file to WAL at once would wait for each other: whoever is late
        # goes on without, and finds it switched in its next transaction.
        cursor.execute("PRAGMA busy_timeout=0")
        with suppress(sqlite3.OperationalError):
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA busy_timeout={int(busy_seconds * 1000)}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("desk_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


class Connected(ABC):
    """A part of a store, over connections that the whole of it opens."""

    @abstractmethod
    def _writing(self) -> AbstractAsyncContextManager[AsyncConnection]: ...

    @abstractmethod
    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]: ...


@asynccontextmanager
async def told_plainly() -> AsyncIterator[None]:
    """Turn the drivers' failures into `StoreUnavailable`; the cause stays behind it."""
    try:
        yield
    except _FAILURES as error:
        kind = type(getattr(error, "orig", None) or error).__name__
        raise StoreUnavailable(f"The database does not answer ({kind}).") from error


async def check_version(connection: AsyncConnection) -> None:
    """Return when the tables are of this version.

    Raises:
        StoreUnavailable: they are of another version, or not there at all.
    """
    if not await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version")):
        raise StoreUnavailable(
            "The database has no tables yet: start the bot or a worker once, they make them."
        )
    found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found != VERSION:
        raise StoreUnavailable(f"The database is of version {found}, this desk of {VERSION}.")


async def upgrade(url: str) -> None:
    """Bring the database at `url` to this version; several at once wait for each other.

    Raises:
        SettingsError: the address is none the desk can use.
        StoreUnavailable: the database does not answer, or a newer desk made its tables.
    """
    engine = open_engine(url).execution_options(desk_writes=True)
    try:
        async with told_plainly(), engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(
                    text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK}
                )
            await connection.run_sync(_migrate)
    except CommandError:
        raise StoreUnavailable("A newer desk made the tables of this database.") from None
    finally:
        await engine.dispose()


def _migrate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
