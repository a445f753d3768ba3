"""`./desk schedules` puts schedules in place and operates them on a real Temporal."""

import asyncio
import io
import json
from datetime import timedelta

import pytest
import structlog
from rich.console import Console

from infra.rhythm import rhythm_now
from infra.schedules import (
    backfill_schedule,
    change_schedule,
    ensure_schedules,
    list_schedules,
    put_schedules,
    set_rhythm,
)
from orders.errors import SettingsError
from runtime.codec import new_key
from runtime.settings import CatalogueSettings
from support.server import dev_server
from tests.stores import migrated
from workflows.schedules import Rhythm


async def test_schedules_are_put_in_place_listed_paused_resumed_triggered(
    monkeypatch, capsys, tmp_path
):
    console = Console(file=io.StringIO(), record=True, width=200)

    async def told():
        assert await list_schedules(console, compact=True) == 0
        return {one["schedule"]: one for one in json.loads(capsys.readouterr().out)}

    async def until(state):
        """Temporal takes a change in a moment later than it says yes."""
        for _ in range(50):
            found = (await told())["desk-catalogue"]
            if (found["paused"], found["note"]) == state:
                return True
            await asyncio.sleep(0.1)
        return False

    async def every(name, wanted):
        for _ in range(50):
            if (await told())[name]["every"] == wanted:
                return True
            await asyncio.sleep(0.1)
        return False

    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with dev_server() as env, migrated("", tmp_path) as store:
        monkeypatch.setenv("DESK_TEMPORAL_ADDRESS", env.client.service_client.config.target_host)
        monkeypatch.setenv("DESK_TEMPORAL_TASK_QUEUE", "desk")
        monkeypatch.setenv("DESK_TEMPORAL_KEYRING", new_key())
        await ensure_schedules(env.client, Rhythm(), "desk")
        assert set(await told()) == {"desk-catalogue", "desk-catalogue-full"}
        assert await change_schedule(console, "catalogue", "pause", "stocktaking") == 0
        assert await until((True, "stocktaking"))
        await ensure_schedules(env.client, Rhythm(timedelta(minutes=1)), "desk")
        assert await until((True, "stocktaking"))
        assert await change_schedule(console, "desk-catalogue", "resume", "done") == 0
        assert await until((False, "done"))
        assert await change_schedule(console, "", "trigger") == 0
        assert await backfill_schedule(console, "catalogue-full", 2) == 0
        assert await list_schedules(console, compact=False) == 0
        assert await set_rhythm(console, {"every": "10", "hour": "4", "zone": "Asia/Tehran"}) == 0
        assert await every("desk-catalogue", "10 min")
        assert await every("desk-catalogue-full", "04:00 Asia/Tehran")
        assert (await rhythm_now(store, CatalogueSettings())).full_hour == 4
        with pytest.raises(SettingsError, match="number of minutes"):
            await set_rhythm(console, {"every": "often"})
        assert await set_rhythm(console, {"every": "", "hour": "", "zone": ""}) == 0
        assert await every("desk-catalogue-full", "03:00 UTC")
        with pytest.raises(SettingsError, match="no schedule nope"):
            await change_schedule(console, "nope", "pause")
        noted = [json.loads(one.body) for one in await store.audit_of("ops")]
    assert "desk-catalogue-full: backfill of 2 h" in console.export_text()
    assert all(one["actor"]["id"] and one["data"]["by"] == "command" for one in noted)
    kinds = [(one["event_type"], one["data"]["schedule"]) for one in noted]
    assert kinds[:2] == [
        ("ops.schedule_pause", "desk-catalogue"), ("ops.schedule_resume", "desk-catalogue")
    ]  # fmt: skip
    assert ("ops.schedule_backfill", "desk-catalogue-full") in kinds
    assert noted[-3]["data"]["zone"] == "Asia/Tehran"
    assert noted[-1]["data"]["reset"] == "yes"


async def test_a_temporal_that_refuses_schedules_is_told_and_does_not_stop_a_worker():
    async with dev_server(**{"frontend.enableSchedules": "false"}) as env:
        with structlog.testing.capture_logs() as logs:
            await put_schedules(env.client, Rhythm(timedelta(minutes=5)), "desk")
    (told,) = logs
    assert (told["event"], told["alert"]) == ("schedules.refused", True)
    assert told["problem"]
