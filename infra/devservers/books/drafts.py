"""Builds and changes sales orders from request bodies."""

from datetime import date
from decimal import Decimal

from infra.devservers.books.call import Call
from infra.devservers.books.ledger import Ledger
from infra.devservers.books.lines import build_lines, totals
from infra.devservers.books.wire import Refusal, Row, amount, invalid

USER_ID = "730500010000000000"
TEXTS = (
    "reference_number",
    "notes",
    "terms",
    "salesperson_id",
    "salesperson_name",
    "template_id",
    "location_id",
    "billing_address_id",
    "shipping_address_id",
    "delivery_method",
)
DATES = {"date": "Date", "shipment_date": "Shipment Date"}
AMOUNTS = {"shipping_charge": "Shipping Charge", "adjustment": "Adjustment"}
FLAGS = {"is_inclusive_tax": False, "is_discount_before_tax": True}


def place(call: Call, body: Row) -> Row:
    """Create a draft and return it; the books change only when all of it is valid.

    Raises:
        Refusal: the first thing that is wrong.
    """
    body, number = _worn(call, body), _number(call, body)
    order: Row = {"salesorder_id": call.ledger.new_id(), "salesorder_number": ""}
    order |= {"status": "draft", "order_status": "draft", "current_sub_status": "draft"}
    order |= {"invoiced_status": "", "paid_status": "", "shipped_status": ""}
    order |= {"created_time": call.stamp(), "created_by_id": USER_ID, "is_emailed": False}
    order |= {"has_attachment": False, "custom_fields": [], "custom_field_hash": {}}
    order |= {"date": call.stamp()[:10], "shipment_date": "", "discount": 0, "line_items": []}
    order |= dict.fromkeys(TEXTS, "") | dict.fromkeys(AMOUNTS, Decimal(0)) | FLAGS
    order |= {"discount_type": "entity_level", "pricebook_id": "", "exchange_rate": Decimal(1)}
    order = _changed(call, order, body)
    if not order["line_items"]:
        invalid("Item ID")
    order["salesorder_number"] = number or _next_number(call.ledger)
    if "status_pending_approval" in call.alter:
        order["status"] = order["order_status"] = order["current_sub_status"] = "pending_approval"
    order_id = order["salesorder_id"]
    call.ledger.orders[order_id] = order
    call.ledger.born[order_id] = call.clock.now()
    note(call, order_id, "Sales Order created.", "system")
    return order


def amend(call: Call, order: Row, body: Row) -> Row:
    """Change an order in place and return it.

    Raises:
        Refusal: the first thing that is wrong; then nothing has changed.
    """
    if order["status"] in {"invoiced", "void"}:
        raise Refusal(400, 2, f"The sales order is {order['status']} and cannot be edited.")
    order.update(_changed(call, dict(order), _worn(call, body)))
    note(call, order["salesorder_id"], "Sales Order updated.", "system")
    return order


def _worn(call: Call, body: Row) -> Row:
    """Return the body as books write it down that lose or bend fields, of the head and of lines."""
    lost, bent = call.switches.loses.split(), call.switches.bends.split()
    if not lost and not bent:
        return body
    rows = [body, *body.get("line_items", [])]
    head, *lines = (
        {name: _bent(value) if name in bent else value for name, value in row.items()
         if name not in lost}
        for row in rows
    )  # fmt: skip
    return head | {"line_items": lines}


def _bent(value: object) -> object:
    if not isinstance(value, str):
        return amount(value, "bent") + 1
    if value.endswith("%"):
        return "1%"
    return "2020-01-01" if value[:4].isdigit() and value[4:5] == "-" else f"{value}9"


def note(call: Call, order_id: str, text: str, comment_type: str) -> Row:
    """Add a comment or a line of history to an order and return it."""
    comment = {"comment_id": call.ledger.new_id(), "salesorder_id": order_id, "description": text}
    comment |= {
        "comment_type": comment_type,
        "commented_by": "Demo User",
        "commented_by_id": USER_ID,
    }
    comment |= {"date": call.stamp()[:10], "time": call.stamp()[11:16], "operation_type": "Added"}
    call.ledger.comments.setdefault(order_id, []).append(comment)
    return comment


def fill_fields(ledger: Ledger, order: Row, sent: object) -> None:
    """Set custom fields by id or by api_name; another shape is ignored, a wrong one refused.

    Raises:
        Refusal: an unknown field, or a value that a unique field has elsewhere (code 1001).
    """
    if not isinstance(sent, list):
        invalid("custom_fields")
    values = dict(order["custom_field_hash"])
    for row in sent:
        field = _field(ledger, row)
        if field is not None:
            values[field["api_name"]] = _unique(ledger, order, field, row.get("value", ""))
    order["custom_field_hash"] = {name: value for name, value in values.items() if value != ""}
    order["custom_fields"] = [
        {key: field[key] for key in ("customfield_id", "api_name", "label", "data_type", "index")}
        | {"placeholder": field["api_name"], "value": order["custom_field_hash"][field["api_name"]]}
        for field in ledger.fields
        if field["api_name"] in order["custom_field_hash"]
    ]


