"""One call: token, address, envelope, limits; every failure is one of our errors."""

import asyncio
import json
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.errors import until_tomorrow
from orders.errors import (
    BooksAccessDenied,
    BooksQuotaSpent,
    BooksRejected,
    BooksThrottled,
    BooksUnavailable,
    DeskError,
    OutcomeUnknown,
    RecordGone,
)
from tests.support.zoho import OK, TOKEN, running


async def test_every_call_names_the_organization_and_carries_the_token(server, calls):
    server.say({**OK, "item": {"rate": 0.1}})
    body = await calls.get("/items/1")
    assert body["item"]["rate"] == Decimal("0.1")
    request = server.seen[0]
    assert request.path == "/books/v3/items/1"
    assert request.query["organization_id"] == "77"
    assert request.headers["Authorization"] == "Zoho-oauthtoken 1000.a.b"


async def test_b087_special_characters_travel_encoded(server, calls):
    server.say({**OK, "contacts": []})
    text = "A&B, 100% Wool = #1 بازرگانی"
    await calls.get("/contacts", contact_name=text)
    assert server.seen[0].query["contact_name"] == text
    raw = server.seen[0].raw_path
    assert "%26" in raw
    assert "%25" in raw


@pytest.mark.parametrize(
    ("path", "found"), [("", "/books/v3/x"), ("/books/v4", "/books/v4/x"), ("/", "/books/v3/x")]
)
async def test_the_address_is_completed_when_it_has_no_path(server, path, found):
    server.say(OK)
    calls = ZohoCalls(server.settings(api_url=f"{server.url}{path}"))
    await calls.get("/x")
    await calls.close()
    assert server.seen[0].path == found


async def test_without_a_setting_the_token_names_the_address(server):
    server.say(OK)
    server.token = {**TOKEN, "api_domain": "self"}
    calls = ZohoCalls(server.settings(api_url=""))
    await calls.get("/x")
    assert server.seen[0].path == "/books/v3/x"
    await calls.close()
    server.token = TOKEN
    calls = ZohoCalls(server.settings(api_url=""))
    with pytest.raises(BooksUnavailable, match="DESK_ZOHO_API_URL"):
        await calls.get("/x")
    await calls.close()


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, {"code": 2, "message": "x"}, BooksUnavailable),
        (200, b"<html>maintenance</html>", BooksUnavailable),
        (200, b"", BooksUnavailable),
        (200, b'{"code":0,"message":"succ', BooksUnavailable),
        (200, b"[1]", BooksUnavailable),
        (200, b'{"code":NaN}', BooksUnavailable),
        (200, {"message": "no code"}, BooksUnavailable),
        (200, b"\xff\xfe", BooksUnavailable),
        (400, {"code": 2, "message": "x"}, BooksRejected),
        (400, {"code": 1038, "message": "x"}, BooksRejected),
        (400, {"code": 6041, "message": "x"}, BooksAccessDenied),
        (403, {"code": 4, "message": "x"}, BooksAccessDenied),
        (404, {"code": 1002, "message": "x"}, RecordGone),
        (200, {"code": "1002", "message": "x"}, RecordGone),
        (404, {"code": 5, "message": "x"}, BooksRejected),
        (405, b"405: Method Not Allowed", BooksRejected),
        (429, {"code": 44, "message": "x"}, BooksThrottled),
        (429, {"code": 43, "message": "x"}, BooksThrottled),
        (429, b"slow down", BooksThrottled),
        (429, {"code": 1070, "message": "x"}, BooksThrottled),
        (429, {"code": 45, "message": "x"}, BooksQuotaSpent),
        (500, {"code": 1000, "message": "x"}, BooksUnavailable),
        (503, b"<html>maintenance</html>", BooksUnavailable),
        (302, b"", BooksUnavailable),
    ],
)
async def test_b096_every_failure_has_its_error(server, calls, status, body, error):
    server.say(body, status)
    with pytest.raises(error) as caught:
        await calls.get("/x")
    assert type(caught.value) is error or issubclass(type(caught.value), error)
    if error is BooksUnavailable:
        assert type(caught.value) is BooksUnavailable


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, {"code": 2, "message": "x"}),
        (200, b"<html>maintenance</html>"),
        (201, b'{"code":0,"message":"succ'),
        (408, b""),
        (500, {"code": 1000, "message": "x"}),
        (503, b"<html>maintenance</html>"),
    ],
)
async def test_b096_a_write_without_a_clear_answer_is_unknown(server, calls, status, body):
    server.say(body, status)
    with pytest.raises(OutcomeUnknown):
        await calls.send("POST", "/salesorders", body={})


async def test_no_sentence_of_the_books_gets_into_an_error(server, calls):
    server.say({"code": 2, "message": "Invalid value passed for Customer Alfa"}, 400)
    with pytest.raises(BooksRejected) as caught:
        await calls.get("/x")
    assert "Alfa" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "least", "most"), [(44, 60, 60), (43, 60, 60), (1070, 1, 2), (45, 60, 86_460)]
)
async def test_a_throttle_says_how_long(server, calls, code, least, most):
    server.say({"code": code, "message": "x"}, 429)
    with pytest.raises((BooksThrottled, BooksQuotaSpent)) as caught:
        await calls.get("/x")
    assert least <= caught.value.retry_after.total_seconds() <= most


async def test_a_long_pause_stops_every_call_until_it_is_over(server):
    now = [0.0]
    calls = ZohoCalls(server.settings(), lambda: now[0])
    server.say({"code": 44, "message": "x"}, 429, Retry_After="30")
    server.say(OK)
    with pytest.raises(BooksThrottled):
        await calls.get("/x")
    now[0] = 20.0
    with pytest.raises(BooksThrottled) as caught:
        await calls.get("/x")
    assert caught.value.retry_after == timedelta(seconds=10)
    assert len(server.seen) == 1
    now[0] = 31.0
    await calls.get("/x")
    await calls.close()


