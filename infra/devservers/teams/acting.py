"""What a person does with the bot: say, drop, click, look, react."""

from aiohttp import web

from infra.devservers.teams.cards import (
    MOST_VIEWERS,
    filled_data,
    find_button,
    refresh_of,
    shown_card,
)
from infra.devservers.teams.delivery import send_activity, send_invoke
from infra.devservers.teams.files import attachment_of
from infra.devservers.teams.keep import FILES, WORLD
from infra.devservers.teams.options import Json
from infra.devservers.teams.outbox import text_of
from infra.devservers.teams.people import Person
from infra.devservers.teams.plaintext import card_text
from infra.devservers.teams.state import CHANNEL_ID, Message, View, World, new_guid
from infra.devservers.teams.wire import (
    files_activity,
    invoke_activity,
    is_channel,
    message_activity,
    reaction_activity,
)

_FRESH_SECONDS = 60.0


class Impossible(Exception):
    """The person cannot do that in Teams."""


async def say(app: web.Application, person: Person, text: str, where: str) -> Json:
    """Type a text; in the channel it mentions the bot."""
    world = app[WORLD]
    activity = message_activity(world, person, _place(world, person, where), text)
    return await _speak(app, person, activity)


async def drop_files(
    app: web.Application, person: Person, uploads: list[tuple[str, bytes, str]], where: str
) -> Json:
    """Drop files, all in one message; each upload is name, bytes and unique id or ``."""
    world, host = app[WORLD], app[FILES]
    stored = [host.store(name, raw, world.now(), own_id) for name, raw, own_id in uploads]
    parts = [attachment_of(world.root, person.key, one) for one in stored]
    activity = files_activity(world, person, _place(world, person, where), parts)
    shown = [{"contentType": "text/plain", "name": one.name} for one in stored]
    answer = await _speak(app, person, activity, shown)
    return {**answer, "files": [one.unique_id for one in stored]}


async def paste_picture(app: web.Application, person: Person, name: str, raw: bytes) -> Json:
    """Paste a picture: it comes as image/* from the connector, not as a file."""
    world, stored = app[WORLD], app[FILES].store(name, raw, app[WORLD].now())
    url = f"{world.service_url}v3/attachments/{stored.unique_id}/views/original"
    part: Json = {"contentType": stored.content_type, "contentUrl": url}
    thread = _place(world, person, "personal")
    return await _speak(app, person, files_activity(world, person, thread, [part]))


async def click(app: web.Application, person: Person, wanted: Json) -> Json:
    """Press a button of the card this person sees, with what was typed into it."""
    message = _seen_message(app[WORLD], person, str(wanted.get("message", "")))
    button = find_button(message.card_for(person.key) or {}, wanted)
    typed = wanted.get("inputs")
    data = filled_data(button, typed if isinstance(typed, dict) else {})
    action = _wire_action(button.action, data)
    return await invoke(app, person, message, {"action": action, "trigger": "manual"})


async def look_at(app: web.Application, person: Person, message_id: str, why: str) -> Json:
    """Show a card, which may refresh it.

    `why` is shown (the chat was opened: only people of `userIds`, and not while the last card is
    younger than a minute), edited (the bot has just changed it: only people of `userIds`), or
    asked (from the menu: everybody, always).
    """
    world = app[WORLD]
    message = _seen_message(world, person, message_id)
    refresh = refresh_of(message.card_for(person.key))
    if problem := _no_refresh(world, person, message, refresh, why):
        return {"refreshed": False, "why_not": problem}
    old = (refresh or {})["action"]
    data = message.old_refresh.pop(person.key, old.get("data"))
    trigger = "manual" if why == "asked" else "automatic"
    value = {"action": _wire_action(old, data), "trigger": trigger}
    return {"refreshed": True, **await invoke(app, person, message, value)}


async def invoke(app: web.Application, person: Person, message: Message, value: Json) -> Json:
    """Send an invoke about a message, and show this person what came back."""
    world = app[WORLD]
    activity = invoke_activity(world, person, message.thread, message.id, value)
    pressed = value.get("action") or {}
    world.note(
        "invoke",
        who=person.key,
        message=message.id,
        verb=pressed.get("verb"),
        trigger=value.get("trigger"),
        activity=activity["id"],
    )
    answer, facts = await send_invoke(app, activity, person.key)
    text = facts["text"]
    if answer is not None and answer.card is not None:
        message.views[person.key] = View(answer.card, world.now())
        text = card_text(answer.card)
    world.note("answered", who=person.key, message=message.id, outcome=facts["outcome"], text=text)
    return facts


