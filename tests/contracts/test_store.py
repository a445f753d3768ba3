"""What every store must keep, in memory, on SQLite and on PostgreSQL alike."""

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from orders.case import CaseDocument, FileFacts, PriceCheck
from orders.chain import DESK_GENESIS, genesis
from orders.errors import CallerFault, RecordMissing, StaleWrite
from orders.evidence import Evidence
from orders.issue import Issue, Severity
from orders.laning import LaneEntry
from orders.order import Line, Order
from orders.purchase import Fingerprint
from orders.reading import Reading, Result
from runtime.storage.port import (
    AuditEntry,
    CaseRow,
    ConversationRef,
    KeptUpload,
    Reservation,
    SentCard,
    Store,
)

NOON = "2026-11-21T12:00:00+00:00"


def a_row(order_id: str = "o-1", **changes) -> CaseRow:
    row = CaseRow(
        order_id=order_id,
        code="K7Q4MP",
        tenant_id="tenant",
        requester="sara",
        status="parsing",
        title="PO-7781.xlsx",
        received_at=NOON,
        updated_at=NOON,
    )
    return replace(row, **changes)


def a_document(order_id: str = "o-1", **changes) -> CaseDocument:
    document = CaseDocument(
        order_id=order_id,
        code="K7Q4MP",
        tenant_id="tenant",
        requester="sara",
        requester_name="Sara",
        conversation="19:chat",
        language="fa",
        received_at=NOON,
    )
    return replace(document, **changes)


def an_entry(key: str, order_id: str = "o-1", **changes) -> AuditEntry:
    return replace(AuditEntry(order_id, key, "case.created", NOON), **changes)


async def records_of(store: Store):
    return [record async for record in store.audit_records()]


async def test_a_store_with_its_tables_answers_ping(store):
    await store.ping()


# --- cases ---


async def test_a_case_comes_back_as_it_was_saved(store):
    row = a_row(approvers=("omid", "lena"), waiting_for="approval", draft_number="SO-1")
    await store.save_case(row, a_document())
    assert await store.case_row("o-1") == row
    assert await store.load_case("o-1") == a_document()


async def test_a_document_keeps_exact_decimals_evidence_and_persian_text(store):
    line = Line(
        line_id="L001",
        row=14,
        product_name="زعفران ۱ گرم",
        quantity=Decimal("10.50"),
        unit_price=Decimal("1E+3"),
        evidence={"quantity": Evidence(sheet="سفارش", cell="D14", raw="۱۰٫۵۰")},
    )
    order = Order(
        sheet="سفارش",
        header_rows=(3,),
        columns={"quantity": "D"},
        lines=(line,),
        skipped_rows={20: "total"},
    )
    document = a_document(
        reading=Reading(Result.READY, orders=(order,)),
        issues=(Issue("price.differs", Severity.WARNING, facts={"sheet": "10"}),),
        prices=(PriceCheck("L001", Decimal("9.90"), None, Decimal("9.90")),),
        file=FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx"),
    )
    await store.save_case(a_row(), document)
    loaded = await store.load_case("o-1")
    assert loaded == document
    assert str(loaded.reading.orders[0].lines[0].quantity) == "10.50"
    assert loaded.reading.orders[0].skipped_rows == {20: "total"}


async def test_an_unknown_case_is_missing(store):
    assert await store.case_row("o-9") is None
    assert await store.find_code("tenant", "XXXXXX") is None
    with pytest.raises(RecordMissing):
        await store.load_case("o-9")


async def test_a_row_saved_without_a_document_keeps_the_document(store):
    await store.save_case(a_row(), a_document(revision=2))
    await store.save_case(a_row(status="checking"), None)
    assert (await store.case_row("o-1")).status == "checking"
    assert (await store.load_case("o-1")).revision == 2


async def test_a_row_alone_has_no_document(store):
    await store.save_case(a_row(), None)
    with pytest.raises(RecordMissing):
        await store.load_case("o-1")


async def test_the_newest_document_of_a_revision_wins(store):
    await store.save_case(a_row(), a_document(order_hash="first"))
    await store.save_case(a_row(), a_document(order_hash="second"))
    await store.save_case(a_row(), a_document(order_hash="second"))
    assert (await store.load_case("o-1")).order_hash == "second"


