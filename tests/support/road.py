"""A whole running desk, and people who walk orders down its road."""

import asyncio
import base64
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from infra.chat import CardSeen, Chat
from infra.stack import Stack

Json = dict[str, Any]
_NUMBERS = itertools.count(1)
LINES = (
    ("BW-1001", "Trail Backpack 30L Green", 10, "49.90"),
    ("0042", "Steel Bottle 750 ml", 24, "14.50"),
)


def order_csv(
    po_number: str,
    customer: str = "Brightwater Outdoor GmbH",
    lines: tuple[tuple[str, str, object, str], ...] = LINES,
) -> bytes:
    """An ordinary order as a buyer's system would export it."""
    rows = [f"Customer,{customer}", f"PO Number,{po_number}", "Currency,EUR", ""]
    rows.append("SKU,Description,Quantity,Unit Price,Line Total")
    for sku, name, quantity, price in lines:
        amount = f"{int(quantity) * float(price):.2f}" if str(quantity).isdigit() else ""
        rows.append(f"{sku},{name},{quantity},{price},{amount}")
    return "\n".join(rows).encode()


@dataclass(slots=True)
class Walk:
    """One order on its way."""

    road: "Road"
    po_number: str
    name: str
    code: str = ""
    pause: float = 0.1
    """Seconds between two looks at the chat."""
    patience: float = 120
    """Seconds a card is waited for."""
    sent: Json = field(default_factory=dict)
    """What the stand-in said about the upload's delivery: status, took_ms, activity, files."""

    async def card(self, who: str = "sara") -> CardSeen | None:
        """This order's newest live card in a person's chat."""
        cards = await self.road.chat.cards(who)
        mine = (
            [one for one in cards if one.order == self.code]
            if self.code
            else [one for one in cards if self.name in one.text]
        )
        return mine[-1] if mine else None

    async def until(
        self, holds: Callable[[CardSeen], bool], who: str = "sara", seconds: float = 0
    ) -> CardSeen:
        """The first card that fits."""
        card = None
        for _ in range(int((seconds or self.patience) / self.pause)):
            card = await self.card(who)
            if card is not None and holds(card):
                self.code = self.code or card.order
                return card
            await asyncio.sleep(self.pause)
        seen = {one: (await self.card(one)) for one in (who, "sara")}
        raise AssertionError(
            "; ".join(
                f"{one} still sees: {it.text if it else 'no card'}" for one, it in seen.items()
            )
        )

    async def offers(self, verb: str, who: str = "sara", seconds: float = 0) -> CardSeen:
        """The card once it offers this button."""
        return await self.until(lambda card: verb in card.verbs, who, seconds)

    async def says(self, text: str, who: str = "sara", seconds: float = 0) -> CardSeen:
        """The card once it says this."""
        return await self.until(lambda card: text in plain(card.text), who, seconds)

    async def press(self, verb: str, who: str = "sara", **inputs: str) -> Json:
        """Wait for a button and press it; inputs by id with `__` for `/`."""
        card = await self.offers(verb, who)
        named = {name.replace("__", "/"): value for name, value in inputs.items()}
        return await self.road.chat.click(who, card, verb, named)

    async def cancel(self, who: str = "sara") -> None:
        """Ask to cancel and say yes; a card that changes in between takes the question back."""
        for _ in range(10):
            await self.press("ask_cancel", who)
            card = await self.card(who)
            if card is not None and "cancel" in card.verbs:
                answer = await self.road.chat.click(who, card, "cancel")
                if "error" not in answer:
                    return
        raise AssertionError("the question before a cancel never stayed")

    async def to_approval(self) -> CardSeen:
        """Send it for approval; returns the approver's card."""
        await self.press("submit")
        return await self.offers("approve", "omid")

    async def to_draft(self) -> CardSeen:
        """The whole road; returns the requester's last card."""
        await self.to_approval()
        await self.press("approve", "omid")
        return await self.says("SO-")

    async def drafts(self) -> list[Json]:
        """This order's drafts in the books."""
        return await self.road.drafts(self.po_number)


@dataclass(slots=True)
class Road:
    """The running desk."""

    stack: Stack
    chat: Chat
    http: httpx.AsyncClient
    walks: list[Walk] = field(default_factory=list)

    async def drop(
        self,
        who: str = "sara",
        *,
        po_number: str = "",
        unique_id: str = "",
        content: bytes = b"",
        **order: Any,
    ) -> Walk:
        """Drop an order of its own kind into the chat; `unique_id` makes it the same file again."""
        po_number = po_number or f"PO-{next(_NUMBERS):05d}"
        walk = Walk(self, po_number, f"{po_number}.csv")
        packed = base64.b64encode(content or order_csv(po_number, **order)).decode()
        file = {"name": walk.name, "base64": packed, "unique_id": unique_id}
        walk.sent = await self.teams(f"/api/people/{who}/files", file)
        self.walks.append(walk)
        return walk

    async def drafts(self, po_number: str = "") -> list[Json]:
        """Sales orders the books hold, all or those of one purchase order."""
        state = (await self.http.get(f"{self.stack.books_url}/__fake/state")).json()
        orders = state["orders"]
        return [one for one in orders if not po_number or one["reference_number"] == po_number]

    async def books_fault(self, kind: str, **how: Any) -> None:
        """Make the books fail."""
        url = f"{self.stack.books_url}/__fake/faults"
        (await self.http.post(url, json={"kind": kind, **how})).raise_for_status()

    async def heal_books(self) -> None:
        """Take all faults away."""
        (await self.http.delete(f"{self.stack.books_url}/__fake/faults")).raise_for_status()

    async def teams(self, path: str, body: Json) -> Json:
        """One control call to the Teams stand-in."""
        answer = await self.http.post(f"{self.stack.teams_url}{path}", json=body)
        found: Json = answer.json()
        return found


def plain(text: str) -> str:
    """Text without the marks that isolate right-to-left runs."""
    return text.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None})
