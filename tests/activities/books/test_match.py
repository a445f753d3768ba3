"""The matching steps: two halves side by side, one write that joins them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from activities.books.cache import Catalogue
from activities.books.drafting import Drafting
from activities.books.match import Matching
from activities.books.memory import MemoryBooks
from activities.books.notes import Annotations
from activities.books.steps import BooksSteps
from orders.case import CaseDocument
from orders.catalogue import Customer, Item, Organization
from orders.draft import order_hash
from orders.errors import BooksUnavailable, OrderUnsettled, RecordMissing, StaleWrite
from orders.learned import Alias, AliasKind
from orders.order import Line, Order
from orders.reading import Reading, Result
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.support.trade import trade_of
from workflows.messages import CaseRef, DraftOrderRef, UndoDraft

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ORDER_ID = "order/of:strange;characters"
CUSTOMERS = (Customer("1", "Alfa GmbH", currency="EUR"), Customer("2", "Beta", currency="EUR"))
ITEMS = (
    Item("10", "Mug", "0107", rate=Decimal("6.20")),
    Item("11", "Bottle", "0042", rate=Decimal("14.50")),
)


def case_of(**changes) -> CaseDocument:
    lines = (
        Line("L001", 2, sku="0107", quantity=Decimal(3), unit_price=Decimal("6.20")),
        Line("L002", 3, sku="0042", quantity=Decimal("1.5")),
    )
    order = Order("S", (1,), {}, lines, customer="alfa", po_number="PO-1")
    case = CaseDocument(
        order_id=ORDER_ID, code="K7Q4MP", tenant_id="t", requester="r", requester_name="",
        language="en", conversation="", received_at="2026-11-21T08:00:00+00:00",
        reading=Reading(Result.READY, (order,)),
    )  # fmt: skip
    return replace(case, **changes)


async def save(store, case) -> None:
    row = CaseRow(
        ORDER_ID, "K7Q4MP", "t", "r", "resolving", "a.xlsx", case.received_at, case.received_at
    )
    await store.save_case(row, case)


@pytest.fixture
def books() -> MemoryBooks:
    return MemoryBooks(Organization("5", "Desk", "EUR", 2), CUSTOMERS, ITEMS)


@pytest.fixture
async def store() -> MemoryStore:
    made = MemoryStore()
    await save(made, case_of())
    return made


@pytest.fixture
def matching(books, store) -> Matching:
    return Matching(
        Catalogue(books, store, "5", lambda: NOW),
        store,
        open_blobs("memory:///", Path()),
        trade_of(books, store),
    )


async def settled(matching, revision=1) -> CaseDocument:
    await asyncio.gather(
        matching.find_customer(ORDER_ID, revision), matching.find_items(ORDER_ID, revision)
    )
    return await matching.settle(ORDER_ID, revision, NOW)


async def test_both_halves_end_on_the_case(matching, store):
    case = await settled(matching)
    assert case == await store.load_case(ORDER_ID)
    assert case.matches.customer is not None
    assert case.matches.customer.customer == CUSTOMERS[0]
    assert case.matches.items["L002"].item == ITEMS[1]
    assert [one.sent for one in case.prices] == [Decimal("6.20"), Decimal("14.50")]
    assert case.issues == ()
    row = await store.case_row(ORDER_ID)
    assert row is not None
    assert (row.updated_at, row.status) == (NOW.isoformat(), "resolving")


async def test_a_repeat_changes_nothing(matching):
    first = await settled(matching)
    assert await settled(matching) == first


async def test_a_new_record_is_found_once_the_catalogue_is_older_than_a_moment(store):
    books = MemoryBooks(Organization("5", "Desk", "EUR", 2), CUSTOMERS[1:], ITEMS[1:])
    clock = [NOW]
    catalogue = Catalogue(books, store, "5", lambda: clock[0])
    matching = Matching(catalogue, store, open_blobs("memory:///", Path()), trade_of(books, store))
    await catalogue.get()
    books._customers["1"], books._items["10"] = CUSTOMERS[0], ITEMS[0]
    clock[0] += timedelta(seconds=60)
    assert (await settled(matching)).issues == ()


async def test_what_is_unclear_is_asked_and_a_choice_of_the_next_revision_settles_it(
    matching, store
):
    unclear = case_of()
    order = replace(unclear.reading.orders[0], customer="Gamma")
    await save(store, replace(unclear, reading=Reading(Result.READY, (order,))))
    case = await settled(matching)
    assert [one.code for one in case.issues] == ["CUSTOMER_NOT_FOUND"]
    await save(store, replace(case, revision=2, choices={"customer": "2"}))
    case = await settled(matching, 2)
    assert case.issues == ()
    assert case.matches.customer.customer == CUSTOMERS[1]


async def test_the_first_answer_of_a_revision_stands(matching, books, store):
    first = await settled(matching)
    books._items["10"] = replace(ITEMS[0], rate=Decimal(7))
    later = Matching(
        Catalogue(books, store, "5", lambda: NOW), store, matching._blobs, trade_of(books, store)
    )
    assert await settled(later) == first


async def test_an_order_that_the_store_does_not_know_is_missing(books, store):
    class Rowless(MemoryStore):
        """A store that has lost the row."""

        async def case_row(self, order_id):
            return None

    rowless = Rowless()
    await save(rowless, case_of())
    matching = Matching(
        Catalogue(books, rowless, "5", lambda: NOW),
        rowless,
        open_blobs("memory:///", Path()),
        trade_of(books, rowless),
    )
    with pytest.raises(RecordMissing):
        await settled(matching)


async def test_half_an_answer_is_no_answer(matching):
    await matching.find_customer(ORDER_ID, 1)
    with pytest.raises(RecordMissing):
        await matching.settle(ORDER_ID, 1, NOW)


async def test_a_case_that_moved_on_is_not_overwritten(matching, store):
    await matching.find_customer(ORDER_ID, 1)
    await matching.find_items(ORDER_ID, 1)
    await save(store, case_of(revision=2))
    with pytest.raises(StaleWrite):
        await matching.settle(ORDER_ID, 1, NOW)


async def test_the_steps_answer_with_counts_only(matching, store, books):
    notes = Annotations(books, store, open_blobs("memory:///", Path()))
    steps = BooksSteps(matching, Drafting(books, store), notes, lambda: NOW)
    case = CaseRef(order_id=ORDER_ID, revision=1)
    await steps.find_customer(case)
    await steps.find_items(case)
    checked = await steps.settle_matches(case)
    assert (checked.errors, checked.lines) == (0, 2)
    approved = order_hash(await store.load_case(ORDER_ID))
    draft = DraftOrderRef(order_id=ORDER_ID, revision=1, order_hash=approved, approved_by="o")
    ref = await steps.create_draft(draft)
    assert ref.number == "SO-00001"
    undo = UndoDraft(order_id=ORDER_ID, revision=1, draft=ref)
    assert (await steps.undo_draft(undo)).how == "deleted"


# --- the draft of a case -----------------------------------------------------------------------


async def test_an_approved_case_becomes_one_draft_and_can_be_undone(matching, store, books):
    case = await settled(matching)
    drafting = Drafting(books, store)
    ref = await drafting.create(ORDER_ID, order_hash(case))
    assert await drafting.create(ORDER_ID, order_hash(case)) == ref
    (draft,) = books.drafts.values()
    assert [(one.item_id, one.quantity) for one in draft.lines] == [
        ("10", Decimal(3)),
        ("11", Decimal("1.5")),
    ]
    assert await drafting.undo(ORDER_ID) == "deleted"
    assert books.drafts == {}


async def test_what_was_not_approved_is_not_sent(matching, store, books):
    await settled(matching)
    with pytest.raises(OrderUnsettled):
        await Drafting(books, store).create(ORDER_ID, "another hash")
    assert books.drafts == {}


async def test_an_unsettled_case_has_no_draft_to_undo(store, books):
    assert await Drafting(books, store).undo(ORDER_ID) == "absent"


async def test_what_people_taught_is_used_for_the_customer_and_their_codes(matching, store):
    taught = Alias(
        "t", AliasKind.CUSTOMER, "", "gamma", "Gamma", "1", "Alfa", "u", "Sara", "2026-11-20", "A"
    )
    unclear = case_of()
    first, *others = unclear.reading.orders[0].lines
    line = replace(first, sku="THEIR-1", gtin=None, product_name=None)
    order = replace(unclear.reading.orders[0], customer="Gamma", lines=(line, *others))
    await save(store, replace(unclear, reading=Reading(Result.READY, (order,))))
    code = replace(taught, kind=AliasKind.ITEM, owner="1", key="sku:THEIR-1", record_id="10")
    for alias in (taught, code):
        await store.keep_alias(replace(alias, tenant_id=unclear.tenant_id))
    case = await settled(matching)
    assert case.matches.customer.customer == CUSTOMERS[0]
    assert case.matches.items[line.line_id].item == ITEMS[0]
    assert [one.code for one in case.issues] == ["CUSTOMER_KNOWN", "ITEM_KNOWN"]
    assert not any(one.open for one in case.issues)


async def test_an_order_in_an_outage_goes_on_by_the_copy_and_carries_its_age(store):
    class Tired(MemoryBooks):
        """Books whose lists stop answering."""

        down = False

        async def customers(self, since=None):
            if self.down:
                raise BooksUnavailable
            return await super().customers(since)

    books, clock = Tired(Organization("5", "Desk", "EUR", 2), CUSTOMERS, ITEMS), [NOW]
    catalogue = Catalogue(books, store, "5", lambda: clock[0])
    blobs = open_blobs("memory:///", Path())
    matching = Matching(catalogue, store, blobs, trade_of(books, store))
    await catalogue.get()
    books.down, clock[0] = True, NOW + timedelta(hours=2, minutes=5)
    case = await settled(matching)
    (stale,) = [one for one in case.issues if one.code == "CATALOGUE_STALE"]
    assert (stale.facts["value"], stale.open) == ("2:05", False)
    assert case.matches.customer.customer == CUSTOMERS[0]
    books.down = False
    await save(store, replace(case, revision=2))
    clock[0] += timedelta(hours=1)
    assert "CATALOGUE_STALE" not in [one.code for one in (await settled(matching, 2)).issues]
