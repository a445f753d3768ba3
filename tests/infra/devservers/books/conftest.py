"""Starts a stand-in on a free port and speaks to it over real HTTP."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from infra.devservers.books import Options, create_app
from infra.devservers.books.gate import BOOKS, Books

ORG = "20260000001"
GRANT = {
    "client_id": "demo-client",
    "client_secret": "demo-secret",
    "refresh_token": "demo-refresh",
    "grant_type": "refresh_token",
}
KEY = "cf_external_order_key"


@dataclass(repr=False)
class Zoho:
    """A client with no wits: it sends what it is told and returns status and JSON."""

    base: str
    books: Books
    session: aiohttp.ClientSession
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def grant(self, **changes: str) -> tuple[int, Any]:
        form = {**GRANT, **changes}
        async with self.session.post(f"{self.base}/oauth/v2/token", data=form) as answer:
            row = await answer.json()
            self.token = row.get("access_token", self.token)
            return answer.status, row

    async def ask(self, method: str, path: str, **more: Any) -> tuple[int, Any]:
        async with self.open(method, path, **more) as answer:
            return answer.status, await answer.json()

    def open(self, method: str, path: str, org: str | None = ORG, **more: Any) -> Any:
        params = {"organization_id": org} if org else {}
        params |= more.pop("params", {})
        headers = {"Authorization": f"Zoho-oauthtoken {self.token}", **more.pop("headers", {})}
        url = f"{self.base}/books/v3{path}"
        return self.session.request(method, url, params=params, headers=headers, **more)

    async def get(self, path: str, **params: Any) -> Any:
        status, row = await self.ask("GET", path, params=params)
        assert (status, row["code"]) == (200, 0)
        return row

    async def fake(self, method: str, name: str, row: Any = None) -> Any:
        url = f"{self.base}/__fake/{name}"
        async with self.session.request(method, url, json=row) as answer:
            reply = await answer.json()
            assert answer.status == 200, reply
            return reply

    async def fault(self, kind: str, **more: Any) -> None:
        await self.fake("POST", "faults", {"kind": kind, **more})

    async def orders(self) -> list[Any]:
        return (await self.fake("GET", "state"))["orders"]

    async def customer(self, name: str = "Brightwater Outdoor GmbH") -> Any:
        rows = (await self.get("/contacts", contact_name=name, per_page=10))["contacts"]
        return next(row for row in rows if row["contact_type"] == "customer")

    async def item(self, sku: str = "BW-1001") -> Any:
        rows = (await self.get("/items", search_text=sku, per_page=200))["items"]
        return next(row for row in rows if row["sku"] == sku)

    async def body(self, key: str = "", **changes: Any) -> dict[str, Any]:
        customer, item = await self.customer(), await self.item()
        row = {"customer_id": customer["contact_id"], "reference_number": "OD-1"}
        row["line_items"] = [{"item_id": item["item_id"], "quantity": 2}]
        if key:
            row["custom_fields"] = [{"api_name": KEY, "value": key}]
        return {**row, **changes}

    async def create(self, **changes: Any) -> Any:
        status, row = await self.ask("POST", "/salesorders", json=await self.body(**changes))
        assert status == 201, row
        return row["salesorder"]

    async def upsert(self, key: str, body: Any, upsert: str = "true") -> tuple[int, Any]:
        return await self.ask("PUT", "/salesorders", json=body, headers=unique(key, upsert))


def unique(key: str, upsert: str = "true", name: str = KEY) -> dict[str, str]:
    return {
        "X-Unique-Identifier-Key": name,
        "X-Unique-Identifier-Value": key,
        "X-Upsert": upsert,
    }


@pytest.fixture
async def start():
    """Start stand-ins with chosen options; each has a granted token."""
    runners: list[web.AppRunner] = []
    sessions: list[aiohttp.ClientSession] = []

    async def run(**options: Any) -> Zoho:
        app = create_app(Options(**options))
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        runners.append(runner)
        session = aiohttp.ClientSession()
        sessions.append(session)
        zoho = Zoho(f"http://127.0.0.1:{runner.addresses[0][1]}", app[BOOKS], session)
        await zoho.grant()
        return zoho

    yield run
    for session in sessions:
        await session.close()
    for runner in runners:
        await runner.cleanup()


@pytest.fixture
async def zoho(start):
    return await start()
