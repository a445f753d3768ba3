"""Columns left over that may be the quantity, or the items' code, are asked."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n"


@pytest.mark.parametrize(
    "later", ["Revised qty", "Corrected", "Menge neu", "Yeni miktar", "変更後数量"]
)
def test_a_later_quantity_is_asked_or_taken(later):
    reading = read(grid(HEAD + f"SKU|Qty|{later}|Price\nA-1|5|6|2.5\nA-2|7|8|3.5\nA-3|9|9|1.5"))
    asked = [one.target for one in reading.issues if one.open]
    assert asked == ["column:quantity"] or reading.orders[0].columns["quantity"] == "C"


def test_the_answer_takes_the_later_quantity():
    drawing = HEAD + "SKU|Qty|Revised qty\nA-1|5|6\nA-2|7|8"
    reading = read(grid(drawing), fixes=[Fix(FixKind.COLUMN, "quantity", "C")])
    assert (reading.result, reading.orders[0].lines[1].quantity) == (Result.READY, 8)


@pytest.mark.parametrize("heading", ["Our ref", ""])
def test_codes_under_a_heading_that_names_none_are_asked(heading):
    drawing = HEAD + f"{heading}|Description|Qty\nAB/17-1|Rope|5\nAB/18-2|Hook|7\nCD/19-3|Peg|6"
    reading = read(grid(drawing))
    asked = [one.target for one in reading.issues if one.open]
    coded = [line.sku for line in reading.orders[0].lines]
    assert asked == ["column:sku"] or coded == ["AB/17-1", "AB/18-2", "CD/19-3"]


@pytest.mark.parametrize(
    ("first", "second"), [("Qty", "Qty 2"), ("数量", "数量2"), ("تعداد", "تعداد ۲")]
)
def test_a_second_numbered_quantity_is_asked_unless_totals_tell(first, second):
    drawing = f"SKU|{first}|{second}|Price\nA-1|5|6|2.5\nA-2|7|8|3.5\nA-3|9|3|1.5"
    (asked,) = (one for one in read(grid(HEAD + drawing)).issues if one.open)
    assert (asked.target, asked.preselect) == ("column:quantity", "")
    totals = (
        f"SKU|{first}|{second}|Price|Total\nA-1|5|6|2.5|12.5\nA-2|7|8|3.5|24.5\nA-3|9|3|1.5|13.5"
    )
    assert read(grid(HEAD + totals)).result is Result.READY


@pytest.mark.parametrize("header", ["Free qty", "FOC", "Cancelled qty", "رایگان"])
def test_pieces_beside_the_ordered_ones_are_asked(header):
    drawing = f"Customer:|Acme\nSKU|Qty|{header}|Price\nA-1|10|2|5\nA-2|20|2|7"
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert (asked.target, asked.cells) == ("column:quantity", ("Sheet1!B2", "Sheet1!C2"))


DAYS = "SKU|Item|Qty|Date\nA-1|Rope|5|2026-12-20\nA-2|Hook|3|2026-12-21"


def test_days_under_a_bare_date_are_asked_where_no_other_day_is_the_orders():
    book = grid(f"Customer:|Acme Ltd\n{DAYS}")
    (asked,) = [one for one in read(book).issues if one.open]
    assert (asked.code, asked.target) == ("AMBIGUOUS_COLUMN", "column:delivery_date")
    told = read(book, fixes=[Fix(FixKind.COLUMN, "delivery_date", "D")])
    assert (told.result, told.orders[0].lines[1].delivery_date) == (Result.READY, "2026-12-21")
    assert read(grid(f"Customer:|Acme Ltd\nOrder date:|2026-11-20\n{DAYS}")).result is Result.READY


def test_a_column_of_versions_of_the_lines_is_no_later_quantity():
    head = "Customer:|Acme Ltd\n.\nRev|SKU|Description|Qty|Price\n"
    assert not any(
        one.open for one in read(grid(head + "0|A-1|Rope|5|2.00\n1|A-2|Hook|7|3.00")).issues
    )


def test_links_under_a_heading_nobody_knows_are_no_codes():
    rows = "Rope|2|https://shop.example/1\nHook|3|https://shop.example/2"
    reading = read(grid(f"Customer:|Acme Ltd\nItem|Qty|Odkaz\n{rows}"))
    assert [one.code for one in reading.issues if one.open] == []


def test_codes_that_some_lines_lack_are_asked_where_another_column_has_one_for_each():
    """Naive: `Manufacturer P/N` of two lines is the code, and the third line has none."""
    rows = "K-11|M-9|Rope|5\nK-12||Hook|7\nK-13|M-7|Oil|2"
    reading = read(grid(f"Customer:|Acme\nOur Part No|Manufacturer P/N|Description|Qty\n{rows}"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.facts["field"], asked.preselect) == ("AMBIGUOUS_COLUMN", "sku", "A")


def test_codes_of_a_list_beside_the_lines_are_not_asked_about():
    """Naive: a total's row has a name and no code, while the list beside has a code there too."""
    lines = "K-1|Rope|5|2|10||L-2|Peg\nK-2|Hook|2|3|6||L-3|Sail\n|Sum of goods|||16||L-4|Mast\n||||||L-5|Oar"
    reading = read(grid(f"Customer:|Acme\n.\nCode|Item|Qty|Price|Total||L-1|Boom\n{lines}"))
    assert "sku" not in [one.facts.get("field") for one in reading.issues if one.open]
    assert [one.sku for one in reading.orders[0].lines] == ["K-1", "K-2"]
