"""Plain confirmations ride with the answer about the order's head, and with nothing else."""

from decimal import Decimal

import pytest
from grids import grid

from orders.codes import confirmed, issue
from orders.fixes import Fix, FixKind
from orders.issue import Ask, Candidate, Issue
from orders.reader import read
from orders.riding import LONE, asked, confirmed_along, riders, yes_to

CUSTOMER = issue("MISSING_CUSTOMER", fields=("customer",), ask=Ask.TEXT, target="field:customer")
DAY = issue("AMBIGUOUS_DATE", ask=Ask.CHOICE, target="field:order_date")
SUM = confirmed("TOTAL_MISMATCH", severity="error", cells=("S!F9",))
FORMULA = confirmed("FORMULAS_UNCONFIRMED", cells=("S!F3",))
COLUMN = issue(
    "AMBIGUOUS_COLUMN", ask=Ask.CHOICE, target="column:quantity", candidates=(Candidate("C", "C"),)
)
NAMES = issue(
    "AMBIGUOUS_COLUMN",
    ask=Ask.CHOICE,
    target="column:product_name",
    facts={"why": LONE},
    candidates=(Candidate("B", "B"), Candidate("-", "-")),
    preselect="B",
)
NAMES_SOLD = ("White cable", "Yellow cable", "Brown cable")
SEEN = issue("UNMAPPED_COLUMNS")
BLOCKED = issue("NO_LINE_ITEMS")


def many(count: int) -> list[Issue]:
    return [confirmed("FORMULAS_UNCONFIRMED", cells=(f"S!F{row}",)) for row in range(count)]


def test_a_plain_yes_is_given_with_the_customers_name():
    issues = [SEEN, SUM, CUSTOMER, FORMULA]
    assert asked(issues) == [CUSTOMER]
    assert riders(issues) == [SUM, FORMULA]
    assert confirmed_along(issues, {CUSTOMER.issue_id: "Acme"}) == [SUM, FORMULA]


def test_one_yes_is_given_for_all_that_want_a_yes():
    assert asked([SUM, FORMULA]) == [SUM]
    assert confirmed_along([SUM, FORMULA], {SUM.issue_id: "yes"}) == [FORMULA]
    assert asked([SUM]) == [SUM]


def test_nothing_is_confirmed_while_something_is_left_to_ask():
    """Naive: the first of two answers confirms what its author has not come to yet."""
    issues = [CUSTOMER, DAY, SUM]
    assert asked(issues) == [CUSTOMER, DAY]
    assert confirmed_along(issues, {CUSTOMER.issue_id: "Acme"}) == []
    assert confirmed_along(issues, {}) == []
    assert confirmed_along(issues, {CUSTOMER.issue_id: "Acme", DAY.issue_id: "2026-05-04"}) == [SUM]


@pytest.mark.parametrize("other", [COLUMN, BLOCKED])
def test_what_may_change_the_lines_confirms_nothing_of_them(other):
    """Naive: a sum that was confirmed for the wrong column counts for the right one."""
    assert riders([other, CUSTOMER, SUM]) == []
    assert SUM in asked([other, CUSTOMER, SUM])


def test_many_confirmations_are_looked_at_one_by_one():
    assert len(asked([CUSTOMER, *many(6)])) == 7


def test_the_only_column_that_may_name_the_items_wants_but_a_yes():
    assert yes_to(NAMES) == "B"
    assert asked([NAMES, CUSTOMER]) == [CUSTOMER]
    assert confirmed_along([NAMES, CUSTOMER], {CUSTOMER.issue_id: "Acme"}) == [NAMES]
    assert confirmed_along([NAMES, SUM], {NAMES.issue_id: "B"}) == [SUM]


def test_another_answer_than_what_was_read_confirms_nothing_else():
    """Naive: who says that the items' column is not there confirms the sum of its lines."""
    assert confirmed_along([NAMES, SUM], {NAMES.issue_id: "-"}) == []


def test_lines_are_read_by_the_only_column_that_may_name_their_items():
    table = "Order|Qty|Price\n2 blue ropes of 10m|5|2.5\nlarge lamp|3|4"
    (names, customer) = (one for one in read(grid(table)).issues if one.open)
    assert (customer.code, names.target) == ("MISSING_CUSTOMER", "column:product_name")
    assert riders([customer, names]) == [names]
    told = [Fix(FixKind.FIELD, "customer", "Acme"), Fix(FixKind.COLUMN, "product_name", "A")]
    before, after = read(grid(table)).orders[0], read(grid(table), fixes=told).orders[0]
    assert [one.product_name for one in before.lines] == ["2 blue ropes of 10m", "large lamp"]
    assert [one.product_name for one in after.lines] == ["2 blue ropes of 10m", "large lamp"]


@pytest.mark.parametrize(
    ("codes", "taken"),
    [
        ("Ref|Code", "K-1"),
        ("Artikelnr|Lief.-Art.-Nr.", "K-1"),
        ("Item No|Supplier Item No", "204100"),
        ("Référence|Réf. fournisseur", "204100"),
    ],
)
def test_one_of_two_codes_beside_the_names_is_read_and_confirmed_along(codes, taken):
    """Naive: which of two codes it is costs a question of its own, though the names say what is meant."""
    rows = [f"K-{at}|2041{at - 1:02}|{name}|{at}" for at, name in enumerate(NAMES_SOLD, 1)]
    got = read(grid("\n".join(["Purchase order", f"{codes}|Description|Qty", *rows])))
    assert got.orders[0].lines[0].sku == taken
    (which,) = [one for one in got.issues if one.code == "AMBIGUOUS_COLUMN"]
    assert yes_to(which) == which.preselect
    assert {one.value for one in which.candidates} == {"A", "B", "-"}
    assert [one.code for one in asked(got.issues)] == ["MISSING_CUSTOMER"]


