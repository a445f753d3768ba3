"""The API that demo, tests and page drive people with."""

import base64
import binascii
import dataclasses
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from infra.devservers.teams import acting
from infra.devservers.teams.cards import CannotClick
from infra.devservers.teams.delivery import send_activity
from infra.devservers.teams.keep import WORLD
from infra.devservers.teams.options import Json
from infra.devservers.teams.people import Person, full_locale
from infra.devservers.teams.state import World
from infra.devservers.teams.wire import arrival_activities

routes = web.RouteTableDef()
Deed = Callable[[web.Request, Person, Json], Awaitable[Any]]


def deed(act: Deed) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A route of one person with a JSON body; what cannot be done is 404, 409 or 422."""

    async def run(request: web.Request) -> web.Response:
        person = request.app[WORLD].people.get(request.match_info["who"])
        if person is None:
            return _error(404, "there is no such person")
        try:
            return web.json_response(await act(request, person, await read_json(request)))
        except acting.Impossible as no:
            return _error(409, str(no))
        except CannotClick as no:
            return _error(422, str(no))
        except ValueError as bad:
            return _error(400, str(bad))

    run.__doc__ = act.__doc__
    return run


async def read_json(request: web.Request) -> Json:
    """The body as an object, empty if there is none; ValueError otherwise."""
    if request.content_type.startswith("multipart/"):
        return {}
    text = await request.text()
    body = json.loads(text) if text.strip() else {}
    if not isinstance(body, dict):
        raise ValueError("the body must be a JSON object")  # noqa: TRY004  (one kind of bad body)
    return body


@routes.get("/api/people")
async def list_people(request: web.Request) -> web.Response:
    """Everybody with the ids the bot will see."""
    world = request.app[WORLD]
    return web.json_response([_account(world, person) for person in world.people.values()])


@routes.put("/api/people/{who}")
async def put_person(request: web.Request) -> web.Response:
    """Add a person or change one: name, aad_id, locale, timezone, tenant_id, installed."""
    world, who = request.app[WORLD], request.match_info["who"]
    try:
        body = await read_json(request)
        old = world.people.get(who) or Person(who, who.title(), "guest", str(body["aad_id"]))
        fields = {name: body[name] for name in body if name != "key"}
        if "locale" in fields:
            fields["locale"] = full_locale(str(fields["locale"]))
        person = dataclasses.replace(old, **fields)
    except (KeyError, TypeError, ValueError) as bad:
        return _error(400, f"not a person: {bad}")
    world.people[who] = person
    world.personal(person)
    channel = next(chat for chat in world.conversations.values() if chat.kind == "channel")
    channel.members = list(world.people)
    return web.json_response(_account(world, person))


@routes.post("/api/people/{who}/say")
@deed
async def say(request: web.Request, person: Person, body: Json) -> Json:
    """`{text, conversation?}`: returns how the bot's endpoint answered."""
    where = str(body.get("conversation", ""))
    return await acting.say(request.app, person, str(body.get("text", "")), where)


@routes.post("/api/people/{who}/files")
@deed
async def drop(request: web.Request, person: Person, body: Json) -> Json:
    """Multipart, or `{name, base64, unique_id?}` or `{files: [...]}`; all in one message.

    With `inline` true the (single) file is a picture pasted into the text.
    """
    where = str(body.get("conversation") or request.query.get("conversation", ""))
    uploads = _uploads(body) if body else await _parts(request)
    if not uploads:
        raise ValueError("no file was given")
    if body.get("inline"):
        return await acting.paste_picture(request.app, person, uploads[0][0], uploads[0][1])
    return await acting.drop_files(request.app, person, uploads, where)


@routes.post("/api/people/{who}/click")
@deed
async def click(request: web.Request, person: Person, body: Json) -> Json:
    """`{message, verb | index | id | title | data, inputs}`: presses that button."""
    return await acting.click(request.app, person, body)


