"""Routes of items and price lists."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.sieve import NUMBER, TEXT, by_status, keep, page, search
from infra.devservers.books.wire import Answer, missing, success

READ = "ZohoBooks.settings.READ"


def list_items(call: Call) -> Answer:
    """Answer ``GET /items``; neither sku nor ean is a filter."""
    rows = list(call.ledger.items.values())
    if "ignored_filter" not in call.alter:
        rows = keep(rows, call, ("name", "description"), TEXT)
        rows = keep(rows, call, ("tax_id", "account_id"), {"": TEXT[""]})
        rows = keep(rows, call, ("rate",), NUMBER)
        rows = search(rows, call, ("name", "description", "sku"))
        rows = by_status(rows, call, {"active", "inactive"})
    return page(call, "items", rows, ("name", "rate", "tax_name"))


def get_item(call: Call) -> Answer:
    """Answer ``GET /items/{id}``.

    Raises:
        Refusal: code 1002 when there is none.
    """
    item = call.ledger.items.get(call.ids["item_id"])
    if item is None:
        raise missing("Item")
    return success({"item": item})


def get_details(call: Call) -> Answer:
    """Answer ``GET /itemdetails?item_ids=a,b``; unknown ids are left out."""
    wanted = call.query.get("item_ids", "").split(",")
    found = [call.ledger.items[item_id] for item_id in wanted if item_id in call.ledger.items]
    return success({"items": found})


def list_pricebooks(call: Call) -> Answer:
    """Answer ``GET /pricebooks``; rows come without their items."""
    rows = search(list(call.ledger.pricebooks.values()), call, ("name",))
    rows = [{key: row[key] for key in row if key != "pricebook_items"} for row in rows]
    return page(call, "pricebooks", rows, ("name",))


def list_pricebook_items(call: Call) -> Answer:
    """Answer ``GET /pricebooks/items?pricebook_id=``.

    Raises:
        Refusal: code 1002 when there is no such price list.
    """
    book = call.ledger.pricebooks.get(call.query.get("pricebook_id", ""))
    if book is None:
        raise missing("Price list")
    rows = [
        row | {key: call.ledger.items[row["item_id"]][key] for key in ("name", "sku")}
        for row in book["pricebook_items"]
    ]
    return page(call, "pricebook_items", rows, ("name",))


ROUTES = (
    Route("GET", "/items", READ, list_items),
    Route("GET", "/items/{item_id}", READ, get_item),
    Route("GET", "/itemdetails", READ, get_details),
    Route("GET", "/pricebooks", READ, list_pricebooks),
    Route("GET", "/pricebooks/items", READ, list_pricebook_items),
)
