"""Every layer a turn passes, over the store in memory."""

from datetime import UTC, datetime

import pytest
import structlog

from bot.access import AccessLog
from bot.middleware import Surroundings, chain, layers
from bot.turn import (
    Attachment,
    ErrorAnswer,
    Later,
    Nothing,
    Scope,
    TextAnswer,
    TurnKind,
    language_of,
)
from orders.errors import BooksRejected, DeskClosed, StoreUnavailable
from orders.roles import Person, Role, RoleBook
from runtime.storage.memory import MemoryStore
from runtime.storage.port import ConversationRef
from tests.support.channel import SARA, TENANT

FILE = Attachment("po.xlsx", "application/vnd.microsoft.teams.file.download.info")
PERSON = Person(SARA, "Sara Book", roles=frozenset({Role.REQUESTER}), same_as="first-account")


class Book:
    def __init__(self, *people, open_door=False):
        self.book = RoleBook({one.object_id: one for one in people}, open_door)


class Road:
    """All layers over a handler that remembers what reached it."""

    def __init__(self, store=None, directory=None):
        self.store = store or MemoryStore()
        self.turns = []
        self.answer = TextAnswer("hello")
        self.error = None
        self.marks = {}

        def now():
            return datetime(2026, 11, 21, 9, tzinfo=UTC)

        around = Surroundings(
            self.store, directory or Book(PERSON), AccessLog(self.store, now), now
        )
        self.go = chain(layers(around), self.handle)

    async def handle(self, turn):
        self.turns.append(turn)
        self.marks = structlog.contextvars.get_contextvars()
        if self.error is not None:
            raise self.error
        return self.answer

    async def audited(self):
        return [record async for record in self.store.audit_records()]


@pytest.fixture
def road():
    return Road()


async def test_a_known_person_comes_through_with_name_and_roles(road, make_turn):
    assert await road.go(make_turn("status")) == TextAnswer("hello")
    actor = road.turns[0].actor
    assert (actor.object_id, actor.tenant_id, actor.name) == (SARA, TENANT, "Sara Book")
    assert (actor.human, actor.roles) == ("first-account", {Role.REQUESTER})


async def test_b014_the_same_message_delivered_again_is_answered_once(road, make_turn):
    answers = [await road.go(make_turn("status")) for _ in range(3)]
    assert answers == [TextAnswer("hello"), Nothing(), Nothing()]
    assert len(road.turns) == 1


async def test_another_message_is_no_repeat(road, make_turn):
    for changes in (
        {"activity_id": "2"},
        {"conversation_id": "a:2"},
        {"tenant_id": "t2"},
        {"activity_id": ""},
        {"activity_id": ""},
    ):
        assert await road.go(make_turn("status", **changes)) == TextAnswer("hello")


async def test_b015_clicks_are_never_dropped_because_state_judges_them(road, make_turn):
    for _ in range(2):
        assert await road.go(make_turn(verb="approve")) == TextAnswer("hello")


async def test_f04_an_upload_delivered_again_is_carried_out_and_answered_once(road, make_turn):
    """Claiming before the work would lose a file whose first delivery died half-way."""
    turn = make_turn(attachments=(FILE,))
    answers = [await road.go(turn) for _ in range(2)]
    assert answers == [TextAnswer("hello"), Nothing()]
    assert len(road.turns) == 2


async def test_one_installation_told_twice_is_welcomed_once(road, make_turn):
    first = make_turn(kind=TurnKind.INSTALLED, activity_id="1")
    second = make_turn(kind=TurnKind.INSTALLED, activity_id="2")
    assert [await road.go(first), await road.go(second)] == [TextAnswer("hello"), Nothing()]


async def test_f05_the_newest_way_to_a_person_is_kept(road, make_turn):
    await road.go(make_turn("a", activity_id="1"))
    newer = "https://europe.botframework.com/"
    await road.go(make_turn("b", activity_id="2", service_url=newer, locale="fa-IR"))
    ref = await road.store.conversation(TENANT, SARA)
    assert (ref.service_url, ref.conversation_id) == (newer, "a:chat-1")
    assert (ref.member_id, ref.bot_id, ref.locale) == ("29:sara", "28:bot", "fa-IR")


