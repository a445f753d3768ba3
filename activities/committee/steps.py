"""The activity that lets the committee vote."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from temporalio import activity

from activities.committee.asking import Panelists, Sitting
from orders.case import CaseDocument
from orders.chain import AuditEntry
from orders.hints import Hints
from orders.pack import question_of
from orders.panel import Panel
from orders.reading import Reading
from orders.remembering import fingerprints_of, read_remembering
from orders.rollout import Mode, heard, told, would_be
from orders.sheet import Workbook
from orders.template import Template
from runtime.storage.keeping import keep_case, load_grid
from runtime.storage.port import Blobs, Store
from workflows.messages import CaseRef, Voted


@dataclass(frozen=True, slots=True)
class CommitteeSteps:
    """Lets the members vote: those without keys, then language models on what is still open.

    `hints` are the rules in force; `panelists` is None where no model may be asked.
    """

    store: Store
    blobs: Blobs
    hints: Callable[[], Hints]
    clock: Callable[[], datetime]
    panelists: Panelists | None = None

    @activity.defn
    async def ask_committee(self, ref: CaseRef) -> Voted:
        """Let the members vote on the columns and store votes and count."""
        case = await self.store.load_case(ref.order_id)
        grid = await load_grid(self.blobs, case)
        known = await self.store.remembered(case.tenant_id, fingerprints_of(grid, case.fixes))
        reading = await self._read(case, grid, known, None)
        panel = await self._ask_models(case, grid, reading)
        if panel is not None:
            counted = replace(panel, mode=Mode.CONFIDENT)
            panel = would_be(panel, await self._read(case, grid, known, counted))
            reading = await self._read(case, grid, known, panel)
            await self.store.append_audit([_counted(case, panel, self.clock().isoformat())])
        await keep_case(self.store, replace(case, reading=reading, panel=panel), self.clock())
        decided = sum(count.decided for count in reading.counts)
        return Voted(decided=decided, unsure=len(reading.counts) - decided)

    async def _read(
        self, case: CaseDocument, grid: Workbook, known: Sequence[Template], panel: Panel | None
    ) -> Reading:
        """The file as far as the panel is heard."""
        hints = heard(self.hints(), panel)
        return await asyncio.to_thread(read_remembering, grid, known, fixes=case.fixes, hints=hints)

    async def _ask_models(
        self, case: CaseDocument, grid: Workbook, reading: Reading
    ) -> Panel | None:
        if self.panelists is None:
            return None
        settings = self.panelists.settings
        question = question_of(
            grid,
            reading,
            (case.fixes, self.hints()),
            masked=settings.mask_names,
            values=settings.share == "values",
        )
        if question is None:
            return None
        attempt = f"{case.revision}.{activity.info().attempt}"
        customer = reading.orders[0].customer or ""
        sitting = Sitting(case.order_id, case.tenant_id, attempt, customer)
        return await self.panelists.ask(question, sitting)


def _counted(case: CaseDocument, panel: Panel, at: str) -> AuditEntry:
    """What the votes did, and what they would have done if they had been counted."""
    return AuditEntry(
        order_id=case.order_id,
        key=f"{case.revision}:committee.counted",
        event_type="committee.counted",
        at=at,
        data={"mode": panel.mode, "would": told(panel.would)},
        tenant_id=case.tenant_id,
    )
