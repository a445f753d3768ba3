"""Remarks beside a line that say another quantity are asked; other remarks are not."""

from decimal import Decimal

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.retold import says_other

CHANGES = """
change to 24|make it 12|pls reduce to 5|24 instead|only 5 needed|now 19|not 12 but 24|qty 24|x2|double
|bitte nur 12|nur noch 5|auf 24 erhöhen|statt dessen 6|doch 8 Stück|jetzt 9|passer à 24|plutôt 6
|12 au lieu|seulement 5|cambiar a 24|mejor 126|que sean 6|sólo 5|cambiare in 24|facciamo 6|solo 5
|alterar para 56|só 5|passar para 9|24 olsun|sadece 4|изменить на 24|только 5|лучше 6|تغییر به 24|فقط ۵ عدد
|بشود 24|تعديل إلى 24|فقط 74|改为24|只要5|34に変更|5個のみ|24개로 변경|5개만|in Kartons|boxes, not pieces|tbc|箱で|cartons of 12|in boxes please
|15 adet olacak|Stück: 12|qty=12|needs to be 12|24 insgesamt
"""
HARMLESS = """
10 years warranty|RAL 9010|24V|see page 12|2 year guarantee|Lot 5|DIN 933|à partir du 12/12|max 25 kg
|room 204|tel. 555 1234|item 3 of tender|urgent|wie gehabt|blue if possible|colour changed|change to 12
|only 24V|nur 2 Jahre|changed on 12.11.2026|cartons of good board|double glazed|half moon|10 x 20|X-77A
|12 pcs per carton|SO-77|PO/2026-118|pack of 200|box of 50
"""


@pytest.mark.parametrize("remark", [one.strip() for one in CHANGES.split("|")])
def test_a_remark_that_says_another_quantity_is_heard(remark):
    assert says_other(remark, Decimal(7))


@pytest.mark.parametrize("remark", [one.strip() for one in HARMLESS.split("|")])
def test_a_remark_that_says_no_quantity_or_the_same_is_none(remark):
    assert not says_other(remark, Decimal(12))


DRAWING = "Customer:|Acme Ltd\nSKU|Description|Qty{head}\nA-1|Rope|5\nA-2|Hook{name}|7{beside}"


@pytest.mark.parametrize(
    ("head", "name", "beside", "cell"),
    [
        ("|Remarks", "", "|change to 24", "D4"),
        ("", "", "|nur noch 6", "D4"),
        ("", "", "|.|فقط 6", "E4"),
        ("", " (make it 6)", "", "B4"),
    ],
)
def test_a_remark_is_asked_wherever_it_stands_beside_the_line(head, name, beside, cell):
    drawing = DRAWING.format(head=head, name=name, beside=beside)
    reading = read(grid(drawing))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.target) == ("INVALID_QUANTITY", "cell:Sheet1!C4")
    assert asked.cells == ("Sheet1!C4", f"Sheet1!{cell}")


def test_whoever_types_the_quantity_has_seen_the_remark():
    drawing = DRAWING.format(head="|Remarks", name="", beside="|change to 24")
    reading = read(grid(drawing), fixes=[Fix(FixKind.CELL, "Sheet1!C4", "24")])
    assert (reading.result, reading.orders[0].lines[1].quantity) == (Result.READY, 24)


NOTES = """
Please double all quantities!|Bitte alle Mengen x2|Quantities are in cases of 12|Mengen in 100 Stück|Quantities are in thousands
|تمام تعدادها دو برابر شود|所有数量加倍|Все количества умножить на 2|Pos. 2: doch 8 Stück|Linha 1: alterar para 6
|# 2: 12 instead|A-2: make it 9|番号 2: 24に変更
"""


@pytest.mark.parametrize("note", [one.strip() for one in NOTES.split("|")])
def test_a_note_below_that_changes_the_lines_is_asked(note):
    reading = read(grid(DRAWING.format(head="", name="", beside="") + f"\n.\n{note}"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.facts["why"]) == ("PAPER_DOUBTED", "note")


@pytest.mark.parametrize(
    "note",
    [
        *("Terms: 30 days net.", "Item 5: warranty 2 years", "All goods in cartons"),
        *("Order No: 4711", "We may cancel a part of the quantity in case of delay"),
    ],
)
def test_a_note_below_that_changes_nothing_is_a_note(note):
    assert (
        read(grid(DRAWING.format(head="", name="", beside="") + f"\n.\n{note}")).result
        is Result.READY
    )


@pytest.mark.parametrize(
    "name", ["Cable ties (100 pcs)", "Screw (4x40)", "Pegs (x2)", "Box - 12 Stück"]
)
def test_packs_in_a_name_are_no_remarks(name):
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|{name}|5\nA-2|Hook|7"))
    assert reading.result is Result.READY


def test_packs_under_a_heading_of_their_own_are_no_remarks():
    drawing = "Customer:|Acme Ltd\nSKU|Qty|Lot|Gebinde\nA-1|5|X-77|12 Stück\nA-2|7|X-78|6 Stück"
    assert read(grid(drawing)).result is Result.READY


@pytest.mark.parametrize(
    ("pinned", "code"),
    [
        ({"comments": {(4, 2): "make it 24"}}, "INVALID_QUANTITY"),
        ({"comments": {(4, 1): "cancelled by phone"}}, "TOTAL_ROW_UNCERTAIN"),
        ({"comments": {(2, 3): "in cartons of 12"}}, "PAPER_DOUBTED"),
        ({"boxes": {(9, 5): "Please double all quantities"}}, "PAPER_DOUBTED"),
        ({"boxes": {(1, 5): "Order Desk\nCANCELLED"}}, "PAPER_DOUBTED"),
        ({"boxes": {(1, 5): "Quotation"}}, "PAPER_DOUBTED"),
    ],
)
def test_what_lies_over_the_cells_is_heard_too(pinned, code):
    reading = read(grid(DRAWING.format(head="", name="", beside=""), **pinned))
    assert [one.code for one in reading.issues if one.open] == [code]


@pytest.mark.parametrize("remark", ["qty: 12 packs of 10 (3+7 spare)", "only 12, of 10 each"])
def test_a_remark_that_says_the_quantity_and_more_is_none(remark):
    assert not says_other(remark, Decimal(12))
    assert says_other(remark, Decimal(7))


def test_free_of_charge_changes_no_quantity():
    assert not says_other("3 PPD NO CHG", Decimal(10))
    assert says_other("3 CHG", Decimal(10))
