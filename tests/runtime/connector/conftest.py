"""A connector that writes down what it gets, and ours that talks to it."""

import asyncio

import pytest_asyncio

from runtime.connector import Connector, open_http
from runtime.connector.pacing import Pacing
from tests.support.channel import KeyServer, Recorder, bot_settings


class Bench:
    """Our connector with a clock that sleeping moves, so that no test waits."""

    def __init__(self, keys, recorder, http):
        self.keys, self.recorder = keys, recorder
        self.http = http
        self.now = 100.0
        self.slept: list[float] = []
        self.connector = self.build()

    def build(self, **options):
        pacing = Pacing(clock=lambda: self.now, sleep=self.sleep)
        settings = bot_settings(self.keys)
        return Connector(settings, self.http, pacing=pacing, sleep=self.sleep, **options)

    async def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds
        await asyncio.sleep(0)

    async def send(self, conversation="a:1", **activity):
        message = {"type": "message", "text": "hi", **activity}
        return await self.connector.send(self.recorder.url, conversation, message)

    async def update(self, activity_id="m-1"):
        return await self.connector.update(self.recorder.url, "a:1", activity_id, {"text": "hi"})


@pytest_asyncio.fixture
async def bench():
    async with KeyServer().run() as keys, Recorder().run() as recorder, open_http() as http:
        yield Bench(keys, recorder, http)
