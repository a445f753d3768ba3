"""What hangs on a draft: the file where its kind is taken, and one comment."""

from dataclasses import replace
from pathlib import Path

import pytest

from activities.books.memory import MemoryBooks
from activities.books.notes import Annotations, Approval
from orders.case import CaseDocument, FileFacts
from orders.errors import BooksRejected
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.support.books import order_for

APPROVAL = Approval("Omid", "ab" * 32)
CASE = CaseDocument(
    "o1", "K7Q4MP", "t", "r", "R", "c", "en", "2026-11-21T09:00:00+00:00",
    file=FileFacts("PO.xlsx", "cd" * 32, 2, "xlsx"),
)  # fmt: skip


@pytest.fixture
async def kept():
    store, blobs = MemoryStore(), open_blobs("memory:///", Path())
    await store.save_case(CaseRow("o1", "K7Q4MP", "t", "r", "completed", "PO.xlsx", "", ""), CASE)
    await blobs.put(f"files/{CASE.file.sha256}", b"PK")
    return store, blobs


@pytest.fixture
def taking_all(zoho):
    zoho.tell("switches", attachments="any")
    yield zoho
    zoho.tell("switches", attachments="documented")


async def test_the_draft_gets_the_file_and_one_comment(taking_all, kept):
    zoho = taking_all
    books = zoho.books()
    ref = await books.create_draft(await order_for(zoho))
    notes = Annotations(books, *kept)
    assert await notes.write("o1", ref.draft_id, APPROVAL) == "attached"
    assert await notes.write("o1", ref.draft_id, APPROVAL) == "kept"
    (comment,) = [one for one in await books.comments(ref.draft_id) if "K7Q4MP" in one]
    assert comment == (
        "Order Desk: order K7Q4MP; approved by Omid; content abababababababab;"
        " file PO.xlsx (attached, sha256 cdcdcdcdcdcdcdcd)"
    )
    zoho.tell("person", salesorder_id=ref.draft_id, action="delete")
    assert await notes.write("o1", ref.draft_id, APPROVAL) == "gone"
    await books.close()


async def test_a_refused_file_is_named_instead(kept):
    class Picky(MemoryBooks):
        """Books that take no spreadsheets."""

        async def read_draft(self, draft_id):
            return None

        async def attach(self, draft_id, name, content):
            raise BooksRejected

    books = Picky(None)
    assert await Annotations(books, *kept).write("o1", "5", APPROVAL) == "linked"
    assert "kept by the desk" in books.notes["5"][0]
    plain = replace(Annotations(books, *kept), attach=False)
    assert await plain.write("o1", "6", Approval("", "")) == "linked"
