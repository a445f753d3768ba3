"""A case kept under the list row it has, and the grid of its file."""

import asyncio
from dataclasses import replace
from datetime import datetime

from orders.case import CaseDocument
from orders.errors import RecordMissing
from orders.gridfile import load_workbook
from orders.sheet import Workbook
from runtime.storage.port import Blobs, Store


def grid_key(sha256: str) -> str:
    """Where the grid lies that was read from the file of this digest."""
    return f"grids/{sha256}.json"


async def keep_case(store: Store, case: CaseDocument, now: datetime) -> None:
    """Save a document. Raises `RecordMissing` when the case was never opened."""
    row = await store.case_row(case.order_id)
    if row is None:
        raise RecordMissing
    await store.save_case(replace(row, updated_at=now.isoformat()), case)


async def load_grid(blobs: Blobs, case: CaseDocument) -> Workbook:
    """The grid of the order's file. Raises `RecordMissing` when it was not read yet."""
    if case.file is None:
        raise RecordMissing("The order has no file yet.")
    return await asyncio.to_thread(load_workbook, await blobs.get(grid_key(case.file.sha256)))
