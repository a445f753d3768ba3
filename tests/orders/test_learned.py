"""What people taught: confirmed, corrected twice, and then replaced."""

from dataclasses import replace

from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Item, ItemMatch, Matches
from orders.learned import (
    Alias,
    AliasKind,
    customer_key,
    item_key,
    known_by_key,
    lessons_of,
    taught,
)
from orders.order import Line, Order
from orders.reading import Reading, Result

OLD = Alias(
    "t", AliasKind.CUSTOMER, "", "alfa", "Alfa", "1", "Alfa Ltd", "u", "Sara", "2026-11-20", "A"
)
NEW = replace(OLD, record_id="2", label="Alfa LLC", at="2026-11-21")


def test_one_correction_is_remembered_and_the_second_one_retires():
    once = taught(OLD, NEW)
    assert (once.record_id, once.corrections, once.live) == ("1", 1, True)
    assert once.corrected_by == "A"
    assert taught(once, NEW) == NEW


def test_the_same_choice_confirms():
    again = taught(taught(OLD, NEW), OLD)
    assert (again.record_id, again.corrections) == ("1", 0)


def test_what_is_new_or_was_retired_is_learned_anew():
    assert taught(None, NEW) == NEW
    assert taught(replace(OLD, retired_at="2026-11-20"), NEW) == NEW


def test_keys_keep_zeros_and_legal_forms():
    assert item_key(" 037 ", "x") == "sku:037"
    assert item_key(None, "Trail  Mug") == "name:trail mug"
    assert customer_key("Alfa Ltd") != customer_key("Alfa")
    assert known_by_key([OLD, replace(NEW, retired_at="2026")]) == {"alfa": OLD}


def case_of(choices):
    lines = (Line("L001", 1, sku="THEIR-1"), Line("L002", 2, sku="A-1"), Line("L003", 3))
    order = Order("S", (1,), {}, lines, customer="Alfa & Co")
    mug = Item("7", "Mug", "A-1")
    items = {line.line_id: ItemMatch(line.line_id, mug) for line in lines}
    return CaseDocument(
        "o", "K7Q4MP", "t", "sara", "Sara", "c", "en", "",
        reading=Reading(Result.READY, (order,)), choices=choices,
        matches=Matches(customer=CustomerMatch("x", Customer("1", "Alfa Ltd")), items=items),
    )  # fmt: skip


def test_only_what_a_person_chose_is_learned_for_what_the_file_says():
    assert lessons_of(case_of({}), "now") == []
    chosen = {"customer": "1", "L001": "7", "L002": "7", "L003": "7"}
    name, code = lessons_of(case_of(chosen), "now")
    assert (name.kind, name.owner, name.written, name.record_id) == (
        "customer",
        "",
        "Alfa & Co",
        "1",
    )
    assert (name.by_name, name.at, name.order_code) == ("Sara", "now", "K7Q4MP")
    assert (code.kind, code.owner, code.key, code.label) == (
        "item",
        "1",
        "sku:THEIR-1",
        "A-1 · Mug",
    )
    assert name.alias_id != code.alias_id
