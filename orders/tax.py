"""Taxes: whose tax a line carries, and whether the file says another sum."""

from collections.abc import Mapping
from decimal import Decimal

from orders.case import PriceCheck
from orders.catalogue import Customer, Item, ItemMatch, Tax
from orders.codes import issue
from orders.issue import Issue
from orders.money import minor_unit
from orders.order import Line, Order

_HUNDRED = Decimal(100)


def tax_of(customer: Customer | None, item: Item) -> Tax | None:
    """The tax that the books themselves name for this customer and item; None leaves it to them.

    The customer's own tax goes before the item's. A customer who is exempt, or is treated by rules
    of another country, gets no tax from here: which one would be right only the books can say.
    """
    if customer is None or not customer.taxable:
        return None
    if customer.tax is not None:
        return customer.tax
    return None if customer.tax_treatment else item.tax


def line_taxes(
    lines: tuple[Line, ...], items: Mapping[str, ItemMatch], customer: Customer | None
) -> dict[str, Tax]:
    """The taxes of the lines that are sent, by line id, where the books name one."""
    found = {
        line.line_id: tax_of(customer, match.item)
        for line in lines
        if (match := items.get(line.line_id)) and match.item and not match.left_out
    }
    return {line_id: tax for line_id, tax in found.items() if tax is not None}


def tax_issues(
    order: Order, prices: tuple[PriceCheck, ...], taxes: Mapping[str, Tax], currency: str
) -> tuple[Issue, ...]:
    """A warning where the file states a tax and the books' own come to another sum, or to none."""
    if not order.tax:
        return ()
    amounts = {one.line_id: one.sent or Decimal(0) for one in prices}
    expected = sum(
        (
            (line.quantity or 0) * amounts.get(line.line_id, Decimal(0)) * taxes[line.line_id].share
            for line in order.lines
            if line.line_id in taxes
        ),
        Decimal(0),
    )
    # Prices may differ for reasons of their own; a tax is another one if its share of them is.
    allowed = max(minor_unit(currency) * len(order.lines), abs(order.tax) / _HUNDRED)
    if abs(expected - order.tax) <= allowed:
        return ()
    facts = {"value": f"{order.tax:f}", "expected": f"{expected.normalize():f}"}
    return (
        issue(
            "TAX_DIFFERS" if expected else "TAX_MISSING",
            cells=order.cells("tax"),
            fields=("tax",),
            facts={**facts, "currency": currency},
        ),
    )
