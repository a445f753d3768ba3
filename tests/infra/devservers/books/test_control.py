"""The control routes: seed, faults, clock, log, state, reset, a colleague."""

import pytest


async def wrong(zoho, method, name, row=None):
    url = f"{zoho.base}/__fake/{name}"
    async with zoho.session.request(method, url, json=row) as answer:
        return answer.status, await answer.json()


async def test_seeded_contacts_and_items_are_found(zoho):
    item = {"name": "Tarp 3x3", "sku": "007", "rate": 12.5, "stock": 3}
    seeded = await zoho.fake(
        "POST", "seed", {"contacts": [{"contact_name": "New Co"}], "items": [item]}
    )
    assert seeded["contacts"][0]["currency_code"] == "EUR"
    assert (await zoho.customer("New Co"))["contact_id"] == seeded["contacts"][0]["contact_id"]
    found = await zoho.item("007")
    assert (found["rate"], found["stock_on_hand"]) == (12.5, 3)


async def test_seeding_can_replace_what_it_names(zoho):
    await zoho.fake("POST", "seed", {"replace": True, "items": [{"sku": "1"}]})
    state = await zoho.fake("GET", "state")
    assert (state["items"], state["contacts"]) == (1, 536)
    await zoho.fake("POST", "seed", {"replace": True, "contacts": []})
    assert (await zoho.get("/contacts"))["contacts"] == []


async def test_a_known_row_changes_only_what_is_named(zoho):
    before, customer = await zoho.item(), await zoho.customer()
    row = {"items": [{"item_id": before["item_id"], "status": "inactive"}]}
    row["contacts"] = [{"contact_id": customer["contact_id"], "phone": "1"}]
    await zoho.fake("POST", "seed", row)
    after = await zoho.item()
    assert (after["status"], after["sku"], after["stock_on_hand"]) == ("inactive", "BW-1001", 120)
    assert after["last_modified_time"] > before["last_modified_time"]
    assert (await zoho.customer())["phone"] == "1"
    assert (await zoho.fake("GET", "state"))["items"] == 500


async def test_the_key_field_can_lose_its_uniqueness(zoho):
    field = {"api_name": "cf_external_order_key", "unique": False}
    await zoho.fake("POST", "seed", {"replace": True, "custom_fields": [field]})
    assert (await zoho.upsert("k", await zoho.body()))[0] == 400


async def test_the_other_organization_can_be_seeded(zoho):
    row = {"organization_id": "20260000002", "items": [{"sku": "X1"}]}
    await zoho.fake("POST", "seed", row)
    _, answer = await zoho.ask("GET", "/items", org="20260000002")
    assert [item["sku"] for item in answer["items"]] == ["X1"]


async def test_faults_are_listed_and_cleared(zoho):
    rows = [{"kind": "slow", "seconds": 9.5}, {"kind": "500"}]
    listed = (await zoho.fake("POST", "faults", {"faults": rows}))["faults"]
    assert [(row["kind"], row["seconds"]) for row in listed] == [("slow", 9.5), ("500", 0)]
    assert (await zoho.fake("GET", "faults"))["faults"] == listed
    assert (await zoho.fake("DELETE", "faults"))["faults"] == []
    assert (await zoho.ask("GET", "/items"))[0] == 200


async def test_the_log_keeps_order_and_bodies_and_masks_secrets(zoho):
    await zoho.create(reference_number="OD-7")
    entries = (await zoho.fake("GET", "log"))["log"]
    assert [row["serial"] for row in entries] == list(range(1, len(entries) + 1))
    last = entries[-1]
    assert (last["method"], last["path"]) == ("POST", "/books/v3/salesorders")
    assert (last["status"], last["code"], last["fault"]) == (201, 0, None)
    assert last["body"]["reference_number"] == "OD-7"
    assert last["query"] == {"organization_id": "20260000001"}
    assert last["headers"]["Authorization"] == "***"
    text = str(entries)
    assert zoho.token not in text
    assert "demo-secret" not in text
    assert "demo-refresh" not in text


