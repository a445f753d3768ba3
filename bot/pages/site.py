"""The operators' site: orders, schedules, dead letters, the line."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.pages import markup
from bot.pages.backstage import BACKSTAGE, Backstage, Move, ScheduleRow
from bot.pages.frame import go_to, search, show, word, words
from bot.pages.guard import OPERATOR, form_key, guard, note
from bot.pages.lookup import find_orders, to_order
from orders.errors import SettingsError, StoreUnavailable
from orders.fingerprint import code_of

MOST_HOURS = 168.0
_VERBS = ("pause", "resume", "trigger", "backfill", "change", "reset")
_RHYTHM = ("every", "hour", "zone")
_LARGEST = 65_536
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def create_site(backstage: Backstage) -> web.Application:
    """Every route; all but `/healthz` want a token."""
    site = web.Application(middlewares=[guard(backstage), _explain], client_max_size=_LARGEST)
    site[BACKSTAGE] = backstage
    site.router.add_get("/healthz", _say_alive)
    site.router.add_get("/", _overview)
    site.router.add_get("/orders", find_orders)
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
        return show(request, word(request, "not_done"), markup.text(error), status=400)
    except StoreUnavailable as error:
        return show(request, word(request, "not_now"), markup.text(error), status=503)


async def _say_alive(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _overview(request: web.Request) -> web.Response:
    backstage = request.app[BACKSTAGE]
    line = await backstage.waiting()
    rows = [[str(place), to_order(code_of(one))] for place, one in enumerate(line or (), 1)]
    schedules = await backstage.schedules()
    paused = ", ".join(one.name for one in schedules if one.paused)
    told = {
        "waiting_books": word(request, "not_known") if line is None else str(len(line)),
        "paused": markup.text(paused) or word(request, "none"),
        "dead": str(len(await backstage.dead())),
    }
    return show(
        request,
        word(request, "overview"),
        search(request),
        markup.facts({word(request, key): value for key, value in told.items()}),
        f"<h2>{word(request, 'line')}</h2>",
        markup.table(words(request, "place", "order"), rows, word(request, "nobody")),
    )


async def _schedules(request: web.Request) -> web.Response:
    rows = [_schedule(request, one) for one in await request.app[BACKSTAGE].schedules()]
    columns = words(request, "schedule", "every", "state", "runs", "last", "next")
    table = markup.table([*columns, ""], rows, word(request, "no_rows"))
    return show(request, word(request, "schedules"), table)


def _schedule(request: web.Request, one: ScheduleRow) -> list[str]:
    key = form_key(request[OPERATOR])
    state = word(request, "is_paused" if one.paused else "is_running", note=one.note)
    label = word(request, "hours")
    hours = f'<input name="hours" type="number" min="1" max="168" value="1" aria-label="{label}">'
    more = {"backfill": hours, "change": _inputs(request, one)}
    buttons = [
        markup.button(
            "/schedules", word(request, verb), key, more.get(verb, ""), name=one.name, verb=verb
        )
        for verb in ("resume" if one.paused else "pause", *_VERBS[2:])
    ]
    told = [markup.text(one.name), markup.text(one.every), state, str(one.runs)]
    return [*told, markup.moment(one.last), markup.moment(one.next), "".join(buttons)]


def _inputs(request: web.Request, one: ScheduleRow) -> str:
    """What can be changed of its rhythm: minutes, or hour and time zone."""
    shown = {"every": one.minutes, "hour": one.hour, "zone": one.zone}
    return "".join(
        f'<input name="{name}" value="{markup.text(value)}" size="{len(value) + 2}"'
        f' aria-label="{word(request, f"new_{name}")}">'
        for name, value in shown.items()
        if value
    )


async def _move(request: web.Request) -> web.Response:
    backstage, sent = request.app[BACKSTAGE], await request.post()
    name, verb = str(sent.get("name", "")), str(sent.get("verb", ""))
    known = {one.name for one in await backstage.schedules()}
    if name not in known or verb not in _VERBS:
        raise SettingsError("There is no such schedule, or nothing of that kind to do with it.")
    hours = _hours(str(sent.get("hours", ""))) if verb == "backfill" else 0
    who = request[OPERATOR].name
    more = {"hours": f"{hours:g}"} if hours else {}
    typed = {one: str(sent.get(one, ""))[:60] for one in _RHYTHM} if verb == "change" else {}
    rhythm = {one: value for one, value in typed.items() if value}
    if verb == "change" and not rhythm:
        raise SettingsError("Nothing was typed to change.")
    await note(backstage, who, f"ops.schedule_{verb}", schedule=name, **more, **rhythm)
    await backstage.move(Move(name, verb, hours, who, rhythm))
    return go_to("/schedules")


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
    key, again = form_key(request[OPERATOR]), word(request, "send_again")
    rows = [
        [
            markup.moment(one.at),
            *(markup.text(cell) for cell in (one.kind, one.subscription, one.note)),
            markup.button(
                "/webhooks", again, key, event=one.event_id, subscription=one.subscription
            ),
        ]
        for one in await request.app[BACKSTAGE].dead()
    ]
    columns = [*words(request, "when", "event", "subscriber", "why"), ""]
    table = markup.table(columns, rows, word(request, "no_rows"))
    return show(request, word(request, "dead"), table)


async def _replay(request: web.Request) -> web.Response:
    backstage, sent = request.app[BACKSTAGE], await request.post()
    event, subscription = str(sent.get("event", "")), str(sent.get("subscription", ""))
    letters = {(one.event_id, one.subscription) for one in await backstage.dead()}
    if (event, subscription) not in letters:
        raise SettingsError("This is no dead letter any more.")
    who = request[OPERATOR].name
    await note(backstage, who, "ops.webhook_replayed", event=event, subscription=subscription)
    await backstage.replay(event, subscription)
    return go_to("/webhooks")
