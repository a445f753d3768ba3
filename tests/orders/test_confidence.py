"""Confidence: one where several members agree and values are clear, below one elsewhere."""

from decimal import Decimal

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read

HEAD = "Customer:|Acme Ltd\n"


def confidences(drawing, *fixes):
    (order,) = read(grid(HEAD + drawing), fixes=fixes).orders
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
    drawing = "SKU|Qty|Qty|Price|Total\nA-1|5|9|3|15\nA-2|7|9|2|14\nA-3|4|8|3|12"
    assert max(confidences(drawing)) < Decimal("0.95")
