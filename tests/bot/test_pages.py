"""The operators' pages over real HTTP: nothing without a token, nothing done without a note."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio
from aiohttp import ClientSession, encode_basic_auth
from stores import migrated

from bot.pages.backstage import Backstage, Move, ScheduleRow
from bot.pages.guard import CHAIN, form_key
from bot.pages.site import create_site
from cards.catalogue import has
from infra.webhooks import dead_letters, send_again
from orders.chain import AuditEntry
from orders.errors import StoreUnavailable
from orders.outbound import EVENTS
from runtime.storage.memory import MemoryStore
from runtime.tokens import Token
from support.channel import serve
from support.drive import REQUESTER, TENANT
from support.office import attachment
from workflows.clicks import AUDITED

pytestmark = pytest.mark.asyncio(loop_scope="session")

TODAY = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
LENA, OMID = Token("lena", "t-lena"), Token("omid", "t-omid", date(2026, 11, 28))
PATHS = ("/", "/orders?code=K7Q4MP", "/schedules", "/webhooks", "/nothing", "/static/x")


class Clockwork:
    """Two schedules, and what was done to them."""

    def __init__(self):
        self.moves, self.line = [], ()

    async def rows(self):
        return [
            ScheduleRow("desk-catalogue", "5 min", paused=False, runs=7),
            ScheduleRow("desk-catalogue-full", "daily", paused=True, note="<b>stock</b>"),
        ]

    async def move(self, move):
        self.moves.append(move)

    async def waiting(self):
        return self.line


class Site:
    def __init__(self, url, session, works, store):
        self.url, self.session, self.works, self.store = url, session, works, store

    async def get(self, path, **more):
        async with self.session.get(f"{self.url}{path}", **more) as answer:
            return answer.status, await answer.text(), answer.headers

    async def post(self, path, token=LENA, headers=None, **fields):
        sent = {"form": form_key(token), **fields}
        known = {"Authorization": encode_basic_auth(token.name, token.secret), **(headers or {})}
        async with self.session.post(
            f"{self.url}{path}", data=sent, headers=known, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    async def noted(self):
        bodies = [json.loads(record.body) for record in await self.store.audit_of(CHAIN)]
        return [(one["event_type"], one["actor"]["id"], one["data"]) for one in bodies]


async def opened(store, orders, tenant=TENANT):
    works = Clockwork()
    backstage = Backstage(
        store=store,
        orders=orders,
        tenant_id=tenant,
        tokens=(LENA, OMID),
        temporal_pages="http://127.0.0.1:8233/namespaces/default/workflows",
        now=lambda: TODAY,
        name_of=lambda one: {"sara": "Sara"}.get(one, one),
        schedules=works.rows,
        move=works.move,
        dead=lambda: dead_letters(store),
        replay=lambda event, name: send_again(store, event, name),
        waiting=works.waiting,
    )
    async with serve(create_site(backstage)) as url, ClientSession() as session:
        yield Site(url, session, works, store)


@pytest_asyncio.fixture(loop_scope="session")
async def site(office, tmp_path):
    async with migrated("", tmp_path) as store:
        async for one in opened(store, office.desk.orders):
            yield one


@pytest_asyncio.fixture(loop_scope="session")
async def desk_site(office):
    async for one in opened(office.store, office.desk.orders):
        yield one


class Mute(MemoryStore):
    """A store whose audit cannot be written."""

    async def append_audit(self, entries):
        raise StoreUnavailable


@pytest_asyncio.fixture(loop_scope="session")
async def mute(office):
    async for one in opened(Mute(), office.desk.orders):
        yield one


AS_LENA = {"headers": {"Authorization": encode_basic_auth("lena", "t-lena")}}


async def test_b086_without_a_valid_token_every_page_is_401_and_says_nothing(site):
    """Naive: pages that only an address protects show orders to whoever finds the address."""
    told = [None, {"Authorization": "Bearer t-eve"}, {"Authorization": "Basic !!"}]
    told += [{"Authorization": "Bearer t-omid"}, {"Authorization": "Bearer"}]
    for headers in told:
        for path in PATHS:
            status, text, answered = await site.get(path, headers=headers)
            assert (status, text) == (401, "refused: token\n")
            assert answered["WWW-Authenticate"].startswith("Basic")
            async with site.session.post(f"{site.url}{path}", headers=headers) as answer:
                assert answer.status == 401
    assert await site.get("/healthz", headers=None)
    assert await site.noted() == [("access.denied", "", {"reason": "token"})]
    assert site.works.moves == []


async def test_an_order_is_looked_up_by_its_code_with_all_that_happened(desk_site, office):
    file = attachment("<script>alert(1)</script>.csv")
    await office.drop(REQUESTER, file)
    row = await office.listed(file.name, "awaiting_review")
    created = AuditEntry(row.order_id, "1", "case.created", TODAY.isoformat(), actor_id="sara")
    await office.store.append_audit([created])
    case = replace(await office.store.load_case(row.order_id), trace="4bf92f3577b34da6")
    await office.store.save_case(row, case)
    status, text, headers = await desk_site.get(f"/orders?code={row.code.lower()}", **AS_LENA)
    assert status == 200
    told = ("Trace id", "<code>4bf92f3577b34da6</code>")
    told += ("Ready for review", "Order received", "Sara", "Waiting for", f"order={row.code}")
    for said in (*told, f"workflows/{row.order_id}"):
        assert said in text
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert ("ops.order_viewed", "lena", {"order": row.code}) in await desk_site.noted()
    status, text, _ = await desk_site.get("/orders?code=<i>", **AS_LENA)
    assert (status, "<i>" in text) == (404, False)


async def test_an_order_is_found_by_file_po_number_customer_and_draft(desk_site, office):
    rows = []
    for name in ("one.csv", "two.csv"):
        await office.drop(REQUESTER, attachment(name))
        row = await office.listed(name, "awaiting_review")
        words = f"{row.code.lower()}\n{name.replace('.', ' ')}\npo 77\nبازرگانی کریمی"
        rows.append(replace(row, words=words))
        await office.store.save_case(rows[-1], None)
    for asked in ("PO-77", "کريمي"):
        status, text, _ = await desk_site.get("/orders", params={"code": asked}, **AS_LENA)
        assert (status, [f">{row.code}</a>" in text for row in rows]) == (200, [True, True])
    status, text, _ = await desk_site.get("/orders", params={"code": "two.csv"}, **AS_LENA)
    assert f"Order {rows[1].code}" in text.replace("\u2068", "").replace("\u2069", "")
    assert ("ops.orders_searched", "lena", {"found": "2"}) in await desk_site.noted()


async def test_the_pages_speak_persian_where_the_browser_or_the_reader_asks(site):
    known = AS_LENA["headers"]
    _, text, _ = await site.get("/", headers={**known, "Accept-Language": "fa-IR,fa;q=0.9"})
    assert '<html lang="fa" dir="rtl">' in text
    assert "صف Zoho Books" in text
    _, text, headers = await site.get("/schedules?lang=fa", headers=known)
    assert "lang=fa" in headers["Set-Cookie"]
    assert 'href="/schedules?lang=en">English' in text
    _, text, _ = await site.get("/webhooks", headers={**known, "Cookie": "lang=fa"})
    assert "رویدادهای تحویل‌نشده" in text


async def test_every_event_of_an_order_has_its_words():
    kinds = {*AUDITED.values(), *EVENTS, "case.handed_over", "access.denied"}
    assert [one for one in sorted(kinds) if not has(f"event.{one.replace('.', '_')}")] == []


async def test_a_schedule_is_moved_only_by_a_form_of_ours_and_that_is_noted(site):
    """Naive: any page an operator has open may send the same form with their credentials."""
    move = {"name": "desk-catalogue", "verb": "pause"}
    assert (await site.post("/schedules", form="guessed", **move))[0] == 403
    foreign = {"Origin": "https://evil.example"}
    assert (await site.post("/schedules", headers=foreign, **move))[0] == 403
    assert site.works.moves == []
    assert (await site.post("/schedules", headers={"Origin": site.url}, **move))[0] == 303
    backfill = {"name": "desk-catalogue", "verb": "backfill"}
    assert (await site.post("/schedules", hours="3", **backfill))[0] == 303
    assert site.works.moves == [
        Move("desk-catalogue", "pause", 0, "lena"), Move("desk-catalogue", "backfill", 3, "lena"),
    ]  # fmt: skip
    assert [one for one in await site.noted() if one[0] != "access.denied"] == [
        ("ops.schedule_pause", "lena", {"schedule": "desk-catalogue"}),
        ("ops.schedule_backfill", "lena", {"schedule": "desk-catalogue", "hours": "3"}),
    ]
    for wrong in ({"hours": "nan"}, {"hours": "9999"}, {"hours": ""}, {"verb": "delete"}):
        assert (await site.post("/schedules", **{**backfill, **wrong}))[0] == 400
    assert (await site.post("/schedules", name="other", verb="pause"))[0] == 400
    change = {"name": "desk-catalogue", "verb": "change"}
    assert (await site.post("/schedules", **change))[0] == 400
    assert len(site.works.moves) == 2


async def test_what_cannot_be_noted_is_not_done(mute):
    status, text = await mute.post("/schedules", name="desk-catalogue", verb="trigger")
    assert (status, "Not now" in text) == (503, True)
    assert mute.works.moves == []


async def test_the_buttons_of_the_page_are_the_forms_that_work(site):
    _, text, _ = await site.get("/schedules", **AS_LENA)
    assert "&lt;b&gt;stock&lt;/b&gt;" in text
    assert set(re.findall(r'name="form" value="(\w+)"', text)) == {form_key(LENA)}
    assert re.findall(r'name="verb" value="(\w+)"', text) == [
        "pause", "trigger", "backfill", "change", "reset",
        "resume", "trigger", "backfill", "change", "reset",
    ]  # fmt: skip


async def test_a_dead_letter_is_shown_and_sent_again_once(site):
    store = site.store
    await store.spread_events("erp", {"order.drafted"})
    await store.append_audit(
        [AuditEntry("o-1", "1", "draft.created", TODAY.isoformat(), tenant_id="t")]
    )
    await store.spread_events("erp", {"order.drafted"})
    (entry,) = await store.deliveries(("new",))
    await store.move_delivery("erp", entry.event_id, "dead", "HTTP 404")
    assert "HTTP 404" in (await site.get("/webhooks", **AS_LENA))[1]
    letter = {"event": entry.event_id, "subscription": "erp"}
    assert (await site.post("/webhooks", **letter))[0] == 303
    assert await store.deliveries(("new",))
    assert (await site.post("/webhooks", **letter))[0] == 400
    assert "There are none." in (await site.get("/webhooks", **AS_LENA))[1]
    assert [one[0] for one in await site.noted()].count("ops.webhook_replayed") == 1


async def test_the_overview_says_who_waits_for_the_books(site):
    site.works.line = ("order-1", "order-2")
    _, text, _ = await site.get("/", **AS_LENA)
    assert re.search(r"Waiting for Zoho Books</th><td>2<", text)
    assert "desk-catalogue-full" in text
    site.works.line = None
    assert "not known" in (await site.get("/", **AS_LENA))[1]
