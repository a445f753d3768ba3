"""The Bot Connector's REST routes, as the bot calls them."""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable

from aiohttp import web

from infra.devservers.teams.faults import refusal
from infra.devservers.teams.identity import caller_is_bot
from infra.devservers.teams.keep import LIMITS, WORLD
from infra.devservers.teams.limits import TENANT, WRITES
from infra.devservers.teams.options import Json
from infra.devservers.teams.outbox import edit_message, post_message, remove_message
from infra.devservers.teams.state import BOT, CHANNEL_ID, Conversation, Message, World

MOST_BYTES = 100_000
_BASE64_IMAGE = re.compile(r"data:image/[a-z.+-]+;base64,[A-Za-z0-9+/=]+")

routes = web.RouteTableDef()


class Refused(Exception):
    """The connector says no: status, code and message."""

    def __init__(self, status: int, message: str, code: str = "", after: int | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.after = status, code, after


Route = Callable[[web.Request], Awaitable[web.Response]]


def guarded(route: Route) -> Route:
    """Only the bot passes, and a refusal becomes the connector's error body."""

    async def run(request: web.Request) -> web.Response:
        if not caller_is_bot(request):
            message = "Authorization has been denied for this request."
            return web.json_response({"message": message}, status=401)
        try:
            return await route(request)
        except Refused as no:
            return refusal(no.status, str(no), no.code, no.after)

    run.__doc__ = route.__doc__
    return run


@routes.post("/v3/conversations", name="create")
@guarded
async def create_conversation(request: web.Request) -> web.Response:
    """Open the one 1:1 chat with a member, or a thread in the channel."""
    world, body = request.app[WORLD], await _read_body(request)
    _keep_pace(request, "create")
    channel = (body.get("channelData") or {}).get("channel") or {}
    if body.get("isGroup") or channel:
        return _new_thread(world, body, str(channel.get("id", "")))
    chat = _chat_with(world, body)
    answer = {"id": chat.id, "serviceUrl": world.service_url}
    if isinstance(first := body.get("activity"), dict):
        answer["activityId"] = post_message(world, chat, chat.id, first).id
    world.note("created", conversation=chat.id, who=chat.members[0])
    return web.json_response(answer, status=201)


@routes.post("/v3/conversations/{id}/activities", name="send")
@guarded
async def send_to_conversation(request: web.Request) -> web.Response:
    """Post an activity into a conversation."""
    return await _post(request, None)


@routes.post("/v3/conversations/{id}/activities/{activity}", name="reply")
@guarded
async def reply_to_activity(request: web.Request) -> web.Response:
    """Post an activity as an answer; the id must be of this conversation."""
    world, reply_to = request.app[WORLD], request.match_info["activity"]
    chat = _conversation(request)
    if reply_to not in world.messages and reply_to not in chat.known_activities:
        raise Refused(404, "No such activity.", "ActivityNotFoundInConversation")
    return await _post(request, reply_to)


@routes.put("/v3/conversations/{id}/activities/{activity}", name="update")
@guarded
async def update_activity(request: web.Request) -> web.Response:
    """Replace a message of the bot's own."""
    activity, chat = await _read_body(request), _conversation(request)
    message = _own_message(request, chat)
    async with _writing(request, chat):
        edit_message(request.app[WORLD], message, activity)
    return web.json_response({"id": message.id})


@routes.delete("/v3/conversations/{id}/activities/{activity}", name="delete")
@guarded
async def delete_activity(request: web.Request) -> web.Response:
    """Take a message of the bot's own away."""
    chat = _conversation(request)
    message = _own_message(request, chat)
    async with _writing(request, chat):
        remove_message(request.app[WORLD], message)
    return web.Response(status=200)


async def _post(request: web.Request, reply_to: str | None) -> web.Response:
    world, activity, chat = request.app[WORLD], await _read_body(request), _conversation(request)
    async with _writing(request, chat):
        if activity.get("type") == "typing":
            world.note("typing", conversation=chat.id)
            return web.json_response({}, status=202)
        if activity.get("type", "message") != "message":
            raise Refused(400, f"Activities of type {activity['type']!r} cannot be sent.")
        thread = request.match_info["id"]
        if reply_to:
            activity = {**activity, "replyToId": reply_to}
        message = post_message(world, chat, thread, activity)
        return web.json_response({"id": message.id}, status=201)


async def _read_body(request: web.Request) -> Json:
    raw = await request.text()
    if len(_BASE64_IMAGE.sub("", raw).encode("utf-16-le")) > MOST_BYTES:
        raise Refused(413, "The message is larger than 100 KB.", "MessageSizeTooBig")
    try:
        body = json.loads(raw)
    except ValueError as error:
        raise Refused(400, "The body is not JSON.", "BadSyntax") from error
    if not isinstance(body, dict):
        raise Refused(400, "The body is not an object.", "BadSyntax")
    return body


def _conversation(request: web.Request) -> Conversation:
    world = request.app[WORLD]
    chat = world.find_conversation(request.match_info["id"])
    if chat is None:
        raise Refused(404, "Conversation not found.", "ConversationNotFound")
    _welcome(world, chat)
    return chat


def _welcome(world: World, chat: Conversation) -> None:
    person = world.people.get(chat.members[0]) if chat.kind == "personal" else None
    if person is None:
        return
    if person.key in world.blocked:
        raise Refused(403, "The user has blocked the bot.", "ConversationBlockedByUser")
    if not person.installed:
        raise Refused(403, "The bot is not part of the chat.", "BotNotInConversationRoster")


def _chat_with(world: World, body: Json) -> Conversation:
    tenant = body.get("tenantId") or ((body.get("channelData") or {}).get("tenant") or {}).get("id")
    members = body.get("members") or []
    if not tenant or len(members) != 1 or not isinstance(members[0], dict):
        raise Refused(400, "A 1:1 chat needs a tenant and exactly one member.", "BadSyntax")
    person = world.find_person(str(members[0].get("id", "")))
    if person is None:
        raise Refused(400, "Failed to decrypt pairwise id.", "BadArgument")
    if tenant != world.tenant_of(person):
        raise Refused(403, "The user is not of this tenant.", "TenantMismatch")
    chat = world.personal(person)
    _welcome(world, chat)
    return chat


def _new_thread(world: World, body: Json, channel: str) -> web.Response:
    first = body.get("activity")
    if channel != CHANNEL_ID or not isinstance(first, dict):
        raise Refused(400, "Bots open threads in channels they are in, no groups.", "BadSyntax")
    message = post_message(world, world.conversations[CHANNEL_ID], CHANNEL_ID, first)
    answer = {"id": message.thread, "activityId": message.id, "serviceUrl": world.service_url}
    return web.json_response(answer, status=201)


def _own_message(request: web.Request, chat: Conversation) -> Message:
    message = request.app[WORLD].messages.get(request.match_info["activity"])
    if message is None or message.deleted or message.conversation != chat.id:
        raise Refused(404, "The activity was not found.", "ActivityNotFoundInConversation")
    if message.author != BOT:
        raise Refused(403, "Only own messages can be changed.", "BadSyntax")
    return message


@contextlib.asynccontextmanager
async def _writing(request: web.Request, chat: Conversation) -> AsyncIterator[None]:
    """One write per conversation at a time: a second one meanwhile is 412, as in Teams."""
    world = request.app[WORLD]
    _keep_pace(request, chat.id)
    if chat.busy:
        raise Refused(412, "Another operation is under way.", "PreconditionFailed")
    chat.busy = True
    try:
        if world.options.write_seconds:
            await asyncio.sleep(world.options.write_seconds)
        yield
    finally:
        chat.busy = False


def _keep_pace(request: web.Request, key: str) -> None:
    world = request.app[WORLD]
    if not world.options.limits:
        return
    wait = request.app[LIMITS].ask((f"write {key}", WRITES), ("tenant", TENANT))
    if wait:
        raise Refused(429, "API calls quota exceeded.", after=wait)
