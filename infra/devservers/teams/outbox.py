"""What the bot's sends, edits and deletes do to the chats."""

from infra.devservers.teams.cards import refresh_of, shown_card
from infra.devservers.teams.options import Json
from infra.devservers.teams.plaintext import card_text
from infra.devservers.teams.state import BOT, CARD_TYPE, Conversation, Message, World
from infra.devservers.teams.wire import is_channel


def post_message(world: World, chat: Conversation, thread: str, activity: Json) -> Message:
    """Put a message of the bot into a chat; in the bare channel it opens a thread."""
    own_id = world.new_id()
    if is_channel(thread) and ";" not in thread:
        thread = f"{thread};messageid={own_id}"
    message = Message(own_id, chat.id, thread, BOT, activity, world.now())
    world.messages[own_id] = message
    _note(world, "sent", message)
    return message


def edit_message(world: World, message: Message, activity: Json) -> None:
    """Replace the message; personal views are gone, and the next refresh carries old data."""
    old = refresh_of(message.base_card())
    message.activity, message.at, message.edited = activity, world.now(), True
    message.views.clear()
    message.old_refresh.clear()
    if old is not None:
        message.old_refresh = dict.fromkeys(world.people, old["action"].get("data"))
    _note(world, "updated", message)


def remove_message(world: World, message: Message) -> None:
    """Take the message out of sight."""
    message.deleted = True
    _note(world, "deleted", message)


def text_of(activity: Json) -> str:
    """A message as a person would read it aloud."""
    parts = [str(activity.get("text") or "")]
    for attachment in activity.get("attachments") or []:
        content = attachment.get("content")
        if attachment.get("contentType") == CARD_TYPE and isinstance(content, dict):
            parts.append(card_text(shown_card(content)))
        elif attachment.get("name"):
            parts.append(f"[file: {attachment['name']}]")
    return "\n".join(part for part in parts if part)


def _note(world: World, kind: str, message: Message) -> None:
    world.note(
        kind,
        message=message.id,
        conversation=message.conversation,
        to=world.conversations[message.conversation].members,
        text=text_of(message.activity),
    )
