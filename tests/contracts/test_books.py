"""What every kind of books keeps: the memory twin and Zoho's client on the stand-in."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from activities.books.drafts import differences
from activities.books.memory import MemoryBooks
from activities.books.port import Books
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftLine
from orders.errors import BooksRejected, RecordGone
from tests.support.books import ORGANIZATION, Standin, sample_order, standin

TWIN_CUSTOMERS = (
    Customer("100", "Karimi Trading Co", "Karimi Trading", "EUR"),
    Customer("101", "Gone Quiet Ltd", active=False, currency="EUR"),
)
TWIN_ITEMS = (
    Item("200", "Trail Backpack 30L Green", "BW-1001", "9521000010017", rate=Decimal("49.90")),
    Item("201", "Steel Bottle 750 ml", "0042", "9521000010420", rate=Decimal("14.50")),
    Item("202", "Canister 450 g Gas", "C450 G", "9521000014503", rate=Decimal("8.75")),
    Item("203", "Old Pack", "BW-0900", "9521000009004", rate=Decimal("39.90"), active=False),
)


@pytest.fixture(scope="module")
def running() -> Iterator[dict[str, Standin]]:
    with standin() as keyed, standin(keyed=False) as plain:
        yield {"zoho": keyed, "zoho without key": plain}


@pytest.fixture(params=["memory", "memory without key", "zoho", "zoho without key"])
async def books(request, running) -> AsyncIterator[Books]:
    if request.param.startswith("memory"):
        organization = Organization(ORGANIZATION, "Order Desk Demo", "EUR", 2)
        keyed = request.param == "memory"
        made: Books = MemoryBooks(organization, TWIN_CUSTOMERS, TWIN_ITEMS, keyed=keyed)
    else:
        running[request.param].reset()
        made = running[request.param].books()
    yield made
    await made.close()


async def test_the_organization_is_the_configured_one(books):
    found = await books.organization()
    assert (found.organization_id, found.currency, found.price_precision) == (
        ORGANIZATION,
        "EUR",
        2,
    )


async def test_customers_and_items_have_text_ids_and_exact_rates(books):
    customers, items = await books.customers(), await books.items()
    assert len({one.customer_id for one in customers}) == len(customers)
    assert all(one.customer_id.isdigit() for one in customers)
    assert {one.sku: one.rate for one in items}["BW-1001"] == Decimal("49.9")
    assert not {one.sku: one.active for one in items}["BW-0900"]


async def test_a_leading_zero_survives_the_way(books):
    items = {one.sku: one for one in await books.items()}
    assert (await books.item(items["0042"].item_id)).sku == "0042"


async def test_one_record_reads_like_its_row(books):
    customer = next(iter(await books.customers()))
    item = next(iter(await books.items()))
    alone = await books.customer(customer.customer_id)
    # Lists leave these out.
    terms = {"credit_limit": customer.credit_limit, "price_list": customer.price_list}
    assert replace(alone, **terms, addresses=customer.addresses) == customer
    assert await books.item(item.item_id) == item


async def test_a_record_that_is_not_there_is_gone(books):
    for ask in (books.customer, books.item, books.read_draft, books.void_draft):
        with pytest.raises(RecordGone):
            await ask("999999999999999999")


async def test_a_created_draft_reads_back_as_it_was_sent(books):
    order = await sample_order(books)
    ref = await books.create_draft(order)
    draft = await books.read_draft(ref.draft_id)
    assert ref.weaker_promise is not await books.has_key_field()
    assert (draft.number, draft.status) == (ref.number, "draft")
    assert draft.customer_id == order.customer_id
    assert draft.order_key == order.order_key
    assert draft.sub_total == order.sub_total
    sent = [(line.item_id, line.quantity, line.rate) for line in order.lines]
    assert [(line.item_id, line.quantity, line.rate) for line in draft.lines] == sent


async def test_b058_a_hundred_awkward_lines_come_to_the_same_sum_to_the_last_cent(books):
    order = await sample_order(books)
    rates = ("2.675", "0.1", "0.2", "1.005", "49.995", "0.005")
    lines = tuple(
        replace(order.lines[0], quantity=Decimal(n) / 8, rate=Decimal(rates[n % len(rates)]))
        for n in range(1, 101)
    )
    order = replace(order, lines=lines)
    ref = await books.create_draft(order)
    draft = await books.read_draft(ref.draft_id)
    assert draft.sub_total == order.sub_total
    assert differences(order, draft) == ()


async def test_a_rate_left_to_the_books_is_theirs(books):
    order = await sample_order(books)
    order = replace(order, lines=tuple(replace(line, rate=None) for line in order.lines))
    ref = await books.create_draft(order)
    rates = {one.item_id: one.rate for one in await books.items()}
    for line in (await books.read_draft(ref.draft_id)).lines:
        assert line.rate == rates[line.item_id]


async def test_a_draft_is_found_by_its_key_alone(books):
    order = await sample_order(books)
    other = await sample_order(books, "second")
    assert await books.find_draft(order) is None
    ref = await books.create_draft(order)
    await books.create_draft(other)
    found = await books.find_draft(order, thorough=False)
    assert found is not None
    assert found.draft_id == ref.draft_id
    assert found.lines


async def test_with_a_key_a_repeat_makes_no_twin(books):
    order = await sample_order(books)
    first, second = await books.create_draft(order), await books.create_draft(order)
    assert (first.draft_id == second.draft_id) is await books.has_key_field()


async def test_a_bad_order_is_refused(books):
    order = await sample_order(books)
    nobody = replace(order, customer_id="999999999999999999")
    nothing = replace(order, lines=())
    unknown = replace(order, lines=(DraftLine("L001", "999999999999999999", Decimal(1), None),))
    none = replace(order, lines=(replace(order.lines[0], quantity=Decimal(0)),))
    for bad in (nobody, nothing, unknown, none):
        with pytest.raises(BooksRejected):
            await books.create_draft(bad)


async def test_an_inactive_item_is_refused(books):
    order = await sample_order(books)
    old = next(one for one in await books.items() if one.sku == "BW-0900")
    with pytest.raises(BooksRejected):
        await books.create_draft(
            replace(order, lines=(DraftLine("L001", old.item_id, Decimal(1), old.rate),))
        )


async def test_an_update_takes_the_place_of_all_that_was_there_even_twice(books):
    order = await sample_order(books)
    ref = await books.create_draft(order)
    later = await sample_order(books, "later", delivery_date="", lines=order.lines[1:])
    for _ in range(2):
        await books.update_draft(ref.draft_id, later)
        draft = await books.read_draft(ref.draft_id)
        assert (differences(later, draft), draft.delivery_date) == ((), "")
        assert (draft.number, draft.status) == (ref.number, "draft")
    assert await books.find_draft(order) is None
    assert (await books.find_draft(later)).draft_id == ref.draft_id
    with pytest.raises(BooksRejected):
        await books.update_draft(ref.draft_id, replace(later, lines=()))
    assert differences(later, await books.read_draft(ref.draft_id)) == ()
    with pytest.raises(RecordGone):
        await books.update_draft("999999999999999999", later)


async def test_deleting_twice_is_fine(books):
    ref = await books.create_draft(await sample_order(books))
    await books.delete_draft(ref.draft_id)
    await books.delete_draft(ref.draft_id)
    with pytest.raises(RecordGone):
        await books.read_draft(ref.draft_id)


async def test_a_voided_draft_stays_readable_and_is_not_voided_twice(books):
    ref = await books.create_draft(await sample_order(books))
    await books.void_draft(ref.draft_id)
    assert (await books.read_draft(ref.draft_id)).status == "void"
    with pytest.raises(BooksRejected):
        await books.void_draft(ref.draft_id)


async def test_a_draft_is_among_the_past_orders_with_its_key(books):
    order = await sample_order(books)
    draft = await books.create_draft(order)
    (past,) = [one for one in await books.past_orders("") if one.draft_id == draft.draft_id]
    assert (past.customer_id, past.status, past.key) == (
        order.customer_id,
        "draft",
        order.order_key,
    )


async def test_who_owes_nothing_past_its_day_owes_nothing(books):
    customer = next(iter(await books.customers()))
    assert await books.overdue(customer.customer_id) == 0


async def test_a_price_list_that_is_not_there_is_gone(books):
    with pytest.raises(RecordGone):
        await books.price_list("1")


async def test_comments_and_a_file_hang_on_the_draft(books):
    ref = await books.create_draft(await sample_order(books))
    await books.comment(ref.draft_id, "Order Desk K7Q4MP")
    assert "Order Desk K7Q4MP" in await books.comments(ref.draft_id)
    await books.attach(ref.draft_id, "order.pdf", b"%PDF-1.4")
    await books.attach(ref.draft_id, "order.pdf", b"%PDF-1.4 again")
    for write in (
        books.comment("999999999999999999", "x"),
        books.attach("999999999999999999", "x.pdf", b"x"),
    ):
        with pytest.raises(RecordGone):
            await write


async def test_a_discount_and_dates_come_back(books):
    order = await sample_order(books)
    lines = (replace(order.lines[0], discount=Decimal(10)), *order.lines[1:])
    order = replace(order, lines=lines)
    ref = await books.create_draft(order)
    draft = await books.read_draft(ref.draft_id)
    assert differences(order, draft) == ()
    assert draft.sub_total == order.sub_total
    assert (draft.date, draft.delivery_date) == (order.date, order.delivery_date)
    less = replace(draft, lines=(replace(draft.lines[0], discount="5%"), *draft.lines[1:]))
    assert differences(order, less) == ("lines",)
    moved = replace(draft, date="2026-01-01", delivery_date=None, currency="USD")
    assert differences(order, moved) == ("currency", "date")


async def test_what_is_sent_in_words_is_read_back_and_compared(books):
    order = await sample_order(books)
    draft = await books.read_draft((await books.create_draft(order)).draft_id)
    assert differences(order, draft) == ()
    for lost, name in (
        ({"notes": ""}, "notes"),
        ({"notes": f"{order.notes}!"}, "notes"),
        ({"po_number": ""}, "PO number"),
        ({"po_number": "PO-other"}, "PO number"),
        ({"date": ""}, "date"),
        ({"delivery_date": ""}, "delivery date"),
        ({"order_key": "OD-other"}, "order key"),
    ):
        assert differences(order, replace(draft, **lost)) == (name,)
    unsaid = replace(draft, notes=None, po_number=None, date=None, delivery_date=None, order_key="")
    assert differences(order, unsaid) == ()
