"""Lines called cancelled are asked, and rows of labels or sums are no lines."""

from dataclasses import replace

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n"
STATUS = HEAD + "SKU|Qty|Price|Status\nA-1|5|2|open\nA-2|7|1|{word}\nA-3|6|3|open"


@pytest.mark.parametrize(
    "word",
    ["Cancelled", "STORNIERT", "Annulé", "iptal", "لغو شده", "取消", "entfällt", "аннулировать"],
)
def test_a_cancelled_line_is_asked(word):
    reading = read(grid(STATUS.format(word=word)))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, asked.preselect) == ("row:Sheet1!4", "skip")


@pytest.mark.parametrize(("answer", "lines"), [("line", 3), ("skip", 2)])
def test_the_answer_keeps_or_leaves_out_a_cancelled_line(answer, lines):
    fix = Fix(FixKind.ROW, "Sheet1!4", answer)
    reading = read(grid(STATUS.format(word="cancelled")), fixes=[fix])
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, lines)


@pytest.mark.parametrize("name", ["CANCELLED - Hook", "Hook (storniert)", "*** annulé *** Hook"])
def test_a_name_that_is_marked_as_cancelled_is_asked(name):
    reading = read(grid(HEAD + f"SKU|Description|Qty\nA-1|Rope|5\nA-2|{name}|7\nA-3|Peg|6"))
    assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!4"]


def test_an_item_called_cancel_is_a_line():
    reading = read(grid(HEAD + "SKU|Description|Qty\nA-1|Cancel|5\nA-2|Void|7"))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 2)


def test_a_row_of_labels_below_the_lines_is_no_line():
    drawing = "SKU|Description|Qty|Price\nA-1|Rope|5|2\nA-2|Hook|7|1\n.\nDate|2026-11-04||Signature"
    reading = read(grid(HEAD + drawing))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 2)


def test_the_sum_of_a_column_that_serves_no_field_is_a_total():
    drawing = "SKU|Description|Ctns|Total Pcs\nA-1|Rope|5|60\nA-2|Hook|7|84\n||12|"
    reading = read(grid(HEAD + drawing))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 2)


def test_weights_do_not_vote_for_a_price():
    drawing = "SKU|Qty|N.W.|Total N.W.|FOB\nA-1|5|2|10|7.5\nA-2|7|3|21|8.5\nA-3|4|4|16|9.5"
    assert read(grid(HEAD + drawing)).orders[0].columns["unit_price"] == "E"


def test_a_cost_beside_a_selling_price_is_asked():
    reading = read(grid(HEAD + "SKU|Qty|Cost|Sale price\nA-1|5|2.5|5.0\nA-2|7|3.5|7.0"))
    assert [one.target for one in reading.issues if one.open] == ["column:unit_price"]


def test_a_quantity_in_boxes_beside_a_pack_size_is_asked():
    reading = read(grid(HEAD + "SKU|Pcs per box|Qty (boxes)|Price\nA-1|12|5|2.5\nA-2|12|7|3.5"))
    assert [one.target for one in reading.issues if one.open] == ["column:quantity"]


def test_a_line_that_is_struck_through_is_asked():
    book = grid(HEAD + "SKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7\nA-3|Peg|6")
    cells = book.sheets[0].cells
    struck = {
        place: replace(cells[place], number_format="[Struck]General")
        for place in ((4, 1), (4, 2), (4, 3))
    }
    crossed = replace(book, sheets=(replace(book.sheets[0], cells={**cells, **struck}),))
    reading = read(crossed)
    (asked,) = [one for one in reading.issues if one.open]
    assert asked.target == "row:Sheet1!4"
    plain = replace(
        crossed.sheets[0], cells={**cells, (4, 3): replace(cells[4, 3], number_format="General")}
    )
    assert read(replace(book, sheets=(plain,))).result is Result.READY


@pytest.mark.parametrize("word", ["cancel - out of season", "please do not send", "لغو شد"])
def test_a_remark_that_cancels_a_line_is_asked(word):
    reading = read(grid(HEAD + f"SKU|Qty|Remarks\nA-1|5|urgent\nA-2|7|{word}\nA-3|6|"))
    assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!4"]


