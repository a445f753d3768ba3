from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.ballot import ABSENT, VOID, count, void_members
from orders.reading import Vote

COLUMNS = ("A", "B", "C")


def votes(*told: tuple[str, str, str, str]) -> list[Vote]:
    return [Vote(member, field, choice, Decimal(weight)) for member, field, choice, weight in told]


def result(field: str, *told: tuple[str, str, str, str]):
    return next(one for one in count(votes(*told), COLUMNS) if one.field == field)


@pytest.mark.parametrize(
    ("choices", "share", "decided"),
    [("AAA", "1.000", True), ("AAB", "0.698", False), ("ABA", "0.660", False)],
)
def test_the_worked_example_of_the_facts(choices, share, decided):
    told = [
        (f"m{n}", "quantity", choice, weight)
        for n, (choice, weight) in enumerate(zip(choices, (".95", ".90", ".80"), strict=True))
    ]
    one = result("quantity", *told)
    assert (one.choice, f"{one.share:.3f}", one.decided) == ("A", share, decided)


def test_a_price_is_taken_from_three_fifths_on():
    one = result("unit_price", ("m", "unit_price", "A", "7"), ("n", "unit_price", "B", "3"))
    assert one.decided
    assert one.share == Decimal("0.7")


def test_rule_9_an_invented_column_voids_the_members_votes():
    told = votes(("m", "sku", "Z", "1"), ("m", "quantity", "A", "1"), ("n", "quantity", "B", "1"))
    assert void_members(told, COLUMNS, ("sku", "quantity")) == {"m"}
    counted = {one.field: one for one in count(told, COLUMNS)}
    assert counted["quantity"].choice == "B"
    assert counted["quantity"].share == Decimal("0.5")
    assert not counted["quantity"].decided


def test_one_column_for_two_fields_voids_the_member():
    told = votes(("m", "sku", "A", "1"), ("m", "quantity", "A", "1"))
    assert void_members(told, COLUMNS, ("sku", "quantity")) == {"m"}


def test_an_unknown_field_voids_the_member():
    assert void_members(votes(("m", "price", "A", "1")), COLUMNS, ("sku",)) == {"m"}


def test_rule_10_a_failed_member_counts_against_the_winner():
    one = result("sku", ("m", "sku", "A", "1"), ("n", "sku", VOID, "1"))
    assert one.share == Decimal("0.5")
    assert not one.decided


def test_rule_11_absent_is_an_answer():
    one = result("customer", ("m", "customer", ABSENT, "1"), ("n", "customer", ABSENT, "1"))
    assert (one.choice, one.decided) == (ABSENT, True)


def test_a_field_nobody_voted_on_is_absent():
    assert result("sku").choice == ABSENT


def test_a_tie_is_a_question():
    one = result("unit_price", ("m", "unit_price", "A", "1"), ("n", "unit_price", "B", "1"))
    assert not one.decided


def test_a_column_serves_one_field_over_the_whole():
    told = votes(("m", "sku", "A", "1"), ("n", "gtin", "A", "3"), ("o", "sku", "B", "1"))
    counted = {one.field: one for one in count(told, COLUMNS)}
    assert counted["gtin"].choice == "A"
    assert counted["sku"].choice == "B"


@given(
    st.lists(
        st.tuples(
            st.sampled_from("mno"), st.sampled_from(["sku", "gtin", "quantity"]),
            st.sampled_from(["A", "B", "C", "-", "", "Z"]), st.integers(0, 3),
        ),
        max_size=20,
    )
)  # fmt: skip
def test_no_votes_whatever_give_one_column_twice_or_a_share_above_one(told):
    cast = [Vote(m, f, c, Decimal(w)) for m, f, c, w in told]
    counted = count(cast, COLUMNS)
    columns = [one.choice for one in counted if one.choice != ABSENT]
    assert len(columns) == len(set(columns))
    assert all(0 <= one.share <= 1 for one in counted)
    assert all(column in COLUMNS for column in columns)
