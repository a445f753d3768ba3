"""Traces of the customer: in the file, and in the sender's past orders."""

from collections import Counter

from orders.case import GIVEN_UP, CaseDocument
from orders.clues import Clues, clues_in
from orders.errors import RecordMissing
from runtime.storage.keeping import load_grid
from runtime.storage.port import Blobs, Store

_EARLIER = 8
"""So many of the sender's last orders tell whom they order for."""
_MOST_TEXTS = 400


async def find_clues(store: Store, blobs: Blobs, case: CaseDocument) -> Clues:
    """What the file says outside the order's lines, and the sender's earlier customers."""
    return clues_in(await _texts(blobs, case), await _habits(store, case))


async def _texts(blobs: Blobs, case: CaseDocument) -> list[str]:
    order = case.order
    if order is None:
        return []
    try:
        book = await load_grid(blobs, case)
    except RecordMissing:
        return []
    lines = {line.row for line in order.lines}
    texts = [
        str(cell.value)
        for sheet in book.sheets
        for (row, _), cell in sheet.cells.items()
        if cell.value is not None and not (sheet.name == order.sheet and row in lines)
    ]
    return texts[:_MOST_TEXTS]


async def _habits(store: Store, case: CaseDocument) -> Counter[str]:
    habits: Counter[str] = Counter()
    for row in await store.cases_of(case.tenant_id, case.requester, _EARLIER):
        if row.order_id == case.order_id or row.status in GIVEN_UP:
            continue
        match = (await store.load_case(row.order_id)).matches.customer
        if match is not None and match.customer is not None:
            habits[match.customer.customer_id] += 1
    return habits
