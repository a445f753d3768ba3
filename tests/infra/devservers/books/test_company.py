"""Organizations, currencies, taxes, custom fields."""


async def test_one_identity_sees_two_organizations_without_naming_one(zoho):
    _, row = await zoho.ask("GET", "/organizations", org=None)
    first, second = row["organizations"]
    assert (first["organization_id"], first["currency_code"]) == ("20260000001", "EUR")
    assert (first["price_precision"], first["is_sku_enabled"]) == (2, True)
    assert (second["organization_id"], second["plan_name"]) == ("20260000002", "PREMIUM TRIAL")


async def test_one_organization_by_id(zoho):
    row = await zoho.get("/organizations/20260000001")
    assert row["organization"]["is_default_org"] is True
    assert (await zoho.ask("GET", "/organizations/1"))[1]["code"] == 1002


async def test_the_other_organization_has_empty_books(zoho):
    _, row = await zoho.ask("GET", "/items", org="20260000002")
    assert row["items"] == []


async def test_rials_have_no_decimals(start):
    zoho = await start(currency="IRR")
    _, row = await zoho.ask("GET", "/organizations", org=None)
    served = row["organizations"][0]
    assert (served["currency_code"], served["price_precision"]) == ("IRR", 0)
    assert served["time_zone"] == "Iran"
    item = await zoho.item()
    assert item["rate"] == 24_950_000
    assert item["created_time"].endswith("+0330")


async def test_currencies_name_the_base(zoho):
    rows = (await zoho.get("/settings/currencies"))["currencies"]
    assert [row["currency_code"] for row in rows] == ["EUR", "GBP", "IRR", "USD"]
    base = next(row for row in rows if row["is_base_currency"])
    assert (base["currency_code"], base["exchange_rate"]) == ("EUR", 1)


async def test_taxes_have_percentages(zoho):
    rows = (await zoho.get("/settings/taxes"))["taxes"]
    assert {row["tax_name"]: row["tax_percentage"] for row in rows} == {
        "VAT 20 %": 20,
        "Zero rated": 0,
    }


async def test_the_key_field_is_listed_as_unique(zoho):
    path = "/settings/preferences/customfields"
    rows = (await zoho.get(path, entity="salesorder"))["customfields"]
    field = next(row for row in rows if row["api_name"] == "cf_external_order_key")
    assert field["is_unique"] is True
    assert field["placeholder"] == "cf_external_order_key"
    assert field["customfield_id"].isdigit()
    assert (await zoho.get(path, entity="item"))["customfields"] == []
    assert (await zoho.ask("GET", path))[0] == 400


async def test_the_key_field_can_be_absent(start):
    zoho = await start(key_field=False)
    rows = await zoho.get("/settings/preferences/customfields", entity="salesorder")
    assert [row["api_name"] for row in rows["customfields"]] == ["cf_po_number"]
