"""A SQLite store of its own for each test."""

import pytest

from tests.stores import migrated


@pytest.fixture
async def store(tmp_path):
    async with migrated("", tmp_path) as one:
        yield one
