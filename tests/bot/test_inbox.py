"""Uploads that wait between the acknowledgement and their order."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.inbox import Inbox, is_upload
from bot.turn import Attachment, Turn, TurnKind
from orders.errors import StoreUnavailable
from runtime.codec import new_key, parse_keyring
from runtime.codec.box import Box
from runtime.storage.memory import MemoryStore

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
FILE = Attachment(name="a.csv", download_url="https://files.example/1")


def turn(activity_id: str = "1", *attachments: Attachment) -> Turn:
    return Turn(
        TurnKind.MESSAGE, activity_id, "t", "sara", "chat", "https://x", attachments=attachments
    )


def inbox(store: MemoryStore, now: datetime = NOW, ring: str = "") -> Inbox:
    return Inbox(store, Box(parse_keyring(ring or KEY)), lambda: now)


KEY = f"k1:{new_key().rpartition(':')[2]}"


async def kept(box: Inbox, older: timedelta = timedelta(0)) -> list[object]:
    return [raw async for _, raw in box.leftovers(older)]


async def test_what_is_kept_is_there_until_it_is_dropped():
    box = inbox(MemoryStore())
    key = await box.keep(turn(), {"id": "1", "name": "سفارش"})
    assert await kept(box) == [{"id": "1", "name": "سفارش"}]
    await box.drop(key)
    assert await kept(box) == []


async def test_the_same_message_delivered_again_is_kept_once():
    box = inbox(MemoryStore())
    assert await box.keep(turn(), {"n": 1}) == await box.keep(turn(), {"n": 2})
    assert await kept(box) == [{"n": 1}]


async def test_many_at_once_are_kept_in_few_writes_and_a_refused_write_tells_each():
    class Counting(MemoryStore):
        writes = 0
        down = False

        async def keep_uploads(self, kept):
            self.writes += 1
            await asyncio.sleep(0)
            if self.down:
                raise StoreUnavailable
            await super().keep_uploads(kept)

    store = Counting()
    box = inbox(store)
    await asyncio.gather(*(box.keep(turn(str(n)), {"n": n}) for n in range(50)))
    assert len(await kept(box)) == 50
    assert store.writes < 5
    store.down = True
    many = (box.keep(turn(f"x{n}"), {"n": n}) for n in range(5))
    told = await asyncio.gather(*many, return_exceptions=True)
    assert {type(one) for one in told} == {StoreUnavailable}


async def test_only_what_lies_long_enough_was_abandoned():
    store = MemoryStore()
    await inbox(store).keep(turn(), {"n": 1})
    assert await kept(inbox(store), timedelta(seconds=60)) == []
    later = inbox(store, NOW + timedelta(seconds=61))
    assert await kept(later, timedelta(seconds=60)) == [{"n": 1}]


async def test_a_download_link_is_not_readable_in_the_store():
    store = MemoryStore()
    await inbox(store).keep(turn(), {"url": "https://files.example/?tempauth=canary"})
    ((_, sealed),) = await store.uploads(NOW.isoformat())
    assert "canary" not in sealed


async def test_what_no_key_opens_is_dropped_and_stops_nothing():
    store = MemoryStore()
    await inbox(store, ring=f"old:{new_key().rpartition(':')[2]}").keep(turn("0"), {"n": 0})
    await inbox(store).keep(turn("1"), {"n": 1})
    assert await kept(inbox(store)) == [{"n": 1}]
    assert len(await store.uploads(NOW.isoformat())) == 1


def test_only_messages_with_attachments_are_uploads():
    assert is_upload(turn("1", FILE))
    assert not is_upload(turn("1"))
