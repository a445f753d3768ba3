"""Books on a stand-in of Zoho that runs as a process of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest

from activities.books.zoho.client import ZohoBooks
from tests.support.books import Ledger, Standin, standin


@pytest.fixture(scope="session")
def keyed_standin() -> Iterator[Standin]:
    with standin() as running:
        yield running


@pytest.fixture(scope="session")
def plain_standin() -> Iterator[Standin]:
    with standin(keyed=False) as running:
        yield running


@pytest.fixture
def zoho(keyed_standin) -> Standin:
    keyed_standin.reset()
    return keyed_standin


@pytest.fixture(params=["keyed", "plain"])
def either(request) -> Standin:
    """A stand-in whose organization has the key field, and one whose has not."""
    running = request.getfixturevalue(f"{request.param}_standin")
    running.reset()
    return running


@pytest.fixture
async def books(zoho) -> AsyncIterator[ZohoBooks]:
    made = zoho.books()
    yield made
    await made.close()


@pytest.fixture
def claims() -> Ledger:
    return Ledger()
