"""The limits per minute, at once and per day."""

import asyncio


async def codes(zoho, count):
    return [(await zoho.ask("GET", "/organizations", org=None))[1]["code"] for _ in range(count)]


async def test_the_hundred_and_first_call_in_a_minute_is_code_44(zoho):
    assert set(await codes(zoho, 100)) == {0}
    status, row = await zoho.ask("GET", "/organizations", org=None)
    assert (status, row["code"]) == (429, 44)
    assert "maximum number of requests per minute" in row["message"]


async def test_hammering_never_gets_through_but_a_quiet_minute_does(start):
    zoho = await start(minute_limit=2)
    assert await codes(zoho, 4) == [0, 0, 44, 44]
    await zoho.fake("POST", "clock", {"advance": 59})
    assert await codes(zoho, 1) == [44]
    await zoho.fake("POST", "clock", {"advance": 60})
    assert await codes(zoho, 1) == [0]


async def test_limits_are_each_organizations_own(start):
    zoho = await start(minute_limit=1)
    assert (await zoho.ask("GET", "/items"))[0] == 200
    assert (await zoho.ask("GET", "/items"))[0] == 429
    assert (await zoho.ask("GET", "/items", org="20260000002"))[0] == 200


async def test_the_daily_quota_is_code_45_until_the_next_day(start):
    zoho = await start(day_limit=2)
    assert await codes(zoho, 3) == [0, 0, 45]
    _, row = await zoho.ask("GET", "/organizations", org=None)
    assert row["message"].endswith("maximum call rate limit of 2.")
    await zoho.fake("POST", "clock", {"advance": 86_400})
    await zoho.grant()
    assert await codes(zoho, 1) == [0]


async def test_the_eleventh_call_at_once_is_code_1070(zoho):
    await zoho.fault("slow", count=10)
    slow = [asyncio.create_task(zoho.ask("GET", "/items")) for _ in range(10)]
    for _ in range(200):
        if len((await zoho.fake("GET", "log"))["log"]) == 11:
            break
        await asyncio.sleep(0.01)
    status, row = await zoho.ask("GET", "/items")
    assert (status, row["code"]) == (429, 1070)
    await zoho.fake("POST", "clock", {"advance": 61})
    assert {status for status, _ in await asyncio.gather(*slow)} == {200}
    assert (await zoho.ask("GET", "/items"))[0] == 200


async def test_limits_can_be_changed_while_it_runs(zoho):
    wanted = {"minute": 0, "in_flight": 5, "day": 7}
    assert await zoho.fake("POST", "limits", wanted) == wanted
    assert await codes(zoho, 1) == [44]
