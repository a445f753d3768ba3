"""One live card per reader, also where Teams answers late, never, or that nobody is there."""

from dataclasses import replace

import pytest

from activities.notify.mailbox import Mailbox
from cards.scene import Card, Part, Reader, Scene
from orders.case import CaseDocument, Status, StatusView, WaitingFor
from orders.errors import ConversationGone, DeliveryUnknown, MessageGone
from runtime.storage.memory import MemoryStore
from runtime.storage.port import ConversationRef

NOON = "2026-11-21T12:00:00+00:00"
OWN = ConversationRef("tenant", "sara", "a:own", "https://teams.example/")


class Teams:
    """Teams as a sender sees it: what stands where, and what goes wrong next."""

    def __init__(self) -> None:
        self.shown: dict[str, dict] = {}
        self.trouble: list[Exception | None] = []

    async def send(self, _url: str, conversation_id: str, activity: dict) -> str:
        trouble = self.trouble.pop(0) if self.trouble else None
        if isinstance(trouble, ConversationGone):
            raise trouble
        message = f"{conversation_id}/{len(self.shown)}"
        self.shown[message] = activity
        if trouble is not None:
            raise trouble
        return message

    async def update(self, _url: str, _conversation: str, message: str, activity: dict) -> None:
        if message not in self.shown:
            raise MessageGone
        self.shown[message] = activity

    def texts(self) -> list[str]:
        return [one["summary"] for one in self.shown.values()]


def a_scene(version: int) -> Scene:
    view = StatusView("o-1", "K7Q4MP", Status.PARSING, "read_workbook", WaitingFor.NOBODY, NOON,
                      version=version, requester="sara")  # fmt: skip
    reader = Reader("sara", Part.REQUESTER)
    return Scene(view, None, reader, {}, (), None)  # type: ignore[arg-type]


def a_card(text: str) -> Card:
    return Card({"type": "AdaptiveCard"}, f"digest of {text}", text)


@pytest.fixture
def teams() -> Teams:
    return Teams()


@pytest.fixture
async def mailbox(teams) -> Mailbox:
    store = MemoryStore()
    await store.save_conversation(OWN)
    return Mailbox(store, teams)  # type: ignore[arg-type]


async def test_a_first_card_is_sent_and_later_ones_update_it(mailbox, teams):
    await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=False)
    assert teams.texts() == ["two"]


async def test_an_older_view_never_overwrites_a_newer(mailbox, teams):
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=False)
    await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    assert teams.texts() == ["two"]


async def test_a_card_whose_message_was_deleted_is_sent_anew(mailbox, teams):
    await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    teams.shown.clear()
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=False)
    assert teams.texts() == ["two"]


async def test_a_fresh_card_supersedes_the_one_before(mailbox, teams):
    await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=True)
    old, new = teams.texts()
    assert new == "two"
    assert "newer card" in old


async def test_a_lost_answer_is_tried_once_more_and_then_believed(mailbox, teams):
    """Naive: every retry of a first send whose answer is lost shows one more card."""
    teams.trouble = [DeliveryUnknown(), DeliveryUnknown()]
    with pytest.raises(DeliveryUnknown):
        await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    for _ in range(5):
        await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    assert teams.texts() == ["one", "one"]
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=False)
    await mailbox.deliver(OWN, a_scene(3), a_card("three"), fresh=False)
    assert teams.texts() == ["one", "one", "three"]


async def test_a_reminder_whose_answer_is_lost_is_not_repeated(mailbox, teams):
    await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    teams.trouble = [DeliveryUnknown()]
    await mailbox.deliver(OWN, a_scene(2), a_card("two"), fresh=True)
    assert teams.texts() == ["two", "two"]
    await mailbox.deliver(OWN, a_scene(3), a_card("three"), fresh=False)
    assert teams.texts() == ["three", "two"]


async def test_a_group_that_is_gone_leaves_the_persons_own_chat_as_it_was(mailbox, teams):
    """Naive: the group's id and its death are written over the way to the person."""
    teams.trouble = [ConversationGone()]
    group = replace(OWN, conversation_id="19:group")
    with pytest.raises(ConversationGone):
        await mailbox.deliver(group, a_scene(1), a_card("one"), fresh=False)
    assert await mailbox.store.conversation("tenant", "sara") == OWN


async def test_an_own_chat_that_is_gone_is_remembered_as_dead(mailbox, teams):
    teams.trouble = [ConversationGone()]
    with pytest.raises(ConversationGone):
        await mailbox.deliver(OWN, a_scene(1), a_card("one"), fresh=False)
    assert (await mailbox.store.conversation("tenant", "sara")).dead


async def test_the_requesters_cards_go_where_the_order_came_from(mailbox):
    case = CaseDocument("o-1", "K7Q4MP", "tenant", "sara", "Sara", "19:group", "en", NOON)
    assert (await mailbox.address(case, "sara")).conversation_id == "19:group"
    with pytest.raises(ConversationGone):
        await mailbox.address(replace(case, requester="nobody"), "nobody")
