"""Contacts: filters, duplicates, vendors, shapes."""

import pytest


async def names(zoho, **query):
    return [row["contact_name"] for row in (await zoho.get("/contacts", **query))["contacts"]]


async def test_a_list_row_has_the_documented_shape(zoho):
    row = await zoho.customer()
    assert row["contact_id"].isdigit()
    assert len(row["contact_id"]) == 18
    assert row["customer_name"] == row["contact_name"]
    assert not {"customer_id", "display_name", "billing_address", "pricebook_id"} & set(row)


async def test_details_stand_in_the_single_contact(zoho):
    row = await zoho.customer("Aftab Shargh Trading")
    contact = (await zoho.get(f"/contacts/{row['contact_id']}"))["contact"]
    assert contact["company_name"] == "بازرگانی آفتاب شرق"
    assert contact["pricebook_id"]
    assert contact["shipping_address"]["address_id"].isdigit()


async def test_an_unknown_contact_is_404_code_1002(zoho):
    status, row = await zoho.ask("GET", "/contacts/1")
    assert (status, row) == (404, {"code": 1002, "message": "Contact does not exist."})


async def test_contact_type_parts_customers_from_vendors(zoho):
    vendors = await names(zoho, contact_type="vendor", contact_name_startswith="Nordkamm")
    assert vendors == ["Nordkamm Textil Supply"]
    assert not await names(zoho, contact_type="customer", contact_name_startswith="Nordkamm")


async def test_company_name_finds_both_karimis(zoho):
    found = await names(zoho, company_name="Karimi Trading")
    assert found == ["Karimi Trading Co", "Karimi Trading LLC"]


async def test_names_with_special_characters_are_matched_whole(zoho):
    assert await names(zoho, contact_name="Harbour & Vale Ltd") == ["Harbour & Vale Ltd"]


async def test_search_text_looks_into_names_companies_and_mail(zoho):
    for text in ("brightwater", "orders@bright"):
        assert await names(zoho, search_text=text) == ["Brightwater Outdoor GmbH"]
    assert await names(zoho, search_text="آفتاب") == ["Aftab Shargh Trading"]


async def test_a_misspelt_filter_and_a_custom_field_are_ignored_in_silence(zoho):
    everything = await names(zoho, per_page=3)
    assert await names(zoho, per_page=3, contactname="Karimi Trading Co") == everything
    assert await names(zoho, per_page=3, cf_code="1") == everything


async def test_status_filters(zoho):
    await zoho.fake("POST", "seed", {"contacts": [{"contact_name": "Gone", "status": "inactive"}]})
    assert await names(zoho, filter_by="Status.Inactive") == ["Gone"]
    assert "Gone" not in await names(zoho, filter_by="Status.Active", per_page=200)
    assert await names(zoho, filter_by="Status.Crm") == []
    twins = await names(zoho, filter_by="Status.Duplicate", contact_type="customer")
    assert len(twins) == 4
    assert len(set(twins)) == 2


async def test_last_modified_is_a_column_to_sort_by(zoho):
    stamp = "2026-11-01T00:00:00+0100"
    new = {"contact_name": "Newest", "last_modified_time": stamp}
    await zoho.fake("POST", "seed", {"contacts": [new]})
    found = await names(zoho, sort_column="last_modified_time", sort_order="D", per_page=1)
    assert found == ["Newest"]


@pytest.mark.parametrize(
    ("page", "count", "more"), [(1, 200, True), (3, 136, False), (9, 0, False)]
)
async def test_pages_end_when_has_more_page_says_so(zoho, page, count, more):
    row = await zoho.get("/contacts", page=page, per_page=200)
    assert len(row["contacts"]) == count
    assert row["page_context"]["has_more_page"] is more
    assert "total" not in row["page_context"]
