"""The stored file is opened once; its grid is kept and counted."""

from hashlib import sha256

import pytest

from activities.workbook.grids import GridFacts, read_workbook
from activities.workbook.limits import Limits
from orders.case import CaseDocument, FileFacts
from orders.errors import RecordMissing, StaleWrite, UnreadableFile
from orders.gridfile import load_workbook
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.support.packages import number_cell, row_xml, sheet_xml, workbook

SHEET = sheet_xml(
    row_xml(1, number_cell("A1", "1") + number_cell("B1", "2")) + row_xml(9, number_cell("A9", "3"))
)
CONTENT = workbook(SHEET, SHEET)
DIGEST = sha256(CONTENT).hexdigest()
FACTS = GridFacts("xlsx", sheets=2, rows=4, cells=6)


@pytest.fixture
def blobs(tmp_path):
    return open_blobs("", tmp_path)


async def store_with(file: FileFacts | None) -> MemoryStore:
    store = MemoryStore()
    case = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "2026-01-01T00:00:00Z", file=file)
    row = CaseRow("o1", "K7Q4MP", "t", "p", "parsing", "a.xlsx", "", "")
    await store.save_case(row, case)
    return store


async def test_the_grid_of_the_orders_file_is_kept_under_its_hash(blobs):
    await blobs.put(f"files/{DIGEST}", CONTENT)
    store = await store_with(FileFacts("a.xlsx", DIGEST, len(CONTENT), "zip"))
    assert await read_workbook(store, blobs, "o1", Limits()) == FACTS
    book = load_workbook(await blobs.get(f"grids/{DIGEST}.json"))
    assert [sheet.name for sheet in book.sheets] == ["Sheet1", "Sheet2"]


async def test_a_grid_that_is_there_is_not_read_again(blobs):
    await blobs.put(f"files/{DIGEST}", CONTENT)
    store = await store_with(FileFacts("a.xlsx", DIGEST, len(CONTENT), "zip"))
    await read_workbook(store, blobs, "o1", Limits())
    assert await read_workbook(store, blobs, "o1", Limits(read_wait_seconds=0.0001)) == FACTS


async def test_a_twin_that_was_faster_wins(blobs):
    class Slow:
        """A blob store in which another worker writes between our look and our write."""

        def __init__(self) -> None:
            self.looked = False

        async def ping(self) -> None:
            """It answers."""

        async def get(self, key: str) -> bytes:
            if key.startswith("grids/") and not self.looked:
                self.looked = True
                raise RecordMissing
            return await blobs.get(key)

        async def put(self, key: str, content: bytes) -> None:
            raise StaleWrite

    await blobs.put(f"files/{DIGEST}", CONTENT)
    store = await store_with(FileFacts("a.xlsx", DIGEST, len(CONTENT), "zip"))
    await read_workbook(store, blobs, "o1", Limits())
    assert await read_workbook(store, Slow(), "o1", Limits()) == FACTS


async def test_an_order_without_a_file_says_so(blobs):
    with pytest.raises(RecordMissing, match="no file"):
        await read_workbook(await store_with(None), blobs, "o1", Limits())


async def test_a_file_that_cannot_be_read_leaves_no_grid(blobs):
    digest = sha256(b"").hexdigest()
    await blobs.put(f"files/{digest}", b"")
    store = await store_with(FileFacts("a.xlsx", digest, 0, "zip"))
    with pytest.raises(UnreadableFile):
        await read_workbook(store, blobs, "o1", Limits())
    with pytest.raises(RecordMissing):
        await blobs.get(f"grids/{digest}.json")