async def test_a_document_of_an_older_revision_is_stale_and_nothing_of_it_is_kept(store):
    await store.save_case(a_row(), a_document(revision=3))
    with pytest.raises(StaleWrite):
        await store.save_case(a_row(status="late"), a_document(revision=2), [an_entry("late")])
    assert (await store.case_row("o-1")).status == "parsing"
    assert (await store.load_case("o-1")).revision == 3
    assert await store.audit_of("o-1") == []


async def test_a_code_is_found_in_any_case_but_only_in_its_tenant(store):
    await store.save_case(a_row(), None)
    assert (await store.find_code("tenant", "k7q4mp")).order_id == "o-1"
    assert await store.find_code("elsewhere", "K7Q4MP") is None


async def test_orders_are_found_by_their_words_in_their_tenant_the_newest_first(store):
    for day, words in enumerate(("k7q4mp\npo 77", "بازرگانی کریمی\npo 78", "50 %"), 1):
        await store.save_case(a_row(f"o-{day}", received_at=f"2026-11-0{day}", words=words), None)
    assert [one.order_id for one in await store.search_cases("tenant", "po 7")] == ["o-2", "o-1"]
    assert [one.order_id for one in await store.search_cases("tenant", "کریمی")] == ["o-2"]
    assert [one.order_id for one in await store.search_cases("tenant", "%")] == ["o-3"]
    assert await store.search_cases("elsewhere", "po") == []
    assert len(await store.search_cases("tenant", "po", limit=1)) == 1


async def test_a_persons_orders_come_newest_first(store):
    for day in range(1, 5):
        await store.save_case(a_row(f"o-{day}", received_at=f"2026-11-0{day}T00:00:00+00:00"), None)
    await store.save_case(a_row("o-9", requester="omid"), None)
    mine = await store.cases_of("tenant", "sara", limit=3)
    assert [row.order_id for row in mine] == ["o-4", "o-3", "o-2"]
    assert await store.cases_of("elsewhere", "sara") == []


async def test_pending_orders_come_oldest_first_and_only_to_who_is_asked(store):
    asked = {"waiting_for": "approval", "approvers": ("omid", "lena")}
    await store.save_case(a_row("o-2", received_at="2026-11-02T00:00:00+00:00", **asked), None)
    await store.save_case(a_row("o-1", received_at="2026-11-01T00:00:00+00:00", **asked), None)
    await store.save_case(a_row("o-3", waiting_for="help", approvers=("omid",)), None)
    await store.save_case(a_row("o-4", waiting_for="approval", approvers=("omi", "omid2")), None)
    await store.save_case(a_row("o-5", waiting_for="selection", approvers=("omid",)), None)
    pending = await store.cases_pending("tenant", "omid")
    assert [row.order_id for row in pending if row.order_id != "o-5"] == ["o-1", "o-2"]
    assert "o-5" in [row.order_id for row in pending]
    assert await store.cases_pending("tenant", "%") == []
    assert await store.cases_pending("elsewhere", "omid") == []


async def test_the_same_file_points_to_the_newest_earlier_case_and_never_to_a_later_one(store):
    same = FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx")
    for day in (1, 2, 3):
        order_id = f"o-{day}"
        row = a_row(order_id, received_at=f"2026-11-0{day}T00:00:00+00:00")
        await store.save_case(row, a_document(order_id, file=same))
    assert (await store.find_file("tenant", same.sha256, "o-3")).order_id == "o-2"
    assert await store.find_file("tenant", same.sha256, "o-1") is None
    assert (await store.find_file("tenant", same.sha256, "o-new")).order_id == "o-3"
    assert await store.find_file("elsewhere", same.sha256, "o-3") is None
    assert await store.find_file("tenant", "cd" * 32, "o-3") is None


# --- audit ---


async def test_entries_are_chained_per_order_and_across_orders(store):
    await store.save_case(a_row(), a_document(), [an_entry("a"), an_entry("b")])
    await store.append_audit([an_entry("a", "o-2")])
    await store.append_audit([an_entry("c")])
    first, second, other, third = records = await records_of(store)
    assert [record.seq for record in records] == [1, 2, 3, 4]
    assert [record.order_seq for record in records] == [1, 2, 1, 3]
    assert first.prev == DESK_GENESIS
    assert first.order_prev == genesis("tenant", "o-1")
    assert (second.prev, third.prev) == (first.hash, other.hash)
    assert (second.order_prev, third.order_prev) == (first.order_hash, second.order_hash)
    assert await store.audit_of("o-1") == [first, second, third]


