"""Stores for tests: a fresh one of each kind."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from runtime.storage.engine import upgrade
from runtime.storage.sql import SqlStore, database_url, open_store


@asynccontextmanager
async def fresh_database(server: str) -> AsyncIterator[str]:
    """An empty database on the server, dropped afterwards."""
    name = f"desk_{uuid.uuid4().hex[:12]}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
        async with engine.connect() as connection:
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        await engine.dispose()


@asynccontextmanager
async def migrated(url: str, folder: Path) -> AsyncIterator[SqlStore]:
    """The store at an address (empty: SQLite in the folder), with its tables."""
    await upgrade(database_url(url, folder))
    store = open_store(url, folder)
    try:
        yield store
    finally:
        await store.close()
