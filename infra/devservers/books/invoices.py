"""The route of invoices: only what tells which of them are overdue."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.ledger import Ledger
from infra.devservers.books.sieve import TEXT, keep, page
from infra.devservers.books.wire import Answer, Row

READ = "ZohoBooks.invoices.READ"
EXACT = ("customer_id", "status")


def list_invoices(call: Call) -> Answer:
    """Answer ``GET /invoices``."""
    rows = list(call.ledger.invoices.values())
    if "ignored_filter" not in call.alter:
        rows = keep(rows, call, EXACT, {"": TEXT[""]})
    return page(call, "invoices", rows, ("created_time", "date", "due_date", "balance", "total"))


def add_invoice(ledger: Ledger, row: Row) -> Row:
    """Complete an invoice's row, keep it and return it."""
    customer = ledger.contacts[row["customer_id"]]
    full: Row = {
        "invoice_id": row.get("invoice_id") or ledger.new_id(),
        "invoice_number": f"INV-{len(ledger.invoices) + 1:05}",
        "customer_name": customer["contact_name"],
        "currency_code": customer["currency_code"],
        "status": "sent",
        "date": "2026-01-05",
        "due_date": "2026-02-04",
        "total": row.get("balance", 0),
        "balance": 0,
        **row,
    }
    ledger.invoices[full["invoice_id"]] = full
    return full


ROUTES = (Route("GET", "/invoices", READ, list_invoices),)
