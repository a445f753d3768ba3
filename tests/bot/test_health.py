"""Named questions, asked all at once, with an end."""

import asyncio
import time

from bot.health import run_checks


async def well():
    return None


async def broken():
    raise ConnectionError("gone")


async def odd():
    raise LookupError("unexpected")


async def slow():
    await asyncio.sleep(60)


async def test_the_parts_that_do_not_answer_are_named():
    started = time.monotonic()
    checks = {"temporal": slow, "database": broken, "blobs": well, "a": odd, "b": slow}
    assert await run_checks(checks, 0.2) == ["a", "b", "database", "temporal"]
    assert time.monotonic() - started < 30


async def test_nothing_is_missing_when_everybody_answers():
    assert await run_checks({"a": well, "b": well}, 1) == []
