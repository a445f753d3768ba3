"""The activity that lets the committee vote."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from temporalio import activity

from orders.errors import RecordMissing
from orders.gridfile import load_workbook
from orders.hints import Hints
from orders.remembering import fingerprints_of, read_remembering
from runtime.storage.port import Blobs, Store
from workflows.messages import CaseRef, Voted


@dataclass(frozen=True, slots=True)
class CommitteeSteps:
    """Asks the members that need no key. `hints` are the rules in force."""

    store: Store
    blobs: Blobs
    hints: Callable[[], Hints]
    clock: Callable[[], datetime]

    @activity.defn
    async def ask_committee(self, ref: CaseRef) -> Voted:
        """Let the members vote on the columns and store votes and count."""
        case = await self.store.load_case(ref.order_id)
        row = await self.store.case_row(ref.order_id)
        if case.file is None or row is None:
            raise RecordMissing("The order has no file yet.")
        grid = load_workbook(await self.blobs.get(f"grids/{case.file.sha256}.json"))
        prints = fingerprints_of(grid, case.fixes)
        known = await self.store.remembered(case.tenant_id, prints)
        reading = read_remembering(grid, known, fixes=case.fixes, hints=self.hints())
        now = self.clock().isoformat()
        await self.store.save_case(replace(row, updated_at=now), replace(case, reading=reading))
        decided = sum(count.decided for count in reading.counts)
        return Voted(decided=decided, unsure=len(reading.counts) - decided)
