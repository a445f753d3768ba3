"""What goes on without a person, on a desk of its own: the lane, outbound events, old backups."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from scenarios.conftest import open_desk

from infra.devservers.books import Options
from infra.devservers.books.seed import SERVED, ledgers
from orders.outbound import sign
from support.breaking import without
from support.facts import events_of, eventually
from support.road import Json, Road, Walk

pytestmark = pytest.mark.asyncio(loop_scope="session")

TAKES_PART = "Brightwater Outdoor GmbH"
OTHER = "Karimi Trading Co"
SECRET = "a-secret-of-enough-length"
NOBODY = "subscriptions: []\n"


@dataclass
class Subscriber:
    """A receiver on this machine that refuses once and keeps what it got."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    heard: list[tuple[dict[str, str], str]] = field(default_factory=list)

    async def hear(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.heard.append((headers, await request.text()))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def events(self, code: str) -> list[Json]:
        """The events of one order, each once."""
        bodies = {headers["webhook-id"]: json.loads(body) for headers, body in self.heard}
        return [one for one in bodies.values() if one["order"]["code"] == code]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def subscriber() -> AsyncIterator[Subscriber]:
    made, app = Subscriber(), web.Application()
    app.router.add_post("/hook", made.hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory) -> Path:
    file: Path = tmp_path_factory.mktemp("hooks") / "webhooks.yaml"
    file.write_text(NOBODY, "utf-8")
    return file


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def eager(tmp_path_factory, hooks: Path) -> AsyncIterator[Road]:
    """A desk whose lane one customer takes part in, and whom nobody has subscribed to yet."""
    books = ledgers(Options())[SERVED]
    contact = next(one for one in books.contacts.values() if one["contact_name"] == TAKES_PART)
    settings = {
        "DESK_LANE_STAGE": "100",
        "DESK_LANE_CUSTOMERS": f"{contact['contact_id']}=5000",
        "DESK_LANE_UNDO_MINUTES": "0.15",
        "DESK_WEBHOOKS_FILE": str(hooks),
        "DESK_WEBHOOKS_ALLOW_LOOPBACK": "true",
    }
    async with open_desk(tmp_path_factory.mktemp("eager"), **settings) as road:
        await _bought_before(road, contact["contact_id"], next(iter(books.items)))
        yield road


async def _bought_before(road: Road, customer_id: str, item_id: str) -> None:
    """A confirmed order of the customer's, from before the desk."""
    url = road.stack.books_url
    asked = {"client_id": "demo-client", "client_secret": "demo-secret"}
    asked |= {"refresh_token": "demo-refresh", "grant_type": "refresh_token"}
    token = (await road.http.post(f"{url}/oauth/v2/token", data=asked)).json()["access_token"]
    order = {"customer_id": customer_id, "line_items": [{"item_id": item_id, "quantity": 1}]}
    made = await road.http.post(
        f"{url}/books/v3/salesorders",
        params={"organization_id": SERVED},
        headers={"Authorization": f"Zoho-oauthtoken {token}"},
        json=order,
    )
    known = {"salesorder_id": made.json()["salesorder"]["salesorder_id"], "action": "open"}
    (await road.http.post(f"{url}/__fake/person", json=known)).raise_for_status()


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


async def test_an_order_that_meets_every_condition_needs_no_approver_and_can_be_stopped(
    eager: Road,
):
    """Naive: a lane that asks nobody and cannot be stopped."""
    fewer = (("BW-1001", "Trail Backpack 30L Green", 5, "49.90"),)
    stopped = await eager.drop(customer=TAKES_PART, lines=fewer)
    await stopped.press("report")
    await stopped.until(lambda card: "submit" in card.verbs and "report" not in card.verbs)
    walk = await eager.drop(customer=TAKES_PART)
    ticked = await walk.offers("report")
    assert "✓" in ticked.text
    assert "✗" not in ticked.text
    await walk.says("SO-")
    assert len(await walk.drafts()) == 1
    assert [one for one in events_of(eager, walk.code) if "lane.granted" in one]
    assert walk.code not in {one.order for one in await eager.chat.cards("omid")}
    assert await stopped.drafts() == []


async def test_who_subscribes_while_the_desk_runs_hears_the_next_order_signed_and_once(
    eager: Road, hooks: Path, subscriber: Subscriber
):
    """Naive: subscriptions read at the start only; an event sent again under another id."""
    entry = f"- {{name: erp, url: '{subscriber.url}', secret: {SECRET}}}"
    _write(hooks, f"subscriptions:\n{entry}\n")
    await asyncio.sleep(4)
    subscriber.answers.append(500)
    walk = await eager.drop(customer=OTHER)
    await walk.to_draft()
    told = await eventually(
        lambda: {one["type"]: one for one in subscriber.events(walk.code)},
        lambda told: {"order.received", "order.approved", "order.drafted"} <= set(told),
    )
    assert told["order.drafted"]["data"]["number"].startswith("SO-")
    for headers, body in subscriber.heard:
        at = int(headers["webhook-timestamp"])
        wanted = sign(SECRET, headers["webhook-id"], at, body)
        assert headers["webhook-signature"] == wanted["webhook-signature"]
    ids = [headers["webhook-id"] for headers, _ in subscriber.heard]
    assert len(ids) - len(set(ids)) == 1, "refused once, sent again under the same id"


async def test_f39_a_temporal_older_than_the_books_links_drafts_and_creates_none_twice(
    eager: Road,
):
    """Naive: a step that runs again in a restored Temporal does its work again."""
    walk = await eager.drop(customer=OTHER)
    await walk.to_approval()
    files = [eager.stack.data_dir / f"temporal.db{end}" for end in ("", "-wal", "-shm")]
    kept = eager.stack.data_dir.parent / "backup"
    async with without(eager, "temporal"):
        kept.mkdir()
        for file in filter(Path.exists, files):
            shutil.copy2(file, kept / file.name)
    await walk.press("approve", "omid")
    await walk.says("SO-")
    (draft,) = await walk.drafts()
    # Workers remember what they did; whoever restores Temporal starts them anew.
    async with without(eager, "worker"), without(eager, "temporal"):
        for file in files:
            file.unlink(missing_ok=True)
            if (kept / file.name).exists():
                shutil.copy2(kept / file.name, file)
    await asked_again(walk)
    await walk.press("approve", "omid")
    await walk.says(draft["salesorder_number"])
    assert [one["salesorder_id"] for one in await walk.drafts()] == [draft["salesorder_id"]]


async def asked_again(walk: Walk) -> None:
    """The approver asks how the order stands until a worker answers for it again."""
    for _ in range(20):
        await walk.road.chat.say("omid", f"status {walk.code}")
        await asyncio.sleep(3)
        card = await walk.card("omid")
        if card is not None and "approve" in card.verbs:
            return
