"""The audit's end is anchored in every book outside the database."""

from datetime import UTC, datetime

import pytest
from temporalio.testing import ActivityEnvironment

from activities.casefile.closing import Closing
from orders.chain import AuditEntry
from orders.errors import AnchorsDisagree
from runtime.anchors import open_books
from tests.activities.casefile.conftest import NOW, REF


def entry(number: int) -> AuditEntry:
    return AuditEntry("o1", f"o1:{number}", "order.opened", NOW.isoformat(), "system")


async def closing_of(desk, folder) -> Closing:
    await desk.keep()
    await desk.store.append_audit([entry(1), entry(2)])
    return Closing(desk.store, open_books("", folder / "data"), lambda: NOW)


async def test_finishing_an_order_anchors_what_it_added(desk, tmp_path):
    closing = await closing_of(desk, tmp_path)
    await ActivityEnvironment().run(closing.finish_audit, REF)
    (anchor,) = closing.books.read().anchors
    head = await desk.store.audit_head()
    assert datetime.fromisoformat(anchor.time) == NOW
    assert (anchor.count, anchor.head) == (head.seq, head.hash)


async def test_finishing_twice_is_harmless(desk, tmp_path):
    closing = await closing_of(desk, tmp_path)
    for _ in range(2):
        await ActivityEnvironment().run(closing.finish_audit, REF)
    assert closing.books.read().anchors
    later = Closing(desk.store, closing.books, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    await desk.store.append_audit([entry(3)])
    await ActivityEnvironment().run(later.finish_audit, REF)
    assert closing.books.read().anchors[-1].time.startswith("2026-11-22")


async def test_books_that_disagree_are_told_and_left_alone(desk, tmp_path):
    closing = await closing_of(desk, tmp_path)
    await ActivityEnvironment().run(closing.finish_audit, REF)
    book = next((tmp_path / "data" / "anchors").iterdir())
    book.write_text(book.read_text().replace("2026", "2025"))
    with pytest.raises(AnchorsDisagree):
        await ActivityEnvironment().run(closing.finish_audit, REF)