async def test_a_short_pause_is_only_that_calls_affair(server, calls):
    server.say({"code": 1070, "message": "x"}, 429)
    server.say(OK)
    with pytest.raises(BooksThrottled):
        await calls.get("/x")
    await calls.get("/x")


@pytest.mark.parametrize("header", ["soon", "-5", "99999999999", ""])
async def test_a_senseless_retry_after_is_ignored(server, calls, header):
    server.say({"code": 44, "message": "x"}, 429, Retry_After=header)
    with pytest.raises(BooksThrottled) as caught:
        await calls.get("/x")
    assert caught.value.retry_after == timedelta(seconds=60)


async def test_b097_a_refused_token_is_renewed_once_and_then_believed(server, calls):
    server.say({"code": 57, "message": "x"}, 401)
    server.say(OK)
    await calls.get("/x")
    assert (server.tokens, len(server.seen)) == (2, 2)
    server.answers.clear()
    server.say({"code": 57, "message": "x"}, 401)
    with pytest.raises(BooksAccessDenied):
        await calls.get("/x")
    assert (server.tokens, len(server.seen)) == (3, 4)


async def test_code_14_is_a_refused_token_too(server, calls):
    server.say({"code": 14, "message": "x"}, 400)
    server.say(OK)
    await calls.get("/x")


async def test_pages_are_followed_and_missing_contexts_end_them(server, calls):
    more = {"page_context": {"has_more_page": True}}
    server.say({**OK, "items": [{"n": 1}, "junk"], **more})
    server.say({**OK, "items": [{"n": 2}]})
    assert [row["n"] async for row in calls.rows("/items", "items")] == [1, 2]
    assert [request.query["page"] for request in server.seen] == ["1", "2"]
    assert {request.query["per_page"] for request in server.seen} == {"200"}


async def test_a_stale_page_ends_the_list(server, calls):
    server.say({**OK, "items": [], "page_context": {"has_more_page": True}})
    assert [row async for row in calls.rows("/items", "items")] == []
    assert len(server.seen) == 1


async def test_a_list_that_never_ends_is_an_outage(server, calls):
    server.say({**OK, "items": [{"n": 1}], "page_context": {"has_more_page": True}})
    with pytest.raises(BooksUnavailable, match="never ends"):
        async for _ in calls.rows("/items", "items"):
            pass
    assert len(server.seen) == 500


async def test_a_list_under_another_name_is_no_list(server, calls):
    server.say({**OK, "data": []})
    with pytest.raises(BooksUnavailable):
        async for _ in calls.rows("/items", "items"):
            pass


async def test_a_list_may_come_under_either_of_two_names(server, calls):
    for name in ("pricebook_items", "items"):
        server.say({**OK, name: [{"n": 1}]})
        found = calls.rows("/pricebooks/items", ("pricebook_items", "items"))
        assert [row async for row in found] == [{"n": 1}]


async def test_nobody_there_is_an_outage_even_for_a_write(server):
    calls = ZohoCalls(server.settings(api_url="http://127.0.0.1:9"))
    with pytest.raises(BooksUnavailable) as caught:
        await calls.send("POST", "/x", body={})
    assert not isinstance(caught.value, OutcomeUnknown)
    await calls.close()


async def test_a_silent_server_ends_at_the_time_out(server):
    async def sleep(_request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    server.answer = sleep
    async with running(server):
        calls = ZohoCalls(server.settings(timeout_seconds=0.1))
        with pytest.raises(BooksUnavailable):
            await calls.get("/x")
        with pytest.raises(OutcomeUnknown):
            await calls.send("PUT", "/x", body={})
        await calls.close()


async def test_the_body_is_flat_json_in_utf_8(server, calls):
    server.say(OK)
    await calls.send("POST", "/x", body={"notes": "سفارش"}, headers={"X-Upsert": "true"})
    request = server.seen[0]
    assert request.content_type == "application/json"
    assert json.loads(await request.read()) == {"notes": "سفارش"}
    assert request.headers["X-Upsert"] == "true"


async def test_the_log_names_calls_but_neither_queries_nor_tokens(server, calls):
    server.say(OK)
    with capture_logs() as logs:
        await calls.get("/contacts", contact_name="Alfa")
    (entry,) = logs
    assert (entry["event"], entry["path"], entry["status"]) == (
        "books.answered", "/books/v3/contacts", 200,
    )  # fmt: skip
    assert "Alfa" not in str(logs)
    assert "1000.a.b" not in str(logs)


def counted(outcome):
    return REGISTRY.get_sample_value("desk_books_calls_total", {"outcome": outcome}) or 0


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [(200, 0, "ok"), (429, 44, "throttled"), (400, 15, "refused"), (503, 0, "unavailable")],
)
async def test_calls_are_counted_by_outcome(server, calls, status, code, outcome):
    server.say({"code": code, "message": "x"}, status=status)
    before = counted(outcome)
    with suppress(DeskError):
        await calls.get("/x")
    assert counted(outcome) == before + 1


async def test_a_call_nobody_hears_is_counted_too(server):
    server.say(OK)
    calls = ZohoCalls(server.settings(api_url="http://127.0.0.1:9"))
    before = counted("unavailable")
    with pytest.raises(BooksUnavailable):
        await calls.get("/x")
    await calls.close()
    assert counted("unavailable") == before + 1


def test_the_day_of_the_quota_ends_at_midnight_of_its_zone():
    evening = datetime(2026, 11, 29, 22, 30, tzinfo=ZoneInfo("Asia/Tehran"))
    assert until_tomorrow(evening) == timedelta(hours=1, minutes=31)
