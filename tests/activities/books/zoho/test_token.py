"""One token for everybody, renewed early; a throttle is weather, a bad secret is not."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from prometheus_client import REGISTRY

from activities.books.zoho.client import ZohoBooks
from activities.books.zoho.token import TokenSource
from orders.errors import BooksAccessDenied, BooksThrottled, BooksUnavailable
from tests.support.zoho import TOKEN


class Clock:
    """Seconds that pass when told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def source(server, clock):
    async with httpx.AsyncClient(trust_env=False) as http:
        yield TokenSource(server.settings(), http, clock)


async def test_f17_many_callers_cause_one_refresh(server, source):
    tokens = await asyncio.gather(*(source.get() for _ in range(10)))
    assert server.tokens == 1
    assert {one.value for one in tokens} == {"1000.a.b"}


async def test_f17_many_refusals_of_one_token_cause_one_refresh(server, source):
    old = await source.get()
    server.token = {**TOKEN, "access_token": "1000.c.d"}
    tokens = await asyncio.gather(*(source.get(but=old.value) for _ in range(10)))
    assert server.tokens == 2
    assert {one.value for one in tokens} == {"1000.c.d"}


async def test_golden_1_parallel_refusals_cause_one_refresh_on_the_stand_in(zoho):
    books = zoho.books()
    await books.organization()
    zoho.tell("grant", scope="ZohoBooks.contacts.READ ZohoBooks.settings.READ")
    zoho.tell("log", "DELETE")
    await asyncio.gather(*(books.organization() for _ in range(8)))
    assert len(zoho.log("/oauth/v2/token")) == 1
    await books.close()


async def test_a_token_is_renewed_five_minutes_early(server, source, clock):
    await source.get()
    clock.now = 3299.0
    await source.get()
    assert server.tokens == 1
    clock.now = 3300.0
    await source.get()
    assert server.tokens == 2


async def test_a_living_token_outlasts_an_accounts_server_in_trouble(server, source, clock):
    token = await source.get()
    clock.now, server.token_status, server.token = 3300.0, 503, {"error": "x"}
    assert (await source.get()).value == token.value
    await source.get()
    assert server.tokens == 2
    clock.now = 3600.0
    with pytest.raises(BooksUnavailable):
        await source.get()


@pytest.mark.parametrize(
    ("life", "used"), [(100, 49), ("3600", 3299), ("soon", 3299), (None, 3299)]
)
async def test_a_life_of_any_form_is_used_up_early(server, source, clock, life, used):
    server.token = {**TOKEN, "expires_in": life}
    await source.get()
    clock.now = float(used)
    await source.get()
    assert server.tokens == 1
    clock.now += 2
    await source.get()
    assert server.tokens == 2


async def test_the_secrets_travel_in_the_form(server, source, zoho):
    books = zoho.books()
    await books.organization()
    await books.close()
    entry = zoho.log("/oauth/v2/token")[-1]
    assert entry["query"] == {}


@pytest.mark.parametrize("error", ["invalid_client", "invalid_client_secret", "invalid_code"])
async def test_b097_a_bad_secret_is_refused_access_though_the_status_is_200(server, source, error):
    server.token = {"error": error}
    counted = ("desk_books_calls_total", {"outcome": "denied"})
    before = REGISTRY.get_sample_value(*counted)
    with pytest.raises(BooksAccessDenied, match=error):
        await source.get()
    assert REGISTRY.get_sample_value(*counted) == before + 1


async def test_a_throttle_passes_and_is_not_prolonged(server, source, clock):
    server.token, server.token_status = {"error": "Access Denied"}, 400
    with pytest.raises(BooksThrottled) as caught:
        await source.get()
    assert caught.value.retry_after == timedelta(seconds=600)
    clock.now = 200.0
    with pytest.raises(BooksThrottled) as caught:
        await source.get()
    assert caught.value.retry_after == timedelta(seconds=400)
    assert server.tokens == 1
    clock.now, server.token, server.token_status = 601.0, TOKEN, 200
    assert (await source.get()).value == "1000.a.b"


@pytest.mark.parametrize(("body", "status"), [({}, 200), ({"error": "x"}, 503), ({}, 500)])
async def test_an_accounts_server_in_trouble_is_an_outage(server, source, body, status):
    server.token, server.token_status = body, status
    with pytest.raises(BooksUnavailable) as caught:
        await source.get()
    assert type(caught.value) is BooksUnavailable


async def test_an_accounts_server_that_is_not_there_or_speaks_html_is_an_outage(server):
    server.say(b"<html></html>")
    for url in ("http://127.0.0.1:9", f"{server.url}/elsewhere"):
        books = ZohoBooks(server.settings(accounts_url=url))
        with pytest.raises(BooksUnavailable):
            await books.organization()
        await books.close()


async def test_b097_a_revoked_refresh_token_is_refused_access(zoho):
    zoho.fault("revoked_refresh")
    books = zoho.books()
    with pytest.raises(BooksAccessDenied):
        await books.organization()
    await books.close()


async def test_b097_a_lost_scope_and_another_organization_are_refused_access(zoho):
    zoho.tell("grant", scope="ZohoBooks.contacts.READ")
    books = zoho.books()
    with pytest.raises(BooksAccessDenied):
        await books.items()
    await books.close()
    zoho.reset()
    books = zoho.books(organization_id="1")
    with pytest.raises(BooksAccessDenied):
        await books.items()
    with pytest.raises(BooksAccessDenied):
        await books.organization()
    await books.close()


async def test_an_expired_token_is_renewed_on_the_way(zoho):
    books = zoho.books()
    await books.organization()
    zoho.fault("expired_token")
    await books.items()
    await books.close()
    assert len(zoho.log("/oauth/v2/token")) == 2
