"""Moving an order: open, void, submit, approve."""

import pytest


@pytest.fixture
async def path(zoho):
    return f"/salesorders/{(await zoho.create())['salesorder_id']}"


async def status(zoho):
    order = (await zoho.orders())[0]
    return order["status"], order["order_status"]


async def test_a_draft_opens_once(zoho, path):
    code, row = await zoho.ask("POST", f"{path}/status/open")
    assert (code, row["message"]) == (201, "Sales order status has been changed to Open.")
    assert await status(zoho) == ("open", "open")
    code, row = await zoho.ask("POST", f"{path}/status/open")
    assert code == 400
    assert row["code"] != 0


async def test_an_open_order_can_be_voided_with_a_reason(zoho, path):
    await zoho.ask("POST", f"{path}/status/open")
    code, row = await zoho.ask("POST", f"{path}/status/void", json={"reason": "wrong customer"})
    assert (code, row["message"]) == (201, "Sales order status has been changed to Void.")
    assert (await status(zoho))[0] == "void"
    comments = (await zoho.get(f"{path}/comments"))["comments"]
    assert comments[0]["description"] == "wrong customer"
    assert (await zoho.ask("POST", f"{path}/status/void"))[0] == 400


async def test_an_unknown_status_is_no_route(zoho, path):
    assert (await zoho.ask("POST", f"{path}/status/paid"))[0] == 404


async def test_submit_then_approve(zoho, path):
    code, row = await zoho.ask("POST", f"{path}/submit")
    assert (code, row["code"]) == (200, 0)
    assert await status(zoho) == ("draft", "pending_approval")
    assert (await zoho.ask("POST", f"{path}/submit"))[0] == 400
    code, row = await zoho.ask("POST", f"{path}/approve")
    assert (code, row["message"]) == (200, "You have approved the Sales Order.")
    assert await status(zoho) == ("draft", "approved")
    assert (await zoho.ask("POST", f"{path}/approve"))[0] == 400


async def test_a_substatus_is_kept(zoho, path):
    code, _ = await zoho.ask("POST", f"{path}/substatus/cs_packed")
    assert code == 200
    assert (await zoho.orders())[0]["current_sub_status"] == "cs_packed"


@pytest.mark.parametrize("step", ["status/open", "submit", "approve", "substatus/cs_x"])
async def test_an_unknown_order_moves_nowhere(zoho, step):
    assert (await zoho.ask("POST", f"/salesorders/1/{step}"))[1]["code"] == 1002


async def test_an_optional_body_must_still_be_json(zoho, path):
    assert (await zoho.ask("POST", f"{path}/status/void", data=b"{"))[1]["code"] == 1038
