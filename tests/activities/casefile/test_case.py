"""Answers are kept once, checks read anew, and what is approved is what is frozen."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orders.case import PriceCheck
from orders.catalogue import Customer, CustomerMatch, Item, ItemMatch, Matches, Method, Organization
from orders.chain import Head
from orders.draft import order_hash
from orders.errors import OrderUnsettled, RecordMissing
from orders.fixes import Fix, FixKind
from orders.issue import Issue, Severity
from orders.reader import read
from runtime.anchors import AnchorBooks
from tests.activities.casefile.conftest import NOW, REF
from tests.orders.grids import grid
from workflows.messages import Answers, Crew, Event, Events, WhoAsks

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"
GOOD = grid(f"{HEAD}A-1|Rope|5|2|10\nA-2|Hook|3|2|6")
ODD = grid(f"{HEAD}A-1|Rope|'ten|2|20\nA-2|Hook|3|2|6")
NAMELESS = grid("SKU|Description|Qty|Price|Total\nA-1|Rope|5|2|10")
TEN = Fix(FixKind.CELL, "Sheet1!C3", "10")


def answers(revision: int = 2, **changes) -> Answers:
    given = {"fixes": (TEN,), "choices": {"L003": "77"}, "by": "sara", "at": "2026-11-21T09:00:00"}
    return Answers(order_id="o1", revision=revision, **{**given, **changes})


async def test_answers_are_kept_with_who_gave_them_and_when(desk):
    await desk.keep(order_hash="old", choices={"customer": "1"})
    await desk.run(desk.steps.record_answers, answers())
    case = await desk.case()
    assert case.fixes == (Fix(FixKind.CELL, "Sheet1!C3", "10", "sara", "2026-11-21T09:00:00"),)
    assert case.choices == {"customer": "1", "L003": "77"}
    assert (case.revision, case.order_hash) == (2, "")


async def test_answers_recorded_twice_count_once(desk):
    await desk.keep()
    for _ in range(2):
        await desk.run(desk.steps.record_answers, answers())
    assert len((await desk.case()).fixes) == 1
    await desk.run(desk.steps.record_answers, answers(3, fixes=(), choices={"L003": "-"}))
    case = await desk.case()
    assert (case.revision, len(case.fixes), case.choices) == (3, 1, {"L003": "-"})


async def test_an_undone_answer_is_dropped_and_its_question_stands_again(desk):
    await desk.keep(ODD)
    await desk.run(desk.steps.record_answers, answers(choices={"customer": "5"}))
    assert (await desk.run(desk.steps.check_order, REF)).errors == 0
    for _ in range(2):
        await desk.run(desk.steps.record_answers, answers(3, fixes=(), choices={}, undo=True))
    case = await desk.case()
    assert (case.revision, case.fixes, case.choices, case.answered) == (3, (), {}, ())
    assert (await desk.run(desk.steps.check_order, REF)).errors == 1


async def test_a_good_order_has_nothing_open(desk):
    await desk.keep(GOOD)
    checked = await desk.run(desk.steps.check_order, REF)
    assert (checked.lines, checked.errors, checked.blockers) == (2, 0, 0)
    assert len((await desk.case()).reading.orders[0].lines) == 2


async def test_a_question_stands_until_its_fix_is_there(desk):
    await desk.keep(ODD)
    checked = await desk.run(desk.steps.check_order, REF)
    assert checked.errors == 1
    await desk.run(desk.steps.record_answers, answers(choices={}))
    checked = await desk.run(desk.steps.check_order, REF)
    assert checked.errors == 0
    assert (await desk.case()).reading.orders[0].lines[0].quantity == Decimal(10)


async def test_a_missing_customer_is_asked_until_one_is_chosen(desk):
    """A customer chosen in the books settles what the file does not say, for every later check."""
    await desk.keep(NAMELESS)
    assert (await desk.run(desk.steps.check_order, REF)).errors == 1
    await desk.run(desk.steps.record_answers, answers(fixes=(), choices={"customer": "9001"}))
    for _ in range(2):
        assert (await desk.run(desk.steps.check_order, REF)).errors == 0
    assert "MISSING_CUSTOMER" not in {one.code for one in (await desk.case()).issues}


async def test_a_chosen_customer_settles_nothing_else(desk):
    await desk.keep(ODD, choices={"customer": "9001"})
    assert (await desk.run(desk.steps.check_order, REF)).errors == 1


async def test_a_repeated_file_is_a_warning(desk):
    await desk.keep(GOOD, duplicate_of="ABC123")
    checked = await desk.run(desk.steps.check_order, REF)
    assert checked.errors == 0
    (warning,) = (one for one in (await desk.case()).issues if one.code == "DUPLICATE_FILE")
    assert warning.facts == {"order": "ABC123"}


async def test_a_file_that_was_not_read_cannot_be_checked(desk):
    await desk.keep(file=None)
    with pytest.raises(RecordMissing):
        await desk.run(desk.steps.check_order, REF)


def matched() -> dict:
    items = {
        f"L00{row}": ItemMatch(f"L00{row}", Item(str(row), "Rope"), Method.SKU) for row in (3, 4)
    }
    customer = CustomerMatch("Acme Ltd", Customer("1", "Acme Ltd", currency="EUR"), Method.EXACT)
    price = Decimal(2)
    return {
        "reading": read(GOOD),
        "matches": Matches(Organization("1", "Desk", "EUR"), customer, items),
        "prices": tuple(PriceCheck(line_id, price, price, price) for line_id in items),
    }


async def test_what_is_frozen_is_the_hash_of_what_is_shown(desk):
    noted = (Issue("LARGE_QUANTITY", Severity.WARNING), Issue("UNMAPPED_COLUMNS", Severity.INFO))
    await desk.keep(**matched(), issues=noted)
    frozen = await desk.run(desk.steps.freeze_order, REF)
    case = await desk.case()
    assert frozen.order_hash == case.order_hash == order_hash(case)
    assert frozen.warnings == 1
    assert (await desk.store.case_row("o1")).updated_at == NOW.isoformat()


async def test_an_order_with_something_open_is_not_frozen(desk):
    await desk.keep(**{**matched(), "matches": Matches()})
    with pytest.raises(OrderUnsettled):
        await desk.run(desk.steps.freeze_order, REF)


async def test_the_crew_is_everybody_else_who_may_decide(desk):
    crew = await desk.run(desk.steps.find_crew, WhoAsks(order_id="o1", requester="sara"))
    assert crew == Crew(approvers=("omid",), managers=("reza",))
    others = await desk.run(desk.steps.find_crew, WhoAsks(order_id="o1", requester="omid"))
    assert others == Crew(approvers=("sara",), managers=("reza", "lena"))


async def test_events_are_written_once(desk):
    await desk.keep()
    events = Events(
        events=(
            Event(order_id="o1", key="o1:1", event_type="order.opened", at=NOW.isoformat()),
            Event(
                order_id="o1",
                key="o1:2",
                event_type="order.approved",
                at=NOW.isoformat(),
                actor_id="omid",
                actor_role="approver",
                data={"revision": "1"},
            ),
        )
    )
    for _ in range(2):
        await desk.run(desk.steps.record_events, events)
    records = await desk.store.audit_of("o1")
    assert [record.key for record in records] == ["o1:1", "o1:2"]
    assert '"user"' in records[1].body
    assert '"system"' in records[0].body


async def test_how_far_the_audit_has_come_is_noted_outside_the_database(desk, tmp_path):
    books = AnchorBooks([tmp_path / "one", tmp_path / "two"])
    steps = replace(desk.steps, books=books)
    one = Event(order_id="o1", key="o1:1", event_type="order.opened", at=NOW.isoformat())
    await desk.run(steps.record_events, Events(events=(one,)))
    (end,) = await desk.store.audit_of("o1")
    assert books.read().ends == (Head(1, end.hash),) * 2
    (tmp_path / "one" / "newest.json").write_text("torn")
    await desk.run(steps.record_events, Events(events=(one.model_copy(update={"key": "o1:2"}),)))
    assert len(await desk.store.audit_of("o1")) == 2
