"""Sales orders: list filters, upsert on the unique field, delete."""

import asyncio

import pytest

KEY = "cf_external_order_key"


FILTERS = [
    ({"reference_number": "OD-A"}, [1]),
    ({"reference_number": "OD-AB & 1%"}, [2]),
    ({"reference_number_startswith": "OD-"}, [1, 2]),
    ({"reference_number_contains": "ffe"}, [3]),
    ({"reference_number_in": "OD-A,Offer"}, [1, 3]),
    ({"reference_number_not_in": "OD-A,Offer"}, [2]),
    ({"salesorder_number": "SO-00002"}, [2]),
    ({"customer_name": "Karimi Trading Co"}, [3]),
    ({"date": "2026-11-10"}, [2]),
    ({"date_start": "2026-11-10"}, [2, 3]),
    ({"date_end": "2026-11-10"}, [1, 2]),
    ({"date_before": "2026-11-10"}, [1]),
    ({"date_after": "2026-11-10"}, [3]),
    ({"created_date_after": "2999-01-01"}, []),
    ({"status": "draft"}, [1, 2, 3]),
    ({"status": "open"}, []),
    ({"filter_by": "Status.Open"}, []),
    ({"filter_by": "Status.All"}, [1, 2, 3]),
    ({"total": "6.2"}, [3]),
    ({"total_less_than": "10"}, [3]),
    ({"item_name": "Camp Mug 300 ml"}, [3]),
    ({"search_text": "karimi"}, [3]),
    ({"email": "orders@brightwater-outdoor.example"}, [1, 2]),
    ({"refrence_number": "OD-A"}, [1, 2, 3]),
    ({"cf_external_order_key": "k"}, [1, 2, 3]),
]


def unique(key, upsert="true", name=KEY):
    return {
        "X-Unique-Identifier-Key": name,
        "X-Unique-Identifier-Value": key,
        "X-Upsert": upsert,
    }


async def found(zoho, **query):
    rows = (await zoho.get("/salesorders", **query))["salesorders"]
    return sorted(row["salesorder_number"] for row in rows)


@pytest.fixture
async def three(zoho):
    karimi = await zoho.customer("Karimi Trading Co")
    await zoho.create(reference_number="OD-A", date="2026-11-01")
    await zoho.create(reference_number="OD-AB & 1%", date="2026-11-10")
    mug = await zoho.item("0107")
    await zoho.create(
        reference_number="Offer",
        date="2026-11-20",
        customer_id=karimi["contact_id"],
        line_items=[{"item_id": mug["item_id"], "quantity": 1}],
    )
    return zoho


async def test_documented_filters_filter_and_others_do_not(three):
    for query, numbers in FILTERS:
        expected = [f"SO-{number:05}" for number in numbers]
        assert (query, await found(three, **query)) == (query, expected)


async def test_ids_filter_too(three):
    orders = await three.orders()
    assert await found(three, customer_id=orders[2]["customer_id"]) == ["SO-00003"]
    assert await found(three, salesorder_ids=orders[1]["salesorder_id"]) == ["SO-00002"]
    item_id = orders[2]["line_items"][0]["item_id"]
    assert await found(three, item_id=item_id) == ["SO-00003"]


async def test_polling_asks_for_what_changed_since(three):
    await three.fake("POST", "clock", {"advance": 90})
    order = (await three.orders())[1]
    row = {"salesorder_id": order["salesorder_id"], "fields": {"notes": "seen"}}
    stamp = (await three.fake("POST", "person", row))["last_modified_time"]
    assert await found(three, last_modified_time=stamp) == ["SO-00002"]
    assert len(await found(three, last_modified_time="yesterday")) == 3


async def test_list_rows_have_no_lines_but_the_single_order_has(three):
    row = (await three.get("/salesorders"))["salesorders"][0]
    assert not {"line_items", "notes"} & set(row)
    one = (await three.get(f"/salesorders/{row['salesorder_id']}"))["salesorder"]
    assert isinstance(one, dict)
    assert one["line_items"]


