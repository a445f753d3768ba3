"""Reads the stored file of an order once and keeps its grid."""

import asyncio
from dataclasses import dataclass

from activities.workbook.limits import Limits
from activities.workbook.reader import open_grid
from orders.errors import RecordMissing, StaleWrite
from orders.gridfile import load_workbook
from orders.sheet import Workbook
from runtime.storage.keeping import grid_key
from runtime.storage.port import Blobs, Store


@dataclass(frozen=True, slots=True)
class GridFacts:
    """How much a workbook holds; `rows` and `cells` count what is filled."""

    kind: str
    sheets: int
    rows: int
    cells: int
    notes: tuple[str, ...] = ()


async def read_workbook(store: Store, blobs: Blobs, order_id: str, limits: Limits) -> GridFacts:
    """Open `files/<sha256>` of the order's file and keep it as `grids/<sha256>.json`.

    A grid that is there already is taken as it is: its bytes say which file it is of.

    Raises:
        OrderFault: as `open_workbook` does.
        RecordMissing: the order has no file yet.
        StoreUnavailable: database or blobs do not answer.
    """
    file = (await store.load_case(order_id)).file
    if file is None:
        raise RecordMissing("The order has no file yet.")
    key = grid_key(file.sha256)
    grid = await _kept(blobs, key)
    if grid is None:
        grid = await open_grid(await blobs.get(f"files/{file.sha256}"), file.name, limits)
        try:
            await blobs.put(key, grid)
        except StaleWrite:
            # Another order with the same file under another name was a moment faster.
            grid = await blobs.get(key)
    # A large grid takes longer to load than the event loop may stand still.
    return grid_facts(await asyncio.to_thread(load_workbook, grid))


def grid_facts(workbook: Workbook) -> GridFacts:
    """Count a workbook."""
    return GridFacts(
        workbook.kind,
        len(workbook.sheets),
        sum(len({row for row, _ in sheet.cells}) for sheet in workbook.sheets),
        sum(len(sheet.cells) for sheet in workbook.sheets),
        workbook.notes,
    )


async def _kept(blobs: Blobs, key: str) -> bytes | None:
    try:
        return await blobs.get(key)
    except RecordMissing:
        return None
