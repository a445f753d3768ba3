"""The books' activities: unpack, ask, return ids."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from temporalio import activity

from activities.books.drafting import Drafting
from activities.books.match import Matching
from activities.books.notes import Annotations, Approval
from orders.case import DraftRef
from workflows.counts import count_issues
from workflows.draft_messages import Annotated, DraftAt, DraftNote, DraftSeen, Probe
from workflows.messages import CaseRef, Checked, DraftOrderRef, UndoDraft, Undone


@dataclass(frozen=True, slots=True)
class BooksSteps:
    """Activities of matching and drafting. `clock` tells the time in UTC."""

    matching: Matching
    drafting: Drafting
    annotations: Annotations
    clock: Callable[[], datetime]

    @activity.defn
    async def find_customer(self, case: CaseRef) -> None:
        """Match the customer in the books and store the match."""
        await self.matching.find_customer(case.order_id, case.revision)

    @activity.defn
    async def find_items(self, case: CaseRef) -> None:
        """Match every line's item in the books and store the matches."""
        await self.matching.find_items(case.order_id, case.revision)

    @activity.defn
    async def settle_matches(self, case: CaseRef) -> Checked:
        """Join both matches, compare prices, and count what is still open; asks no books."""
        settled = await self.matching.settle(case.order_id, case.revision, self.clock())
        return count_issues(settled)

    @activity.defn
    async def create_draft(self, draft: DraftOrderRef) -> DraftRef:
        """Create the one draft in the books, or find the one that is there."""
        if draft.hurry:
            self.drafting.try_now()
        return await self.drafting.create(draft.order_id, draft.order_hash)

    @activity.defn
    async def undo_draft(self, undo: UndoDraft) -> Undone:
        """Take the draft back and release its reservation."""
        if undo.hurry:
            self.drafting.try_now()
        return Undone(how=await self.drafting.undo(undo.order_id, force=undo.force))

    @activity.defn
    async def probe_books(self, _line: Probe) -> None:
        """Ask the books for as little as possible, whatever the weather was a moment ago."""
        self.drafting.try_now()
        await self.drafting.ping()

    @activity.defn
    async def look_at_draft(self, draft: DraftAt) -> DraftSeen:
        """See what people made of the draft in the books."""
        return DraftSeen(state=await self.drafting.look(draft.order_id, draft.draft_id))

    @activity.defn
    async def annotate_draft(self, note: DraftNote) -> Annotated:
        """Attach the file to the draft and write down who approved it."""
        approval = Approval(note.approver, note.order_hash)
        how = await self.annotations.write(note.order_id, note.draft_id, approval)
        return Annotated(how=how)
