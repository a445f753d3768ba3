"""A value's witness names its cell the way a spreadsheet does."""

from orders.evidence import Evidence, Origin


def test_a_cell_is_named_with_its_sheet():
    assert Evidence("Order 2", "D14", "10").address == "Order 2!D14"


def test_where_no_cell_is_the_witness_there_is_no_address():
    assert Evidence("Order 2", raw="10", origin=Origin.PERSON).address == ""
    assert Evidence().origin is Origin.CELL
