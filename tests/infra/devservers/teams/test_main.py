"""The process: prints where it is, stops when told."""

import asyncio
import signal
import sys

import aiohttp

from infra.devservers.teams.__main__ import chosen_options, read_arguments


async def begin(*words):
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "infra.devservers.teams",
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_it_says_where_it_listens_and_stops_on_sigterm():
    process = await begin("--no-auth")
    line = (await process.stdout.readline()).decode()
    assert line.startswith("teams: http://127.0.0.1:")
    url = line.removeprefix("teams: ").strip()
    async with aiohttp.ClientSession() as http, http.get(f"{url}/api/people") as answer:
        assert len(await answer.json()) == 5
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_a_bad_address_is_one_sentence_and_exit_two():
    process = await begin("--host", "192.0.2.1")
    _, error = await process.communicate()
    assert process.returncode == 2
    assert error.decode().count("\n") == 1
    assert "loopback" in error.decode()


def test_the_command_line_chooses_the_options(tmp_path):
    words = ["--bot-url", "http://127.0.0.1:1/x", "--app-id", "a", "--tenant-id", "t"]
    words += ["--app-password", "p", "--files-dir", str(tmp_path), "--web-modules", str(tmp_path)]
    options = chosen_options(read_arguments([*words, "--no-auth", "--no-limits"]))
    assert (options.bot_url, options.app_id, options.tenant_id) == (
        "http://127.0.0.1:1/x",
        "a",
        "t",
    )
    assert (options.auth, options.limits, options.app_password) == (False, False, "p")
    assert options.files_dir == options.web_modules == tmp_path
