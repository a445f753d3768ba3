"""Items and price lists."""


async def skus(zoho, **query):
    return [row["sku"] for row in (await zoho.get("/items", per_page=200, **query))["items"]]


async def test_a_sku_is_text_and_keeps_its_leading_zero_and_spaces(zoho):
    assert (await zoho.item("0042"))["sku"] == "0042"
    assert (await zoho.item("C450 G"))["sku"] == "C450 G"


async def test_neither_sku_nor_ean_is_a_filter(zoho):
    everything = await skus(zoho)
    assert await skus(zoho, sku="0042") == everything
    assert await skus(zoho, ean="9521000010017") == everything


async def test_name_and_description_are_filters(zoho):
    assert await skus(zoho, name="Summit Tent 2P") == ["BW-1010"]
    assert await skus(zoho, name_startswith="summit") == ["BW-1010"]
    assert await skus(zoho, description_contains="قمقمه استیل") == ["0042"]


async def test_rates_are_compared_as_numbers(zoho):
    assert await skus(zoho, rate="6.2") == ["0107"]
    assert set(await skus(zoho, name_contains="Camp Mug", rate_less_than="6.3")) == {"0107"}
    assert await skus(zoho, name_contains="Camp Mug", rate_less_equals="6.19") == []
    assert await skus(zoho, name_contains="Camp Mug", rate_greater_than="6.2") == []
    assert await skus(zoho, name_contains="Camp Mug", rate_greater_equals="6.20") == ["0107"]
    assert len(await skus(zoho, rate="x")) == 200


async def test_status_filters_items(zoho):
    assert "BW-0900" in await skus(zoho, filter_by="Status.Inactive")
    assert "BW-0900" not in await skus(zoho, filter_by="Status.Active", search_text="Backpack 25L")


async def test_stock_stands_only_on_inventory_items(zoho):
    assert (await zoho.item("BW-1001"))["stock_on_hand"] == 120
    lamp = await zoho.item("HL-55")
    assert lamp["track_inventory"] is False
    assert not {"stock_on_hand", "available_stock", "reorder_level"} & set(lamp)


async def test_one_item_by_id(zoho):
    item = await zoho.item()
    assert (await zoho.get(f"/items/{item['item_id']}"))["item"] == item
    status, row = await zoho.ask("GET", "/items/1")
    assert (status, row) == (404, {"code": 1002, "message": "Item does not exist."})


async def test_details_of_several_items_leave_unknown_ids_out(zoho):
    first, second = await zoho.item("0042"), await zoho.item("0107")
    ids = f"{first['item_id']},1,{second['item_id']}"
    found = (await zoho.get("/itemdetails", item_ids=ids))["items"]
    assert [row["sku"] for row in found] == ["0042", "0107"]


async def test_price_lists_and_their_items(zoho):
    rows = (await zoho.get("/pricebooks"))["pricebooks"]
    kinds = {row["name"]: row["pricebook_type"] for row in rows}
    assert kinds == {"Distributor 10 % off": "fixed_percentage", "Key accounts": "per_item"}
    book = next(row for row in rows if row["name"] == "Key accounts")
    items = await zoho.get("/pricebooks/items", pricebook_id=book["pricebook_id"])
    assert [(row["sku"], row["pricebook_rate"]) for row in items["pricebook_items"]] == [
        ("BW-1002", 42.42),
        ("BW-1001", 42.42),
    ]
    assert (await zoho.ask("GET", "/pricebooks/items"))[1]["code"] == 1002
