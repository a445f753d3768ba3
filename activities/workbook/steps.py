"""The activity that opens the stored file."""

from dataclasses import dataclass

from temporalio import activity

from activities.workbook import grids
from activities.workbook.limits import Limits
from runtime.storage.port import Blobs, Store
from workflows.messages import CaseRef, WorkbookRead


@dataclass(frozen=True, slots=True)
class WorkbookSteps:
    """Opens workbooks in a child process and keeps their grids."""

    store: Store
    blobs: Blobs
    limits: Limits

    @activity.defn
    async def read_workbook(self, case: CaseRef) -> WorkbookRead:
        """Open the order's file and store its grid."""
        facts = await grids.read_workbook(self.store, self.blobs, case.order_id, self.limits)
        return WorkbookRead(sheets=facts.sheets, rows=facts.rows, cells=facts.cells)
