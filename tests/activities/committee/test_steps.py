"""The committee votes on the stored grid, and its votes are kept with the case."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from temporalio.testing import ActivityEnvironment

from activities.committee.steps import CommitteeSteps
from orders.case import CaseDocument, FileFacts
from orders.errors import RecordMissing
from orders.fixes import Fix, FixKind
from orders.gridfile import dump_workbook
from orders.hints import Hints
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.orders.grids import grid
from workflows.messages import CaseRef

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
REF = CaseRef(order_id="o1", revision=1)
FILE = FileFacts("PO-1.csv", "ab" * 32, 10, "csv")
CASE = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", NOW.isoformat())
CLEAR = grid("Customer:|Acme\nSKU|Description|Qty|Price\nA-1|Rope|5|2\nA-2|Hook|3|2")
UNCLEAR = grid("Customer:|Acme\nItem Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")


async def vote(tmp_path, workbook=None, **changes):
    store, blobs = MemoryStore(), open_blobs("", tmp_path)
    row = CaseRow("o1", "K7Q4MP", "t", "p", "running_committee", "PO-1.csv", "", "")
    await store.save_case(row, replace(CASE, **changes))
    if workbook is not None:
        await blobs.put(f"grids/{FILE.sha256}.json", dump_workbook(workbook))
    steps = CommitteeSteps(store, blobs, Hints, lambda: NOW)
    voted = await ActivityEnvironment().run(steps.ask_committee, REF)
    return voted, await store.load_case("o1"), await store.case_row("o1")


async def test_votes_and_counts_are_kept(tmp_path):
    voted, case, row = await vote(tmp_path, CLEAR, file=FILE)
    assert voted.decided == sum(one.decided for one in case.reading.counts)
    assert voted.decided + voted.unsure == len(case.reading.counts)
    assert case.reading.votes
    assert row.updated_at == NOW.isoformat()


async def test_an_unclear_column_is_counted_as_unsure(tmp_path):
    voted, case, _ = await vote(tmp_path, UNCLEAR, file=FILE)
    assert voted.unsure >= 1
    assert "quantity" in {one.field for one in case.reading.counts if not one.decided}


async def test_what_a_person_said_is_heard(tmp_path):
    fixes = (Fix(FixKind.COLUMN, "quantity", "C"),)
    _, case, _ = await vote(tmp_path, UNCLEAR, file=FILE, fixes=fixes)
    assert case.reading.orders[0].columns["quantity"] == "C"


async def test_without_a_file_there_is_nothing_to_vote_on(tmp_path):
    with pytest.raises(RecordMissing):
        await vote(tmp_path)
    with pytest.raises(RecordMissing):
        await vote(tmp_path, file=FILE)
