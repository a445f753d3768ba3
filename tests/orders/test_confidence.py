"""Confidence: one where several members agree and values are clear, below one elsewhere."""

from decimal import Decimal

from grids import grid

from orders.calibration import RAW
from orders.fixes import Fix, FixKind
from orders.hints import Hints
from orders.reader import read

HEAD = "Customer:|Acme Ltd\n"


def confidences(drawing, *fixes):
    (order,) = read(grid(HEAD + drawing), fixes=fixes, hints=Hints(calibration=RAW)).orders
    return {line.confidence for line in order.lines} | {order.confidence}


def test_a_column_that_one_member_alone_names_is_a_little_less_sure():
    assert confidences("SKU|Qty\nA-1|5\nA-2|7") == {Decimal("0.95")}


def test_a_column_that_a_person_chose_is_sure():
    fixes = [Fix(FixKind.COLUMN, "sku", "A"), Fix(FixKind.COLUMN, "quantity", "B")]
    assert confidences("SKU|Qty\nA-1|5\nA-2|7", *fixes) == {Decimal(1)}


def test_a_value_that_something_else_than_its_column_explains_is_less_sure():
    fixes = [Fix(FixKind.COLUMN, "sku", "A"), Fix(FixKind.COLUMN, "quantity", "B")]
    drawing = "SKU|Qty\nA-1|'1,500\nA-2|'7"
    assert min(confidences(drawing, *fixes)) == Decimal("0.9")


def test_divided_votes_make_the_order_as_sure_as_their_share():
    drawing = "SKU|Qty|Qty\nA-1|5|9\nA-2|7|9\nA-3|4|8"
    assert min(confidences(drawing)) < Decimal("0.95")


def test_arithmetic_that_fits_one_of_two_columns_leaves_no_vote_divided():
    drawing = "SKU|Qty|Qty|Price|Total\nA-1|5|9|3|15\nA-2|7|9|2|14\nA-3|4|8|3|12"
    assert confidences(drawing) == {Decimal("0.95")}


def test_what_an_open_question_is_about_is_half_as_sure():
    drawing = "SKU|Description|Qty\nA-1|Rope|5\nA-2|Lamp|some"
    (order,) = read(grid(HEAD + drawing), hints=Hints(calibration=RAW)).orders
    first, second = order.lines
    assert second.confidence * 2 <= first.confidence
    assert order.confidence < second.confidence
    assert order.sure["quantity"] < order.sure["sku"]
    assert order.sure["customer"] == 1


def test_stated_confidence_is_a_share_of_the_corpus_and_never_certainty():
    (order,) = read(grid(HEAD + "SKU|Description|Qty\nA-1|Rope|5\nA-2|Lamp|6")).orders
    assert Decimal("0.9") < order.confidence < order.lines[0].confidence < 1
