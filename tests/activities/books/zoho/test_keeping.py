"""Every worker has the one token, and a restart spends none."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from activities.books.zoho.keeping import KeptToken, TokenKeeper
from activities.books.zoho.token import TokenSource
from orders.errors import BooksThrottled, StoreUnavailable
from runtime.codec.box import Box
from runtime.codec.keyring import Keyring
from runtime.storage.memory import MemoryStore
from tests.support.zoho import TOKEN

RING, OTHER_RING = Keyring("k1", {"k1": bytes(32)}), Keyring("k2", {"k2": b"x" * 32})


class Desk:
    """What several workers share: a store, keys, and the time."""

    def __init__(self, settings) -> None:
        self.settings, self.store, self.now = (
            settings,
            MemoryStore(),
            datetime(2026, 11, 21, tzinfo=UTC),
        )

    def keeper(self, ring=RING, **changes) -> TokenKeeper:
        settings = self.settings.model_copy(update=changes)
        return TokenKeeper(settings, self.store, Box(ring), lambda: self.now)

    def worker(self, http, **more) -> TokenSource:
        return TokenSource(self.settings, http, self.seconds, self.keeper(**more))

    def seconds(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def desk(server):
    return Desk(server.settings())


@pytest.fixture
async def http():
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


async def test_f17_twenty_restarts_cost_one_token(server, desk, http):
    assert {(await desk.worker(http).get()).value for _ in range(20)} == {"1000.a.b"}
    assert server.tokens == 1


async def test_a_token_that_was_refused_or_is_nearly_dead_is_not_shared(server, desk, http):
    old = await desk.worker(http).get()
    server.token = {**TOKEN, "access_token": "1000.c.d"}
    fresh = await desk.worker(http).get(but=old.value)
    assert (fresh.value, server.tokens) == ("1000.c.d", 2)
    desk.now += timedelta(minutes=56)
    await desk.worker(http).get()
    assert server.tokens == 3


async def test_a_token_is_renewed_by_one_worker_for_all(server, desk, http):
    first, second = desk.worker(http), desk.worker(http)
    await first.get()
    await second.get()
    desk.now += timedelta(minutes=56)
    server.token = {**TOKEN, "access_token": "1000.c.d"}
    assert [(await one.get()).value for one in (first, second)] == ["1000.c.d"] * 2
    assert server.tokens == 2


async def test_a_throttled_worker_takes_what_another_was_given(server, desk, http):
    throttled = desk.worker(http)
    server.token, server.token_status = {"error": "Access Denied"}, 400
    with pytest.raises(BooksThrottled):
        await throttled.get()
    server.token, server.token_status = TOKEN, 200
    await desk.worker(http).get()
    assert (await throttled.get()).value == "1000.a.b"


@pytest.mark.parametrize("changes", [{"client_id": "another"}, {"accounts_url": "https://x"}])
async def test_other_credentials_have_a_token_of_their_own(desk, changes):
    await desk.keeper().keep(KeptToken("1000.a.b", "", 3600))
    assert await desk.keeper(**changes).load() is None


async def test_what_cannot_be_opened_is_no_token(desk):
    await desk.keeper().keep(KeptToken("1000.a.b", "", 3600))
    assert await desk.keeper(OTHER_RING).load() is None


async def test_nobody_reads_the_token_in_the_store(desk):
    await desk.keeper().keep(KeptToken("1000.a.b", "", 3600))
    (sealed,) = [await desk.store.sealed(name) for name in desk.store._seals]
    assert "1000.a.b" not in sealed


class Away:
    """A database that does not answer."""

    async def keep_sealed(self, name: str, sealed: str) -> None:
        raise StoreUnavailable

    async def sealed(self, name: str) -> str:
        raise StoreUnavailable


async def test_a_store_that_is_away_stops_no_call(server, desk, http):
    desk.store = Away()
    assert (await desk.worker(http).get()).value == "1000.a.b"
