"""The activity reads the order's file and tells how much it holds."""

from hashlib import sha256

from temporalio.testing import ActivityEnvironment

from activities.workbook.limits import Limits
from activities.workbook.steps import WorkbookSteps
from orders.case import CaseDocument, FileFacts
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from workflows.messages import CaseRef, WorkbookRead

CONTENT = b"sku,qty\nA-1,2\nA-2,3\n"


async def test_the_activity_answers_with_counts_only(tmp_path):
    digest = sha256(CONTENT).hexdigest()
    blobs = open_blobs("", tmp_path)
    await blobs.put(f"files/{digest}", CONTENT)
    store = MemoryStore()
    file = FileFacts("a.csv", digest, len(CONTENT), "text")
    case = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "2026-01-01", file=file)
    await store.save_case(CaseRow("o1", "K7Q4MP", "t", "p", "parsing", "a", "", ""), case)
    steps = WorkbookSteps(store, blobs, Limits())
    answer = await ActivityEnvironment().run(
        steps.read_workbook, CaseRef(order_id="o1", revision=1)
    )
    assert answer == WorkbookRead(sheets=1, rows=3, cells=6)