async def test_a_known_key_is_skipped_alone_and_inside_one_call(store):
    await store.append_audit([an_entry("a"), an_entry("a"), an_entry("b")])
    await store.append_audit([an_entry("b"), an_entry("c")])
    await store.append_audit([an_entry("c")])
    assert [record.key for record in await records_of(store)] == ["a", "b", "c"]


async def test_an_entry_that_cannot_be_written_leaves_no_trace_of_its_case(store):
    broken = an_entry("b", data={"amount": 1.5})
    with pytest.raises(CallerFault):
        await store.save_case(a_row(), a_document(), [an_entry("a"), broken])
    assert await store.case_row("o-1") is None
    assert await records_of(store) == []


async def test_records_are_read_from_a_number_on(store):
    await store.append_audit([an_entry(str(number)) for number in range(5)])
    assert [record.seq async for record in store.audit_records(after=3)] == [4, 5]


async def test_the_head_names_the_end_of_the_whole_chain(store):
    assert (await store.audit_head()).hash == DESK_GENESIS
    await store.append_audit([an_entry("a"), an_entry("a", "o-2"), an_entry("b")])
    head, records = await store.audit_head(), await records_of(store)
    assert (head.seq, head.hash, head.ts) == (3, records[2].hash, records[2].ts)


async def test_recorded_time_never_goes_backwards_whatever_writers_say(store):
    await store.append_audit([an_entry("a", at="2026-11-21T12:00:00+00:00")])
    await store.append_audit([an_entry("b", "o-2", at="2026-11-21T11:59:59+00:00")])
    first, second = await records_of(store)
    assert first.ts == second.ts
    assert '"at":"2026-11-21T11:59:59.000000+00:00"' in second.body


async def test_four_writers_leave_no_gap_and_no_fork(store):
    async def write(writer: int) -> None:
        for number in range(100):
            await store.append_audit([an_entry(f"{writer}/{number}", f"o-{number % 7}")])

    await asyncio.gather(*(write(writer) for writer in range(4)))
    records = await records_of(store)
    assert [record.seq for record in records] == list(range(1, 401))
    assert [record.prev for record in records[1:]] == [record.hash for record in records[:-1]]


# --- chat ---


async def test_an_activity_is_claimed_once_even_by_many_at_once(store):
    claims = (store.claim_activity("a-1", NOON, NOON) for _ in range(8))
    assert sorted(await asyncio.gather(*claims)) == [False] * 7 + [True]
    assert await store.claim_activity("a-2", NOON, NOON)


async def test_a_claim_is_forgotten_after_its_time_and_not_before(store):
    later = "2026-12-21T12:00:00+00:00"
    assert await store.claim_activity("a-1", NOON, NOON)
    assert await store.claim_activity("a-2", later, NOON)
    assert not await store.claim_activity("a-1", later, NOON)
    after = NOON.replace(":00+", ":01+")
    assert not await store.claim_activity("a-2", later, after)
    assert await store.claim_activity("a-1", later, after)


async def test_an_upload_is_kept_once_until_it_is_dropped(store):
    later = "2026-11-21T13:00:00+00:00"
    second, first = KeptUpload("u-2", "sealed two", later), KeptUpload("u-1", "sealed one", NOON)
    await store.keep_uploads([second, first])
    await store.keep_uploads([KeptUpload("u-1", "something else", later)])
    assert await store.uploads(later) == [("u-1", "sealed one"), ("u-2", "sealed two")]
    assert await store.uploads(NOON) == [("u-1", "sealed one")]
    await store.drop_upload("u-1")
    await store.drop_upload("u-1")
    assert await store.uploads(later) == [("u-2", "sealed two")]


async def test_a_sealed_secret_is_kept_over_the_one_before(store):
    assert await store.sealed("token") == ""
    for sealed in ("one", "two"):
        await store.keep_sealed("token", sealed)
    await store.keep_sealed("other", "three")
    assert (await store.sealed("token"), await store.sealed("other")) == ("two", "three")


