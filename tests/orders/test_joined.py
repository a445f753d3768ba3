"""Facts of orders in a table of their own are joined by the order's number."""

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.sheet import Workbook

FACTS = (
    "Order No|Customer|Order Date|Currency|Total\n"
    "S-1|Brenner Catering Ltd|2026-11-03|EUR|125.5\nS-2|Halden Foods AS|2026-11-04|EUR|84"
)
LINES = (
    "Order No|SKU|Description|Qty|Unit Price\nS-1|BR-10|Rope|5|12.5\nS-1|HK-22|Hook|9|7\n"
    "S-2|BR-10|Rope|4|12.5\nS-2|TP-01|Sheet|2|17"
)
FIRST = LINES.split("\nS-2", maxsplit=1)[0]


def two(facts, lines):
    return Workbook("xlsx", (sheet(facts, name="Orders"), sheet(lines, name="Lines")))


def split(book, number):
    return read(book, fixes=(Fix(FixKind.SPLIT, "", number),))


def open_codes(reading):
    return [one.code for one in reading.issues if one.open]


def told(reading, code):
    (one,) = (one for one in reading.issues if one.code == code)
    return one


@pytest.mark.parametrize(
    "book", [two(FACTS, LINES), grid(f"{FACTS}\n.\n{LINES}"), grid(f"{LINES}\n.\n{FACTS}")]
)
def test_each_order_has_its_own_facts(book):
    reading = read(book)
    assert open_codes(reading) == ["MULTI_ORDER_DETECTED"]
    assert [(one.customer, one.order_date, one.total) for one in reading.orders] == [
        ("Brenner Catering Ltd", "2026-11-03", 125.5), ("Halden Foods AS", "2026-11-04", 84),
    ]  # fmt: skip
    chosen = split(book, "S-2")
    (order,) = chosen.orders
    assert chosen.result is Result.READY
    assert (order.customer, order.currency, len(order.lines)) == ("Halden Foods AS", "EUR", 2)
    assert order.evidence["customer"].cell == order.evidence["total"].cell.replace("E", "B")


def test_orders_may_be_columns_of_their_facts():
    """Naive: every order was the first one's customer's, whose name stands beside the label."""
    facts = "Order No|S-1|S-2\nCustomer|Brenner Catering Ltd|Halden Foods AS\nOrder Date|2026-11-03|2026-11-04"
    chosen = split(two(facts, LINES), "S-2")
    assert chosen.orders[0].customer == "Halden Foods AS"
    assert chosen.orders[0].evidence["order_date"].address == "Orders!C3"


def test_a_block_of_labels_for_each_order_is_no_table_of_facts():
    block = "Order No:|S-{}\nCustomer:|Shop {}\nOrder date:|2026-11-0{}\n.\n"
    facts = "".join(block.format(at, at, at) for at in (1, 2))
    orders = read(two(facts, LINES)).orders
    assert [(one.customer, one.order_date) for one in orders] == [(None, None)] * 2


def test_labels_of_one_order_stay_labels():
    facts = "Order No:|S-1\nCustomer:|Brenner Catering Ltd\nShip to:|Dock Road 4\n|Hull HU1 2AB"
    (order,) = read(two(facts, FIRST)).orders
    assert (order.customer, order.ship_to) == ("Brenner Catering Ltd", "Dock Road 4, Hull HU1 2AB")


def test_days_that_labels_tell_of_several_orders_are_nobodys():
    """Naive: the first day was every order's."""
    above = "Order date:|2026-11-03\n.\nOrder date:|2026-11-04\n.\n"
    several = read(grid(above + LINES)).orders
    assert [one.order_date for one in several] == [None, None]
    one_day = read(grid(above.partition(".")[0] + LINES)).orders
    assert [one.order_date for one in one_day] == ["2026-11-03"] * 2


def test_the_customer_of_the_next_row_is_no_part_of_this_ones_name():
    facts = FACTS.replace("Brenner Catering Ltd", "Quayside Deli")
    assert open_codes(split(two(facts.replace(" AS|", " Ltd|"), LINES), "S-1")) == []


def test_one_order_takes_its_row_and_the_rest_is_told():
    reading = read(two(FACTS, FIRST))
    assert reading.result is Result.READY
    (order,) = reading.orders
    assert (order.customer, order.total) == ("Brenner Catering Ltd", 125.5)
    assert order.evidence["customer"].address == "Orders!B2"
    assert told(reading, "ORDERS_WITHOUT_LINES").facts["groups"] == "S-2"


def test_orders_without_lines_are_told_beside_the_choice():
    facts = f"{FACTS}\nS-3|Quayside Deli|2026-11-05|EUR|60\nTotal||||269.5"
    reading = read(two(facts, LINES))
    assert open_codes(reading) == ["MULTI_ORDER_DETECTED"]
    assert told(reading, "ORDERS_WITHOUT_LINES").cells == ("Orders!A4",)