async def test_the_time_zone_that_a_client_named_is_kept_for_later_cards(road, make_turn):
    await road.go(make_turn("a", activity_id="1", time_zone="Asia/Tehran"))
    await road.go(make_turn("b", activity_id="2"))
    assert (await road.store.conversation(TENANT, SARA)).time_zone == "Asia/Tehran"


async def test_a_group_chat_is_no_place_for_a_persons_cards(road, make_turn):
    group = {"conversation_id": "19:group", "conversation_type": Scope.GROUP}
    await road.go(make_turn("a", **group))
    ref = await road.store.conversation(TENANT, SARA)
    assert (ref.conversation_id, ref.member_id, ref.dead) == ("", "29:sara", False)
    await road.go(make_turn("b", activity_id="2"))
    newer = "https://europe.botframework.com/"
    await road.go(make_turn("c", activity_id="3", service_url=newer, **group))
    await road.go(make_turn(kind=TurnKind.REMOVED, activity_id="4", service_url=newer, **group))
    ref = await road.store.conversation(TENANT, SARA)
    assert (ref.conversation_id, ref.service_url, ref.dead) == ("a:chat-1", newer, False)


async def test_a_click_in_somebody_elses_chat_does_not_move_a_persons_cards_there(road, make_turn):
    """Naive: one click on a colleague's card, and this person's orders are told in that chat."""
    await road.go(make_turn("a", activity_id="1"))
    await road.go(make_turn(verb="approve", conversation_id="a:of-a-colleague"))
    ref = await road.store.conversation(TENANT, SARA)
    assert (ref.conversation_id, ref.dead) == ("a:chat-1", False)


async def test_a_removed_bot_marks_the_way_dead_and_a_message_revives_it(road, make_turn):
    await road.go(make_turn(kind=TurnKind.REMOVED))
    assert (await road.store.conversation(TENANT, SARA)).dead
    await road.go(make_turn("hello", activity_id="2"))
    assert not (await road.store.conversation(TENANT, SARA)).dead


@pytest.mark.parametrize(
    ("locale", "booked", "chosen", "language"),
    [
        ("en-US", "", "", "en"),
        ("fa-IR", "", "", "fa"),
        ("", "", "", "en"),
        ("en-US", "fa", "", "fa"),
        ("fa-IR", "fa", "en", "en"),
    ],
)
async def test_the_language_is_the_chosen_one_then_the_books_then_the_clients(
    make_turn, locale, booked, chosen, language
):
    road = Road(directory=Book(Person(SARA, roles=PERSON.roles, language=booked)))
    ref = ConversationRef(TENANT, SARA, "a:1", "https://x.example/", language=chosen)
    await road.store.save_conversation(ref)
    await road.go(make_turn("status", language=language_of(locale)))
    assert road.turns[0].language == language
    assert (await road.store.conversation(TENANT, SARA)).language == chosen


async def test_b020_an_unknown_person_is_refused_politely_and_audited(make_turn):
    road = Road(directory=Book())
    answer = await road.go(make_turn("status"))
    assert isinstance(answer, TextAnswer)
    assert "does not know you" in answer.text
    assert road.turns == []
    (record,) = await road.audited()
    assert "unknown_person" in str(record)


async def test_b020_an_unknown_persons_click_gets_an_error_in_place(make_turn):
    road = Road(directory=Book())
    answer = await road.go(make_turn(verb="approve"))
    assert isinstance(answer, ErrorAnswer)
    assert (answer.code, answer.status) == ("NotAllowed", 400)


async def test_b022_a_name_without_an_object_id_is_nobody(make_turn):
    road = Road(directory=Book(PERSON, open_door=True))
    answer = await road.go(make_turn(verb="approve", object_id=""))
    assert isinstance(answer, ErrorAnswer)
    assert road.turns == []


