"""The key cache against a real key server."""

import asyncio

import aiohttp
import pytest
import pytest_asyncio

from bot.keys import PAUSE, KeyCache
from tests.support.channel import KeyServer, SigningKey

KEY = SigningKey("k1")


class Cached:
    def __init__(self, server, http):
        self.server, self.now = server, 50.0
        self.cache = KeyCache(f"{server.url}/openid", http, clock=lambda: self.now)
        server.keys = [KEY.jwk]

    async def known(self, kid="k1"):
        return await self.cache.find(kid) is not None


@pytest_asyncio.fixture
async def cached():
    async with KeyServer().run() as server, aiohttp.ClientSession() as http:
        cached = Cached(server, http)
        yield cached
        await cached.cache.close()


async def test_a_key_is_fetched_once_for_many(cached):
    cached.server.delay = 0.05
    assert all(await asyncio.gather(*(cached.known() for _ in range(20))))
    assert cached.server.metadata_hits == 1


async def test_b004_an_id_asked_again_gets_one_fetch_of_its_own_a_minute(cached):
    for _ in range(10):
        assert not await cached.known("k2")
    assert cached.server.metadata_hits == 2
    cached.now += PAUSE
    assert not await cached.known("k2")
    assert cached.server.metadata_hits == 3


async def test_b004_many_unknown_ids_at_once_cost_one_fetch(cached):
    await cached.known()
    cached.server.delay = 0.05
    assert not any(await asyncio.gather(*(cached.known(f"r{n}") for n in range(30))))
    assert cached.server.metadata_hits == 2


async def test_fruitful_fetches_do_not_count(cached):
    for number in range(2, 12):
        cached.server.keys = [SigningKey(f"k{number}", pair=number % 3).jwk]
        assert await cached.known(f"k{number}")


async def test_f23_a_renewal_that_fails_is_tried_again_a_minute_later(cached):
    await cached.known()
    cached.server.status = 500
    cached.now += 13 * 3600
    for _ in range(3):
        assert await cached.known()
        await asyncio.sleep(0.05)
    assert cached.server.metadata_hits == 2
    cached.now += PAUSE
    assert await cached.known()
    await asyncio.sleep(0.05)
    assert cached.server.metadata_hits == 3


async def test_closing_ends_a_renewal_under_way(cached):
    await cached.known()
    cached.server.delay = 60
    cached.now += 13 * 3600
    assert await cached.known()
    await asyncio.sleep(0.05)
    await cached.cache.close()


@pytest.mark.parametrize(
    "extra",
    [
        {"jwks_uri": "http://keys.example/keys"},
        {"jwks_uri": None},
        {"jwks_uri": 7},
        {"jwks_uri": "https://127.0.0.1:9/keys"},
    ],
)
async def test_keys_of_an_odd_address_are_not_taken(cached, extra):
    cached.server.extra = extra
    assert not await cached.known()


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"keys": "k1"},
        {"keys": [7, {"kty": "EC", "kid": "k1"}, {"kty": "RSA", "kid": "k1"}]},
        {"keys": [{**KEY.jwk, "kid": 7}, {**KEY.jwk, "kid": ""}]},
        {"pad": "x" * 1_100_000, "keys": [KEY.jwk]},
    ],
)
async def test_a_key_set_of_another_shape_gives_no_key(cached, body):
    cached.server.jwks_body = body
    assert not await cached.known()


async def test_a_key_set_without_keys_takes_away_none_that_is_known(cached):
    assert await cached.known()
    cached.server.jwks_body = {}
    assert not await cached.known("k2")
    assert await cached.known()


async def test_odd_keys_do_not_hide_good_ones(cached):
    cached.server.jwks_body = {"keys": [{"kty": "RSA", "kid": "x", "n": "?"}, KEY.jwk]}
    assert await cached.known()


async def test_metadata_that_moves_is_not_followed(cached):
    cached.server.status = 302
    assert not await cached.known()
