"""The operators' view of the lane: what it would have done, stop and start."""

import json

from rich.console import Console

from infra.lane import report_lane, switch_lane
from orders.laning import STOP, LaneEntry
from runtime.storage.port import CaseRow
from tests.stores import migrated

NOON = "2026-11-21T12:00:00+00:00"


async def test_the_report_counts_and_names_what_people_saw_otherwise(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with migrated("", tmp_path) as store:
        for code, status in (("KEPTKE", "completed"), ("REFUSE", "rejected")):
            row = CaseRow(code, code, "t", "sara", status, "a.csv", NOON, NOON)
            await store.save_case(row, None)
            await store.keep_lane(LaneEntry(code, code, "1", NOON, "report"))
        console = Console(record=True, width=100)
        assert await report_lane(console) == 1
        told = console.export_text()
        assert "50.0%" in told
        assert "REFUSE: refused (rejected)" in told
        assert await switch_lane(console, "reza") == 0
        assert await store.switch(STOP) == "reza"
        await report_lane(console)
        assert "stopped by reza" in console.export_text()
        await switch_lane(console, "")
        assert await store.switch(STOP) == ""
        noted = [json.loads(one.body)["event_type"] for one in await store.audit_of("ops")]
        assert noted == ["ops.lane_stopped", "ops.lane_started"]


async def test_nothing_judged_is_no_disagreement(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with migrated("", tmp_path):
        console = Console(record=True, width=100)
        assert await report_lane(console) == 0
        assert "no candidate was decided yet" in console.export_text()
