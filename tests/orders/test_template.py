"""What a template is known by, whom it serves, and when it is worn out."""

from dataclasses import replace

from orders.headers import Header
from orders.template import (
    Layout,
    Outcome,
    Template,
    TemplateUse,
    find_mine,
    fingerprint_of,
    headers_of,
    is_worn,
    template_id_of,
    words_taught,
)

HEADER = Header((3,), {2: "SKU", 3: "Qty\nordered", 5: "Price"}, 3.0)
ACME = Template("t1", 1, "t", "1", "Acme", "acme", Layout("f", 2, ()), {"sku": 0}, at="2026-01-01")
BELL = replace(ACME, template_id="t2", customer_id="2", customer="Bell", said="bell")


def test_the_header_is_known_wherever_the_table_stands():
    moved = Header((9,), {4: "sku", 5: "QTY  Ordered", 7: "price"}, 3.0)
    assert headers_of(HEADER) == ("SKU", "Qty ordered", "", "Price")
    assert fingerprint_of(moved) == fingerprint_of(HEADER)


def test_another_word_order_count_or_depth_is_another_template():
    prints = {
        fingerprint_of(one)
        for one in (
            HEADER,
            Header((3,), {2: "Qty ordered", 3: "SKU", 5: "Price"}, 3.0),
            Header((3,), {2: "SKU", 3: "Qty ordered", 4: "Price"}, 3.0),
            Header((2, 3), {2: "SKU", 3: "Qty ordered", 5: "Price"}, 3.0),
        )
    }
    assert len(prints) == 4


def test_two_customers_with_one_form_have_two_templates():
    assert template_id_of("t", "f", "1") != template_id_of("t", "f", "2")


def test_a_named_customer_gets_only_what_is_theirs():
    assert find_mine([ACME, BELL], "bell") == [BELL]
    assert find_mine([ACME, BELL], "carol") == []


def test_where_no_customer_is_named_all_must_agree():
    assert find_mine([ACME, BELL], "") == [ACME, BELL]
    assert find_mine([ACME, replace(BELL, columns={"sku": 1})], "") == []


def test_words_are_taught_per_customer_and_the_newest_wins():
    old = replace(ACME, taught={"amount": "line_total", "stk": "quantity"})
    new = replace(ACME, taught={"amount": "quantity"}, at="2026-02-01")
    assert words_taught([new, old], "acme") == {"amount": "quantity", "stk": "quantity"}
    assert words_taught([new, old], "bell") == {}
    assert words_taught([replace(old, said="")], "") == {}


def test_two_corrections_in_ten_uses_wear_a_template_out():
    good = [TemplateUse("t", f"o{n}", "", Outcome.USED) for n in range(10)]
    bad = replace(good[0], outcome=Outcome.CORRECTED)
    contradicted = replace(good[0], outcome=Outcome.CONTRADICTED)
    assert not is_worn([bad, *good])
    assert is_worn([bad, *good[:8], contradicted])
    assert not is_worn([bad, *good[:9], contradicted])