async def test_an_open_door_makes_unknown_people_requesters(make_turn):
    road = Road(directory=Book(open_door=True))
    await road.go(make_turn("status"))
    actor = road.turns[0].actor
    assert (actor.name, actor.human, actor.roles) == ("Sara", SARA, {Role.REQUESTER})


async def test_a_person_of_the_book_in_another_tenant_is_a_stranger(make_turn):
    elsewhere = Person(SARA, roles=PERSON.roles, tenant_id="elsewhere")
    road = Road(directory=Book(elsewhere))
    await road.go(make_turn("status"))
    assert road.turns == []


async def test_what_concerns_nobody_passes_silently(make_turn):
    road = Road(directory=Book())
    for kind in (TurnKind.OTHER, TurnKind.REMOVED):
        assert await road.go(make_turn(kind=kind)) == Nothing()
    assert await road.audited() == []


async def test_an_unexpected_error_becomes_an_apology_with_a_reference(road, make_turn):
    road.error = ZeroDivisionError("with a s3cret in it")
    with structlog.testing.capture_logs() as logs:
        answer = await road.go(make_turn(verb="approve"))
    assert (answer.code, answer.status) == ("WentWrong", 500)
    reference = next(log["reference"] for log in logs if "reference" in log)
    assert reference in answer.message
    assert "s3cret" not in answer.message


async def test_an_unexpected_error_of_a_message_is_told_in_words(road, make_turn):
    road.error = ZeroDivisionError()
    assert isinstance(await road.go(make_turn("status")), TextAnswer)


async def test_an_error_of_ours_is_told_in_its_own_words_and_language(road, make_turn):
    road.error = StoreUnavailable()
    english = await road.go(make_turn(verb="approve"))
    ref = ConversationRef(TENANT, SARA, "a:1", "https://x.example/", language="fa")
    await road.store.save_conversation(ref)
    persian = await road.go(make_turn(verb="approve"))
    assert (english.code, english.status) == ("StoreUnavailable", 500)
    assert english.message.isascii()
    assert english.message != persian.message


async def test_f07_a_kept_upload_that_a_machine_cannot_take_is_carried_out_later(road, make_turn):
    """Naive: it counts as answered once its person was told that something is wrong."""
    turn = make_turn(attachments=(FILE,), from_inbox=True)
    road.error = DeskClosed()
    assert [type(await road.go(turn)) for _ in range(2)] == [Later, Later]
    road.error = None
    assert [await road.go(turn) for _ in range(2)] == [TextAnswer("hello"), Nothing()]


async def test_a_kept_upload_that_can_never_be_taken_is_answered(road, make_turn):
    road.error = BooksRejected()
    answer = await road.go(make_turn(attachments=(FILE,), from_inbox=True))
    assert isinstance(answer, TextAnswer)


class Broken(MemoryStore):
    async def conversation(self, tenant_id, object_id):
        raise StoreUnavailable

    async def claim_activity(self, key, at, since):
        raise StoreUnavailable

    async def append_audit(self, entries):
        raise StoreUnavailable


async def test_a_store_that_is_down_ends_in_a_sentence_too(make_turn):
    road = Road(store=Broken())
    for turn in (make_turn("status"), make_turn(verb="approve"), make_turn(attachments=(FILE,))):
        assert isinstance(await road.go(turn), TextAnswer | ErrorAnswer)
    assert road.turns == []


async def test_a_store_that_is_down_opens_the_door_to_nobody(make_turn):
    class Silent(Broken):
        async def conversation(self, tenant_id, object_id):
            return None

        async def save_conversation(self, ref):
            return None

    road = Road(store=Silent(), directory=Book())
    answer = await road.go(make_turn(verb="approve"))
    assert answer.code == "NotAllowed"


async def test_log_lines_of_a_turn_carry_its_marks_and_never_its_text(road, make_turn):
    await road.go(make_turn("secret words", verb="approve"))
    assert road.marks["verb"] == "approve"
    assert road.marks["order"] == "K7Q4MP"
    assert "secret" not in str(road.marks)
    assert structlog.contextvars.get_contextvars() == {}
