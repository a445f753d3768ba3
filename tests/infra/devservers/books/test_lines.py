"""The lines of an order and its sums."""

import pytest

WRONG = [
    ({"quantity": 0}, "Quantity"),
    ({"quantity": -1}, "Quantity"),
    ({"quantity": "ten"}, "Quantity"),
    ({"quantity": True}, "Quantity"),
    ({"quantity": None}, "Quantity"),
    ({"quantity": "1e999999"}, "Quantity"),
    ({"quantity": "1e-999999"}, "Quantity"),
    ({"quantity": "Infinity"}, "Quantity"),
    ({"rate": -1}, "Rate"),
    ({"discount": "x%"}, "Discount"),
    ({"tax_id": "1"}, "Tax ID"),
    ({"item_id": "1"}, "Item ID"),
    ({"item_id": 1}, "Item ID"),
    ({"item_id": ["1"]}, "Item ID"),
]


async def lines(zoho, *rows, **changes):
    item = await zoho.item()
    sent = [{"item_id": item["item_id"], **row} for row in rows]
    return await zoho.create(line_items=sent, **changes)


async def test_a_line_shows_the_item_and_its_total(zoho):
    order = await lines(zoho, {"quantity": 3})
    line = order["line_items"][0]
    assert (line["sku"], line["name"]) == ("BW-1001", "Trail Backpack 30L Green")
    assert (line["rate"], line["quantity"], line["item_total"]) == (49.9, 3, 149.7)
    assert line["line_item_id"].isdigit()


async def test_a_sku_with_a_leading_zero_survives_the_whole_way(zoho):
    item = await zoho.item("0042")
    order = await zoho.create(line_items=[{"item_id": item["item_id"], "quantity": 1}])
    assert order["line_items"][0]["sku"] == "0042"


async def test_each_line_is_rounded_half_up_before_the_sum(zoho):
    order = await lines(zoho, {"rate": 0.125, "quantity": 1}, {"rate": "0.125", "quantity": 1})
    assert order["sub_total"] == 0.26


async def test_the_total_adds_tax_shipping_and_adjustment_and_takes_the_discount(zoho):
    taxes = {row["tax_name"]: row["tax_id"] for row in (await zoho.get("/settings/taxes"))["taxes"]}
    row = {"rate": 100, "quantity": 2, "discount": "10%", "tax_id": taxes["VAT 20 %"]}
    order = await lines(zoho, row, shipping_charge=7.5, adjustment=-0.5, discount=30)
    assert (order["sub_total"], order["discount_total"], order["tax_total"]) == (180, 30, 30)
    assert order["total"] == 187
    after = await lines(zoho, row, is_discount_before_tax=False, discount="50%")
    assert (after["tax_total"], after["total"]) == (36, 126)
    inclusive = await lines(zoho, row, is_inclusive_tax=True)
    assert (inclusive["tax_total"], inclusive["total"]) == (30, 180)


async def test_a_discount_per_line_leaves_the_order_discount_out(zoho):
    row = {"rate": 10, "quantity": 1, "discount": 4}
    order = await lines(zoho, row, discount=3, discount_type="item_level")
    assert (order["sub_total"], order["total"]) == (6, 6)


async def test_rials_are_rounded_to_whole_ones(start):
    zoho = await start(currency="IRR")
    order = await lines(zoho, {"rate": 1000.5, "quantity": 1})
    assert (order["price_precision"], order["sub_total"]) == (0, 1001)


async def test_a_price_list_gives_the_rate_when_none_is_sent(zoho):
    percent = await zoho.customer("Aftab Shargh Trading")
    order = await lines(zoho, {"quantity": 1}, customer_id=percent["contact_id"])
    assert order["line_items"][0]["rate"] == 44.91
    fixed = await zoho.customer("Harbour & Vale Ltd")
    order = await lines(zoho, {"quantity": 1}, customer_id=fixed["contact_id"], exchange_rate=1)
    assert order["line_items"][0]["rate"] == 42.42
    lamp = await zoho.item("HL-55")
    order = await zoho.create(
        customer_id=fixed["contact_id"],
        exchange_rate=1,
        line_items=[{"item_id": lamp["item_id"], "quantity": 1}],
    )
    assert order["line_items"][0]["rate"] == 32.4


async def test_a_rate_of_zero_is_taken(zoho):
    assert (await lines(zoho, {"rate": 0, "quantity": 1}))["total"] == 0


async def test_a_wrong_line_is_refused_by_its_label(zoho):
    body = await zoho.body()
    good = body["line_items"][0]
    for row, label in WRONG:
        sent = {**body, "line_items": [{**good, **row}]}
        status, answer = await zoho.ask("POST", "/salesorders", json=sent)
        expected = {"code": 2, "message": f"Invalid value passed for {label}"}
        assert (row, status, answer) == (row, 400, expected)


@pytest.mark.parametrize("wrong", [[], "x", None, {}])
async def test_an_order_without_lines_is_refused(zoho, wrong):
    body = await zoho.body(line_items=wrong)
    assert (await zoho.ask("POST", "/salesorders", json=body))[1]["code"] == 2
    del body["line_items"]
    assert (await zoho.ask("POST", "/salesorders", json=body))[1]["code"] == 2


async def test_a_line_that_is_no_object_is_refused(zoho):
    body = await zoho.body(line_items=["x"])
    assert (await zoho.ask("POST", "/salesorders", json=body))[0] == 400


async def test_an_inactive_item_is_refused(zoho):
    item = await zoho.item("BW-0900")
    body = await zoho.body(line_items=[{"item_id": item["item_id"], "quantity": 1}])
    status, row = await zoho.ask("POST", "/salesorders", json=body)
    assert (status, row["message"]) == (400, "Invalid value passed for Item ID")
