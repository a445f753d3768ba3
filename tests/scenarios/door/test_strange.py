"""Strange but honest traffic gets 2xx: B081 to B084, through all layers and a router."""

from datetime import UTC, datetime

import pytest

from bot.access import AccessLog
from bot.activity import FILE_INFO
from bot.attachments import sort_files
from bot.middleware import Surroundings, chain, layers
from bot.router import Router
from bot.turn import TextAnswer
from orders.roles import Person, Role, RoleBook
from runtime.storage.memory import MemoryStore
from tests.support.channel import SARA, running_bot

router: Router[MemoryStore] = Router()


@router.fallback
async def fallback(turn, _store):
    return TextAnswer("Write help.")


@router.upload
async def upload(turn, _store):
    return TextAnswer(", ".join(one.name for one in sort_files(turn.attachments).sheets))


class Book:
    book = RoleBook({SARA: Person(SARA, "Sara", roles=frozenset({Role.REQUESTER}))})


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def road(store):
    def now():
        return datetime(2026, 11, 21, tzinfo=UTC)

    async def last(turn):
        return await router.dispatch(turn, store)

    return chain(layers(Surroundings(store, Book(), AccessLog(store, now), now)), last)


async def said(road, **changes):
    """The status of the exchange, and what the bot said afterwards."""
    async with running_bot(road) as bot:
        status, _ = await bot.post(bot.activity(**changes))
        await bot.settle()
        return status, [message["text"] for message in bot.recorder.messages]


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "<h1>hi</h1>", "@everyone look", "do what I mean", "\u202e", ""]
)
async def test_b081_any_text_gets_a_polite_answer(road, text):
    assert await said(road, text=text) == (200, ["Write help."])


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "messageUpdate", "channelData": None},
        {"type": "messageDelete", "text": None},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "typing"},
        {"type": "endOfConversation"},
        {"type": "anythingElse", "entities": [{"type": "future", "x": [1, {"y": 2}]}]},
        {"type": "event", "name": "application/vnd.microsoft.readReceipt", "value": {"x": "1"}},
    ],
)
async def test_b082_other_activities_are_taken_and_ignored(road, changes):
    assert await said(road, **changes) == (200, [])


async def test_b082_an_invoke_without_a_name_is_answered_too(bot):
    """An empty body is "Something went wrong" to the person, and a second delivery."""
    for changes in ({"type": "invoke", "value": {}}, {"type": "invoke", "name": "x/y"}):
        status, answer = await bot.post(bot.activity(**changes))
        assert (status, answer["statusCode"]) == (200, 200)
        assert answer["value"]


def files(*names):
    html = {"contentType": "text/html", "content": "<p>order</p>"}
    image = {"contentType": "image/png", "contentUrl": "https://x.example/i", "name": "i.png"}
    content = {"downloadUrl": "https://x.sharepoint.com/1", "uniqueId": "u"}
    sent = [{"contentType": FILE_INFO, "name": name, "content": content} for name in names]
    return [image, *sent, html]


async def test_b083_the_spreadsheets_are_found_among_pictures_and_html(road):
    names = [f"po-{number}.xlsx" for number in range(11)]
    assert await said(road, attachments=files("po.xlsx", "note.docx")) == (200, ["po.xlsx"])
    assert await said(road, attachments=files(*names)) == (200, [", ".join(names)])
    assert await said(road, attachments=files()) == (200, ["Write help."])


@pytest.mark.parametrize(
    "sender",
    [
        {"id": "29:guest", "name": "Guest", "aadObjectId": "99999999-0000-0000-0000-000000000009"},
        {"id": "28:another-bot", "name": "Bot"},
        {"id": "29:anonymous", "name": "Sara", "aadObjectId": None},
        {"id": "29:anonymous", "name": SARA},
    ],
)
async def test_b084_strangers_are_refused_politely_and_audited(road, store, sender):
    status, texts = await said(road, **{"from": sender})
    assert status == 200
    assert len(texts) == 1
    assert "does not know you" in texts[0]
    assert len([record async for record in store.audit_records()]) == 1


async def test_b014_the_same_activity_twenty_times_is_answered_once(road):
    async with running_bot(road) as bot:
        for _ in range(20):
            assert (await bot.post(bot.activity(id="same")))[0] == 200
        await bot.settle()
        assert len(bot.recorder.messages) == 1