async def test_secrets_in_a_query_string_are_masked_too(zoho):
    query = {"refresh_token": "r-1", "client_secret": "s-1", "client_id": "c"}
    async with zoho.session.post(f"{zoho.base}/oauth/v2/token", params=query):
        pass
    last = (await zoho.fake("GET", "log"))["log"][-1]
    assert last["query"] == {"refresh_token": "***", "client_secret": "***", "client_id": "c"}


async def test_the_log_names_the_fault_and_can_be_cleared(zoho):
    await zoho.fault("503")
    async with zoho.open("GET", "/items"):
        pass
    last = (await zoho.fake("GET", "log"))["log"][-1]
    assert (last["fault"], last["status"], last["code"]) == ("503", 503, None)
    assert (await zoho.fake("DELETE", "log"))["log"] == []


async def test_state_shows_orders_comments_and_files(zoho):
    order = await zoho.create()
    state = await zoho.fake("GET", "state")
    assert state["orders"][0]["salesorder_id"] == order["salesorder_id"]
    assert state["comments"][order["salesorder_id"]][0]["comment_type"] == "system"
    assert (state["contacts"], state["items"], state["files"]) == (536, 500, {})


async def test_reset_forgets_orders_faults_log_and_tokens(zoho):
    await zoho.create()
    await zoho.fault("500")
    await zoho.fake("POST", "reset")
    assert await zoho.orders() == []
    assert (await zoho.fake("GET", "faults"))["faults"] == []
    assert (await zoho.fake("GET", "log"))["log"] == []
    assert (await zoho.ask("GET", "/items"))[0] == 401


async def test_the_clock_moves_forward(zoho):
    before = float((await zoho.fake("GET", "clock"))["now"])
    after = float((await zoho.fake("POST", "clock", {"advance": 3600}))["now"])
    assert 3600 <= after - before < 3610


@pytest.mark.parametrize(
    ("action", "status"), [("open", "open"), ("void", "void"), ("invoice", "invoiced")]
)
async def test_a_colleague_moves_an_order(zoho, action, status):
    order = await zoho.create()
    row = {"salesorder_id": order["salesorder_id"], "action": action}
    assert (await zoho.fake("POST", "person", row))["status"] == status


async def test_a_colleague_edits_and_deletes(zoho):
    order = await zoho.create()
    await zoho.fake("POST", "clock", {"advance": 60})
    row = {"salesorder_id": order["salesorder_id"], "fields": {"adjustment": 1}}
    edited = await zoho.fake("POST", "person", row)
    assert edited["total"] == order["total"] + 1
    assert edited["last_modified_time"] > order["last_modified_time"]
    await zoho.fake("POST", "person", row | {"action": "delete"})
    assert await zoho.orders() == []


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("faults", {"kind": "earthquake"}),
        ("faults", {"kind": "500", "path": "("}),
        ("faults", {"kind": "500", "colour": "red"}),
        ("clock", {}),
        ("seed", {"organization_id": "1"}),
        ("seed", {"contacts": [{"currency_code": "XXX"}]}),
        ("person", {"salesorder_id": "1"}),
        ("switches", {"weather": "fine"}),
        ("grant", {}),
    ],
)
async def test_a_wrong_control_is_told_so(zoho, name, row):
    status, answer = await wrong(zoho, "POST", name, row)
    assert status == 400
    assert answer["error"]


async def test_an_unknown_control_is_404(zoho):
    assert (await wrong(zoho, "POST", "earthquake"))[0] == 404
    assert (await wrong(zoho, "PUT", "log"))[0] == 404


async def test_a_control_body_must_be_json(zoho):
    async with zoho.session.post(f"{zoho.base}/__fake/clock", data=b"{") as answer:
        assert answer.status == 400
