"""Terms over the wire, against the stand-in: lists, past orders, own fields."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from activities.books.zoho.terms import is_yes, percent
from orders.draft import DraftLine
from orders.errors import RecordGone
from orders.prices import round_money
from tests.support.books import Standin, sample_order, standin


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with standin() as started:
        yield started


@pytest.fixture
async def books(running):
    running.reset()
    made = running.books()
    yield made
    await made.close()


async def _named(books, name):
    (found,) = [one for one in await books.customers() if one.name == name]
    return await books.customer(found.customer_id)


async def test_a_contact_has_limit_debt_and_price_list(books):
    customer = await _named(books, "Brightwater Outdoor GmbH")
    assert (customer.credit_limit, customer.outstanding) == (Decimal(25000), Decimal(1800))
    assert (await _named(books, "Karimi Trading Co")).credit_limit is None


async def test_stock_is_known_where_the_books_count_it(books):
    stock = {one.sku: one.stock for one in await books.items()}
    assert stock["BW-1001"] == Decimal(120)
    assert stock["HL-55"] is None


async def test_the_rate_without_one_sent_is_the_rate_the_desk_computes(books):
    """Percentage, own rate and quantity break: the books say the same as `PriceList`."""
    items = {one.sku: one for one in await books.items()}
    for name, sku, quantity in (
        ("Aftab Shargh Trading", "BW-1001", 1),
        ("Harbour & Vale Ltd", "BW-1001", 10),
        ("Harbour & Vale Ltd", "BW-1001", 100),
    ):
        customer = await _named(books, name)
        listed = await books.price_list(customer.price_list)
        item = items[sku]
        line = DraftLine("L001", item.item_id, Decimal(quantity), None)
        order = await sample_order(
            books,
            f"{name} {quantity}",
            customer_id=customer.customer_id,
            lines=(line,),
            currency="",
        )
        draft = await books.create_draft(order)
        held = await books.read_draft(draft.draft_id)
        listed_rate = listed.rate_of(item.item_id, item.rate, Decimal(quantity))
        assert listed_rate is not None
        worth = Decimal("1.2") if held.currency == "GBP" else Decimal(1)
        assert held.lines[0].rate == round_money(listed_rate / worth, 2)


async def test_a_list_that_is_not_there_is_gone(books):
    with pytest.raises(RecordGone):
        await books.price_list("1")


async def test_the_last_changed_orders_come_first_and_old_ones_not_again(books):
    order = await sample_order(books)
    draft = await books.create_draft(order)
    (past,) = [one for one in await books.past_orders("") if one.draft_id == draft.draft_id]
    assert past.customer_id == order.customer_id
    assert past.status == "draft"
    assert past.key.startswith("OD-")
    assert date.fromisoformat(past.date)
    assert await books.past_orders("9999") == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [("5%", "5"), (" 10.5 % ", "10.5"), ("", "0"), ("half", "0"), ("-5", "0"), ("NaN", "0")],
)
def test_a_percentage_is_read_or_none(text, number):
    assert percent(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "ticked"), [("true", True), ("True", True), ("false", False), ("", False)]
)
def test_a_checkbox_is_ticked_or_not(text, ticked):
    assert is_yes(text) is ticked
