"""A document is saved under its row; without one there is nothing to save it under."""

from dataclasses import replace

import pytest

from orders.errors import RecordMissing, StaleWrite
from orders.gridfile import dump_workbook
from runtime.storage.blobs import open_blobs
from runtime.storage.keeping import keep_case, load_grid
from runtime.storage.port import CaseRow
from tests.activities.casefile.conftest import CASE, EARLIER, FILE, NOW
from tests.orders.grids import grid

ROW = CaseRow("o1", "K7Q4MP", "t", "sara", "checking", "PO-1.csv", EARLIER, EARLIER)
GRID = grid("SKU|Qty\nA-1|2")


async def test_a_document_is_saved_and_its_row_says_when(store):
    await store.save_case(ROW, CASE)
    await keep_case(store, replace(CASE, revision=2), NOW)
    assert await store.case_row("o1") == replace(ROW, updated_at=NOW.isoformat())
    assert (await store.load_case("o1")).revision == 2


async def test_a_case_that_was_never_opened_is_not_saved(store):
    with pytest.raises(RecordMissing):
        await keep_case(store, CASE, NOW)


async def test_an_older_revision_never_replaces_a_newer(store):
    await store.save_case(ROW, replace(CASE, revision=3))
    with pytest.raises(StaleWrite):
        await keep_case(store, CASE, NOW)


async def test_the_grid_comes_back_as_it_was_stored(tmp_path):
    blobs = open_blobs("", tmp_path)
    with pytest.raises(RecordMissing):
        await load_grid(blobs, CASE)
    await blobs.put(f"grids/{FILE.sha256}.json", dump_workbook(GRID))
    assert await load_grid(blobs, CASE) == GRID
    with pytest.raises(RecordMissing, match="no file yet"):
        await load_grid(blobs, replace(CASE, file=None))
