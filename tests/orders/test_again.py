"""What people answered about one file of a template is not asked of the next one."""

from dataclasses import replace

import pytest

from orders.answered import with_answer, without_last
from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Matches
from orders.evidence import Origin
from orders.fixes import Fix, FixKind
from orders.hints import Hints
from orders.reading import Result
from orders.remembering import next_version, read_remembering, template_of
from orders.sheet import Workbook
from orders.template import TemplateState
from tests.orders.grids import grid, sheet

CASE = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "")
PRICED = "Customer:|Acme\nSKU|Name|Qty|Price\nA-1|Rope|5|'{}\nA-2|Hook|3|'{}"
DATED = "Customer:|Acme\nSKU|Name|Qty|Delivery date\nA-1|Rope|5|'{}\nA-2|Hook|3|'{}"
ORDERED = "Customer:|Acme\nOrder date:|'{}\nSKU|Name|Qty\nA-1|Rope|5\nA-2|Hook|3"
PERSIAN = "مشتری:|نور\nکد کالا|نام کالا|تعداد|قیمت\nA-1|طناب|{}|{}\nA-2|قلاب|3|15000"
TABLE = "SKU|Name|Qty\nA-1|Rope|{}\nA-2|Hook|3"


def read(workbook, known=(), fixes=()):
    return read_remembering(workbook, known, fixes=fixes, hints=Hints())


def taught(workbook, *fixes, known=()):
    """The template after a person answered so about this file and it was approved."""
    case = replace(CASE, matches=Matches(customer=CustomerMatch("", Customer("460", "Acme"))))
    for revision, fix in enumerate(fixes, 2):
        reading = read(workbook, known, case.fixes)
        asked = replace(case, reading=reading, issues=reading.issues)
        case = with_answer(asked, revision, [fix], {})
    reading = read(workbook, known, case.fixes)
    assert reading.result is Result.READY
    made = template_of(replace(case, reading=reading))
    return replace(made, by_name="Omid", at="2026-11-21T09:00")


def asked(reading):
    return [one.code for one in reading.issues if one.open]


def cell(at, value):
    return Fix(FixKind.CELL, f"Sheet1!{at}", value)


PRICES = grid(PRICED.format("1.250", "2.500"))
DATES = grid(DATED.format("03/04/2027", "05/06/2027"))
TOMAN = Fix(FixKind.FIELD, "currency", "TOMAN")


def test_the_decimal_mark_told_once_reads_the_next_file():
    known = taught(PRICES, cell("D3", "1250"))
    assert known.habits.style == "comma"
    later = grid(PRICED.format("3.750", "1.100"))
    assert asked(read(later)) == ["AMBIGUOUS_NUMBER"]
    reading = read(later, [known])
    assert (reading.result, reading.recall.habits.style) == (Result.READY, "comma")
    lines = reading.orders[0].lines
    assert [line.unit_price for line in lines] == [3750, 1100]
    (before,) = (one for one in reading.issues if one.code == "ANSWERED_BEFORE")
    assert (before.target, before.preselect, before.open) == ("cell:Sheet1!D3", "3750", False)
    told = [line.evidence["unit_price"] for line in lines]
    assert [one.reading for one in told] == ["memory", "decimal=comma:memory"]
    assert (told[0].raw, told[0].origin) == ("3.750", Origin.TEMPLATE)


@pytest.mark.parametrize(
    ("priced", "why"),
    [
        (PRICED.format("3.750", "1.5"), "a value that only the other mark can be in"),
        (f"{PRICED.format('3.750', '1.100')}\nTotal|||22.05", "the sum holds under the other mark"),
        (PRICED.replace("Price", "Rate").format("3.750", "1.100"), "another template"),
        (PRICED.replace("Acme", "Bell").format("3.750", "1.100"), "another customer"),
    ],
)
def test_what_speaks_against_the_decimal_mark_brings_the_question_back(priced, why):
    known = taught(PRICES, cell("D3", "1250"))
    plain = read(grid(priced))
    reading = read(grid(priced), [known])
    assert asked(reading) == asked(plain), why
    assert reading.recall is None or not reading.recall.habits
    values = [line.unit_price for line in reading.orders[0].lines]
    assert values == [line.unit_price for line in plain.orders[0].lines]