async def react(app: web.Application, person: Person, message_id: str, kind: str) -> Json:
    """React to a message: cards that only an invoke gave fall back to the sent one [K11]."""
    world = app[WORLD]
    message = _seen_message(world, person, message_id)
    message.views.clear()
    world.note("reacted", who=person.key, message=message.id, text=kind)
    activity = reaction_activity(world, person, message.thread, message.id, kind)
    return await send_activity(app, activity, person.key)


async def redeliver(app: web.Application, activity_id: str, *, new_id: bool) -> Json:
    """Bring an activity to the bot once more, under its id or a new one."""
    world = app[WORLD]
    if activity_id not in world.delivered:
        raise Impossible("no such activity was ever delivered")
    who, activity = world.delivered[activity_id]
    if new_id:
        fresh = f"f:{new_guid()}" if activity["type"] == "invoke" else world.new_id()
        activity = {**activity, "id": fresh}
    if activity["type"] == "invoke":
        return (await send_invoke(app, activity, who))[1]
    return await send_activity(app, activity, who)


def messages_of(world: World, person: Person, after: int = 0) -> list[Json]:
    """What was written after message `after` in a person's chats, as that person sees it."""
    seen = world.visible_to(person.key)
    return [shown_message(world, person.key, one) for one in seen if int(one.id) > after]


def shown_message(world: World, who: str, message: Message) -> Json:
    """One message with the card and text that `who` sees."""
    own = None if message.deleted else message.card_for(who)
    card = shown_card(own) if own else None
    author = world.people.get(message.author)
    text = card_text(card) if card else text_of(message.activity)
    return {
        "id": message.id,
        "conversation": "channel" if is_channel(message.conversation) else "personal",
        "thread": message.thread,
        "author": message.author,
        "name": author.name if author else world.options.bot_name,
        "text": "" if message.deleted else text,
        "said": str(message.activity.get("text") or "").replace("<at>", "@").replace("</at>", ""),
        "files": [
            one["name"] for one in message.activity.get("attachments") or [] if one.get("name")
        ],
        "card": card,
        "edited": message.edited,
        "deleted": message.deleted,
        "at": message.at,
    }


async def _speak(
    app: web.Application, person: Person, activity: Json, shown: list[Json] | None = None
) -> Json:
    world, thread = app[WORLD], activity["conversation"]["id"]
    chat = world.find_conversation(thread)
    if chat is None:
        raise Impossible("no such conversation")
    if is_channel(thread) and ";" not in thread:
        thread = f"{thread};messageid={activity['id']}"
        activity["conversation"]["id"] = thread
    kept = {"text": activity.get("text", ""), "attachments": shown or []}
    said = Message(activity["id"], chat.id, thread, person.key, kept, world.now())
    world.messages[said.id] = said
    world.note("said", who=person.key, message=said.id, conversation=chat.id, text=text_of(kept))
    if person.key in world.blocked or not person.installed:
        return {"status": 0, "activity": said.id, "attempts": 0, "problem": "the app is not here"}
    return {**await send_activity(app, activity, person.key), "message": said.id}


def _place(world: World, person: Person, where: str) -> str:
    if where in {"", "personal"}:
        return world.personal(person).id
    place = CHANNEL_ID if where == "channel" else where
    chat = world.find_conversation(place)
    if chat is None or person.key not in chat.members:
        raise Impossible(f"{person.key} is in no conversation {where!r}")
    return place


def _seen_message(world: World, person: Person, message_id: str) -> Message:
    message = world.messages.get(message_id)
    if message is None or message.deleted:
        raise Impossible("no such message is there")
    if person.key not in world.conversations[message.conversation].members:
        raise Impossible(f"{person.key} cannot see this message")
    return message


def _wire_action(action: Json, data: object) -> Json:
    wire = {"type": "Action.Execute", "id": action.get("id"), "verb": action.get("verb")}
    named = {name: value for name, value in wire.items() if value is not None}
    return {**named, "data": {} if data is None else data}


def _no_refresh(
    world: World, person: Person, message: Message, refresh: Json | None, why: str
) -> str:
    if refresh is None:
        return "the card has no refresh"
    if why == "asked":
        return ""
    if world.mri(person) not in (refresh.get("userIds") or [])[:MOST_VIEWERS]:
        return "this person is not among the card's userIds"
    if why == "edited":
        return ""
    young = world.now() - message.seen_since(person.key) < _FRESH_SECONDS
    return "the last card is younger than a minute" if young else ""
