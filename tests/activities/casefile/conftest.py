"""A stored case whose file was read already, and the activities around it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from temporalio.testing import ActivityEnvironment

from activities.casefile.case import CaseFile
from orders.case import CaseDocument, FileFacts
from orders.gridfile import dump_workbook
from orders.hints import Hints
from orders.roles import Person, Role, RoleBook
from orders.sheet import Workbook
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import Blobs, CaseRow
from workflows.messages import CaseRef

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
EARLIER = "2026-11-21T08:00:00+00:00"
REF = CaseRef(order_id="o1", revision=1)
FILE = FileFacts("PO-1.csv", "ab" * 32, 10, "csv")
CASE = CaseDocument(
    "o1", "K7Q4MP", "t", "sara", "Sara", "a:chat", "en", EARLIER, file=FILE
)  # fmt: skip
PEOPLE = (
    Person("sara", "Sara", roles=frozenset({Role.REQUESTER, Role.APPROVER}), manager="reza"),
    Person("omid", "Omid", roles=frozenset({Role.APPROVER})),
    Person("reza", "Reza", roles=frozenset({Role.MANAGER})),
    Person("lena", "Lena", roles=frozenset({Role.MANAGER})),
)


@dataclass(slots=True)
class Desk:
    """Store, blobs and the case file's activities."""

    store: MemoryStore
    blobs: Blobs
    steps: CaseFile

    async def keep(self, workbook: Workbook | None = None, **changes: Any) -> None:
        """Store the case, and its grid where there is one."""
        row = CaseRow("o1", "K7Q4MP", "t", "sara", "checking", "PO-1.csv", EARLIER, EARLIER)
        await self.store.save_case(row, replace(CASE, **changes))
        if workbook is not None:
            await self.blobs.put(f"grids/{FILE.sha256}.json", dump_workbook(workbook))

    async def run(self, step: Any, argument: Any) -> Any:
        """Run an activity as a worker would."""
        return await ActivityEnvironment().run(step, argument)

    async def case(self) -> CaseDocument:
        return await self.store.load_case("o1")


@pytest.fixture
def desk(tmp_path) -> Desk:
    store, blobs = MemoryStore(), open_blobs("", tmp_path)
    book = RoleBook({one.object_id: one for one in PEOPLE})
    hints = Hints(today=date(2026, 11, 21))
    return Desk(store, blobs, CaseFile(store, blobs, lambda: hints, lambda: book, lambda: NOW))
