"""The verifier's issuer per cloud; its whole table is in tests/scenarios/door/test_tokens.py."""

import time

import aiohttp
import pytest

from bot.identity import Unverified, Verifier
from bot.keys import KeyCache
from tests.support.channel import APP, KeyServer, SigningKey

URL = "https://smba.infra.gov.teams.microsoft.us/"


@pytest.mark.parametrize(
    ("metadata", "issuer", "well"),
    [
        ("https://login.botframework.com/v1", "https://api.botframework.com", True),
        ("https://login.botframework.com/v1", "https://api.botframework.us", False),
        ("https://login.botframework.azure.us/v1", "https://api.botframework.us", True),
        ("https://login.botframework.azure.us/v1", "https://api.botframework.com", False),
    ],
)
async def test_the_government_cloud_has_an_issuer_of_its_own(metadata, issuer, well):
    key = SigningKey("k1")
    async with KeyServer().run() as server, aiohttp.ClientSession() as http:
        server.keys = [key.jwk]
        verifier = Verifier(APP, metadata, KeyCache(f"{server.url}/openid", http))
        claims = {"iss": issuer, "aud": APP, "exp": int(time.time()) + 60, "serviceurl": URL}
        headers = [f"Bearer {key.sign(claims)}"]
        if well:
            assert (await verifier.verify(headers, {"serviceUrl": URL}))["aud"] == APP
        else:
            with pytest.raises(Unverified) as caught:
                await verifier.verify(headers, {"serviceUrl": URL})
            assert caught.value.status == 401


async def test_new_keys_under_an_old_id_count_after_one_second_look_a_minute():
    now, old, new = 0.0, SigningKey("k1"), SigningKey("k1", 1)
    claims = {
        "iss": "https://api.botframework.com",
        "aud": APP,
        "exp": int(time.time()) + 60,
        "serviceurl": URL,
    }
    async with KeyServer().run() as server, aiohttp.ClientSession() as http:
        server.keys = [old.jwk]
        cache = KeyCache(f"{server.url}/openid", http, clock=lambda: now)
        verifier = Verifier(APP, server.url, cache)

        async def verify(key):
            return await verifier.verify([f"Bearer {key.sign(claims)}"], {"serviceUrl": URL})

        await verify(old)
        server.keys = [new.jwk]
        assert (await verify(new))["aud"] == APP
        with pytest.raises(Unverified, match="InvalidSignatureError"):
            await verify(old)
        server.keys = [old.jwk]
        with pytest.raises(Unverified, match="InvalidSignatureError"):
            await verify(old)
        now += 61
        assert (await verify(old))["aud"] == APP
