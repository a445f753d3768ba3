"""One whole desk for all scenarios: real processes, real HTTP, real Temporal."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest_asyncio

from infra.chat import Chat
from infra.children import Children
from infra.ports import free_ports
from infra.stack import Stack
from support.road import Road


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def road(tmp_path_factory) -> AsyncIterator[Road]:
    home: Path = tmp_path_factory.mktemp("desk")
    stack = Stack(
        free_ports(),
        home / "data",
        Children(home / "logs"),
        overrides={"DESK_POLICY_BOOKS_RETRY_SECONDS": "2", "DESK_TELEMETRY_METRICS_PORT": "0"},
    )
    try:
        await stack.start()
        async with httpx.AsyncClient(timeout=60) as http:
            yield Road(stack, Chat(stack.teams_url, http), http)
    finally:
        await stack.children.stop()
