"""Send windows and one write at a time, on a clock that does not wait."""

import asyncio

import pytest

from orders.errors import ChatUnavailable
from runtime.connector import pacing as module
from runtime.connector.pacing import PATIENCE, Pacing


class Time:
    def __init__(self):
        self.now = 0.0

    def clock(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


async def write(pacing, conversation="a"):
    async with pacing.alone(conversation) as lane:
        await pacing.step(lane)


async def test_seven_writes_a_second_pass_and_the_eighth_waits():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    for _ in range(7):
        await write(pacing)
    assert time.now == 0.0
    await write(pacing)
    assert time.now == 1.0


async def test_every_window_of_a_long_burst_is_kept():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    sent = []
    while len(sent) < 150:
        try:
            await write(pacing)
            sent.append(time.now)
        except ChatUnavailable as error:
            time.now += error.retry_after.total_seconds()
    for most, span in module.WINDOWS:
        for index, at in enumerate(sent[most:]):
            assert at - sent[index] >= span - 1e-9


async def test_a_long_wait_is_handed_to_the_caller():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    with pytest.raises(ChatUnavailable) as caught:
        await asyncio.gather(*(write(pacing) for _ in range(100)))
    assert caught.value.retry_after.total_seconds() > PATIENCE


async def test_conversations_have_windows_of_their_own():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    for number in range(50):
        await write(pacing, f"a:{number}")
    assert time.now == 0.0


async def test_a_conversation_is_held_by_one_at_a_time():
    pacing = Pacing()
    log = []

    async def one(name):
        async with pacing.alone("a"):
            log.append(name)
            await asyncio.sleep(0.01)
            log.append(name)

    await asyncio.gather(one("x"), one("y"))
    assert log in (["x", "x", "y", "y"], ["y", "y", "x", "x"])


async def test_old_conversations_are_forgotten():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    for number in range(module._LANES + 5):
        await write(pacing, str(number))
    assert len(pacing._lanes) == module._LANES


async def test_an_hours_messages_are_counted_too():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    for _ in range(1800):
        await write(pacing)
        time.now += 1.0
    with pytest.raises(ChatUnavailable) as caught:
        await write(pacing)
    assert caught.value.retry_after.total_seconds() == 3600.0 - 1800.0


async def test_what_teams_asked_for_holds_for_everybody_who_writes_there():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    async with pacing.alone("a") as lane:
        pacing.close(lane, 100.0)
    with pytest.raises(ChatUnavailable) as caught:
        await write(pacing)
    assert caught.value.retry_after.total_seconds() == 100.0
    time.now += 100.0
    await write(pacing)


async def test_a_conversation_is_crowded_at_half_of_what_it_takes():
    time = Time()
    pacing = Pacing(time.clock, time.sleep)
    for _ in range(29):
        await write(pacing)
    assert not pacing.crowded("a")
    await write(pacing)
    assert pacing.crowded("a")
    assert not pacing.crowded("b")
    time.now += 31.0
    assert not pacing.crowded("a")
