"""B012: bodies that are refused before anybody asks who sent them."""

import json
import time

import pytest

BROKEN = {
    "broken": (b"{", 400),
    "nothing": (b" ", 400),
    "array": (b"[1,2]", 400),
    "string": (b'"activity"', 400),
    "100,000 deep": (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    "2 MB": (b'{"text":"' + b"x" * 2_000_000 + b'"}', 413),
    "NaN": (b'{"type":"message","value":NaN}', 400),
    "infinity": (b'{"type":"message","value":-Infinity}', 400),
    "doubled keys": (b'{"type":"message","type":"invoke"}', 400),
    "doubled keys inside": (b'{"from":{"id":"a","id":"b"}}', 400),
    "no UTF-8": (b'{"text":"\xff\xfe"}', 400),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_b012_a_hostile_body_is_refused_before_any_work(bot, name):
    """Stock: 500 for broken JSON, arrays and depth, parsed before authentication; NaN got in."""
    body, expected = BROKEN[name]
    started = time.monotonic()
    status, answer = await bot.post(body, token=None)
    assert time.monotonic() - started < 0.5
    assert (status, answer) == (expected, None)
    assert bot.turns == []
    assert bot.keys.metadata_hits == 0


async def test_b012_a_body_without_a_length_is_bounded_too(bot):
    async def stream():
        for _ in range(40):
            yield b"x" * 10_000

    headers = {"Content-Type": "application/json"}
    async with bot.http.post(f"{bot.url}/api/messages", data=stream(), headers=headers) as answer:
        assert answer.status == 413


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/html"])
async def test_b012_another_content_type_is_415(bot, kind):
    status, _ = await bot.post(json.dumps(bot.activity()).encode(), **{"Content-Type": kind})
    assert (status, bot.turns) == (415, [])


async def test_b012_a_body_that_is_not_packed_as_it_says_is_400(bot):
    """aiohttp alone: 500."""
    status, _ = await bot.post(json.dumps(bot.activity()).encode(), **{"Content-Encoding": "gzip"})
    assert (status, bot.turns) == (400, [])


async def test_b012_without_a_content_type_it_is_415(bot):
    headers = {"Content-Type": ""}
    status, _ = await bot.post(b"{}", **headers)
    assert status == 415


@pytest.mark.parametrize(
    "changes",
    [
        {"from": None},
        {"from": {}},
        {"from": "29:sara"},
        {"recipient": None},
        {"conversation": {"id": "", "tenantId": "aaaaaaaa-0000-0000-0000-00000000000a"}},
        {"type": None},
        {"type": 7},
        {"text": {"a": 1}},
        {"attachments": [{}] * 51},
        {"attachments": "file"},
        {"id": "x" * 2_000},
        {"timestamp": "yesterday"},
    ],
)
async def test_b012_json_that_is_no_activity_is_400(bot, changes):
    status, _ = await bot.post(bot.activity(**changes))
    assert (status, bot.turns) == (400, [])


async def test_b012_a_bad_body_leaves_the_door_open_for_good_ones(bot):
    await bot.post(b"{", token=None)
    assert (await bot.post())[0] == 200
