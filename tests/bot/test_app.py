"""The application's pages, over HTTP."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest_asyncio
from prometheus_client import REGISTRY

from bot.app import build_app, sweep
from bot.errands import Errands
from bot.inbox import ABANDONED
from tests.support.channel import running_bot, serve


class Parts:
    def __init__(self):
        self.down = set()

    def checks(self):
        return {name: self.check(name) for name in ("temporal", "database", "blobs")}

    def check(self, name):
        async def ask():
            if name in self.down:
                raise ConnectionError(name)

        return ask


@pytest_asyncio.fixture
async def pages():
    parts = Parts()
    async with running_bot() as bot:
        app = build_app(bot.door, parts.checks(), errands=Errands())
        async with serve(app) as url, aiohttp.ClientSession() as http:

            async def get(path):
                async with http.get(url + path) as answer:
                    return answer.status, await answer.text()

            yield parts, get


async def test_alive_is_alive_whatever_is_missing(pages):
    parts, get = pages
    parts.down = {"temporal", "database", "blobs"}
    assert await get("/healthz") == (200, '{"alive": true}')


async def test_ready_says_which_part_is_missing(pages):
    parts, get = pages
    assert await get("/readyz") == (200, '{"ready": true}')
    parts.down = {"temporal", "blobs"}
    assert await get("/readyz") == (503, '{"ready": false, "missing": ["blobs", "temporal"]}')


async def test_b086_the_public_port_has_no_metrics_and_no_other_page(pages):
    _, get = pages
    for path in ("/metrics", "/", "/ops", "/healthz/x", "/api/messages/x"):
        assert (await get(path))[0] == 404
    assert (await get("/api/messages"))[0] == 405


async def test_a_sweep_that_breaks_is_not_the_last_one():
    """Naive: the task ended in silence, and no kept upload was ever worked off again."""
    stopping, asked = asyncio.Event(), []

    class Holder:
        async def sweep(self, older):
            asked.append(older)
            if len(asked) == 1:
                raise ValueError("x")
            stopping.set()

    await sweep(Holder(), Errands(), stopping, timedelta(0))
    assert asked == [timedelta(0), ABANDONED]


async def test_f40_what_is_under_way_ends_before_the_process_does():
    said = []
    async with running_bot() as bot:

        async def slow(_turn):
            await asyncio.sleep(0.3)
            said.append("done")

        bot.door.answer_seconds = 0.05
        bot.answer = slow
        assert (await bot.post())[0] == 202
        assert said == []
    assert said == ["done"]


def counted(code):
    return REGISTRY.get_sample_value("desk_http_responses_total", {"code": code}) or 0


async def test_answers_to_people_are_counted_and_probes_are_not(pages):
    parts, get = pages
    parts.down = {"temporal"}
    before = {code: counted(code) for code in ("405", "503", "404")}
    for path in ("/readyz", "/nowhere", "/api/messages"):
        await get(path)
    after = {code: counted(code) - count for code, count in before.items()}
    assert after == {"405": 1, "503": 0, "404": 0}
