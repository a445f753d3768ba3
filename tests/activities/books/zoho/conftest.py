"""A small server in Zoho's place, and calls that reach it."""

from collections.abc import AsyncIterator

import pytest

from activities.books.zoho.call import ZohoCalls
from tests.support.zoho import Server, running


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server()
    async with running(made):
        yield made


@pytest.fixture
async def calls(server) -> AsyncIterator[ZohoCalls]:
    made = ZohoCalls(server.settings())
    yield made
    await made.close()
