"""Chats of a person alone with the desk."""

from dataclasses import replace

from runtime.connector.client import Connector
from runtime.storage.port import ConversationRef, Store


async def own_chat(store: Store, connector: Connector, known: ConversationRef) -> ConversationRef:
    """The way to a person's own chat; it is opened for somebody who never wrote there.

    Raises:
        ConversationGone: Teams opens none.
        ChatUnavailable: Teams does not answer.
    """
    if known.conversation_id and not known.dead:
        return known
    conversation_id = await connector.create_conversation(
        known.service_url, known.tenant_id, known.bot_id, known.member_id or known.object_id
    )
    opened = replace(known, conversation_id=conversation_id, dead=False)
    await store.save_conversation(opened)
    return opened
