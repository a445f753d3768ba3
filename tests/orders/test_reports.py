"""Lists of many orders: split where each is told plainly, refused where they report on the past."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Order No|Customer|Order Date|SKU|Qty|Price"


def rows(count, **more):
    """So many orders of one line, with further columns."""
    day = more.pop("day", lambda at: f"2026-11-{at % 28 + 1:02}")
    told = ["|".join([HEAD, *more])]
    for at in range(count):
        values = [f"S-{at + 100}", f"Shop {at % 7}", day(at), f"IT-{at % 17}", "5", "2.5"]
        told.append("|".join([*values, *(value[at % len(value)] for value in more.values())]))
    return grid("\n".join(told))


def refusal(reading):
    return next((one for one in reading.issues if one.code == "NOT_AN_ORDER"), None)


def test_a_long_list_of_plain_orders_is_split():
    reading = read(rows(60))
    (asked,) = (one for one in reading.issues if one.open)
    assert reading.result is Result.QUESTIONS
    assert (asked.code, len(asked.candidates)) == ("MULTI_ORDER_DETECTED", 60)


@pytest.mark.parametrize(
    ("book", "kind"),
    [
        (rows(101), "too_many"),
        (rows(60, day=lambda at: f"202{at % 6}-11-01"), "ledger"),
        (grid("\n".join(["PO|SKU|Qty", *(f"S-{at}|A-{at}|5" for at in range(45))])), "ledger"),
    ],
)
def test_what_cannot_be_split_is_refused_with_what_to_do(book, kind):
    reading = read(book)
    assert reading.result is Result.REFUSED
    assert refusal(reading).facts["kind"] == kind
    assert len(reading.orders) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"Profit": ["1.5"]},
        {"Status": ["Shipped", "Completed", "Cancelled"]},
        {"Invoice number": ["R-1", "R-2"]},
        {"Region": ["North", "South"], "day": lambda at: f"2026-{at % 9 + 1:02}-11"},
    ],
)
def test_a_report_names_the_column_that_says_so(more):
    found = refusal(read(rows(20, **more)))
    assert (found.facts["kind"], found.facts["value"]) == ("report", next(iter(more)))
    assert found.cells == ("Sheet1!G1",)


@pytest.mark.parametrize(
    "more",
    [
        {"Status": ["Open"]},
        {"Payment": ["paid"]},
        {"Status": ["Shipped", "Open"]},
        {"Region": ["North", "South"]},
    ],
)
def test_exports_of_orders_to_be_delivered_are_no_report(more):
    assert refusal(read(rows(20, **more))) is None


def test_deliveries_over_months_are_no_report():
    told = [f"A-{at}|5|2030-{at % 12 + 1:02}-11|North" for at in range(24)]
    book = grid("\n".join(["SKU|Qty|Delivery date|Region", *told]))
    assert refusal(read(book)) is None
    sold = grid("\n".join(["SKU|Qty|Date|Region", *told]))
    assert refusal(read(sold)).facts["kind"] == "report"


def test_a_few_orders_are_no_report_whatever_their_columns():
    assert refusal(read(rows(5, Profit=["1.5"]))) is None


def test_an_export_of_which_some_orders_are_carried_out_is_split_all_the_same():
    """Naive: the first row of an order, which alone names the customer, is fulfilled already."""
    head = "Name|Fulfilled|Customer|Day|Lineitem quantity|Lineitem name|Lineitem sku\n"
    lines = [
        f"#{at}|{'fulfilled' if at % 4 == 0 else ''}|Acme {at}|2026-11-0{1 + at % 9}|2|Rope|A-1"
        for at in range(1, 51)
    ]
    lines[4:5] = ["#5|fulfilled|Acme 5|2026-11-06|2|Rope|A-1", "#5||||1|Hook|A-2"]
    reading = read(grid(head + "\n".join(lines)))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert reading.orders[4].customer == "Acme 5"