def test_one_of_two_codes_that_alone_name_the_items_is_asked():
    """Naive: with no name beside it, the first of two codes is taken for the item's."""
    table = "Purchase order\nRef|Code|Qty\nK-1|204100|1\nK-2|204101|2\nK-3|204102|3"
    codes = [one.code for one in asked(read(grid(table)).issues)]
    assert codes == ["AMBIGUOUS_COLUMN", "MISSING_CUSTOMER"]


@pytest.mark.parametrize("head", ["KITS", "Pares", "Boxes", "Rollen"])
def test_a_column_headed_by_what_it_counts_alone_wants_but_a_yes(head):
    """Naive: beside the customer's name it was asked which column says how many."""
    reading = read(grid(f"SKU|Description|{head}\nA-1|Rope|82\nA-2|Hook|246"))
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
    assert [f"{one.quantity:f}" for one in reading.orders[0].lines] == ["82", "246"]


def test_a_count_that_alone_is_filled_wants_but_a_yes():
    """Naive: `Quantity 1` beside the empty columns of a shop's list was a question of its own."""
    drawings = (
        (
            "Part Number|Description|Quantity 1|Unit Price 1|Quantity 2|Unit Price 2|Order Quantity\n"
            "AB-1001|Diode|2||||\nAB-1002|Coil|4||||\nAB-1003|Lamp|1||||"
        ),
        "Item|Description|Price|Number|Supplier\nM20-8760342|Header|0.43|1|Acme\nSLM121H|Cell|5.9|10|Acme",
    )
    for drawing in drawings:
        reading = read(grid(drawing))
        assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
        assert all(one.quantity for one in reading.orders[0].lines)


def test_a_cancelled_line_was_left_out_and_wants_but_a_yes():
    drawing = "PO No:|7712\nCode|Item|Qty|Remark\nA-1|Rope|4|\nA-2|Hook|2|cancelled\nA-3|Peg|9|"
    reading = read(grid(drawing))
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
    (rider,) = riders(reading.issues)
    assert (rider.code, yes_to(rider)) == ("TOTAL_ROW_UNCERTAIN", "skip")


def test_a_cancelled_line_that_the_total_counts_is_asked_for_itself():
    head = "Code|Item|Qty|Price|Total|Remark\nA-1|Rope|4|2|8|\nA-2|Hook|2|3|6|cancelled\nA-3|Peg|9|1|9|\n"
    counted = [one.code for one in asked(read(grid(f"{head}||||23|")).issues)]
    assert "TOTAL_ROW_UNCERTAIN" in counted


def test_rows_below_a_gap_that_say_all_that_lines_say_are_lines_to_confirm():
    head = "Code|Item|Qty\nA-1|Rope|4\nA-2|Hook|2\n.\n.\n"
    reading = read(grid(f"{head}A-3|Peg|9"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2", "A-3"]
    assert [yes_to(one) for one in riders(reading.issues)] == ["line"]
    less = read(grid(f"{head}|Peg|9"))
    assert len(less.orders[0].lines) == 2
    assert {one.code for one in asked(less.issues)} == {"LINES_BELOW_TABLE", "MISSING_CUSTOMER"}


def test_rial_or_toman_never_rides_along():
    """Naive: rial is what the law counts in, so amounts that say neither are rial."""
    reading = read(grid("کد کالا|شرح کالا|تعداد|قیمت\nA-1|طناب|5|2000\nA-2|قلاب|2|3000"))
    assert {one.code for one in asked(reading.issues)} == {
        "MISSING_CUSTOMER", "CURRENCY_UNIT_UNCLEAR",
    }  # fmt: skip
    assert riders(reading.issues) == []


@pytest.mark.parametrize(("first", "second"), [("Sc.1", "Sc.2"), ("Disc 1 %", "Disc 2 %")])
def test_discounts_side_by_side_are_taken_off_one_after_the_other(first, second):
    """Naive: one of the two columns counts, and its sums hold nowhere."""
    head = f"Customer:|Acme\nPO No:|77\n\nCode|Item|Qty|Price|{first}|{second}|Total\n"
    proven = read(grid(f"{head}A-1|Rope|10|2.5|10|5|21.38\nA-2|Hook|20|1.1|20|5|16.72"))
    assert [str(one.discount) for one in proven.orders[0].lines] == ["14.5", "24"]
    assert not [one for one in proven.issues if one.open]
    bare = read(
        grid(f"Code|Item|Qty|Price|{first}|{second}\nA-1|Rope|10|2.5|10|5\nA-2|Hook|2|1|20|5")
    )
    assert [one.code for one in asked(bare.issues)] == ["MISSING_CUSTOMER"]
    assert [yes_to(one) for one in riders(bare.issues)] == ["yes"]
    denied = read(grid(f"{head}A-1|Rope|10|2.5|10|5|22.5\nA-2|Hook|20|1.1|20|5|17.6"))
    assert denied.orders[0].lines[0].discount != Decimal("14.5")
