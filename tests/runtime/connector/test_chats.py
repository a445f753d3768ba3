"""A person's own chat: the one that is known, else one that Teams opens."""

from dataclasses import replace

import pytest

from orders.errors import ConversationGone
from runtime.connector.chats import own_chat
from runtime.storage.memory import MemoryStore
from runtime.storage.port import ConversationRef


def known(bench, **changes):
    return replace(
        ConversationRef("t", "omid", "a:omid", bench.recorder.url, "29:omid", "28:bot"), **changes
    )


async def test_a_chat_that_is_known_is_used(bench):
    ref = known(bench)
    assert await own_chat(MemoryStore(), bench.connector, ref) == ref
    assert bench.recorder.calls == []


@pytest.mark.parametrize("changes", [{"conversation_id": ""}, {"dead": True}])
async def test_a_chat_that_is_missing_or_gone_is_opened_and_kept(bench, changes):
    store = MemoryStore()
    opened = await own_chat(store, bench.connector, known(bench, **changes))
    assert (opened.conversation_id, opened.dead) == ("a-1", False)
    assert await store.conversation("t", "omid") == opened


async def test_where_teams_opens_none_nothing_is_kept(bench):
    store = MemoryStore()
    bench.recorder.plan.append(403)
    with pytest.raises(ConversationGone):
        await own_chat(store, bench.connector, known(bench, conversation_id=""))
    assert await store.conversation("t", "omid") is None
