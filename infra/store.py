"""The desk's store as an operator's command opens it."""

import getpass
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.pages.guard import CHAIN
from runtime.settings import StorageSettings, load_group
from runtime.storage.sql import SqlStore, open_store
from runtime.trail import Trail


@asynccontextmanager
async def opened_store() -> AsyncIterator[SqlStore]:
    """The store that the settings name, asked for its version first, closed afterwards.

    Raises:
        SettingsError: the address is none the desk can use.
        StoreUnavailable: it does not answer, or its tables are not of this version.
    """
    storage = load_group(StorageSettings)
    store = open_store(storage.database_url.get_secret_value(), storage.data_dir)
    try:
        await store.ping()
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def opened_trail() -> AsyncIterator[tuple[Trail, str]]:
    """The store with the audit of what operators do, in the chain of their pages, and who they are.

    Whatever changes something is noted before it is done. Raises as `opened_store` does.
    """
    async with opened_store() as store:
        yield Trail(store, CHAIN, lambda: datetime.now(UTC), {"by": "command"}), getpass.getuser()