def test_a_mark_under_cancelled_is_asked_and_a_number_there_is_not():
    marked = read(grid(HEAD + "SKU|Qty|Cancelled\nA-1|5|no\nA-2|7|x\nA-3|6|"))
    assert [one.target for one in marked.issues if one.open] == ["row:Sheet1!4"]
    counted = read(grid(HEAD + "SKU|Qty|Cancelled\nA-1|5|0\nA-2|7|0\nA-3|6|0"))
    assert not [one for one in counted.issues if one.open and one.target.startswith("row:")]


@pytest.mark.parametrize("heading", ["Cancelled:", "Please do not send:", "Returns", "مرجوعی"])
def test_lines_below_a_heading_that_cancels_them_are_asked(heading):
    head = f"SKU|Description|Qty\nA-1|Rope|5\n{heading}\nA-2|Hook|7\nA-3|Peg|6\n"
    reading = read(grid(HEAD + head + "Kitchen\nA-4|Lamp|2"))
    targets = [one.target for one in reading.issues if one.open]
    assert targets == ["row:Sheet1!5,6"]
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-4"]


def test_lines_that_are_delivered_among_open_ones_are_asked():
    some = read(grid(STATUS.format(word="Delivered")))
    assert [one.target for one in some.issues if one.open] == ["row:Sheet1!4"]


def test_lines_that_are_all_delivered_are_confirmed_once():
    """Naive: an order of which every line says `Delivered` is ready to be sent once more."""
    every = read(grid(STATUS.format(word="Closed").replace("open", "closed")))
    (told,) = [one for one in every.issues if one.open]
    assert (told.code, told.target) == ("PAPER_DOUBTED", "accept")
    assert "closed" in told.facts["value"].casefold()


def test_lines_below_a_heading_that_says_they_are_not_for_now_are_asked():
    for heading in (
        "Optional items",
        "Alternativ:",
        "Quote only - do not deliver",
        "Bereits geliefert:",
        "Previous order (3 October)",
        "Previously ordered (PO 4711)",
    ):
        reading = read(grid(HEAD + f"SKU|Description|Qty\nA-1|Rope|5\n{heading}\nA-2|Hook|7"))
        assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!5"], heading


@pytest.mark.parametrize(
    "title",
    [
        "CANCELLED",
        "Annulé",
        "لغو شده",
        "DRAFT - do not process",
        "Borrador - v2",
        "تم إلغاء الطلب",
        "Bestelländerung",
        "订单作废",
        "CHANGE ORDER - the quantities below replace those of PO 4711",
        "سفارش لغو شده است",
        "草稿",
        "ВОЗВРАТ",
    ],
)
def test_a_paper_that_is_taken_back_is_asked(title):
    reading = read(grid(f"Purchase order|||{title}\n" + HEAD + "SKU|Qty\nA-1|5\nA-2|7"))
    assert [one.code for one in reading.issues if one.open] == ["PAPER_DOUBTED"]


@pytest.mark.parametrize("title", ["Forecast Q1 2027", "Complaint", "Wish list", "پیش بینی خرید"])
def test_a_paper_that_plans_or_complains_is_asked_about(title):
    """Naive: what may be bought next year was ordered."""
    reading = read(
        grid(f"{title}\nCustomer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7")
    )
    assert [one.code for one in reading.issues if one.open] == ["PAPER_DOUBTED"]


def test_an_order_after_a_forecast_is_an_order():
    drawing = "Purchase order as per forecast\nCustomer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5"
    assert "PAPER_DOUBTED" not in {one.code for one in read(grid(drawing)).issues if one.open}


@pytest.mark.parametrize("head", ["REACH Status", "RoHS", "US Tariff Status"])
def test_what_rules_a_column_tells_of_strikes_no_line(head):
    """Naive: goods of which no certificate is available were out of stock."""
    drawing = STATUS.format(word="Not available").replace("Status", head)
    reading = read(grid(drawing))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 3)


def test_lines_cancelled_alike_are_asked_about_once():
    drawing = (
        "Customer:|Acme Ltd\nItem no|Name|Qty|State\nA-1|Rope|4|open\nA-2|Hook|2|cancelled\n"
        "A-3|Peg|5|open\nA-4|Lamp|1|cancelled"
    )
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert asked.target == "row:Sheet1!4,6"