async def test_a_conversation_is_overwritten_but_a_chosen_language_stays(store):
    ref = ConversationRef("tenant", "sara", "19:a", "https://one.example", language="fa")
    await store.save_conversation(ref)
    newer = replace(ref, service_url="https://two.example", language="", dead=True)
    await store.save_conversation(newer)
    assert await store.conversation("tenant", "sara") == replace(newer, language="fa")
    await store.save_conversation(replace(ref, language="en"))
    assert (await store.conversation("tenant", "sara")).language == "en"
    assert await store.conversation("elsewhere", "sara") is None


async def test_an_order_has_one_card_per_reader(store):
    card = SentCard("o-1", "sara", "19:a", "https://one.example", "m-1", "d-1")
    await store.save_card(card)
    await store.save_card(replace(card, reader="omid"))
    await store.save_card(replace(card, activity_id="m-2", version=4))
    assert await store.card("o-1", "sara") == replace(card, activity_id="m-2", version=4)
    assert [one.reader for one in await store.cards_of("o-1")] == ["omid", "sara"]
    assert await store.card("o-2", "sara") is None
    assert await store.card_at("19:a", "m-2") == replace(card, activity_id="m-2", version=4)
    assert await store.card_at("19:b", "m-2") is None
    assert await store.cards_of("o-2") == []


# --- drafts ---


async def test_a_reservation_is_never_overwritten(store):
    claim = Reservation("key", "org", "o-1", "hash-1")
    assert await store.reserve(claim) == claim
    assert await store.reserve(replace(claim, order_id="o-2", payload_hash="hash-2")) == claim
    assert await store.reservation("key") == claim
    assert await store.reservation("other") is None


async def test_many_claims_on_one_key_have_one_winner(store):
    claims = [Reservation("key", "org", f"o-{number}", "hash") for number in range(8)]
    winners = await asyncio.gather(*(store.reserve(claim) for claim in claims))
    assert len({winner.order_id for winner in winners}) == 1


async def test_what_became_of_a_claim_is_recorded(store):
    claim = Reservation("key", "org", "o-1", "hash")
    await store.reserve(claim)
    await store.settle("key", "created", "460000000001", "SO-00317")
    settled = replace(claim, state="created", draft_id="460000000001", draft_number="SO-00317")
    assert await store.reservation("key") == settled
    assert await store.reserve(claim) == settled
    with pytest.raises(RecordMissing):
        await store.settle("other", "created", "", "")


async def test_a_draft_passes_to_one_later_order_and_comes_back_from_that_one_only(store):
    claim = Reservation("key", "org", "o-1", "hash")
    await store.reserve(claim)
    assert not await store.hand_claim("key", "later")
    await store.settle("key", "created", "7", "SO-7")
    made = await store.reservation("key")
    keys = [f"later-{number}" for number in range(4)]
    won = await asyncio.gather(*(store.hand_claim("key", one) for one in keys))
    assert sum(won) == 1
    winner = keys[won.index(True)]
    assert await store.hand_claim("key", winner)
    assert await store.reservation("key") == replace(made, state="handed", handed_to=winner)
    await store.return_claim("key", keys[won.index(False)])
    assert not await store.hand_claim("key", keys[won.index(False)])
    await store.return_claim("key", winner)
    assert await store.reservation("key") == made
    assert not await store.hand_claim("other", winner)


async def test_earlier_purchases_of_a_customer_are_found_but_those_given_up(store):
    mine = Fingerprint(
        "o-5", "K7Q4MP", "tenant", "77", "po", "lines", Decimal("12.50"), "EUR", NOON
    )
    for place, status in enumerate(("completed", "cancelled", "rejected", "expired", "parsing")):
        await store.save_case(a_row(f"o-{place}", status=status), None)
        await store.keep_purchase(replace(mine, order_id=f"o-{place}", po=f"po-{place}"))
    await store.keep_purchase(replace(mine, order_id="o-0", customer_id="78"))
    await store.keep_purchase(replace(mine, order_id="o-0", total=Decimal("1.10")))
    found = await store.purchases_before(mine, "2026-11-01")
    assert [(one.order_id, one.total) for one in found] == [
        ("o-4", Decimal("12.50")),
        ("o-0", Decimal("1.10")),
    ]
    assert await store.purchases_before(mine, "2026-11-22") == []
    assert await store.purchases_before(replace(mine, order_id="o-0"), "2026-11-01") == []
    assert await store.purchases_before(replace(mine, customer_id="78"), "2026-11-01") == []


