"""The desk's store as an operator's command opens it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from runtime.settings import StorageSettings, load_group
from runtime.storage.sql import SqlStore, open_store


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