def test_the_order_of_a_dates_parts_told_once_reads_lines_and_header():
    known = taught(DATES, cell("D3", "2027-04-03"))
    assert known.habits.dates == "dmy"
    later = grid(DATED.format("07/08/2027", "09/10/2027"))
    days = [line.delivery_date for line in read(later, [known]).orders[0].lines]
    assert days == ["2027-08-07", "2027-10-09"]
    other = grid(DATED.format("07/08/2027", "13/12/2027").replace("13/12", "12/13"))
    assert read(other, [known]).orders[0].lines[0].delivery_date != "2027-08-07"
    first = taught(
        grid(ORDERED.format("03/04/2026")), Fix(FixKind.FIELD, "order_date", "2026-03-04")
    )
    assert first.habits.dates == "mdy"
    assert read(grid(ORDERED.format("05/06/2026")), [first]).orders[0].order_date == "2026-05-06"


def test_toman_told_once_is_not_asked_again():
    known = taught(grid(PERSIAN.format(5, 25000)), TOMAN)
    later = grid(PERSIAN.format(2, 40000))
    assert asked(read(later)) == ["CURRENCY_UNIT_UNCLEAR"]
    reading = read(later, [known])
    assert reading.result is Result.READY
    assert [line.unit_price for line in reading.orders[0].lines] == [400000, 150000]
    assert reading.orders[0].evidence["currency"].origin is Origin.TEMPLATE


def two_sheets(*names, quantity=5):
    top = "Customer:|Acme\n"
    return Workbook("xlsx", tuple(sheet(top + TABLE.format(quantity), name=name) for name in names))


def test_the_sheet_chosen_once_is_taken_among_the_same_sheets_only():
    known = taught(two_sheets("Mon", "Tue"), Fix(FixKind.SHEET, "", "Tue"))
    again = two_sheets("Mon", "Tue", quantity=9)
    assert asked(read(again)) == ["MULTIPLE_SHEET_CANDIDATES"]
    reading = read(again, [known])
    assert (reading.result, reading.orders[0].sheet) == (Result.READY, "Tue")
    more = two_sheets("Mon", "Tue", "Wed")
    assert asked(read(more, [known])) == ["MULTIPLE_SHEET_CANDIDATES"]


def test_a_header_row_named_once_is_found_again_wherever_it_stands():
    body = "A-1|Rope|5\nA-2|Hook|3"
    odd = "Customer:|Acme\nSKU|Name|Qty\n7|8|9\n.\nalpha|beta|gamma\n"
    fixes = [
        Fix(FixKind.HEADER_ROW, "Sheet1", "5"),
        *(Fix(FixKind.COLUMN, *pair) for pair in (("sku", "A"), ("quantity", "C"))),
        Fix(FixKind.COLUMN, "product_name", "B"),
    ]
    known = taught(grid(odd + body), *fixes)
    assert known.habits.named
    later = odd.replace(".\n", ".\n.\n") + body.replace("5", "6")
    reading = read(grid(later), [known])
    assert [(line.row, line.quantity) for line in reading.orders[0].lines] == [(7, 6), (8, 3)]


def test_an_answer_taken_back_teaches_nothing():
    first = replace(CASE, issues=read(PRICES).issues)
    answered = with_answer(first, 2, [cell("D3", "1250")], {})
    assert answered.answered[0].told.style == "comma"
    assert without_last(answered, 3).answered == ()


def test_another_answer_is_a_new_version_and_the_same_one_is_none():
    known = taught(PRICES, cell("D3", "1250"))
    other = taught(PRICES, cell("D3", "1.250"))
    assert next_version(known, known) is None
    assert next_version(known, other).habits.style == "dot"
    assert next_version(known, replace(known, habits=type(known.habits)())) is None
    assert next_version(replace(known, state=TemplateState.REVOKED), other) is None


def test_an_earlier_answer_that_does_not_hold_is_answered_otherwise_and_so_learned():
    known = taught(PRICES, cell("D3", "1250"))
    later = grid(PRICED.format("3.750", "1.100"))
    reading = read(later, [known])
    (before,) = (one for one in reading.issues if one.code == "ANSWERED_BEFORE")
    fixes = [cell("D3", "3.75")]
    case = with_answer(replace(CASE, issues=reading.issues), 2, fixes, {})
    assert case.answered[0].told.style == "dot"
    assert before.candidates[0].value == "3.75"
    again = read(later, [known], fixes)
    assert [str(line.unit_price) for line in again.orders[0].lines] == ["3.75", "1.1"]
    assert not again.recall.habits


def test_answers_of_two_customers_that_differ_serve_no_nameless_file():
    known = taught(PRICES, cell("D3", "1250"))
    rival = replace(known, template_id="x", said="bell", habits=type(known.habits)(style="dot"))
    nameless = grid(PRICED.format("3.750", "1.100").partition("\n")[2])
    assert "AMBIGUOUS_NUMBER" in asked(read(nameless, [known]))
    assert "AMBIGUOUS_NUMBER" in asked(read(nameless, [known, rival]))
