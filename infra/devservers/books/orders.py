"""Routes of sales orders: create, list, read, change, upsert, delete."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.drafts import amend, fill_fields, place
from infra.devservers.books.sieve import (
    CHOICE,
    DATE,
    NUMBER,
    TEXT,
    by_status,
    keep,
    modified_since,
    page,
    search,
)
from infra.devservers.books.wire import Answer, Refusal, Row, invalid, missing, success

CREATE, READ, UPDATE, DELETE = (
    f"ZohoBooks.salesorders.{verb}" for verb in ("CREATE", "READ", "UPDATE", "DELETE")
)
CREATED = "Sales Order Created Successfully."
UPDATED = "Sales Order Updated Successfully."
STATUSES = {"draft", "open", "invoiced", "partially_invoiced", "void", "overdue", "closed"}
TEXT_FILTERS = ("salesorder_number", "reference_number", "customer_name")
EXACT_FILTERS = ("customer_id", "status", "email", "salesperson_id")
SORTABLE = (
    "created_time",
    "customer_name",
    "salesorder_number",
    "shipment_date",
    "last_modified_time",
    "reference_number",
    "total",
    "date",
)
NOT_LISTED = frozenset({"line_items", "notes", "terms"})


def create_order(call: Call) -> Answer:
    """Answer ``POST /salesorders``."""
    return success(shown(call, place(call, call.body)), message=CREATED, status=201)


def list_orders(call: Call) -> Answer:
    """Answer ``GET /salesorders``; an index that lags hides the newest orders."""
    seen = call.clock.now() - call.alter.get("search_lag", 0)
    rows = [row for key, row in call.ledger.orders.items() if call.ledger.born[key] <= seen]
    if "ignored_filter" not in call.alter:
        rows = _filtered(rows, call)
    return page(call, "salesorders", [_listed(row) for row in rows], SORTABLE)


def get_order(call: Call) -> Answer:
    """Answer ``GET /salesorders/{id}``."""
    return success({"salesorder": find(call)})


def update_order(call: Call) -> Answer:
    """Answer ``PUT /salesorders/{id}``."""
    return success(shown(call, amend(call, find(call), call.body)), message=UPDATED)


def upsert_order(call: Call) -> Answer:
    """Answer ``PUT /salesorders``, which finds its order by a unique custom field.

    The look-up and the write are one step: two calls with the same value make one order.

    Raises:
        Refusal: the field is not a unique one, the value is missing (4), or nothing has it and
            nothing asks for a new order (1002).
    """
    key = call.headers.get("X-Unique-Identifier-Key", "")
    value = call.headers.get("X-Unique-Identifier-Value", "")
    if key not in call.ledger.unique_fields():
        invalid("X-Unique-Identifier-Key")
    if not value:
        invalid("X-Unique-Identifier-Value", 4)
    found = call.ledger.holder(key, value)
    if found is not None:
        return success(shown(call, amend(call, found, call.body)), message=UPDATED)
    if call.headers.get("X-Upsert", "").lower() != "true":
        raise missing("Sales Order")
    body = dict(call.body)
    if call.switches.upsert_stores_key:
        body["custom_fields"] = [*body.get("custom_fields", []), {"api_name": key, "value": value}]
    status = call.switches.upsert_created_status
    return success(shown(call, place(call, body)), message=CREATED, status=status)


def set_fields(call: Call) -> Answer:
    """Answer ``PUT /salesorder/{id}/customfields`` (singular)."""
    order = find(call)
    fill_fields(call.ledger, order, call.body.get("custom_fields"))
    order["last_modified_time"] = call.stamp()
    return success(message="Custom Fields Updated Successfully")


def delete_order(call: Call) -> Answer:
    """Answer ``DELETE /salesorders/{id}``.

    Raises:
        Refusal: for an invoiced order.
    """
    order = find(call)
    if order["status"] == "invoiced":
        raise Refusal(400, 2, "Sales orders that have been invoiced cannot be deleted.")
    del call.ledger.orders[order["salesorder_id"]]
    return success(message="Sales Order Deleted Successfully.")


def find(call: Call) -> Row:
    """Return the order of the path.

    Raises:
        Refusal: code 1002 when there is none.
    """
    order = call.ledger.orders.get(call.ids["id"])
    if order is None:
        raise missing("Sales Order")
    return order


def shown(call: Call, order: Row) -> Row:
    """Return the answer's resource, spoilt where a fault says so."""
    row = dict(order)
    if "missing_id" in call.alter:
        del row["salesorder_id"]
    if "wrong_customer" in call.alter:
        others = (key for key in call.ledger.contacts if key != row["customer_id"])
        row["customer_id"] = next(others)
    return {"salesorder": row}


def _filtered(rows: list[Row], call: Call) -> list[Row]:
    rows = keep(rows, call, TEXT_FILTERS, CHOICE)
    rows = keep(rows, call, EXACT_FILTERS, {"": TEXT[""]})
    rows = keep(rows, call, ("date", "shipment_date"), DATE)
    rows = keep(
        [row | {"created_date": row["created_time"][:10]} for row in rows],
        call,
        ("created_date",),
        DATE,
    )
    rows = keep(rows, call, ("total",), NUMBER)
    rows = _with_item(modified_since(rows, call), call)
    rows = search(rows, call, TEXT_FILTERS)
    wanted = call.query.get("salesorder_ids", "")
    rows = [row for row in rows if row["salesorder_id"] in wanted.split(",")] if wanted else rows
    return by_status(rows, call, STATUSES)


def _with_item(rows: list[Row], call: Call) -> list[Row]:
    for query, key in (("item_id", "item_id"), ("item_name", "name")):
        wanted = call.query.get(query, "")
        if wanted:
            rows = [row for row in rows if any(x[key] == wanted for x in row["line_items"])]
    return rows


def _listed(row: Row) -> Row:
    kept = {key: row[key] for key in row if key not in NOT_LISTED}
    return {**kept, **row["custom_field_hash"]}


ROUTES = (
    Route("POST", "/salesorders", CREATE, create_order, "json"),
    Route("GET", "/salesorders", READ, list_orders),
    Route("PUT", "/salesorders", UPDATE, upsert_order, "json"),
    Route("GET", "/salesorders/{id}", READ, get_order),
    Route("PUT", "/salesorders/{id}", UPDATE, update_order, "json"),
    Route("DELETE", "/salesorders/{id}", DELETE, delete_order),
    Route("PUT", "/salesorder/{id}/customfields", UPDATE, set_fields, "json"),
)
