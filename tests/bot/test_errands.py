"""What goes on behind answers is counted and ends."""

import asyncio

from bot.errands import Errands


async def test_an_errand_is_counted_until_it_ends():
    errands, gate = Errands(most=1), asyncio.Event()
    task = errands.start(gate.wait())
    assert (len(errands), errands.full) == (1, True)
    gate.set()
    assert await task is True
    await asyncio.sleep(0)
    assert (len(errands), errands.full) == (0, False)


async def test_a_failing_errand_harms_no_other():
    errands = Errands()

    async def fail():
        raise ValueError("x")

    errands.start(fail())
    await errands.drain(1)
    assert len(errands) == 0


async def test_f40_draining_waits_then_cancels():
    errands, log = Errands(), []

    async def work(seconds, name):
        await asyncio.sleep(seconds)
        log.append(name)

    errands.start(work(0.05, "short"))
    long = errands.start(work(60, "long"))
    await errands.drain(0.2)
    assert log == ["short"]
    assert long.cancelled()
    await errands.drain(0.2)
