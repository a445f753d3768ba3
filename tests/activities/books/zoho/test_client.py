"""Records come from the rows that really are what was asked for."""

import pytest

from activities.books.zoho.client import ZohoBooks
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone
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
