"""Activities as Teams and others write them, read into turns."""

import pytest

from bot.activity import FILE_INFO, NotAnActivity, read_activity, tenants_of
from bot.turn import Scope, TurnKind
from tests.support.channel import APP, SARA, TENANT

BOT = {"id": f"28:{APP}", "name": "Order Desk"}


def activity(**changes):
    given = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": "https://smba.trafficmanager.net/amer/",
        "from": {"id": "29:sara", "name": "Sara\u202e", "aadObjectId": SARA.upper()},
        "recipient": BOT,
        "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": TENANT},
        "text": "status",
        "unknown": {"kept": "in raw"},
    }
    return {**given, **changes}


def test_a_message_is_read_whole():
    raw = activity(locale="fa-IR", timestamp="2026-11-21T09:00:00Z")
    turn = read_activity(raw)
    assert (turn.kind, turn.activity_id, turn.text) == (TurnKind.MESSAGE, "1", "status")
    assert (turn.tenant_id, turn.object_id, turn.name) == (TENANT, SARA, "Sara")
    assert (turn.member_id, turn.bot_id) == ("29:sara", BOT["id"])
    assert (turn.conversation_id, turn.locale) == ("a:1", "fa-IR")
    assert turn.raw is raw
    assert turn.is_personal


def test_nulls_where_teams_leaves_things_out_are_fine():
    raw = activity(
        text=None,
        attachments=None,
        entities=None,
        channelData=None,
        locale=None,
        replyToId=None,
        timestamp=None,
    )
    turn = read_activity(raw)
    assert (turn.text, turn.attachments, turn.locale) == ("", (), "")


@pytest.mark.parametrize(
    ("parts", "zone"),
    [
        ({"localTimezone": "Asia/Tehran"}, "Asia/Tehran"),
        ({"entities": [{"type": "clientInfo", "timezone": "Europe/Berlin"}]}, "Europe/Berlin"),
        ({"localTimezone": "<b>", "entities": [{"type": "clientInfo", "timezone": 3}]}, ""),
        ({}, ""),
    ],
)
def test_the_clients_time_zone_is_heard_on_the_activity_or_in_client_info(parts, zone):
    assert read_activity(activity(**parts)).time_zone == zone


def test_only_the_bots_own_mention_is_taken_out():
    entities = [
        {"type": "mention", "text": "<at>Desk</at>", "mentioned": BOT},
        {"type": "mention", "text": "@Omid", "mentioned": {"id": "29:omid"}},
        {"type": "clientInfo", "locale": "en"},
        "odd",
    ]
    turn = read_activity(activity(text="<at>Desk</at> cancel @Omid", entities=entities))
    assert turn.text == "cancel @Omid"


def test_a_file_of_a_chat_keeps_its_ids_and_hides_its_link():
    content = {
        "downloadUrl": "https://x.sharepoint.com/d?tempauth=s3cret",
        "uniqueId": "U-1",
        "fileType": "XLSX",
        "etag": '"{1},1"',
    }
    wire = {
        "contentType": FILE_INFO,
        "name": "PO-7781.xlsx",
        "contentUrl": "https://x.sharepoint.com/b",
        "content": content,
    }
    (file,) = read_activity(activity(attachments=[wire])).attachments
    assert (file.name, file.unique_id, file.file_type) == ("PO-7781.xlsx", "U-1", "xlsx")
    assert (file.etag, file.download_url) == ('"{1},1"', content["downloadUrl"])
    assert "s3cret" not in repr(file)


@pytest.mark.parametrize("content", [None, "text", [1], {"downloadUrl": 7, "uniqueId": "x" * 5000}])
def test_an_attachment_of_another_shape_is_an_empty_envelope(content):
    wire = {"contentType": FILE_INFO, "name": None, "contentUrl": None, "content": content}
    (file,) = read_activity(activity(attachments=[wire])).attachments
    assert (file.download_url, file.unique_id, file.content_url) == ("", "", "")


def test_a_turn_shows_nothing_of_the_raw_activity():
    assert "kept" not in repr(read_activity(activity()))


@pytest.mark.parametrize(
    ("conversation", "scope"),
    [
        ({"conversationType": "personal"}, Scope.PERSONAL),
        ({"conversationType": "channel", "isGroup": True}, Scope.CHANNEL),
        ({"conversationType": "groupChat"}, Scope.GROUP),
        ({"isGroup": True}, Scope.GROUP),
        ({"conversationType": "other"}, Scope.PERSONAL),
        ({}, Scope.PERSONAL),
    ],
)
def test_the_scope_is_read_from_the_conversation(conversation, scope):
    turn = read_activity(activity(conversation={"id": "a:1", **conversation}))
    assert turn.conversation_type is scope


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"type": "conversationUpdate", "membersAdded": [BOT]}, TurnKind.INSTALLED),
        ({"type": "conversationUpdate", "membersAdded": [{"id": "29:x"}]}, TurnKind.OTHER),
        ({"type": "conversationUpdate", "membersRemoved": [BOT]}, TurnKind.REMOVED),
        ({"type": "conversationUpdate"}, TurnKind.OTHER),
        ({"type": "installationUpdate", "action": "add"}, TurnKind.INSTALLED),
        ({"type": "installationUpdate", "action": "add-upgrade"}, TurnKind.INSTALLED),
        ({"type": "installationUpdate", "action": "remove"}, TurnKind.REMOVED),
        ({"type": "messageReaction"}, TurnKind.OTHER),
        ({"type": "invoke", "name": "task/fetch"}, TurnKind.OTHER),
        ({"value": {"verb": "approve"}, "text": None}, TurnKind.ACTION),
        ({"value": {"other": 1}, "text": None}, TurnKind.MESSAGE),
    ],
)
def test_every_activity_has_its_kind(changes, kind):
    assert read_activity(activity(**changes)).kind is kind


def test_a_tenant_may_stand_in_either_place():
    assert tenants_of({"conversation": {"tenantId": "a"}}) == ["a"]
    assert tenants_of({"channelData": {"tenant": {"id": "b"}}}) == ["b"]
    assert tenants_of({"conversation": {"tenantId": 7}, "channelData": "x"}) == []
    assert read_activity(activity(conversation={"id": "a:1"})).tenant_id == ""


def test_the_refusal_names_the_place_and_not_the_content():
    with pytest.raises(NotAnActivity) as caught:
        read_activity(activity(recipient={"id": {"secret": "content"}}))
    assert "recipient" in str(caught.value)
    assert "secret" not in str(caught.value)
