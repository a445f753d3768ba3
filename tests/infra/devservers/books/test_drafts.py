"""Creating and changing sales orders: what is taken, what is refused."""

import re

KEY = "cf_external_order_key"
WRONG = [
    ({"date": "20.11.2026"}, "Date"),
    ({"date": "20261120"}, "Date"),
    ({"shipment_date": "2026-02-30"}, "Shipment Date"),
    ({"currency_id": "1"}, "Currency ID"),
    ({"exchange_rate": -1}, "Exchange Rate"),
    ({"exchange_rate": "x"}, "Exchange Rate"),
    ({"reference_number": 7}, "reference_number"),
    ({"pricebook_id": "1"}, "pricebook_id"),
    ({"shipping_charge": "x"}, "shipping_charge"),
    ({"salesorder_number": "SO-9"}, "Sales Order Number"),
    ({"custom_fields": "x"}, "custom_fields"),
    ({"custom_fields": ["x"]}, "custom_fields"),
    ({"custom_fields": [{"customfield_id": KEY, "value": "v"}]}, "customfield_id"),
    ({"custom_fields": [{"api_name": "cf_none", "value": "v"}]}, "api_name"),
]


async def refused(zoho, path="/salesorders", method="POST", **changes):
    status, row = await zoho.ask(method, path, json=await zoho.body(**changes))
    assert status == 400
    assert await zoho.orders() == []
    return row["code"], row["message"]


