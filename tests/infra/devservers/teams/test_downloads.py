"""The file host: links that work once uploaded and die with time."""

import gzip

import aiohttp
import pytest
from aiohttp import web

from infra.devservers.teams import Options, start


async def upload(teams, bot, name="a.csv", raw="YSxi"):
    await teams.act("files", {"name": name, "base64": raw})
    return bot.heard[-1]["attachments"][0]["content"]["downloadUrl"]


async def test_a_link_needs_no_token_and_refuses_one(teams, bot):
    url = await upload(teams, bot)
    async with teams.http.get(url) as answer:
        assert (answer.status, await answer.read()) == (200, b"a,b")
        assert answer.content_type == "text/csv"
        assert "a.csv" in answer.headers["Content-Disposition"]
        assert answer.headers["ETag"].startswith('"{')
    assert (await teams.call("GET", url, headers=await teams.bearer()))[0] == 401
    assert (await teams.fake("state", method="GET"))["hits"]["leaked_tokens"] == 1


async def test_a_link_dies_within_the_hour_and_stays_dead(teams, bot):
    url = await upload(teams, bot)
    await teams.fake("clock", {"advance": 3590})
    assert (await teams.call("GET", url))[0] == 200
    await teams.fake("clock", {"advance": 11})
    assert (await teams.call("GET", url))[0] == 401
    assert (await teams.call("POST", "/__fake/clock", {}))[0] == 400


async def test_a_guessed_link_opens_nothing(teams, bot):
    url = await upload(teams, bot)
    assert (await teams.call("GET", url.replace("tempauth=", "tempauth=x")))[0] == 401
    assert (await teams.call("GET", url.replace("UniqueId=", "UniqueId=x")))[0] == 401
    assert (await teams.call("GET", "/personal/_layouts/15/download.aspx"))[0] == 401


@pytest.mark.parametrize("status", [401, 404, 429, 500, 503])
async def test_the_host_fails_as_told_and_recovers(teams, bot, status):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "status": status, "retry_after": 1})
    async with teams.http.get(url) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (status, "1")
    assert (await teams.call("GET", url))[0] == 200


async def test_a_share_page_comes_instead_of_the_file(teams, bot):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "kind": "html"})
    async with teams.http.get(url) as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")


async def test_the_host_redirects(teams, bot):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "kind": "redirect"})
    async with teams.http.get(url) as answer:
        assert (answer.status, answer.url.path) == (200, "/sign-in")
    there = {"route": "file", "kind": "redirect", "location": "http://169.254.169.254/"}
    await teams.fake("faults", there)
    async with teams.http.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, "http://169.254.169.254/")


async def test_the_host_compresses(teams, bot):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "kind": "gzip"})
    async with aiohttp.ClientSession(auto_decompress=False) as http, http.get(url) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(await answer.read()) == b"a,b"


async def test_a_small_answer_inflates_to_a_large_one(teams, bot):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "kind": "bomb"})
    async with aiohttp.ClientSession(auto_decompress=False) as http, http.get(url) as answer:
        assert len(await answer.read()) < 100_000


@pytest.mark.parametrize("kind", ["cut", "drop", "accept_then_drop"])
async def test_the_line_breaks(teams, bot, kind):
    url = await upload(teams, bot)
    await teams.fake("faults", {"route": "file", "kind": kind, "count": -1})
    with pytest.raises((aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError, OSError)):
        async with teams.http.get(url) as answer:
            await answer.read()


async def test_uploads_may_lie_on_disk(tmp_path, bot, bot_url):
    running = await start(Options(bot_url=bot_url, files_dir=tmp_path / "up"))
    async with aiohttp.ClientSession() as http:
        body = {"name": "../../etc/passwd", "base64": "YQ=="}
        async with http.post(f"{running.url}/api/people/sara/files", json=body) as answer:
            assert answer.status == web.HTTPOk.status_code
        url = bot.heard[0]["attachments"][0]["content"]["downloadUrl"]
        async with http.get(url) as answer:
            assert await answer.read() == b"a"
    await running.stop()
    assert [one.read_bytes() for one in (tmp_path / "up/uploads").iterdir()] == [b"a"]