@routes.post("/api/people/{who}/invoke")
@deed
async def forge_invoke(request: web.Request, person: Person, body: Json) -> Json:
    """`{message, value}`: an invoke no honest client would send; nothing is checked."""
    message = request.app[WORLD].messages.get(str(body.get("message")))
    if message is None or not isinstance(body.get("value"), dict):
        raise acting.Impossible("a message and a value are needed")
    return await acting.invoke(request.app, person, message, body["value"])


@routes.post("/api/people/{who}/open")
@deed
async def look(request: web.Request, person: Person, body: Json) -> Json:
    """`{message, why: shown | edited | asked}`: shows a card, which may refresh it."""
    why = str(body.get("why", "shown"))
    if why not in {"shown", "edited", "asked"}:
        raise ValueError("why must be shown, edited or asked")
    return await acting.look_at(request.app, person, str(body.get("message")), why)


@routes.post("/api/people/{who}/react")
@deed
async def react(request: web.Request, person: Person, body: Json) -> Json:
    """`{message, kind?}`: a reaction, which also undoes personal views."""
    kind = str(body.get("kind", "like"))
    return await acting.react(request.app, person, str(body.get("message")), kind)


@routes.post("/api/people/{who}/redeliver")
@deed
async def redeliver(request: web.Request, _person: Person, body: Json) -> Json:
    """`{activity, as: same | new}`: the same activity once more."""
    if body.get("as", "same") not in {"same", "new"}:
        raise ValueError("as must be same or new")
    wanted, new = str(body.get("activity")), body.get("as") == "new"
    return await acting.redeliver(request.app, wanted, new_id=new)


@routes.post("/api/people/{who}/{change:install|uninstall|block|unblock}")
@deed
async def change_app(request: web.Request, person: Person, _body: Json) -> Json:
    """Install or remove the app, which the bot hears; block or unblock it, which it does not."""
    world, change = request.app[WORLD], request.match_info["change"]
    if change.endswith("block"):
        (world.blocked.add if change == "block" else world.blocked.discard)(person.key)
        return {"blocked": change == "block"}
    added = change == "install"
    world.people[person.key] = dataclasses.replace(person, installed=added)
    sent = [
        await send_activity(request.app, one, person.key)
        for one in arrival_activities(world, person, added=added)
    ]
    return {"installed": added, "sent": sent}


@routes.get("/api/people/{who}/messages")
@deed
async def list_messages(request: web.Request, person: Person, _body: Json) -> list[Json]:
    """`?after=ID`: the chats as this person sees them, oldest first, from that message on."""
    after = int(request.query.get("after", "0"))
    return acting.messages_of(request.app[WORLD], person, after)


@routes.get("/api/activities/{id}")
async def show_activity(request: web.Request) -> web.Response:
    """A delivered activity, exactly as it went to the bot."""
    found = request.app[WORLD].delivered.get(request.match_info["id"])
    return web.json_response(found[1]) if found else _error(404, "no such activity")


def _account(world: World, person: Person) -> Json:
    tenant = world.tenant_of(person)
    ids = {"mri": world.mri(person), "conversation": world.personal(person).id}
    return {**dataclasses.asdict(person), **ids, "tenant_id": tenant}


def _uploads(body: Json) -> list[tuple[str, bytes, str]]:
    wanted = body.get("files") or [body]
    try:
        return [
            (str(one["name"]), base64.b64decode(one["base64"], validate=True), _own_id(one))
            for one in wanted
        ]
    except (KeyError, TypeError, binascii.Error) as bad:
        raise ValueError(f"each file needs a name and base64: {bad}") from bad


def _own_id(one: Json) -> str:
    return str(one.get("unique_id", ""))


async def _parts(request: web.Request) -> list[tuple[str, bytes, str]]:
    if not request.content_type.startswith("multipart/"):
        return []
    return [
        (part.filename or "file", bytes(await part.read(decode=True)), "")
        async for part in await request.multipart()
        if isinstance(part, BodyPartReader) and part.filename
    ]


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)