async def test_a_new_order_is_a_numbered_draft(zoho):
    body = await zoho.body(date="2026-11-20", shipment_date="2026-11-27", notes="n")
    status, row = await zoho.ask("POST", "/salesorders", json=body)
    order = row["salesorder"]
    assert (status, row["message"]) == (201, "Sales Order Created Successfully.")
    assert (order["status"], order["order_status"]) == ("draft", "draft")
    assert order["salesorder_number"] == "SO-00001"
    assert re.fullmatch(r"\d{18}", order["salesorder_id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0100", order["created_time"])
    assert (order["date"], order["shipment_date"], order["notes"]) == (
        "2026-11-20",
        "2026-11-27",
        "n",
    )
    assert order["customer_name"] == "Brightwater Outdoor GmbH"
    assert order["currency_code"] == "EUR"


async def test_missing_text_is_empty_not_null(zoho):
    order = await zoho.create()
    assert None not in order.values()
    assert order["terms"] == ""


async def test_a_wrapped_body_earns_a_misleading_refusal(zoho):
    wrapped = {"salesorder": await zoho.body()}
    status, row = await zoho.ask("POST", "/salesorders", json=wrapped)
    assert (status, row) == (400, {"code": 4, "message": "Invalid value passed for Customer ID"})


async def test_a_vendor_an_unknown_and_a_numeric_customer_are_refused(zoho):
    rows = (await zoho.get("/contacts", contact_type="vendor", per_page=1))["contacts"]
    vendor, customer = rows[0]["contact_id"], (await zoho.customer())["contact_id"]
    for wrong in (vendor, "1", int(customer), [customer]):
        assert await refused(zoho, customer_id=wrong) == (
            2,
            "Invalid value passed for Customer ID",
        )


async def test_an_inactive_customer_is_refused(zoho):
    seeded = await zoho.fake("POST", "seed", {"contacts": [{"status": "inactive"}]})
    wrong = seeded["contacts"][0]["contact_id"]
    assert (await refused(zoho, customer_id=wrong))[0] == 2


async def test_a_wrong_value_is_refused_by_its_label(zoho):
    for changes, label in WRONG:
        assert await refused(zoho, **changes) == (2, f"Invalid value passed for {label}")


async def test_an_own_number_needs_the_query_and_must_be_new(zoho):
    query = {"ignore_auto_number_generation": "true"}
    body = await zoho.body(salesorder_number="SO-00001")
    assert (await zoho.ask("POST", "/salesorders", params=query, json=body))[0] == 201
    status, row = await zoho.ask("POST", "/salesorders", params=query, json=body)
    assert (status, row["code"]) == (400, 1001)
    assert row["message"] == 'Sales Order "SO-00001" already exists.'
    del body["salesorder_number"]
    assert (await zoho.ask("POST", "/salesorders", params=query, json=body))[1]["code"] == 4
    assert (await zoho.create())["salesorder_number"] == "SO-00002"


async def test_custom_fields_are_taken_by_id_and_by_api_name(zoho):
    path = "/settings/preferences/customfields"
    fields = (await zoho.get(path, entity="salesorder"))["customfields"]
    ids = {row["api_name"]: row["customfield_id"] for row in fields}
    sent = [
        {"customfield_id": ids["cf_po_number"], "value": "PO-7"},
        {"api_name": KEY, "value": "k1"},
        {"index": 2, "value": "lost"},
    ]
    order = await zoho.create(custom_fields=sent)
    assert order["custom_field_hash"] == {KEY: "k1", "cf_po_number": "PO-7"}
    assert {row["api_name"]: row["value"] for row in order["custom_fields"]} == {
        KEY: "k1",
        "cf_po_number": "PO-7",
    }
    listed = (await zoho.get("/salesorders"))["salesorders"][0]
    assert listed["cf_po_number"] == "PO-7"


async def test_a_unique_field_refuses_a_second_order_with_its_value(zoho):
    await zoho.create(key="k1")
    status, row = await zoho.ask("POST", "/salesorders", json=await zoho.body("k1"))
    assert (status, row["code"]) == (400, 1001)
    assert row["message"].endswith("already exists.")
    assert len(await zoho.orders()) == 1


async def test_a_plain_field_takes_the_same_value_twice(zoho):
    fields = [{"api_name": "cf_po_number", "value": "PO-7"}]
    await zoho.create(custom_fields=fields)
    await zoho.create(custom_fields=fields)
    assert len(await zoho.orders()) == 2


async def test_a_foreign_customer_orders_in_his_currency(zoho):
    customer = await zoho.customer("Saffron Lane Trading")
    order = await zoho.create(customer_id=customer["contact_id"])
    assert (order["currency_code"], order["exchange_rate"]) == ("USD", 0.9)
    line = order["line_items"][0]
    assert (line["rate"], line["bcy_rate"]) == (55.44, 49.896)
    assert order["total"] == 110.88


async def test_a_sent_currency_and_rate_win(zoho):
    rows = (await zoho.get("/settings/currencies"))["currencies"]
    pounds = next(row["currency_id"] for row in rows if row["currency_code"] == "GBP")
    order = await zoho.create(currency_id=pounds, exchange_rate=2)
    assert (order["currency_code"], order["line_items"][0]["rate"]) == ("GBP", 24.95)


async def test_an_update_keeps_what_it_does_not_name(zoho):
    order = await zoho.create(key="k1", notes="old", exchange_rate=1)
    body = {"customer_id": order["customer_id"], "reference_number": "OD-2"}
    status, row = await zoho.ask("PUT", f"/salesorders/{order['salesorder_id']}", json=body)
    changed = row["salesorder"]
    assert (status, row["message"]) == (200, "Sales Order Updated Successfully.")
    assert (changed["reference_number"], changed["notes"]) == ("OD-2", "old")
    assert changed["line_items"] == order["line_items"]
    assert changed["custom_field_hash"] == {KEY: "k1"}


async def test_a_refused_update_changes_nothing(zoho):
    order = await zoho.create()
    body = {"customer_id": order["customer_id"], "notes": "new", "line_items": []}
    path = f"/salesorders/{order['salesorder_id']}"
    assert (await zoho.ask("PUT", path, json=body))[0] == 400
    assert (await zoho.ask("PUT", path, json={"notes": "new"}))[1]["code"] == 4
    assert (await zoho.get(path))["salesorder"] == order


async def test_a_void_or_invoiced_order_is_not_edited(zoho):
    order = await zoho.create()
    for action in ("void", "invoice"):
        await zoho.fake(
            "POST", "person", {"salesorder_id": order["salesorder_id"], "action": action}
        )
        path = f"/salesorders/{order['salesorder_id']}"
        assert (await zoho.ask("PUT", path, json=await zoho.body()))[0] == 400


async def test_history_notes_creation_and_change(zoho):
    order = await zoho.create()
    path = f"/salesorders/{order['salesorder_id']}"
    await zoho.ask("PUT", path, json=await zoho.body())
    comments = (await zoho.get(f"{path}/comments"))["comments"]
    assert [row["description"] for row in comments] == [
        "Sales Order updated.",
        "Sales Order created.",
    ]
