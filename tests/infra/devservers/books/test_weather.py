"""Every fault as a client meets it over a real connection."""

import asyncio
import ssl
import time

import httpx
import pytest

# A bare context: loading certificates for every client would cost more than the test.
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def lost(zoho, method="POST", path="/salesorders", patience=5.0, headers=None, **more):
    """Send one request whose answer must not arrive whole; httpx never repeats one by itself."""
    url = f"{zoho.base}/books/v3{path}"
    headers = {"Authorization": f"Bearer {zoho.token}", **(headers or {})}
    params = {"organization_id": "20260000001"}
    async with httpx.AsyncClient(timeout=patience, verify=PLAIN) as client:
        with pytest.raises(httpx.TransportError) as caught:
            await client.request(method, url, params=params, headers=headers, **more)
    return caught.value


async def until(zoho, count):
    """Wait a moment for a commit that nobody is told of."""
    for _ in range(100):
        if len(await zoho.orders()) == count:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{len(await zoho.orders())} orders, not {count}")


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("429/44", 429, 44),
        ("429/45", 429, 45),
        ("429/1070", 429, 1070),
        ("500", 500, 1000),
        ("unauthorized", 401, 57),
        ("200_with_nonzero_code", 200, 2),
    ],
)
async def test_a_fault_answers_in_place_of_the_work(zoho, kind, status, code):
    body = await zoho.body()
    await zoho.fault(kind)
    seen, row = await zoho.ask("POST", "/salesorders", json=body)
    assert (seen, row["code"]) == (status, code)
    assert await zoho.orders() == []
    assert (await zoho.ask("POST", "/salesorders", json=body))[0] == 201


@pytest.mark.parametrize("kind", ["502", "503", "504"])
async def test_maintenance_is_a_page_not_json(zoho, kind):
    await zoho.fault(kind)
    async with zoho.open("GET", "/items") as answer:
        assert answer.status == int(kind)
        assert answer.content_type == "text/html"
        assert (await answer.text()).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("kind", ["429/44", "429/45", "429/1070", "503"])
async def test_retry_after_comes_only_when_asked_for(zoho, kind):
    await zoho.fault(kind)
    async with zoho.open("GET", "/items") as answer:
        assert "Retry-After" not in answer.headers
    await zoho.fault(kind, retry_after=7)
    async with zoho.open("GET", "/items") as answer:
        assert answer.headers["Retry-After"] == "7"


async def test_an_expired_token_stays_expired_until_it_is_renewed(zoho):
    await zoho.fault("expired_token")
    statuses = [(await zoho.ask("GET", "/items"))[0] for _ in range(3)]
    assert statuses == [401, 401, 401]
    await zoho.grant()
    assert (await zoho.ask("GET", "/items"))[0] == 200


async def test_the_token_route_has_faults_of_its_own(zoho):
    await zoho.fault("revoked_refresh")
    assert await zoho.grant() == (200, {"error": "invalid_code"})
    await zoho.fault("token_throttle")
    status, row = await zoho.grant()
    assert (status, row["error"]) == (400, "Access Denied")
    await zoho.fault("500", path="^/oauth/v2/token$")
    assert (await zoho.grant())[0] == 500
    assert "access_token" in (await zoho.grant())[1]


async def test_a_slow_token_route_answers_late(zoho):
    await zoho.fault("slow", path="^/oauth/v2/token$", seconds=30)
    waiting = asyncio.create_task(zoho.grant())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await zoho.fake("POST", "clock", {"advance": 31})
    assert (await waiting)[0] == 200


async def test_drop_before_loses_the_request(zoho):
    body = await zoho.body()
    await zoho.fault("drop_before")
    await lost(zoho, json=body)
    assert await zoho.orders() == []
    assert (await zoho.ask("POST", "/salesorders", json=body))[0] == 201


@pytest.mark.parametrize("kind", ["drop_after_commit", "commit_then_reset", "commit_then_cut"])
async def test_the_order_is_there_though_the_answer_is_lost(zoho, kind):
    body = await zoho.body()
    await zoho.fault(kind)
    await lost(zoho, json=body)
    assert len(await zoho.orders()) == 1


async def test_a_reset_is_a_reset(zoho):
    await zoho.fault("commit_then_reset")
    error = await lost(zoho, json=await zoho.body())
    assert isinstance(error, httpx.ReadError)


async def test_a_hanging_answer_outlasts_the_client(zoho):
    await zoho.fault("commit_then_hang")
    error = await lost(zoho, patience=0.2, json=await zoho.body())
    assert isinstance(error, httpx.TimeoutException)
    assert len(await zoho.orders()) == 1


async def test_a_hang_ends_with_a_closed_connection(zoho):
    await zoho.fault("commit_then_hang", seconds=30)
    waiting = asyncio.create_task(lost(zoho, json=await zoho.body()))
    await until(zoho, 1)
    await zoho.fake("POST", "clock", {"advance": 31})
    assert not isinstance(await waiting, httpx.TimeoutException)


