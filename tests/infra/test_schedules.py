"""`./desk schedules` puts schedules in place and operates them on a real Temporal."""

import asyncio
import io
import json
from datetime import timedelta

import pytest
import structlog
from rich.console import Console

from infra.schedules import (
    backfill_schedule,
    change_schedule,
    ensure_schedules,
    list_schedules,
    put_schedules,
    rhythm_of,
)
from orders.errors import SettingsError
from runtime.codec import new_key
from runtime.settings import CatalogueSettings
from support.server import dev_server
from workflows.schedules import Rhythm


async def test_schedules_are_put_in_place_listed_paused_resumed_triggered(monkeypatch, capsys):
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

    async with dev_server() as env:
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
        with pytest.raises(SettingsError, match="no schedule nope"):
            await change_schedule(console, "nope", "pause")
    assert "desk-catalogue-full: backfill of 2 h" in console.export_text()


def test_settings_become_the_rhythm():
    settings = CatalogueSettings(sync_minutes=7, full_hour=2, time_zone="Asia/Tehran")
    assert rhythm_of(settings) == Rhythm(timedelta(minutes=7), 2, "Asia/Tehran")


async def test_a_temporal_that_refuses_schedules_is_told_and_does_not_stop_a_worker():
    async with dev_server(**{"frontend.enableSchedules": "false"}) as env:
        with structlog.testing.capture_logs() as logs:
            await put_schedules(env.client, Rhythm(timedelta(minutes=5)), "desk")
    (told,) = logs
    assert (told["event"], told["alert"]) == ("schedules.refused", True)
    assert told["problem"]
