"""Records come from the rows that really are what was asked for."""

from decimal import Decimal

import pytest

from activities.books.zoho.client import ZohoBooks
from orders.catalogue import Address, Organization, Tax
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone
from tests.support.books import sample_order
from tests.support.zoho import OK


async def test_another_organization_is_never_taken_for_ours(server):
    books = ZohoBooks(server.settings())
    server.say({**OK, "organizations": [{"organization_id": "78"}, {"organization_id": 77}]})
    assert (await books.organization()).organization_id == "77"
    server.answers.clear()
    server.say({**OK, "organizations": [{"organization_id": "78"}]})
    with pytest.raises(BooksAccessDenied):
        await books.organization()
    await books.close()


async def test_books_that_tell_of_no_organization_still_have_the_one_of_the_settings(server):
    books = ZohoBooks(server.settings())
    missing = ({"code": 5, "message": "Invalid URL Passed"}, 404)
    currencies = [{"currency_code": "EUR"}]
    currencies += [{"currency_code": "IRR", "is_base_currency": True, "price_precision": 0}]
    server.say(*missing)
    server.say({**OK, "currencies": currencies})
    assert await books.organization() == Organization("77", "", "IRR", 0)
    server.answers.clear()
    server.say(*missing)
    assert await books.organization() == Organization("77")
    await books.close()


async def test_filters_are_judged_again_on_the_rows(server):
    books = ZohoBooks(server.settings())
    rows = [
        {"contact_id": "1", "contact_name": "Alfa", "contact_type": "customer"},
        {"contact_id": "2", "contact_name": "Alfa", "contact_type": "vendor"},
        {"contact_id": None, "contact_type": "customer"},
        {"contact_id": "1", "contact_name": "Alfa", "contact_type": "customer"},
    ]
    server.say({**OK, "contacts": rows})
    assert [one.customer_id for one in await books.customers()] == ["1"]
    await books.close()


async def test_a_vendor_or_another_record_is_not_what_was_asked_for(server):
    books = ZohoBooks(server.settings())
    server.say({**OK, "contact": {"contact_id": "2", "contact_type": "vendor"}})
    with pytest.raises(RecordGone):
        await books.customer("2")
    with pytest.raises(BooksUnavailable):
        await books.customer("3")
    server.answers.clear()
    server.say({**OK, "item": {"item_id": "2"}})
    with pytest.raises(BooksUnavailable):
        await books.item("3")
    server.answers.clear()
    server.say({**OK, "item": "no object"})
    with pytest.raises(BooksUnavailable):
        await books.item("3")
    await books.close()


async def test_golden_6_every_list_call_says_how_many_rows(zoho):
    books = zoho.books()
    order = await sample_order(books)
    await books.organization()
    await books.find_draft(order)
    await books.close()
    lists = [one for one in zoho.log() if one["path"].endswith(("s", "salesorders"))]
    asked = [one["query"].get("per_page") for one in lists if one["method"] == "GET"]
    assert len(asked) >= 8
    assert set(asked) == {"200"}


async def test_golden_5_a_sku_with_a_leading_zero_survives_the_whole_way(zoho):
    books = zoho.books()
    order = await sample_order(books)
    await books.create_draft(order)
    await books.close()
    assert zoho.orders()[0]["line_items"][0]["sku"] == "0042"


async def test_every_page_is_read_even_when_the_filter_is_ignored(zoho):
    books = zoho.books()
    customers = await books.customers()
    zoho.fault("ignored_filter", count=None)
    assert {one.customer_id for one in await books.customers()} == {
        one.customer_id for one in customers
    }
    await books.close()
    assert len(customers) == 300


async def test_addresses_and_taxes_come_from_the_records_that_name_them(server):
    books = ZohoBooks(server.settings())
    contact = {"contact_id": "2", "contact_type": "customer", "is_taxable": True, "tax_id": ""}
    contact |= {
        "shipping_address": {"address_id": "81", "address": "Mill Lane\n4", "city": "Leeds"}
    }
    contact |= {"billing_address": {}, "addresses": [{"address_id": "82", "zip": 20095}]}
    server.say({**OK, "contact": contact})
    found = await books.customer("2")
    assert found.addresses == (
        Address("81", "Mill Lane 4", "", "Leeds"),
        Address("82", "", "20095"),
    )
    assert (found.tax, found.taxable, found.tax_treatment) == (None, True, "")
    server.answers.clear()
    server.say({**OK, "contact": {**contact, "is_taxable": False, "vat_treatment": "overseas"}})
    exempt = await books.customer("2")
    assert (exempt.taxable, exempt.tax_treatment) == (False, "overseas")
    item = {"item_id": "3", "tax_id": "20", "tax_name": "VAT", "tax_percentage": 20}
    server.answers.clear()
    server.say({**OK, "item": item})
    assert (await books.item("3")).tax == Tax("20", "VAT", Decimal(20))
    server.answers.clear()
    server.say({**OK, "item": {**item, "item_tax_preferences": [{"tax_id": "1"}, {"tax_id": "2"}]}})
    assert (await books.item("3")).tax is None
    await books.close()
