"""The operators' site: orders, schedules, dead letters, the line."""

import json
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import hdrs, web

from bot.pages import markup
from bot.pages.backstage import Backstage, Move, ScheduleRow
from bot.pages.guard import OPERATOR, form_key, guard, note
from orders.case import StatusView
from orders.chain import Record
from orders.errors import SettingsError, StoreUnavailable
from orders.fingerprint import clean_code, code_of
from runtime.storage.port import CaseRow

BACKSTAGE = web.AppKey("backstage", Backstage)
MOST_HOURS = 168.0
_VERBS = ("pause", "resume", "trigger", "backfill")
_LARGEST = 65_536
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def create_site(backstage: Backstage) -> web.Application:
    """Every route; all but `/healthz` want a token."""
    site = web.Application(middlewares=[guard(backstage), _explain], client_max_size=_LARGEST)
    site[BACKSTAGE] = backstage
    site.router.add_get("/healthz", _say_alive)
    site.router.add_get("/", _overview)
    site.router.add_get("/orders", _order)
    site.router.add_get("/schedules", _schedules)
    site.router.add_post("/schedules", _move)
    site.router.add_get("/webhooks", _dead)
    site.router.add_post("/webhooks", _replay)
    return site


@web.middleware
async def _explain(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """What goes wrong is one sentence; what cannot be audited is not done."""
    try:
        return await handler(request)
    except SettingsError as error:
        return _show(request, "Not done", markup.text(error), status=400)
    except StoreUnavailable as error:
        return _show(request, "Not now", markup.text(error), status=503)


async def _say_alive(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _overview(request: web.Request) -> web.Response:
    backstage = request.app[BACKSTAGE]
    line = await backstage.waiting()
    rows = [[str(place), _to_order(code_of(one))] for place, one in enumerate(line or (), 1)]
    schedules = await backstage.schedules()
    paused = [one.name for one in schedules if one.paused]
    dead = await backstage.dead()
    return _show(
        request,
        "Overview",
        markup.search(),
        markup.facts(
            {
                "Waiting for Zoho Books": "not known" if line is None else str(len(line)),
                "Schedules paused": markup.text(", ".join(paused) or "none"),
                "Dead letters": str(len(dead)),
            }
        ),
        "<h2>In line for Zoho Books</h2>",
        markup.table(("place", "order"), rows, "Nobody waits."),
    )


async def _order(request: web.Request) -> web.Response:
    backstage, code = request.app[BACKSTAGE], clean_code(request.query.get("code", ""))[:12]
    row = await backstage.store.find_code(backstage.tenant_id, code)
    if row is None:
        told = f"There is no order {markup.text(code)}."
        return _show(request, "No such order", f"<p>{told}</p>", markup.search(), status=404)
    await note(backstage, request[OPERATOR].name, "ops.order_viewed", order=row.code)
    view = await backstage.orders.status(row.order_id)
    records = await backstage.store.audit_of(row.order_id)
    return _show(
        request,
        f"Order {row.code}",
        markup.facts(_standing(backstage, row, view)),
        "<h2>What happened</h2>",
        markup.table(
            ("when (UTC)", "what", "who", "more"),
            [_happened(backstage, one) for one in records],
            "Nothing.",
        ),
    )


def _standing(backstage: Backstage, row: CaseRow, view: StatusView | None) -> dict[str, str]:
    """How an order stands; from the list where the workflow does not answer."""
    pages = f"{backstage.temporal_pages}/{quote(row.order_id)}"
    told = {
        "File": markup.text(row.title),
        "Requester": markup.text(backstage.name_of(row.requester)),
        "Received": markup.moment(row.received_at),
        "Status": markup.text(view.status if view else f"{row.status} (as last listed)"),
    }
    if view is not None:
        trouble = view.error_state
        told |= {
            "Step": markup.text(view.current_step),
            "Waits for": markup.text(view.waiting_for),
            "Last activity": markup.moment(view.last_activity_time),
            "Expires": markup.moment(view.deadlines.expire_at),
            "Trouble": markup.text(f"{trouble.kind}: {trouble.message}") if trouble else "",
            "Draft": markup.text(view.draft.number) if view.draft else "",
            "Split off from": _to_order(view.origin) if view.origin else "",
            "Other orders of the file": ", ".join(_to_order(code) for code in view.parts),
        }
    return told | {"Workflow": markup.link(pages, row.order_id)}


def _happened(backstage: Backstage, record: Record) -> list[str]:
    body = json.loads(record.body)
    more = ", ".join(f"{name}: {value}" for name, value in sorted(body["data"].items()) if value)
    actor = backstage.name_of(body["actor"]["id"]) or body["actor"]["type"]
    told = [markup.text(one) for one in (body["event_type"], actor, more)]
    return [markup.moment(body["at"]), *told]


async def _schedules(request: web.Request) -> web.Response:
    key = form_key(request[OPERATOR])
    rows = [_schedule(one, key) for one in await request.app[BACKSTAGE].schedules()]
    columns = ("schedule", "every", "state", "runs", "last (UTC)", "next (UTC)", "")
    return _show(request, "Schedules", markup.table(columns, rows, "There are none."))


def _schedule(one: ScheduleRow, key: str) -> list[str]:
    state = f"paused: {one.note}" if one.paused else "running"
    hours = '<input name="hours" type="number" min="1" max="168" value="1" aria-label="hours back">'
    verbs = ["resume" if one.paused else "pause", "trigger"]
    buttons = [
        markup.button("/schedules", verb.title(), key, name=one.name, verb=verb) for verb in verbs
    ]
    buttons.append(
        markup.button("/schedules", "Backfill", key, hours, name=one.name, verb="backfill")
    )
    told = [markup.text(cell) for cell in (one.name, one.every, state, one.runs)]
    return [*told, markup.moment(one.last), markup.moment(one.next), "".join(buttons)]


async def _move(request: web.Request) -> web.Response:
    backstage, sent = request.app[BACKSTAGE], await request.post()
    name, verb = str(sent.get("name", "")), str(sent.get("verb", ""))
    known = {one.name for one in await backstage.schedules()}
    if name not in known or verb not in _VERBS:
        raise SettingsError("There is no such schedule, or nothing of that kind to do with it.")
    hours = _hours(str(sent.get("hours", ""))) if verb == "backfill" else 0
    who = request[OPERATOR].name
    more = {"hours": f"{hours:g}"} if hours else {}
    await note(backstage, who, f"ops.schedule_{verb}", schedule=name, **more)
    await backstage.move(Move(name, verb, hours, who))
    return _go_to("/schedules")


def _hours(given: str) -> float:
    """How far back; raises `SettingsError` where it is no sensible number of hours."""
    try:
        hours = float(given)
    except ValueError:
        hours = 0
    if not 0 < hours <= MOST_HOURS:
        raise SettingsError(f"Hours are a number above 0 and up to {MOST_HOURS:g}.")
    return hours


async def _dead(request: web.Request) -> web.Response:
    key = form_key(request[OPERATOR])
    rows = [
        [
            markup.moment(one.at),
            *(markup.text(cell) for cell in (one.kind, one.subscription, one.note)),
            markup.button(
                "/webhooks", "Send again", key, event=one.event_id, subscription=one.subscription
            ),
        ]
        for one in await request.app[BACKSTAGE].dead()
    ]
    columns = ("when (UTC)", "event", "subscriber", "why", "")
    return _show(request, "Dead letters", markup.table(columns, rows, "There are none."))


async def _replay(request: web.Request) -> web.Response:
    backstage, sent = request.app[BACKSTAGE], await request.post()
    event, subscription = str(sent.get("event", "")), str(sent.get("subscription", ""))
    letters = {(one.event_id, one.subscription) for one in await backstage.dead()}
    if (event, subscription) not in letters:
        raise SettingsError("This is no dead letter any more.")
    who = request[OPERATOR].name
    await note(backstage, who, "ops.webhook_replayed", event=event, subscription=subscription)
    await backstage.replay(event, subscription)
    return _go_to("/webhooks")


def _to_order(code: str) -> str:
    return markup.link(f"/orders?code={quote(code)}", code)


def _go_to(path: str) -> web.Response:
    return web.Response(status=303, headers={hdrs.LOCATION: path})


def _show(request: web.Request, title: str, *parts: str, status: int = 200) -> web.Response:
    text = markup.page(title, request[OPERATOR].name, *parts)
    return web.Response(text=text, content_type="text/html", status=status)
