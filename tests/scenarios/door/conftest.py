"""A running bot for every test of the door."""

import pytest_asyncio

from tests.support.channel import running_bot


@pytest_asyncio.fixture
async def bot():
    async with running_bot() as running:
        yield running