async def test_goods_of_completed_orders_of_the_same_customer_are_found_the_newest_first(store):
    mine = Fingerprint("o-9", "K7Q4MP", "tenant", "77", at=NOON)
    for place, status in enumerate(("completed", "completed", "cancelled", "parsing", "completed")):
        await store.save_case(a_row(f"o-{place}", status=status), None)
        goods = {"10": Decimal(place), "11": Decimal("0.50")}
        await store.keep_purchase(replace(mine, order_id=f"o-{place}"), goods)
    await store.keep_purchase(replace(mine, order_id="o-4"))
    for order_id, whose in (("other", {"customer_id": "78"}), ("foreign", {"tenant_id": "x"})):
        await store.save_case(a_row(order_id, status="completed"), None)
        await store.keep_purchase(replace(mine, order_id=order_id, **whose), {"10": Decimal(99)})
    found = await store.goods_before(mine, "2026-11-01", 9)
    half = Decimal("0.50")
    assert found == [{}, {"10": Decimal(1), "11": half}, {"10": Decimal(0), "11": half}]
    assert await store.goods_before(mine, "2026-11-01", 1) == [{}]
    assert await store.goods_before(mine, "2026-11-22", 9) == []
    assert await store.goods_before(replace(mine, order_id="o-0"), "2026-11-01", 9) == []


async def test_the_first_judgement_of_the_lane_stays_and_the_newest_hash_goes_with_it(store):
    await store.save_case(a_row(status="completed"), None)
    entry = LaneEntry("o-1", "K7Q4MP", "77", NOON, "report", "", "50", "first", "first")
    await store.keep_lane(entry)
    await store.keep_lane(replace(entry, mode="auto", unmet="x", last_hash="second"))
    await store.keep_lane(replace(entry, order_id="of-no-case"))
    (found,) = await store.lane_entries()
    assert found == replace(entry, last_hash="second", status="completed")


async def test_a_day_has_so_many_places_in_the_lane_whoever_asks_at_once(store):
    for place in range(6):
        await store.keep_lane(LaneEntry(f"o-{place}", at=NOON))
    asked = [store.claim_lane(f"o-{place}", "2026-11-21", 3) for place in range(6)]
    granted = await asyncio.gather(*asked)
    assert sum(granted) == 3
    first = granted.index(True)
    assert await store.claim_lane(f"o-{first}", "2026-11-22", 0)
    assert not await store.claim_lane("o-9", "2026-11-21", 9)
    assert not await store.claim_lane(f"o-{granted.index(False)}", "2026-11-21", 3)
    assert await store.claim_lane(f"o-{granted.index(False)}", "2026-11-22", 3)


async def test_a_switch_is_set_and_taken_away(store):
    assert await store.switch("lane") == ""
    await store.set_switch("lane", "reza")
    await store.set_switch("lane", "omid")
    assert await store.switch("lane") == "omid"
    await store.set_switch("lane", "")
    assert await store.switch("lane") == ""


async def test_the_audit_is_the_outbox_and_every_event_is_spread_once(store):
    drafted = {"event_type": "draft.created", "data": {"number": "SO-1"}}
    await store.append_audit([an_entry("1", **drafted)])
    assert await store.spread_events("erp", {"order.drafted"}) == 0
    await store.append_audit([an_entry("2", **drafted), an_entry("3"), an_entry("4", **drafted)])
    assert await store.spread_events("erp", {"order.drafted"}) == 3
    assert await store.spread_events("erp", {"order.drafted"}) == 0
    first, second = await store.deliveries(("new",), "erp")
    assert (first.kind, first.seq, second.seq) == ("order.drafted", 2, 4)
    assert await store.delivery("erp", first.event_id) == first
    assert await store.delivery("bi", first.event_id) is None
    await store.move_delivery("erp", first.event_id, "dead", "HTTP 404")
    (dead,) = await store.deliveries(("dead",))
    assert dead == replace(first, state="dead", note="HTTP 404")
    assert await store.deliveries(("new",)) == [second]


async def test_two_who_spread_at_once_make_no_event_twice(store):
    await store.append_audit([an_entry("1", event_type="draft.created")])
    await store.spread_events("erp", {"order.drafted"})
    await store.append_audit([an_entry(f"{n}", event_type="draft.created") for n in range(2, 9)])
    await asyncio.gather(*(store.spread_events("erp", {"order.drafted"}) for _ in range(4)))
    assert len(await store.deliveries(("new",))) == 7
