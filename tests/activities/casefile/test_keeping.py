"""A document is saved under its row; without one there is nothing to save it under."""

from dataclasses import replace

import pytest

from activities.casefile.keeping import keep_case, load_grid
from orders.errors import RecordMissing, StaleWrite
from tests.activities.casefile.conftest import CASE, NOW
from tests.orders.grids import grid

GRID = grid("SKU|Qty\nA-1|2")


async def test_a_document_is_saved_and_its_row_says_when(desk):
    await desk.keep()
    await keep_case(desk.store, replace(CASE, revision=2), NOW)
    row = await desk.store.case_row("o1")
    assert (row.updated_at, row.status, row.title) == (NOW.isoformat(), "checking", "PO-1.csv")
    assert (await desk.case()).revision == 2


async def test_a_case_that_was_never_opened_is_not_saved(desk):
    with pytest.raises(RecordMissing):
        await keep_case(desk.store, CASE, NOW)


async def test_an_older_revision_never_replaces_a_newer(desk):
    await desk.keep(revision=3)
    with pytest.raises(StaleWrite):
        await keep_case(desk.store, CASE, NOW)


async def test_the_grid_comes_back_as_it_was_stored(desk):
    await desk.keep(GRID)
    assert await load_grid(desk.blobs, await desk.case()) == GRID


async def test_a_grid_that_is_not_there_is_missing(desk):
    await desk.keep()
    with pytest.raises(RecordMissing):
        await load_grid(desk.blobs, CASE)
    with pytest.raises(RecordMissing, match="no file yet"):
        await load_grid(desk.blobs, replace(CASE, file=None))
