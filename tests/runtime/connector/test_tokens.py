"""Outgoing tokens, from a real local token endpoint."""

import asyncio

import pytest

from orders.errors import ChatAccessDenied, ChatUnavailable
from runtime.connector.tokens import SCOPE, Tokens
from tests.support.channel import APP, TENANT, bot_settings

LOCAL = "http://127.0.0.1:3979/"
TEAMS = "https://smba.trafficmanager.net/amer/"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def tokens_of(bench, clock=None, **changes):
    return Tokens(bot_settings(bench.keys, **changes), bench.http, clock or Clock())


async def test_one_fetch_serves_everybody(bench):
    bench.keys.delay = 0.05
    tokens = tokens_of(bench)
    found = await asyncio.gather(*(tokens.headers_for(LOCAL) for _ in range(20)))
    assert found == [{"Authorization": "Bearer token-1"}] * 20
    assert bench.keys.token_hits == 1
    (form,) = bench.keys.forms
    assert form == {
        "grant_type": "client_credentials",
        "client_id": APP,
        "client_secret": "s3cret-of-the-bot",
        "scope": SCOPE,
    }


async def test_a_token_is_renewed_before_it_ends(bench):
    clock = Clock()
    tokens = tokens_of(bench, clock)
    await tokens.headers_for(LOCAL)
    clock.now = 3_000
    await tokens.headers_for(LOCAL)
    assert bench.keys.token_hits == 1
    clock.now = 3_400
    assert await tokens.headers_for(LOCAL) == {"Authorization": "Bearer token-2"}


async def test_while_renewal_fails_the_old_token_serves_to_its_end(bench):
    clock = Clock()
    tokens = tokens_of(bench, clock, token_url=f"{bench.keys.url}/token")
    await tokens.headers_for(TEAMS)
    bench.keys.token_status = 503
    clock.now = 3_400
    assert await tokens.headers_for(TEAMS) == {"Authorization": "Bearer token-1"}
    clock.now = 3_700
    with pytest.raises(ChatUnavailable):
        await tokens.headers_for(TEAMS)


async def test_refused_credentials_are_an_operators_business(bench):
    bench.keys.token_status = 401
    tokens = tokens_of(bench, token_url=f"{bench.keys.url}/token")
    with pytest.raises(ChatAccessDenied):
        await tokens.headers_for(TEAMS)


async def test_a_silent_token_endpoint_is_unavailable(bench):
    tokens = tokens_of(bench, token_url="http://127.0.0.1:9/token")
    with pytest.raises(ChatUnavailable):
        await tokens.headers_for(TEAMS)


async def test_loopback_peers_are_spoken_to_without_a_token_when_there_is_none(bench):
    bench.keys.token_status = 500
    clock = Clock()
    tokens = tokens_of(bench, clock)
    assert await tokens.headers_for(LOCAL) == {}
    assert await tokens.headers_for(LOCAL) == {}
    assert bench.keys.token_hits == 1
    bench.keys.token_status = 200
    clock.now = 61
    assert await tokens.headers_for(LOCAL) == {"Authorization": "Bearer token-2"}


@pytest.mark.parametrize("endpoint", [None, "https://login.microsoftonline.com/x/token", 7])
async def test_metadata_without_a_local_endpoint_gives_loopback_no_token(bench, endpoint):
    bench.keys.extra = {"token_endpoint": endpoint}
    assert await tokens_of(bench).headers_for(LOCAL) == {}
    assert bench.keys.token_hits == 0


async def test_metadata_without_end_gives_loopback_no_token(bench):
    bench.keys.extra = {"pad": "x" * 70_000}
    assert await tokens_of(bench).headers_for(LOCAL) == {}


async def test_a_token_of_a_real_authority_never_goes_to_loopback(bench):
    tokens = tokens_of(
        bench,
        dangerously_allow_anonymous=True,
        openid_metadata_url="https://login.botframework.com/v1/.well-known/openidconfiguration",
    )
    assert await tokens.headers_for(LOCAL) == {}
    assert await tokens._find_endpoint() == (
        f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"
    )


async def test_without_an_app_id_there_is_no_token(bench):
    settings = {"dangerously_allow_anonymous": True, "app_id": "", "app_password": ""}
    tokens = tokens_of(bench, **settings)
    assert await tokens.headers_for(LOCAL) == {}
    with pytest.raises(ChatAccessDenied):
        await tokens.headers_for(TEAMS)
    assert bench.keys.metadata_hits == 0


@pytest.mark.parametrize("lifetime", ["3600", 3600, 3600.5])
async def test_a_lifetime_may_be_text_or_number(bench, lifetime):
    bench.keys.lifetime = lifetime
    tokens = tokens_of(bench)
    await tokens.headers_for(LOCAL)
    await tokens.headers_for(LOCAL)
    assert bench.keys.token_hits == 1


async def test_an_unreadable_lifetime_means_no_reuse(bench):
    bench.keys.lifetime = "soon"
    tokens = tokens_of(bench)
    await tokens.headers_for(LOCAL)
    await tokens.headers_for(LOCAL)
    assert bench.keys.token_hits == 2
