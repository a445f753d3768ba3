"""The books' activities unpack, ask, and answer with ids and counts only."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.books.cache import Catalogue
from activities.books.drafting import Drafting
from activities.books.match import Matching
from activities.books.memory import MemoryBooks
from activities.books.notes import Annotations
from activities.books.steps import BooksSteps
from orders.case import CaseDocument, DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import order_hash
from orders.errors import OrderUnsettled
from orders.order import Line, Order
from orders.reading import Reading, Result
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.support.trade import trade_of
from workflows.draft_messages import DraftAt, DraftNote
from workflows.messages import CaseRef, Checked, DraftOrderRef, UndoDraft, Undone

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
REF = CaseRef(order_id="o1", revision=1)
LINES = (Line("L001", 2, sku="0107", quantity=Decimal(3), unit_price=Decimal("6.20")),)
ORDER = Order("S", (1,), {}, LINES, customer="alfa", po_number="PO-1")
CASE = CaseDocument(
    "o1", "K7Q4MP", "t", "r", "R", "c", "en", NOW.isoformat(),
    reading=Reading(Result.READY, (ORDER,)),
)  # fmt: skip


class Shelf:
    """The books in memory and the steps over them."""

    def __init__(self) -> None:
        customers = (Customer("1", "Alfa GmbH", currency="EUR"),)
        items = (Item("10", "Mug", "0107", rate=Decimal("6.20")),)
        self.books = MemoryBooks(Organization("5", "Desk", "EUR", 2), customers, items)
        self.store = MemoryStore()
        matching = Matching(
            Catalogue(self.books, self.store, "5", lambda: NOW),
            self.store,
            open_blobs("memory:///", Path()),
            trade_of(self.books, self.store),
        )
        blobs = open_blobs("memory:///", Path())
        notes = Annotations(self.books, self.store, blobs)
        self.steps = BooksSteps(matching, Drafting(self.books, self.store), notes, lambda: NOW)

    async def keep(self, case: CaseDocument = CASE) -> None:
        row = CaseRow("o1", "K7Q4MP", "t", "r", "resolving", "a.csv", "", "")
        await self.store.save_case(row, case)

    async def matched(self, case: CaseDocument = CASE) -> Checked:
        await self.keep(case)
        await asyncio.gather(run(self.steps.find_customer, REF), run(self.steps.find_items, REF))
        return await run(self.steps.settle_matches, REF)

    async def create(self) -> DraftRef:
        approved = order_hash(await self.store.load_case("o1"))
        draft = DraftOrderRef(order_id="o1", revision=1, order_hash=approved, approved_by="omid")
        return await run(self.steps.create_draft, draft)


async def run(step, argument):
    return await ActivityEnvironment().run(step, argument)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


async def test_matching_answers_with_counts(shelf):
    assert await shelf.matched() == Checked(lines=1)
    assert (await shelf.store.load_case("o1")).matches.customer.customer.customer_id == "1"


async def test_what_is_open_is_counted(shelf):
    strange = replace(ORDER, customer="Nobody", lines=(replace(LINES[0], sku="9999"),))
    checked = await shelf.matched(replace(CASE, reading=Reading(Result.READY, (strange,))))
    assert (checked.errors, checked.lines) == (2, 1)


async def test_an_order_without_a_customer_is_settled_by_a_choice(shelf):
    """The same question, asked by the reading and by the books, needs one answer."""
    nameless = replace(ORDER, customer=None)
    case = replace(CASE, reading=Reading(Result.READY, (nameless,)))
    assert (await shelf.matched(case)).errors == 1
    chosen = replace(case, revision=2, choices={"customer": "1"})
    await shelf.keep(chosen)
    ref = CaseRef(order_id="o1", revision=2)
    for step in (shelf.steps.find_customer, shelf.steps.find_items):
        await run(step, ref)
    assert (await run(shelf.steps.settle_matches, ref)).errors == 0


async def test_a_draft_is_created_once_and_taken_back(shelf):
    await shelf.matched()
    first, again = await shelf.create(), await shelf.create()
    assert first.draft_id == again.draft_id
    assert len(shelf.books.drafts) == 1
    undone = await run(shelf.steps.undo_draft, UndoDraft(order_id="o1", revision=1))
    assert isinstance(undone, Undone)
    assert undone.how in ("deleted", "voided")


async def test_what_became_of_a_draft_is_seen(shelf):
    await shelf.matched()
    draft = await shelf.create()

    async def seen() -> str:
        at = DraftAt(order_id="o1", revision=1, draft_id=draft.draft_id)
        return (await run(shelf.steps.look_at_draft, at)).state

    assert await seen() == "draft"
    kept = shelf.books.drafts[draft.draft_id]
    shelf.books.drafts[draft.draft_id] = replace(kept, lines=())
    assert await seen() == "edited"
    shelf.books.drafts[draft.draft_id] = replace(kept, status="open")
    assert await seen() == "open"
    note = DraftNote(
        order_id="o1", revision=1, draft_id=draft.draft_id, approver="Omid", order_hash="ab"
    )
    assert (await run(shelf.steps.annotate_draft, note)).how == "linked"
    del shelf.books.drafts[draft.draft_id]
    assert await seen() == "deleted"


async def test_what_was_not_approved_is_not_drafted(shelf):
    await shelf.matched()
    draft = DraftOrderRef(order_id="o1", revision=1, order_hash="another", approved_by="omid")
    with pytest.raises(OrderUnsettled):
        await run(shelf.steps.create_draft, draft)
    assert shelf.books.drafts == {}


async def test_what_was_never_sent_is_absent(shelf):
    await shelf.keep()
    undone = await run(shelf.steps.undo_draft, UndoDraft(order_id="o1", revision=1))
    assert undone == Undone(how="absent")