async def test_orders_are_sorted_by_total_as_numbers(three):
    rows = await three.get("/salesorders", sort_column="total", sort_order="D")
    assert [row["total"] for row in rows["salesorders"]] == [99.8, 99.8, 6.2]


async def test_an_upsert_creates_once_and_then_updates(zoho):
    body = await zoho.body("k1")
    status, first = await zoho.upsert("k1", body)
    assert (status, first["message"]) == (200, "Sales Order Created Successfully.")
    body["notes"] = "again"
    status, second = await zoho.upsert("k1", body)
    assert (status, second["message"]) == (200, "Sales Order Updated Successfully.")
    assert second["salesorder"]["salesorder_id"] == first["salesorder"]["salesorder_id"]
    assert [order["notes"] for order in await zoho.orders()] == ["again"]


async def test_concurrent_upserts_with_one_value_make_one_order(zoho):
    body = await zoho.body("k1")
    answers = await asyncio.gather(*(zoho.upsert("k1", body) for _ in range(8)))
    assert {row["salesorder"]["salesorder_number"] for _, row in answers} == {"SO-00001"}
    assert len(await zoho.orders()) == 1


async def test_without_x_upsert_a_miss_is_code_1002(zoho):
    status, row = await zoho.upsert("k1", await zoho.body("k1"), "false")
    assert (status, row["code"]) == (404, 1002)
    assert await zoho.orders() == []


async def test_a_field_that_is_not_unique_or_absent_is_no_key(zoho, start):
    body = await zoho.body()
    for name in ("cf_po_number", "cf_none", ""):
        headers = unique("v", name=name)
        status, row = await zoho.ask("PUT", "/salesorders", json=body, headers=headers)
        assert (status, row["code"]) == (400, 2)
    without = await start(key_field=False)
    assert (await without.upsert("k1", await without.body()))[0] == 400
    assert (await zoho.upsert("", body))[1]["code"] == 4


async def test_an_upsert_overwrites_even_an_opened_order(zoho):
    order = await zoho.create(key="k1")
    await zoho.fake("POST", "person", {"salesorder_id": order["salesorder_id"], "action": "open"})
    status, row = await zoho.upsert("k1", await zoho.body("k1", notes="mine"))
    assert (status, row["salesorder"]["status"]) == (200, "open")


async def test_the_headers_value_alone_does_not_reach_the_order(zoho):
    body = await zoho.body()
    await zoho.upsert("k1", body)
    await zoho.upsert("k1", body)
    assert len(await zoho.orders()) == 2


async def test_switches_choose_what_only_a_real_organization_knows(zoho):
    await zoho.fake("POST", "switches", {"upsert_stores_key": True, "upsert_created_status": 201})
    body = await zoho.body()
    assert (await zoho.upsert("k1", body))[0] == 201
    assert (await zoho.upsert("k1", body))[0] == 200
    assert len(await zoho.orders()) == 1


async def test_custom_fields_have_a_route_of_their_own(zoho):
    order = await zoho.create()
    path = f"/salesorder/{order['salesorder_id']}/customfields"
    body = {"custom_fields": [{"api_name": KEY, "value": "k2"}]}
    status, row = await zoho.ask("PUT", path, json=body)
    assert (status, row["message"]) == (200, "Custom Fields Updated Successfully")
    assert (await zoho.orders())[0]["custom_field_hash"] == {KEY: "k2"}


async def test_a_deleted_order_is_gone(zoho):
    path = f"/salesorders/{(await zoho.create())['salesorder_id']}"
    status, row = await zoho.ask("DELETE", path)
    assert (status, row["message"]) == (200, "Sales Order Deleted Successfully.")
    for method in ("GET", "DELETE"):
        status, row = await zoho.ask(method, path)
        assert (status, row["code"]) == (404, 1002)


async def test_an_invoiced_order_is_not_deleted(zoho):
    order_id = (await zoho.create())["salesorder_id"]
    await zoho.fake("POST", "person", {"salesorder_id": order_id, "action": "invoice"})
    assert (await zoho.ask("DELETE", f"/salesorders/{order_id}"))[0] == 400
    assert len(await zoho.orders()) == 1