async def test_commit_then_500(zoho):
    body = await zoho.body()
    await zoho.fault("commit_then_500")
    status, row = await zoho.ask("POST", "/salesorders", json=body)
    assert (status, row) == (500, {"code": 1000, "message": "Internal error"})
    assert len(await zoho.orders()) == 1


async def test_a_late_commit_comes_seconds_after_the_client_gave_up(zoho):
    await zoho.fault("commit_late", seconds=5)
    await lost(zoho, patience=0.2, json=await zoho.body())
    await asyncio.sleep(0.1)
    await zoho.fake("POST", "clock", {"advance": 4})
    assert await zoho.orders() == []
    await zoho.fake("POST", "clock", {"advance": 1})
    await until(zoho, 1)


async def test_a_late_commit_can_hang_up_by_itself(zoho):
    await zoho.fault("commit_late", seconds=60, hang_up=True)
    started = time.monotonic()
    await lost(zoho, json=await zoho.body())
    assert time.monotonic() - started < 30
    await asyncio.sleep(0.1)
    assert await zoho.orders() == []
    await zoho.fake("POST", "clock", {"advance": 61})
    await until(zoho, 1)


async def test_a_late_upsert_and_its_retry_make_one_order(zoho):
    body = await zoho.body("k1")
    await zoho.fault("commit_late", hang_up=True)
    headers = {"X-Unique-Identifier-Key": "cf_external_order_key"}
    headers |= {"X-Unique-Identifier-Value": "k1", "X-Upsert": "true"}
    await lost(zoho, "PUT", json=body, headers=headers)
    assert (await zoho.upsert("k1", body))[0] == 200
    await asyncio.sleep(0.1)
    await zoho.fake("POST", "clock", {"advance": 6})
    await asyncio.sleep(0.05)
    assert len(await zoho.orders()) == 1


async def test_a_slow_call_does_its_work_after_the_client_has_gone(zoho):
    body = await zoho.body()
    await zoho.fault("slow", seconds=30)
    await lost(zoho, patience=0.2, json=body)
    assert await zoho.orders() == []
    await zoho.fake("POST", "clock", {"advance": 31})
    await until(zoho, 1)


async def test_a_trickle_arrives_whole_but_slowly(zoho):
    await zoho.fault("trickle", seconds=0.001)
    status, row = await zoho.ask("GET", "/organizations", org=None)
    assert (status, len(row["organizations"])) == (200, 2)
    await zoho.fault("trickle", seconds=60)
    assert isinstance(await lost(zoho, "GET", "/items", patience=0.2), httpx.TimeoutException)


async def test_malformed_json_is_a_truncated_body_with_status_200(zoho):
    body = await zoho.body()
    await zoho.fault("malformed_json", path="salesorders")
    async with zoho.open("POST", "/salesorders", json=body) as answer:
        assert answer.status == 200
        with pytest.raises(ValueError, match=r"line 1"):
            await answer.json()
    assert len(await zoho.orders()) == 1


async def test_an_empty_body(zoho):
    await zoho.fault("empty_body")
    async with zoho.open("GET", "/items") as answer:
        assert (answer.status, await answer.read()) == (200, b"")


async def test_an_ignored_filter_shows_the_whole_page(zoho):
    await zoho.create(reference_number="OD-A")
    for path in ("/salesorders", "/contacts", "/items"):
        query = {"reference_number": "X", "contact_name": "X", "name": "X"}
        key = path[1:]
        assert (await zoho.get(path, **query))[key] == []
        await zoho.fault("ignored_filter")
        assert (await zoho.get(path, **query))[key]


async def test_a_stale_page_is_empty_and_promises_more(zoho):
    await zoho.fault("stale_page")
    row = await zoho.get("/items")
    assert (row["items"], row["page_context"]["has_more_page"]) == ([], True)


async def test_a_lagging_search_hides_a_new_order_but_reading_it_works(zoho):
    order = await zoho.create()
    await zoho.fault("search_lag", count=None, seconds=60)
    assert (await zoho.get("/salesorders"))["salesorders"] == []
    await zoho.get(f"/salesorders/{order['salesorder_id']}")
    await zoho.fake("POST", "clock", {"advance": 61})
    assert len((await zoho.get("/salesorders"))["salesorders"]) == 1


async def test_an_order_can_wait_for_approval_right_after_its_creation(zoho):
    await zoho.fault("status_pending_approval")
    order = await zoho.create()
    assert (order["status"], order["order_status"]) == ("pending_approval", "pending_approval")
    path = f"/salesorders/{order['salesorder_id']}"
    assert (await zoho.get(path))["salesorder"]["status"] == "pending_approval"


async def test_an_answer_can_lack_its_id_or_name_another_customer(zoho):
    await zoho.fault("missing_id")
    assert "salesorder_id" not in await zoho.create()
    await zoho.fault("wrong_customer")
    customer = (await zoho.customer())["contact_id"]
    assert (await zoho.create())["customer_id"] != customer
    assert {order["customer_id"] for order in await zoho.orders()} == {customer}
