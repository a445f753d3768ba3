"""The stores that keep the store's contract."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import pytest

from runtime.storage.memory import MemoryStore
from runtime.storage.port import Store
from tests.postgres import postgres_server
from tests.stores import fresh_database, migrated


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request, tmp_path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    async with AsyncExitStack() as stack:
        url = ""
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres_url")
            url = await stack.enter_async_context(fresh_database(server))
        yield await stack.enter_async_context(migrated(url, tmp_path))
