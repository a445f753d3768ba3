"""The stand-in of Zoho Books as a process of its own, and what books tests need beside it."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from activities.books.drafts import create_draft
from activities.books.port import Books
from activities.books.zoho.client import ZohoBooks
from orders.case import DraftRef
from orders.catalogue import Customer, Item
from orders.draft import DraftLine, DraftOrder, draft_hash, order_key
from orders.errors import BooksUnavailable, OutcomeUnknown
from runtime.settings import ZohoSettings
from runtime.storage.port import Reservation

ORGANIZATION = "20260000001"
SETTLING = timedelta(seconds=0.6)
"""The settling wait of these tests; longer than `PATIENCE`, the time-out of one call (seconds)."""
PATIENCE = 0.4
WRITES = "POST|PUT"
ORDERS = r"^/books/v3/salesorders$"
ROOT = Path(__file__).parents[2]


@dataclass
class Standin:
    """A running stand-in and its control routes."""

    url: str
    keyed: bool = True
    command: tuple[str, ...] = ()
    process: subprocess.Popen[str] | None = None

    def restart(self) -> None:
        """Kill it, as a crash would, and start it again at its address."""
        assert self.process is not None
        self.process.kill()
        self.process.communicate(timeout=10)
        port = self.url.rpartition(":")[2]
        self.process = _started((*self.command, "--port", port))
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip().endswith(self.url)

    def settings(self, **changes: Any) -> ZohoSettings:
        """Settings that reach it."""
        known = {
            "api_url": self.url,
            "accounts_url": self.url,
            "organization_id": ORGANIZATION,
            "client_id": "demo-client",
            "client_secret": SecretStr("demo-secret"),
            "refresh_token": SecretStr("demo-refresh"),
            "timeout_seconds": 5.0,
        }
        return ZohoSettings(**{**known, **changes})

    def books(self, **changes: Any) -> ZohoBooks:
        """A client of it."""
        return ZohoBooks(self.settings(**changes))

    def tell(self, name: str, verb: str = "POST", /, **body: Any) -> dict[str, Any]:
        """Use a control route."""
        url = f"{self.url}/__fake/{name}"
        answer = httpx.request(verb, url, json=body or None, trust_env=False)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def fault(self, kind: str, **more: Any) -> None:
        """Let the next matching request suffer."""
        self.tell("faults", kind=kind, **more)

    def log(self, path: str = "") -> list[dict[str, Any]]:
        """Requests so far whose path ends so."""
        entries = self.tell("log", "GET")["log"]
        return [one for one in entries if one["path"].endswith(path)]

    def orders(self) -> list[dict[str, Any]]:
        """Every sales order it holds."""
        return self.tell("state", "GET")["orders"]

    def tax(self, name: str) -> dict[str, Any]:
        """What an item's row says of one of the organization's taxes."""
        token = {"Authorization": f"Zoho-oauthtoken {self._token()}"}
        asked = {"organization_id": ORGANIZATION, "per_page": "200"}
        url = f"{self.url}/books/v3/settings/taxes"
        rows = httpx.get(url, headers=token, params=asked, trust_env=False).json()["taxes"]
        found = next(one for one in rows if one["tax_name"] == name)
        return {key: found[key] for key in ("tax_id", "tax_name", "tax_percentage")}

    def _token(self) -> str:
        given = {
            "client_id": "demo-client", "client_secret": "demo-secret",
            "refresh_token": "demo-refresh", "grant_type": "refresh_token",
        }  # fmt: skip
        answer = httpx.post(f"{self.url}/oauth/v2/token", data=given, trust_env=False)
        return str(answer.json()["access_token"])

    def reset(self) -> None:
        """Start afresh."""
        self.tell("reset")


def _started(command: tuple[str, ...]) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@contextmanager
def standin(*arguments: str, keyed: bool = True) -> Iterator[Standin]:
    """Run one until the block ends; with a file to `--keep` its orders in, it can be restarted."""
    command = (sys.executable, "-m", "infra.devservers.books", "--minute-limit", "100000")
    command += (*(() if keyed else ("--no-key-field",)), *arguments)
    made = Standin("", keyed, command, _started((*command, "--port", "0")))
    assert made.process is not None
    assert made.process.stdout is not None
    try:
        made.url = made.process.stdout.readline().strip().partition(": ")[2]
        assert made.url.startswith("http://127.0.0.1:"), made.url
        yield made
    finally:
        made.process.terminate()
        made.process.communicate(timeout=10)


@dataclass
class Ledger:
    """The claims of a store, in memory."""

    rows: dict[str, Reservation] = field(default_factory=dict)

    async def reserve(self, claim: Reservation) -> Reservation:
        """Insert or return the holder."""
        return self.rows.setdefault(claim.order_key, claim)

    async def settle(self, order_key: str, state: str, draft_id: str, draft_number: str) -> None:
        """Record what became of it."""
        row = self.rows[order_key]
        self.rows[order_key] = replace(
            row, state=state, draft_id=draft_id, draft_number=draft_number
        )

    async def reservation(self, order_key: str) -> Reservation | None:
        """The claim."""
        return self.rows.get(order_key)


async def sample(books: Books) -> tuple[Customer, list[Item]]:
    """An active customer in base currency without a price list, and three active items."""
    customers = {one.name: one for one in await books.customers()}
    items = {one.sku: one for one in await books.items()}
    return customers["Karimi Trading Co"], [items[sku] for sku in ("0042", "BW-1001", "C450 G")]


async def sample_order(books: Books, name: str = "first", **changes: Any) -> DraftOrder:
    """A draft order that the books accept, of its own key per name."""
    customer, items = await sample(books)
    lines = tuple(
        DraftLine(f"L{place:03}", item.item_id, Decimal(place * 2), item.rate)
        for place, item in enumerate(items, 1)
    )
    order = DraftOrder(
        order_key=order_key("tenant", ORGANIZATION, name),
        order_id=name,
        organization_id=ORGANIZATION,
        code="K7Q4MP",
        customer_id=customer.customer_id,
        lines=lines,
        date="2026-11-21",
        delivery_date="2026-12-01",
        po_number=f"PO-{name}",
        currency="EUR",
        precision=2,
        notes="Order Desk K7Q4MP",
    )
    return replace(order, **changes)


def claim_of(order: DraftOrder) -> Reservation:
    """The claim that a first try would make."""
    return Reservation(order.order_key, ORGANIZATION, order.order_id, draft_hash(order))


async def order_for(zoho: Standin, name: str = "first", **changes: Any) -> DraftOrder:
    """A draft order made from what a stand-in holds."""
    books = zoho.books()
    order = await sample_order(books, name, **changes)
    await books.close()
    return order


async def persist(zoho: Standin, claims: Ledger, order: DraftOrder, tries: int = 12) -> DraftRef:
    """Try as Temporal would, in a worker that has just started; pauses are shorter."""
    books = zoho.books(timeout_seconds=PATIENCE)
    try:
        for _ in range(tries):
            try:
                return await create_draft(books, claims, order, SETTLING)
            except OutcomeUnknown as error:
                pause = error.retry_after or timedelta(seconds=0.05)
                await asyncio.sleep(min(pause.total_seconds(), 1))
            except BooksUnavailable:
                await asyncio.sleep(0.02)
    finally:
        await books.close()
    raise AssertionError("never came through")


async def lost_after_commit(zoho: Standin, claims: Ledger, order: DraftOrder) -> str:
    """Leave the claim unknown with the order committed; the order's id."""
    zoho.fault("drop_after_commit", method=WRITES, path=ORDERS, skip=1)
    books = zoho.books()
    with suppress(OutcomeUnknown):
        await create_draft(books, claims, order, SETTLING)
    await books.close()
    assert claims.rows[order.order_key].state in ("unknown", "settling")
    return zoho.orders()[0]["salesorder_id"]
