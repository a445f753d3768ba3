"""A clock that tests push forward."""

import asyncio
import re
import time

from infra.devservers.books.clock import Clock


async def test_a_sleeper_wakes_when_the_clock_is_advanced_far_enough():
    clock = Clock()
    sleeper = asyncio.create_task(clock.sleep(100))
    await asyncio.sleep(0)
    clock.advance(50)
    await asyncio.sleep(0.01)
    assert not sleeper.done()
    clock.advance(51)
    await asyncio.wait_for(sleeper, 1)


async def test_real_time_passes_as_well():
    started = time.monotonic()
    await Clock().sleep(0.02)
    assert time.monotonic() - started >= 0.015


def test_stamps_have_no_colon_in_the_offset():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0330", Clock().stamp(210))


def test_a_day_later_is_another_day():
    clock = Clock()
    today = clock.day()
    clock.advance(86_400)
    assert clock.day() > today


def test_a_moment_is_reached_and_never_left_backwards():
    clock = Clock()
    later = clock.now() + 500
    clock.reach(later)
    clock.reach(later - 400)
    assert 0 <= clock.now() - later < 60
