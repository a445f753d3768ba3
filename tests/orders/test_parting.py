"""Every part of a file that holds several orders is one of its own, and says which it is."""

from dataclasses import replace

from grids import grid

from orders.case import CaseDocument, FileFacts
from orders.fingerprint import code_of
from orders.fixes import Fix, FixKind
from orders.parting import id_of, parts_of, rest_of
from orders.reader import read
from tests.orders.test_split import BY_BLOCK, BY_COLUMN, by_sheet

FILE = FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx")
TYPED = (
    Fix(FixKind.CELL, "Sheet1!D9", "4", "sara"),
    Fix(FixKind.COLUMN, "quantity", "D", "sara"),
    Fix(FixKind.FIELD, "customer", "Acme Ltd", "sara"),
    Fix(FixKind.ACCEPT, "ab12", "yes", "sara"),
)


def case_of(book, *fixes):
    reading = read(book, fixes=fixes)
    return CaseDocument(
        "o1", "K7Q4MP", "t", "sara", "Sara", "a:chat", "en", "2026-11-21T09:00:00+00:00",
        file=FILE, reading=reading, issues=reading.issues, fixes=fixes, duplicate_of="ABC123",
    )  # fmt: skip


def test_a_part_is_named_and_read_alone():
    for book in (grid(BY_COLUMN), grid(BY_BLOCK)):
        parts = parts_of(case_of(book))
        assert [one.name for one in parts] == ["P1 · Acme Ltd", "P2 · Beta Ltd"]
        assert {(one.order_id, one.code, one.file, one.duplicate_of) for one in parts} == {
            ("o1", "K7Q4MP", FILE, "ABC123")
        }
        alone = [read(book, fixes=one.fixes).orders for one in parts]
        assert [order.po_number for (order,) in alone] == ["P1", "P2"]


def test_sheets_are_parts_too():
    parts = parts_of(case_of(by_sheet("North", "South")))
    assert [one.fixes for one in parts] == [
        (Fix(FixKind.SHEET, "", "North"),), (Fix(FixKind.SHEET, "", "South"),),
    ]  # fmt: skip


def test_corrections_of_the_file_go_along_and_those_of_one_order_stay():
    shared, *_ = parts_of(replace(case_of(grid(BY_COLUMN)), fixes=TYPED))
    assert [fix.kind for fix in shared.fixes] == ["cell", "column", "split"]
    apart, *_ = parts_of(replace(case_of(grid(BY_BLOCK)), fixes=TYPED))
    assert [fix.kind for fix in apart.fixes] == ["cell", "header_row"]


def test_what_was_left_is_the_same_part_as_if_all_had_been_started():
    for book, chosen in (
        (grid(BY_COLUMN), Fix(FixKind.SPLIT, "", "P1")),
        (grid(BY_BLOCK), Fix(FixKind.HEADER_ROW, "Sheet1", "3")),
        (by_sheet("North", "South"), Fix(FixKind.SHEET, "", "North")),
    ):
        first, other = parts_of(case_of(book))
        after = case_of(book, replace(chosen, value=first.fixes[-1].value))
        (left,) = rest_of(after)
        assert (id_of(left), left.name) == (id_of(other), other.name)
        assert read(book, fixes=left.fixes).orders[0].po_number == other.name.partition(" ")[0]
        assert rest_of(after, [code_of(id_of(left))]) == ()
        assert rest_of(replace(after, origin=first, fixes=first.fixes)) == ()


def test_where_nothing_is_asked_there_are_no_parts():
    chosen = case_of(grid(BY_COLUMN), Fix(FixKind.SPLIT, "", "P2"))
    assert parts_of(chosen) == ()
    assert parts_of(replace(case_of(grid(BY_COLUMN)), file=None)) == ()


def test_shops_side_by_side_are_parts_with_what_was_said_of_other_columns():
    book = grid("Customer:|Acme\nCode|Net|Qty Shop A|Qty Shop B\nA|5|4|2\nB|6|1|3")
    fixes = (Fix(FixKind.COLUMN, "unit_price", "B"), Fix(FixKind.COLUMN, "quantity", "C|D"))
    parts = parts_of(case_of(book, *fixes))
    assert [one.fixes[-1].value for one in parts] == ["C|D:C", "C|D:D"]
    alone = [read(book, fixes=one.fixes).orders[0] for one in parts]
    assert [one.ship_to for one in alone] == ["Qty Shop A", "Qty Shop B"]
    assert [one.columns["unit_price"] for one in alone] == ["B", "B"]
