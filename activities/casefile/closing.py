"""Closing an order's audit: an anchor outside the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from temporalio import activity

from runtime.anchors import AnchorBooks
from runtime.audit import write_anchor
from runtime.storage.port import Store
from workflows.messages import CaseRef


@dataclass(frozen=True, slots=True)
class Closing:
    """Notes in every anchor book where the audit stands. `clock` tells the time in UTC."""

    store: Store
    books: AnchorBooks
    clock: Callable[[], datetime]

    @activity.defn
    async def finish_audit(self, _case: CaseRef) -> None:
        """Anchor the audit with everything this order added to it."""
        await write_anchor(self.store, self.books, self.clock().isoformat())
