"""The lines of a sales order: what is accepted and what they cost."""

from decimal import Decimal

from infra.devservers.books.ledger import Ledger
from infra.devservers.books.wire import Row, amount, invalid, rounded

HUNDRED = Decimal(100)


def build_lines(ledger: Ledger, order: Row, sent: object, pricebook_id: str) -> list[Row]:
    """Return complete lines in the order's currency.

    Raises:
        Refusal: no line, an unknown or inactive item, a quantity of 0 or less, an unknown tax.
    """
    if not isinstance(sent, list) or not sent:
        invalid("Item ID")
    return [_line(ledger, order, row, place, pricebook_id) for place, row in enumerate(sent, 1)]


def totals(order: Row) -> Row:
    """Return ``sub_total``, ``tax_total``, ``discount_total`` and ``total`` of an order."""
    places = order["price_precision"]
    sub_total = sum((line["item_total"] for line in order["line_items"]), Decimal(0))
    discount = less(sub_total, order["discount"], "Discount")
    discount = rounded(discount, places) if order["discount_type"] == "entity_level" else Decimal(0)
    tax = sum((_tax_of(line, order) for line in order["line_items"]), Decimal(0))
    if order["is_discount_before_tax"] and sub_total:
        tax *= (sub_total - discount) / sub_total
    tax = rounded(tax, places)
    total = sub_total - discount + order["shipping_charge"] + order["adjustment"]
    total += 0 if order["is_inclusive_tax"] else tax
    sums = {"sub_total": sub_total, "tax_total": tax, "discount_total": discount, "total": total}
    return sums | {"bcy_total": total * order["exchange_rate"]}


def less(price: Decimal, discount: object, label: str) -> Decimal:
    """Return what a discount takes off a price; it is a number or a text like ``10%``.

    Raises:
        Refusal: when it is neither.
    """
    if isinstance(discount, str) and discount.endswith("%"):
        return price * amount(discount[:-1], label) / HUNDRED
    return amount(discount, label)


def _line(ledger: Ledger, order: Row, sent: object, place: int, pricebook_id: str) -> Row:
    if not isinstance(sent, dict):
        invalid("line_items")
    item = ledger.items.get(sent.get("item_id", "")) if _text(sent.get("item_id")) else None
    if item is None or item["status"] != "active":
        invalid("Item ID")
    quantity = amount(sent.get("quantity", 1), "Quantity")
    if quantity <= 0:
        invalid("Quantity")
    rate = _rate(ledger, order, item, sent | {"quantity": quantity}, pricebook_id)
    discount = sent.get("discount", 0)
    tax = ledger.tax(sent.get("tax_id", item["tax_id"]))
    net = rate * quantity - less(rate * quantity, discount, "Discount")
    return {
        "line_item_id": sent.get("line_item_id") or ledger.new_id(),
        "item_id": item["item_id"],
        "sku": item["sku"],
        "name": sent.get("name") or item["name"],
        "description": sent.get("description", item["description"]),
        "item_order": sent.get("item_order", place),
        "rate": rate,
        "bcy_rate": rate * order["exchange_rate"],
        "quantity": quantity,
        "unit": sent.get("unit") or item["unit"],
        "discount": discount,
        "tax_id": tax["tax_id"],
        "tax_name": tax["tax_name"],
        "tax_percentage": tax["tax_percentage"],
        "item_total": rounded(net, order["price_precision"]),
        "product_type": item["product_type"],
        "line_item_category": "line_item",
        "item_custom_fields": sent.get("item_custom_fields", []),
    }


def _text(value: object) -> bool:
    return isinstance(value, str)


def _rate(ledger: Ledger, order: Row, item: Row, sent: Row, pricebook_id: str) -> Decimal:
    if sent.get("rate") is not None:
        rate = amount(sent["rate"], "Rate")
        return rate if rate >= 0 else invalid("Rate")
    listed = list_price(ledger.pricebooks.get(pricebook_id), item, sent["quantity"])
    return rounded(listed / order["exchange_rate"], order["price_precision"])


def list_price(book: Row | None, item: Row, quantity: Decimal) -> Decimal:
    """Return an item's rate in base currency under a price list, quantity breaks included."""
    rate = Decimal(item["rate"])
    if book is None:
        return rate
    for row in book["pricebook_items"]:
        if row["item_id"] == item["item_id"]:
            return _bracket(row, quantity)
    sign = 1 if book["is_increase"] else -1
    return rate * (1 + sign * Decimal(book["percentage"]) / HUNDRED)


def _bracket(row: Row, quantity: Decimal) -> Decimal:
    """Return the rate of a list's item for a quantity; without a fitting bracket its own."""
    for bracket in row.get("price_brackets", []):
        end = bracket["end_quantity"]
        if bracket["start_quantity"] <= quantity and (end == "" or quantity <= end):
            return Decimal(bracket["pricebook_rate"])
    return Decimal(row["pricebook_rate"])


def _tax_of(line: Row, order: Row) -> Decimal:
    share = line["tax_percentage"] / HUNDRED
    base = line["item_total"]
    tax = base - base / (1 + share) if order["is_inclusive_tax"] else base * share
    return rounded(tax, order["price_precision"])
