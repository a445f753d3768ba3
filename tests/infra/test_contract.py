"""`./desk books check` holds on the stand-in and on the twin, and says what is broken."""

import io

import pytest
from rich.console import Console

from activities.books.memory import MemoryBooks
from infra.contract import check_books
from orders.catalogue import Customer, Item, Organization
from tests.support.books import ORGANIZATION, standin


async def checked(books, *, draft=True):
    said = io.StringIO()
    console = Console(file=said, width=200)
    return await check_books(books, console, draft=draft), said.getvalue()


@pytest.mark.parametrize("keyed", [True, False])
async def test_the_stand_in_keeps_every_promise_and_nothing_is_left_of_the_draft(keyed):
    with standin(keyed=keyed) as zoho:
        books = zoho.books()
        code, said = await checked(books)
        await books.close()
        assert code == 0, said
        assert zoho.orders() == []
        assert ("a repeat changed nothing" in said) is keyed
        assert "files taken: pdf" in said
        zoho.tell("log", "DELETE")
        books = zoho.books()
        code, said = await checked(books, draft=False)
        await books.close()
        assert code == 0
        writes = [one for one in zoho.log() if one["method"] in ("POST", "DELETE")]
        assert [one["path"] for one in writes] == ["/oauth/v2/token"]


async def test_the_twin_does_too_and_what_is_missing_is_named():
    organization = Organization(ORGANIZATION, "Desk", "EUR", 2)
    customer, item = Customer("1", "Alfa", currency="EUR"), Item("2", "Mug", "0107")
    code, said = await checked(MemoryBooks(organization, (customer,), (item,)))
    assert code == 0, said
    code, said = await checked(MemoryBooks(organization, (customer,), ()))
    assert code == 1
    assert "there is no item" in said
