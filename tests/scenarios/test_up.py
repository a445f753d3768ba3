"""`up` as a process: killed in the middle of an order, started twice, started wrong."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from pathlib import Path

import httpx
import pytest

from infra.chat import Chat
from infra.children import Children
from infra.ports import Ports, free_ports, is_free, taken
from infra.stack import ROOT, Stack
from support.facts import eventually
from support.road import Road

pytestmark = pytest.mark.asyncio(loop_scope="session")


def options(ports: Ports) -> list[str]:
    named = ((field.name, getattr(ports, field.name)) for field in fields(Ports))
    return [word for name, number in named for word in ("--port", f"{name}={number}")]


@asynccontextmanager
async def running_up(ports: Ports, home: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`up` until the end of the block, where it is killed like everything it started."""
    with (home / "up.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "infra.cli", "up", *options(ports),
            cwd=ROOT, env={**os.environ, "DESK_DATA_DIR": str(home / "data")},
            stdout=log, stderr=log,
        )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()
        await eventually(lambda: taken(ports), lambda left: not left)


async def ready(ports: Ports, process: asyncio.subprocess.Process) -> None:
    async with httpx.AsyncClient() as http:
        for _ in range(600):
            assert process.returncode is None
            try:
                answer = await http.get(f"http://127.0.0.1:{ports.bot}/readyz", timeout=2)
            except httpx.HTTPError:
                answer = None
            if answer is not None and answer.status_code == httpx.codes.OK:
                return
            await asyncio.sleep(0.2)
    raise AssertionError("the desk did not become ready")


async def run_up(ports: Ports, home: Path) -> tuple[int, str]:
    """Run `up` to its end; exit code and everything it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.cli", "up", *options(ports),
        cwd=ROOT, env={**os.environ, "DESK_DATA_DIR": str(home / "other")},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, said.decode()


async def test_f06_everything_killed_in_the_middle_of_an_order_goes_on_after_the_next_up(tmp_path):
    """Naive: a stand-in or a bot that remembers in memory has no chat and no order left."""
    ports = free_ports()
    async with httpx.AsyncClient(timeout=60) as http:
        stack = Stack(ports, tmp_path / "data", Children(tmp_path))
        road = Road(stack, Chat(stack.teams_url, http), http)
        async with running_up(ports, tmp_path) as process:
            await ready(ports, process)
            walk, early = await road.drop(), await road.drop()
            await walk.to_approval()
            await early.offers("submit")
            code, said = await run_up(ports, tmp_path)
            assert code == 2
            assert f"bot {ports.bot}" in said
            assert "Free ones: ./desk up --port" in said
            assert "Traceback" not in said
        assert all(is_free(getattr(ports, field.name)) for field in fields(Ports))
        async with running_up(ports, tmp_path) as process:
            await ready(ports, process)
            await walk.press("approve", "omid")
            await walk.says("SO-")
            assert len(await walk.drafts()) == 1
            await early.to_draft()