def _changed(call: Call, order: Row, body: Row) -> Row:
    """Return a changed copy with new totals; ``order`` is already a copy."""
    customer = _customer(call.ledger, body)
    order |= {"customer_id": customer["contact_id"], "customer_name": customer["contact_name"]}
    order["email"] = customer["email"]
    _set_currency(call.ledger, order, customer, body)
    order |= {name: _plain(body[name], name) for name in TEXTS if name in body}
    order |= {name: _date(body[name], label) for name, label in DATES.items() if name in body}
    order |= {name: amount(body[name], name) for name in AMOUNTS if name in body}
    order |= {name: bool(body[name]) for name in FLAGS if name in body}
    order |= {name: body[name] for name in ("discount", "discount_type") if name in body}
    order["pricebook_id"] = _pricebook(call.ledger, body, order, customer)
    if "line_items" in body:
        lines = build_lines(call.ledger, order, body["line_items"], order["pricebook_id"])
        order["line_items"] = lines
    if "custom_fields" in body:
        fill_fields(call.ledger, order, body["custom_fields"])
    order["last_modified_time"] = call.stamp()
    return order | totals(order)


def _customer(ledger: Ledger, body: Row) -> Row:
    wanted = body.get("customer_id")
    if wanted in (None, ""):
        invalid("Customer ID", 4)
    contact = ledger.contacts.get(wanted) if isinstance(wanted, str) else None
    if contact is None or contact["contact_type"] != "customer" or contact["status"] != "active":
        invalid("Customer ID")
    return contact


def _set_currency(ledger: Ledger, order: Row, customer: Row, body: Row) -> None:
    wanted = body.get("currency_id") or order.get("currency_id") or customer["currency_id"]
    currency = ledger.currency(wanted)
    same = order.get("currency_id") == currency["currency_id"]
    rate = body.get("exchange_rate") or (order["exchange_rate"] if same else "")
    order["exchange_rate"] = amount(rate or currency["exchange_rate"], "Exchange Rate")
    if order["exchange_rate"] <= 0:
        invalid("Exchange Rate")
    names = ("currency_id", "currency_code", "currency_symbol", "price_precision")
    order |= {name: currency[name] for name in names}


def _pricebook(ledger: Ledger, body: Row, order: Row, customer: Row) -> str:
    wanted = body.get("pricebook_id") or order["pricebook_id"] or customer["pricebook_id"]
    if wanted and wanted not in ledger.pricebooks:
        invalid("pricebook_id")
    return str(wanted)


def _number(call: Call, body: Row) -> str:
    """Return the order's own number, empty when the books number it."""
    sent = _plain(body.get("salesorder_number", ""), "Sales Order Number")
    if call.query.get("ignore_auto_number_generation") != "true":
        return invalid("Sales Order Number") if sent else ""
    if not sent:
        invalid("Sales Order Number", 4)
    if any(order["salesorder_number"] == sent for order in call.ledger.orders.values()):
        raise Refusal(400, 1001, f'Sales Order "{sent}" already exists.')
    return sent


def _next_number(ledger: Ledger) -> str:
    taken = {order["salesorder_number"] for order in ledger.orders.values()}
    numbers = (f"SO-{number:05}" for number in ledger.order_numbers)
    return next(number for number in numbers if number not in taken)


def _plain(value: object, label: str) -> str:
    return value if isinstance(value, str) else invalid(label)


def _date(value: object, label: str) -> str:
    text = _plain(value, label)
    try:
        if text and date.fromisoformat(text).isoformat() != text:
            invalid(label)
    except ValueError:
        invalid(label)
    return text


def _field(ledger: Ledger, row: object) -> Row | None:
    if not isinstance(row, dict):
        invalid("custom_fields")
    for key in ("customfield_id", "api_name"):
        if key in row:
            known = (field for field in ledger.fields if field[key] == row[key])
            return next(known, None) or invalid(key)
    return None


def _unique(ledger: Ledger, order: Row, field: Row, value: object) -> str:
    text = value if isinstance(value, str) else str(value)
    holder = ledger.holder(field["api_name"], text) if field["is_unique"] and text else None
    if holder is not None and holder["salesorder_id"] != order["salesorder_id"]:
        raise Refusal(400, 1001, f"{field['label']} with the value already exists.")
    return text
