"""The operators' pages as a process: real schedules, a real order line, a real browser."""

import pytest
from aiohttp import ClientSession, encode_basic_auth
from temporalio.worker import Worker

from infra.processes.ops import build_site, run
from infra.processes.parts import open_parts
from infra.processes.worker import workflow_runner
from infra.schedules import ensure_schedules
from orders.errors import SettingsError
from runtime.codec import new_key
from runtime.settings import load_settings
from support.channel import serve
from support.server import dev_server
from workflows.draft_messages import Line
from workflows.schedules import Rhythm
from workflows.turnstile import TurnstileWorkflow, turnstile_id

LENA = {"Authorization": encode_basic_auth("anybody", "t-lena")}


@pytest.fixture
async def parts(tmp_path, monkeypatch):
    async with dev_server() as env:
        told = {
            "DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS": "true",
            "DESK_DATA_DIR": str(tmp_path),
            "DESK_ROLES_FILE": "infra/samples/roles.yaml",
            "DESK_TEMPORAL_ADDRESS": env.client.service_client.config.target_host,
            "DESK_TEMPORAL_TASK_QUEUE": "desk",
            "DESK_TEMPORAL_KEYRING": new_key(),
            "DESK_OPS_TOKENS": "lena:t-lena",
        }
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        async with open_parts(load_settings(), "ops") as parts:
            yield parts


async def test_the_pages_move_real_schedules_and_count_who_waits(parts):
    await ensure_schedules(parts.client, Rhythm(), "desk")
    async with serve(build_site(parts)) as url, ClientSession(headers=LENA) as session:

        async def page(path):
            async with session.get(f"{url}{path}") as answer:
                assert answer.status == 200
                return await answer.text()

        async def state_of(wanted):
            for _ in range(50):
                text = await page("/schedules")
                if wanted in text:
                    return text
            raise AssertionError(text)

        assert "not known" in await page("/")
        line = Line(first_pause=3600, waiting={"order-1": "2026-11-29T08:00:00+00:00"})
        async with Worker(
            parts.client,
            task_queue="desk",
            workflows=[TurnstileWorkflow],
            workflow_runner=workflow_runner(),
        ):
            await parts.client.start_workflow(
                TurnstileWorkflow.run, line, id=turnstile_id("desk"), task_queue="desk"
            )
            assert "Books</th><td>1<" in await page("/")
        text = await state_of("5 min")
        assert "03:00 UTC" in text
        key = text.partition('name="form" value="')[2].partition('"')[0]
        sent = {"form": key, "name": "desk-catalogue", "verb": "pause"}
        async with session.post(f"{url}/schedules", data=sent) as answer:
            assert answer.status == 200
        assert "Resume" in await state_of("paused: pause by lena")
        sent = {"form": key, "name": "desk-catalogue-full", "verb": "change"}
        sent |= {"hour": "5", "zone": "Asia/Tehran"}
        async with session.post(f"{url}/schedules", data=sent) as answer:
            assert answer.status == 200
        assert "5 min" in await state_of("05:00 Asia/Tehran")
        async with session.post(f"{url}/schedules", data={**sent, "zone": "Nowhere"}) as answer:
            assert answer.status == 400
            assert "no time zone Nowhere" in await answer.text()


async def test_without_a_token_nothing_is_served(parts, monkeypatch):
    monkeypatch.setenv("DESK_OPS_TOKENS", "")
    with pytest.raises(SettingsError, match="DESK_OPS_TOKENS is missing"):
        await run(load_settings())
