"""F23: a key server that is slow, down or wrong."""

import asyncio
import time

from tests.support.channel import SigningKey


async def lag_while(work):
    """Run the work; return the longest time the event loop did nothing else, in seconds."""
    worst, done = 0.0, asyncio.ensure_future(work)
    while not done.done():
        before = time.monotonic()
        await asyncio.sleep(0.01)
        worst = max(worst, time.monotonic() - before - 0.01)
    return worst, await done


async def test_f23_a_slow_key_server_delays_nobody_else(bot):
    """Stock: a key server of 3 s froze all other requests for 2.7 s."""
    await bot.post()
    bot.keys.delay = 1.0
    stranger = SigningKey("k2", pair=1).sign(bot.claims())

    async def both():
        slow = asyncio.ensure_future(bot.post(token=stranger))
        await asyncio.sleep(0.1)
        started = time.monotonic()
        assert (await bot.post())[0] == 200
        quick = time.monotonic() - started
        return quick, (await slow)[0]

    worst, (quick, slow_status) = await lag_while(both())
    assert quick < 0.7
    assert worst < 0.5
    assert slow_status == 401


async def test_f23_a_key_server_that_is_down_means_401_and_heals(bot):
    bot.keys.status = 503
    assert (await bot.post())[0] == 401
    bot.keys.status = 200
    assert (await bot.post())[0] == 200


async def test_f23_known_keys_serve_while_the_key_server_is_down(bot):
    await bot.post()
    bot.keys.status = 503
    bot.now += 13 * 3600
    assert (await bot.post())[0] == 200


async def test_f23_keys_older_than_a_day_are_believed_no_more(bot):
    await bot.post()
    bot.keys.status = 503
    bot.now += 25 * 3600
    assert (await bot.post())[0] == 401
    bot.keys.status = 200
    bot.now += 61
    assert (await bot.post())[0] == 200


async def test_f23_stale_keys_are_renewed_behind_a_request(bot):
    await bot.post()
    bot.now += 13 * 3600
    assert (await bot.post())[0] == 200
    for _ in range(100):
        if bot.keys.metadata_hits == 2:
            break
        await asyncio.sleep(0.01)
    assert bot.keys.metadata_hits == 2


async def test_f23_a_key_that_was_withdrawn_is_refused_once_keys_are_renewed(bot):
    await bot.post()
    bot.keys.keys = [SigningKey("k2", pair=1).jwk]
    bot.now += 25 * 3600
    assert (await bot.post())[0] == 401
