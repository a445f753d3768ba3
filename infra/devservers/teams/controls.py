"""The levers of the stand-in itself: faults, keys, clock, settings."""

import dataclasses
from collections.abc import Awaitable, Callable

from aiohttp import web

from infra.devservers.teams.delivery import call_bot
from infra.devservers.teams.driving import read_json
from infra.devservers.teams.keep import FAULTS, RING, WORLD
from infra.devservers.teams.keys import forge
from infra.devservers.teams.options import Json, change_options
from infra.devservers.teams.state import World
from infra.devservers.teams.wire import message_activity

routes = web.RouteTableDef()
Lever = Callable[[web.Request, Json], Awaitable[Json]]


def lever(pull: Lever) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A route with a JSON body and a JSON answer; a bad body is 400."""

    async def run(request: web.Request) -> web.Response:
        try:
            return web.json_response(await pull(request, await read_json(request)))
        except (KeyError, TypeError, ValueError) as bad:
            return web.json_response({"error": str(bad)}, status=400)

    run.__doc__ = pull.__doc__
    return run


@routes.post("/__fake/faults")
@lever
async def plan_fault(request: web.Request, body: Json) -> Json:
    """Plan a failure, see `faults.Fault` for its fields."""
    return dataclasses.asdict(request.app[FAULTS].plan(body))


@routes.get("/__fake/faults")
@lever
async def list_faults(request: web.Request, _body: Json) -> Json:
    """The planned failures with what is left of them."""
    return {"faults": [dataclasses.asdict(one) for one in request.app[FAULTS].planned]}


@routes.delete("/__fake/faults")
@lever
async def clear_faults(request: web.Request, _body: Json) -> Json:
    """From now on nothing fails."""
    request.app[FAULTS].planned.clear()
    return {"faults": []}


@routes.post("/__fake/keys/rotate")
@lever
async def rotate_keys(request: web.Request, body: Json) -> Json:
    """`{publish: true, keep: true, endorsements: ["msteams"]}`: sign with a new key."""
    marks = [str(one) for one in body.get("endorsements", ["msteams"])]
    publish, keep = bool(body.get("publish", True)), bool(body.get("keep", True))
    return {"kid": request.app[RING].rotate(marks, publish=publish, keep=keep)}


@routes.post("/__fake/keys/publish")
@lever
async def publish_keys(request: web.Request, body: Json) -> Json:
    """`{keep: true}`: show the key in use in the key set."""
    ring = request.app[RING]
    ring.publish(keep=bool(body.get("keep", True)))
    return {"published": [key.kid for key in ring.published]}


@routes.post("/__fake/bot-url")
@lever
async def move_bot(request: web.Request, body: Json) -> Json:
    """`{url}`: where the bot listens from now on."""
    change_options(request.app[WORLD].options, {"bot_url": body["url"]})
    return {"bot_url": request.app[WORLD].options.bot_url}


@routes.post("/__fake/settings")
@lever
async def change_settings(request: web.Request, body: Json) -> Json:
    """Change options that may change, see `options.CHANGEABLE`."""
    change_options(request.app[WORLD].options, body)
    return _state(request.app[WORLD])


@routes.post("/__fake/clock")
@lever
async def advance_clock(request: web.Request, body: Json) -> Json:
    """`{advance: seconds}`: file links age and cards grow older; tokens keep real time."""
    world = request.app[WORLD]
    world.ahead += float(body["advance"])
    return {"ahead": world.ahead, "now": world.stamp()}


@routes.get("/__fake/state")
@lever
async def show_state(request: web.Request, _body: Json) -> Json:
    """Addresses, ids and how often each route was hit."""
    return _state(request.app[WORLD])


@routes.post("/__fake/forge")
@lever
async def send_forged(request: web.Request, body: Json) -> Json:
    """`{who, kind, text?, activity?}`: one call to the bot with a token wrong in one way.

    `activity` overrides fields of the message, a null removes one; `raw` replaces the body.
    """
    world = request.app[WORLD]
    person = world.people[str(body.get("who", "sara"))]
    header = forge(request.app[RING], str(body["kind"]), world.options.app_id, world.service_url)
    text = str(body.get("text", "hello"))
    activity = message_activity(world, person, world.personal(person).id, text)
    changed = {**activity, **body.get("activity", {})}
    kept = {name: value for name, value in changed.items() if value is not None}
    return (await call_bot(request.app, kept, header)).shown()


def _state(world: World) -> Json:
    options = world.options
    names = ("app_id", "tenant_id", "bot_url", "auth", "limits", "answer_seconds", "region")
    return {
        **{name: getattr(options, name) for name in names},
        "service_url": world.service_url,
        "openid_metadata_url": f"{world.root}/v1/.well-known/openidconfiguration",
        "token_url": f"{world.root}/{options.tenant_id}/oauth2/v2.0/token",
        "hits": dict(world.counters),
        "log": world.journal.last,
    }
