"""Whole desks for all scenarios: real processes, real HTTP, real Temporal."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from infra.chat import Chat
from infra.children import Children
from infra.ports import free_ports
from infra.stack import ROOT, Stack
from support.models import ONE_LIBRARY, Vendors, model_vendors
from support.road import Road
from tests.support.rush import ALLOWED, USED

SETTINGS = {
    "DESK_POLICY_BOOKS_RETRY_SECONDS": "2",
    "DESK_TELEMETRY_METRICS_PORT": "0",
    "DESK_ZOHO_CALLS_PER_MINUTE": "6000",
}


@asynccontextmanager
async def open_desk(home: Path, **settings: str) -> AsyncIterator[Road]:
    children = Children(home / "logs")
    stack = Stack(free_ports(), home / "data", children, overrides={**SETTINGS, **settings})
    try:
        await stack.start()
        async with httpx.AsyncClient(timeout=60) as http:
            yield Road(stack, Chat(stack.teams_url, http), http)
    finally:
        await stack.children.stop()


@pytest.fixture(scope="session")
def vendors() -> Iterator[Vendors]:
    """The model vendors that the desk's committee may ask."""
    with model_vendors() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def road(tmp_path_factory, vendors) -> AsyncIterator[Road]:
    committee = vendors.environment(ONE_LIBRARY)
    async with open_desk(tmp_path_factory.mktemp("desk"), **committee) as road:
        yield road


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def frail(tmp_path_factory) -> AsyncIterator[Road]:
    """A second desk, whose parts tests kill, freeze and cut off, with a roles file of its own."""
    home: Path = tmp_path_factory.mktemp("frail")
    roles = home / "roles.yaml"
    shutil.copyfile(ROOT / "infra" / "samples" / "roles.yaml", roles)
    async with open_desk(home, DESK_ROLES_FILE=str(roles)) as road:
        yield road


@pytest_asyncio.fixture(loop_scope="session")
async def hasty(tmp_path) -> AsyncIterator[Road]:
    """A desk whose people have seconds where others have days."""
    ladder = {
        "TIMEOUT_REMINDER_HOURS": f"{10 / 3600:.6f}",
        "TIMEOUT_ESCALATION_HOURS": f"{16 / 3600:.6f}",
        "TIMEOUT_MAX_WAIT_DAYS": f"{24 / 86400:.8f}",
    }
    async with open_desk(tmp_path, **ladder) as road:
        yield road


@pytest_asyncio.fixture(loop_scope="session")
async def metered(tmp_path) -> AsyncIterator[Road]:
    """A desk that keeps its share of the calls a minute that its books allow."""
    async with open_desk(tmp_path, DESK_ZOHO_CALLS_PER_MINUTE=str(USED)) as road:
        url = f"{road.stack.books_url}/__fake/limits"
        (await road.http.post(url, json={"minute": ALLOWED})).raise_for_status()
        yield road
