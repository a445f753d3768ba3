"""Routes of contacts: customers and vendors."""

from collections import Counter

from infra.devservers.books.call import Call, Route
from infra.devservers.books.sieve import TEXT, Test, by_status, keep, page, search
from infra.devservers.books.wire import Answer, Row, missing, success

READ = "ZohoBooks.contacts.READ"
DETAIL_ONLY = frozenset(
    {
        "contact_persons",
        "billing_address",
        "shipping_address",
        "addresses",
        "pricebook_id",
        "credit_limit",
        "vat_reg_no",
        "notes",
    }
)
NAMES = ("contact_name", "company_name", "first_name", "last_name", "email", "phone")
SEARCHED = ("contact_name", "company_name", "first_name", "last_name", "email", "notes")
SORTABLE = (
    "contact_name",
    "first_name",
    "last_name",
    "email",
    "outstanding_receivable_amount",
    "created_time",
    "last_modified_time",
)
TYPE: dict[str, Test] = {"": TEXT[""]}


def list_contacts(call: Call) -> Answer:
    """Answer ``GET /contacts``."""
    rows = list(call.ledger.contacts.values())
    if "ignored_filter" not in call.alter:
        rows = keep(rows, call, ("contact_type",), TYPE)
        rows = search(keep(rows, call, NAMES, TEXT), call, SEARCHED)
        rows = _special(by_status(rows, call, {"active", "inactive"}), call)
    return page(call, "contacts", [_listed(row) for row in rows], SORTABLE)


def get_contact(call: Call) -> Answer:
    """Answer ``GET /contacts/{id}``.

    Raises:
        Refusal: code 1002 when there is none.
    """
    contact = call.ledger.contacts.get(call.ids["contact_id"])
    if contact is None:
        raise missing("Contact")
    return success({"contact": contact})


def _special(rows: list[Row], call: Call) -> list[Row]:
    wanted = call.query.get("filter_by")
    if wanted == "Status.Crm":
        return []
    if wanted != "Status.Duplicate":
        return rows
    names = Counter(row["contact_name"] for row in rows)
    return [row for row in rows if names[row["contact_name"]] > 1]


def _listed(row: Row) -> Row:
    shown = {key: value for key, value in row.items() if key not in DETAIL_ONLY}
    return {**shown, **row["custom_field_hash"]}


ROUTES = (
    Route("GET", "/contacts", READ, list_contacts),
    Route("GET", "/contacts/{contact_id}", READ, get_contact),
)
