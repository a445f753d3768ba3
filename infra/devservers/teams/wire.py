"""The activities Teams sends to a bot, field by field."""

import datetime as dt
import html
import zoneinfo

from infra.devservers.teams.options import Json
from infra.devservers.teams.people import Person
from infra.devservers.teams.state import CHANNEL_ID, TEAM_ID, World, new_guid


def envelope(world: World, person: Person, thread: str, kind: str) -> Json:
    """What every activity of this person in this conversation carries; no id yet."""
    return {
        "type": kind,
        "timestamp": world.stamp(),
        "localTimestamp": _local(world, person),
        "channelId": "msteams",
        "serviceUrl": world.service_url,
        "from": {"id": world.mri(person), "name": person.name, "aadObjectId": person.aad_id},
        "conversation": _conversation(world, person, thread),
        "recipient": {"id": f"28:{world.options.app_id}", "name": world.options.bot_name},
        "entities": [_client(person)],
        "channelData": _channel_data(world, person, thread),
        "locale": person.locale,
        "localTimezone": person.timezone,
    }


def message_activity(world: World, person: Person, thread: str, text: str) -> Json:
    """A typed text; in the channel it mentions the bot, else Teams would not deliver it."""
    activity = envelope(world, person, thread, "message")
    shown = html.escape(text)
    if is_channel(thread):
        mention = f"<at>{world.options.bot_name}</at>"
        activity["entities"].append(
            {"type": "mention", "mentioned": activity["recipient"], "text": mention}
        )
        text, shown = f"{mention} {text}", f"{mention}&nbsp;{shown}"
    rich = {"contentType": "text/html", "content": f"<p>{shown}</p>"}
    return {
        **activity,
        "id": world.new_id(),
        "text": text,
        "textFormat": "plain",
        "attachments": [rich],
    }


def files_activity(world: World, person: Person, thread: str, parts: list[Json]) -> Json:
    """Dropped files. In a channel Teams drops them and leaves the text/html part [K13]."""
    activity = envelope(world, person, thread, "message")
    ids = [part.get("content", {}).get("uniqueId", new_guid()) for part in parts]
    shown = "".join(f'<attachment id="{one}"></attachment>' for one in ids)
    rich = {"contentType": "text/html", "content": f"<p>{shown}</p>"}
    kept = [] if is_channel(thread) else parts
    return {**activity, "id": world.new_id(), "attachments": [*kept, rich]}


def invoke_activity(
    world: World, person: Person, thread: str, message_id: str, value: Json
) -> Json:
    """A click on, or a refresh of, a card: `adaptiveCard/action`."""
    activity = envelope(world, person, thread, "invoke")
    activity["channelData"]["source"] = {"name": "message"}
    activity["channelData"]["legacy"] = {"replyToId": message_id}
    reply_to = world.new_id() if world.options.wrong_reply_to else message_id
    own = {"id": f"f:{new_guid()}", "name": "adaptiveCard/action", "replyToId": reply_to}
    return {**activity, **own, "value": value}


def arrival_activities(world: World, person: Person, *, added: bool) -> list[Json]:
    """The pair Teams sends when a person installs or removes the app."""
    thread = world.personal(person).id
    change = envelope(world, person, thread, "conversationUpdate")
    change["membersAdded" if added else "membersRemoved"] = [change["recipient"]]
    update = envelope(world, person, thread, "installationUpdate")
    update["action"] = "add" if added else "remove"
    return [{**one, "id": f"f:{new_guid()}"} for one in (update, change)]


def reaction_activity(
    world: World, person: Person, thread: str, message_id: str, kind: str
) -> Json:
    """A thumb under a message of the bot."""
    activity = envelope(world, person, thread, "messageReaction")
    own = {"id": f"f:{new_guid()}", "replyToId": message_id, "reactionsAdded": [{"type": kind}]}
    return {**activity, **own}


def is_channel(thread: str) -> bool:
    """Whether the conversation id is the channel's, or that of a thread in it."""
    return thread.partition(";")[0] == CHANNEL_ID


def _conversation(world: World, person: Person, thread: str) -> Json:
    tenant = world.tenant_of(person)
    if is_channel(thread):
        kind = {"isGroup": True, "conversationType": "channel"}
        return {**kind, "tenantId": tenant, "id": thread}
    return {"conversationType": "personal", "tenantId": tenant, "id": thread}


def _channel_data(world: World, person: Person, thread: str) -> Json:
    tenant = {"tenant": {"id": world.tenant_of(person)}}
    if not is_channel(thread):
        return tenant
    return {
        **tenant,
        "teamsChannelId": CHANNEL_ID,
        "teamsTeamId": TEAM_ID,
        "channel": {"id": CHANNEL_ID},
        "team": {"id": TEAM_ID},
    }


def _client(person: Person) -> Json:
    return {
        "type": "clientInfo",
        "locale": person.locale,
        "country": person.country,
        "platform": "Web",
        "timezone": person.timezone,
    }


def _local(world: World, person: Person) -> str:
    zone = zoneinfo.ZoneInfo(person.timezone)
    moment = dt.datetime.fromtimestamp(world.now(), zone)
    return moment.isoformat(timespec="milliseconds")