def test_facts_of_another_order_are_nobodys():
    """Naive: the only row of facts was taken for labels, and named another order's customer."""
    reading = read(two(FACTS.replace("S-1", "S-8").split("\nS-2")[0], FIRST))
    assert open_codes(reading) == ["MISSING_CUSTOMER"]
    assert reading.orders[0].order_date is None
    assert told(reading, "FACTS_NOT_FOUND").facts == {"value": "S-1", "sheet": "Orders"}


def test_what_two_rows_of_one_number_disagree_about_is_left_out_and_asked():
    facts = FACTS.replace("S-2", "S-1")
    reading = read(two(facts, FIRST))
    (order,) = reading.orders
    assert (order.customer, order.order_date, order.currency) == (None, None, "EUR")
    assert open_codes(reading) == ["FACTS_TWICE", "MISSING_CUSTOMER"]


def test_a_customer_that_lines_name_otherwise_is_asked():
    lines = FIRST.replace("SKU", "Customer|SKU").replace("S-1|", "S-1|Someone Else|")
    assert open_codes(read(two(FACTS, lines))) == ["MISSING_CUSTOMER"]


def test_a_total_that_the_lines_do_not_make_up_is_asked():
    """A line too few, or a price misread."""
    assert open_codes(read(two(FACTS, FIRST.replace("|9|", "|8|")))) == ["TOTAL_MISMATCH"]


def test_a_cancelled_order_is_asked():
    facts = FACTS.replace("Total", "Status").replace("84", "Cancelled").replace("125.5", "Open")
    assert open_codes(split(two(facts, LINES), "S-1")) == []
    assert open_codes(split(two(facts, LINES), "S-2")) == ["PAPER_DOUBTED"]


def test_tax_freight_and_place_are_joined_too():
    facts = (
        "Order No|Customer|Subtotal|Shipping|Tax|Total|Ship to\n"
        "S-1|Brenner Catering Ltd|125.5|10|13.55|149.05|Dock Road 4, Hull"
    )
    reading = read(two(facts, FIRST))
    (order,) = reading.orders
    assert (float(order.total or 0), order.ship_to) == (149.05, "Dock Road 4, Hull")
    assert reading.result is Result.READY


def test_an_id_is_a_number_where_all_orders_stand_below_it():
    facts = (
        "id|customer|created_at\n1|Brenner Catering Ltd|2026-11-03\n2|Halden Foods AS|2026-11-04"
    )
    lines = LINES.replace("S-", "").replace("Order No", "order_id")
    assert [one.customer for one in read(two(facts, lines)).orders] == [
        "Brenner Catering Ltd", "Halden Foods AS",
    ]  # fmt: skip
    other = FACTS.replace("S-1", "S-7")
    missing = read(two(other, LINES)).orders
    assert [one.customer for one in missing] == [None, "Halden Foods AS"]


def test_a_number_that_stands_on_one_line_each_numbers_the_orders():
    """Naive: `Order` seemed to count, so the lines of all orders were one order's."""
    facts = "Order|Customer|Date\n#1001|Brenner Catering Ltd|2026-11-03\n#1002|Halden Foods AS|2026-11-04"
    reading = read(two(facts, "Order|SKU|Qty|Price\n#1001|BR-10|5|2.5\n#1002|HK-22|9|7"))
    assert [(one.po_number, one.customer) for one in reading.orders] == [
        ("#1001", "Brenner Catering Ltd"), ("#1002", "Halden Foods AS"),
    ]  # fmt: skip


CUSTOMERS = "Customer ID|Name|City\n5|Alder Works AB|Lund\n7|Birch Works AB|Kiruna"
OF_CUSTOMERS = "Order No|Customer ID|Order Date\nS-1|7|2026-11-03"


@pytest.mark.parametrize(
    "sheets",
    [
        (CUSTOMERS, OF_CUSTOMERS, FIRST),
        (CUSTOMERS.replace("Customer ID", "ID"), OF_CUSTOMERS, FIRST),
        (
            CUSTOMERS,
            FIRST.replace("Qty", "Customer ID|Qty").replace("|5|", "|7|5|").replace("|9|", "|7|9|"),
        ),
        (f"{CUSTOMERS}\n.\n{OF_CUSTOMERS}\n.\n{FIRST}",),
    ],
)
def test_a_table_of_customers_names_the_one_of_the_orders_number(sheets):
    book = Workbook("xlsx", tuple(sheet(text, name=f"S{at}") for at, text in enumerate(sheets)))
    assert [one.customer for one in read(book).orders] == ["Birch Works AB"]


def test_a_number_of_two_customers_names_none():
    book = Workbook(
        "xlsx",
        tuple(
            sheet(text, name=name)
            for name, text in (
                ("Customers", f"{CUSTOMERS}\n7|Cedar Works AB|Oslo"),
                ("Orders", OF_CUSTOMERS),
                ("Lines", FIRST),
            )
        ),
    )
    assert read(book).orders[0].customer is None
