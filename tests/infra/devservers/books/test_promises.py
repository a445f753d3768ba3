"""Each fault on each write: is the work done or not? A table."""

import asyncio
import random
import ssl

import httpx
import pytest

# A bare context: loading certificates for every client would cost more than the test.
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
KEY = "cf_external_order_key"
DONE = ["drop_after_commit", "commit_then_reset", "commit_then_cut", "commit_then_500"]
DONE += ["malformed_json", "empty_body"]
UNDONE = ["drop_before", "500", "502", "503", "504", "429/44", "429/45", "429/1070"]
UNDONE += ["expired_token", "unauthorized", "200_with_nonzero_code"]
UPSERT = {"X-Unique-Identifier-Key": KEY, "X-Unique-Identifier-Value": "k1", "X-Upsert": "true"}


async def send(zoho, method, path, body, headers=None):
    """Send without caring what comes back, as a client does whose answer was lost."""
    url = f"{zoho.base}/books/v3{path}"
    headers = {"Authorization": f"Bearer {zoho.token}", **(headers or {})}
    params = {"organization_id": "20260000001"}
    async with httpx.AsyncClient(timeout=3, verify=PLAIN) as client:
        try:
            return await client.request(method, url, json=body, params=params, headers=headers)
        except httpx.TransportError:
            return None


async def check(zoho, kind, write, is_done):
    """Run one write under one fault and compare the books with the promise."""
    order = await zoho.create(key="old")
    path = f"/salesorders/{order['salesorder_id']}"
    body = await zoho.body("k1", notes="changed")
    own = await zoho.body("old", notes="changed")
    requests = {
        "create": ("POST", "/salesorders", body, None),
        "upsert": ("PUT", "/salesorders", body, UPSERT),
        "update": ("PUT", path, own, None),
        "delete": ("DELETE", path, None, None),
        "open": ("POST", f"{path}/status/open", None, None),
        "comment": ("POST", f"{path}/comments", {"description": "hello"}, None),
    }
    await zoho.fault(kind)
    await send(zoho, *requests[write])
    state = await zoho.fake("GET", "state")
    orders, comments = state["orders"], state["comments"][order["salesorder_id"]]
    seen = {
        "create": len(orders) == 2,
        "upsert": len(orders) == 2,
        "update": bool(orders) and orders[0]["notes"] == "changed",
        "delete": orders == [],
        "open": bool(orders) and orders[0]["status"] == "open",
        "comment": comments[-1]["description"] == "hello",
    }
    assert seen[write] is is_done


WRITES = ["create", "upsert", "update", "delete", "open", "comment"]


@pytest.mark.parametrize("write", WRITES)
async def test_a_lost_answer_hides_work_that_was_done(zoho, write):
    for kind in DONE:
        await zoho.fake("POST", "reset")
        await zoho.grant()
        await check(zoho, kind, write, is_done=True)


@pytest.mark.parametrize("write", WRITES)
async def test_a_refusal_or_a_lost_request_leaves_the_books_alone(zoho, write):
    for kind in UNDONE:
        await zoho.fake("POST", "reset")
        await zoho.grant()
        await check(zoho, kind, write, is_done=False)


async def retried(zoho, body, tries=8):
    """Upsert until an answer says code 0, as the golden client does."""
    for _ in range(tries):
        answer = await send(zoho, "PUT", "/salesorders", body, UPSERT)
        if answer is not None and answer.status_code == 401:
            await zoho.grant()
        await zoho.fake("POST", "clock", {"advance": 6})
        if answer is not None and answer.content and b'"code":0' in answer.content[:12]:
            try:
                return answer.json()
            except ValueError:
                continue
    raise AssertionError("no answer in time")


@pytest.mark.parametrize("seed", range(12))
async def test_blind_retries_of_an_upsert_make_one_order_in_any_weather(zoho, seed):
    dice = random.Random(seed)  # noqa: S311 - a schedule needs no secrecy
    kinds = [*DONE, *UNDONE, "commit_late"]
    rows = [{"kind": dice.choice(kinds)} for _ in range(4)]
    late = {"hang_up": True, "seconds": dice.choice([1, 5])}
    rows = [row | (late if row["kind"] == "commit_late" else {}) for row in rows]
    body = await zoho.body("k1")
    await zoho.fake("POST", "faults", {"faults": rows})
    await retried(zoho, body)
    await asyncio.sleep(0.05)
    await zoho.fake("POST", "clock", {"advance": 60})
    await asyncio.sleep(0.02)
    assert [order["custom_field_hash"] for order in await zoho.orders()] == [{KEY: "k1"}]


async def test_blind_retries_of_a_create_double_the_order(zoho):
    body = await zoho.body()
    await zoho.fault("drop_after_commit")
    assert await send(zoho, "POST", "/salesorders", body) is None
    assert (await send(zoho, "POST", "/salesorders", body)).status_code == 201
    assert len(await zoho.orders()) == 2


async def test_searching_first_doubles_the_order_when_the_search_lags(zoho):
    body = await zoho.body(reference_number="OD-1")
    await zoho.fault("search_lag", count=None, seconds=60)
    await zoho.fault("drop_after_commit")
    assert await send(zoho, "POST", "/salesorders", body) is None
    found = (await zoho.get("/salesorders", reference_number="OD-1"))["salesorders"]
    assert found == []
    await send(zoho, "POST", "/salesorders", body)
    await zoho.fake("POST", "clock", {"advance": 61})
    found = (await zoho.get("/salesorders", reference_number="OD-1"))["salesorders"]
    assert len(found) == 2
