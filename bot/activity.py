"""A Bot Framework activity, read into a turn."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic import ValidationError as PydanticError

from bot.action import read_action, read_submit
from bot.plain import clean_text
from bot.turn import Action, Attachment, Scope, Turn, TurnKind, language_of

FILE_INFO = "application/vnd.microsoft.teams.file.download.info"
"""Content type under which Teams hands a bot a file in a 1:1 chat."""
CARD_ACTION = "adaptiveCard/action"
_MAX_TEXT = 65_536
_CLIENT = "clientInfo"
_ZONE = re.compile(r"[A-Za-z0-9_+\-/]{1,64}")

Id = Annotated[str, StringConstraints(max_length=1_000)]
_Text = Annotated[Id, BeforeValidator(lambda value: "" if value is None else value)]
_Open = Annotated[
    dict[str, Any], BeforeValidator(lambda value: value if isinstance(value, dict) else {})
]


class NotAnActivity(ValueError):
    """The JSON is not an activity the desk can read."""


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class _Account(_Wire):
    id: _Text = ""
    name: _Text = ""
    object_id: _Text = Field("", alias="aadObjectId")


class _Conversation(_Wire):
    id: _Text = ""
    tenant_id: _Text = Field("", alias="tenantId")
    type: _Text = Field("", alias="conversationType")
    is_group: bool | None = Field(None, alias="isGroup")


class _Attachment(_Wire):
    name: _Text = ""
    content_type: _Text = Field("", alias="contentType")
    content_url: Annotated[str, BeforeValidator(lambda value: value or "")] = Field(
        "", alias="contentUrl", max_length=8_000
    )
    content: Any = None


class _Members(_Wire):
    added: list[_Account] | None = Field(None, alias="membersAdded", max_length=1_000)
    removed: list[_Account] | None = Field(None, alias="membersRemoved", max_length=1_000)


class _Activity(_Members):
    type: Id
    id: _Text = ""
    name: _Text = ""
    action: _Text = ""
    locale: _Text = ""
    time_zone: _Text = Field("", alias="localTimezone")
    timestamp: _Text = ""
    text: Annotated[str, AfterValidator(lambda value: value[:_MAX_TEXT])] | None = None
    sender: _Account = Field(alias="from")
    recipient: _Account
    conversation: _Conversation
    service_url: Id = Field(alias="serviceUrl")
    reply_to: _Text = Field("", alias="replyToId")
    channel: _Open = Field(default_factory=dict, alias="channelData")
    attachments: list[_Attachment] | None = Field(None, max_length=50)
    entities: list[_Open] | None = Field(None, max_length=200)
    value: Any = None

    @property
    def submits(self) -> bool:
        """Whether this message is a fallback `Action.Submit` of one of our cards."""
        return isinstance(self.value, dict) and "verb" in self.value


def read_activity(raw: Mapping[str, Any]) -> Turn:
    """The turn behind an activity.

    Raises:
        NotAnActivity: a required part is missing or out of bounds.
        bot.action.NotAnAction: it is a click, but not one of our cards could have made it.
    """
    try:
        activity = _Activity.model_validate(raw)
    except PydanticError as error:
        raise NotAnActivity(str(error.errors(include_input=False)[0]["loc"])) from None
    if not (activity.conversation.id and activity.sender.id and activity.recipient.id):
        raise NotAnActivity("conversation, from and recipient need an id")
    return _turn(activity, raw)


def _turn(activity: _Activity, raw: Mapping[str, Any]) -> Turn:
    kind = _kind(activity)
    tenants = tenants_of(raw)
    return Turn(
        kind=kind,
        activity_id=activity.id,
        tenant_id=tenants[0].lower() if tenants else "",
        object_id=activity.sender.object_id.lower(),
        name=clean_text(activity.sender.name, limit=200),
        member_id=activity.sender.id,
        bot_id=activity.recipient.id,
        conversation_id=activity.conversation.id,
        conversation_type=_scope(activity.conversation),
        service_url=activity.service_url,
        locale=activity.locale,
        language=language_of(activity.locale),
        time_zone=_time_zone(activity),
        text=clean_text(activity.text or "", _mentions(activity)),
        attachments=tuple(_attachment(one) for one in activity.attachments or ()),
        action=_action(activity) if kind is TurnKind.ACTION else None,
        message_id=activity.reply_to,
        timestamp=activity.timestamp,
        invoke=(activity.name or "unnamed") if activity.type == "invoke" else "",
        raw=raw,
    )


def _action(activity: _Activity) -> Action:
    read = read_action if activity.type == "invoke" else read_submit
    return read(activity.value)


def _time_zone(activity: _Activity) -> str:
    """The client's zone: on the activity itself, or in the entity that tells of the client."""
    told = (one.get("timezone") for one in activity.entities or () if one.get("type") == _CLIENT)
    named = (activity.time_zone, *told)
    return next((one for one in named if isinstance(one, str) and _ZONE.fullmatch(one)), "")


def tenants_of(raw: Mapping[str, Any]) -> list[str]:
    """Every tenant an activity names, in conversation and channelData; they should agree."""
    places = (_dig(raw, "conversation", "tenantId"), _dig(raw, "channelData", "tenant", "id"))
    return [place for place in places if isinstance(place, str) and place]


def _dig(value: object, *path: str) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _kind(activity: _Activity) -> TurnKind:
    bot = activity.recipient.id
    if activity.type == "message":
        return TurnKind.ACTION if activity.submits else TurnKind.MESSAGE
    if activity.type == "invoke":
        return TurnKind.ACTION if activity.name == CARD_ACTION else TurnKind.OTHER
    if activity.type == "installationUpdate":
        return TurnKind.REMOVED if activity.action.startswith("remove") else TurnKind.INSTALLED
    if activity.type == "conversationUpdate" and _holds(activity.added, bot):
        return TurnKind.INSTALLED
    if activity.type == "conversationUpdate" and _holds(activity.removed, bot):
        return TurnKind.REMOVED
    return TurnKind.OTHER


def _holds(members: Sequence[_Account] | None, bot: str) -> bool:
    return any(member.id == bot for member in members or ())


def _scope(conversation: _Conversation) -> Scope:
    if conversation.type in list(Scope):
        return Scope(conversation.type)
    return Scope.GROUP if conversation.is_group else Scope.PERSONAL


def _mentions(activity: _Activity) -> list[str]:
    bot = activity.recipient
    spoken = [
        str(entity.get("text", ""))
        for entity in activity.entities or ()
        if entity.get("type") == "mention" and _dig(entity, "mentioned", "id") == bot.id
    ]
    return [*spoken, f"@{bot.name}"] if bot.name else spoken


def _attachment(wire: _Attachment) -> Attachment:
    content = wire.content if isinstance(wire.content, dict) else {}

    def text(key: str, limit: int = 1_000) -> str:
        value = content.get(key)
        return value if isinstance(value, str) and len(value) <= limit else ""

    return Attachment(
        name=clean_text(wire.name, limit=255),
        content_type=wire.content_type,
        download_url=text("downloadUrl", 8_000),
        content_url=wire.content_url,
        unique_id=text("uniqueId"),
        etag=text("etag"),
        file_type=text("fileType", 32).lower(),
    )
