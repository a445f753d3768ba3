"""Control routes ``/__fake/*`` for tests and demos; no client calls them."""

from collections.abc import Callable
from dataclasses import asdict

from aiohttp import web

from infra.devservers.books.gate import BOOKS, Books
from infra.devservers.books.invoices import add_invoice
from infra.devservers.books.ledger import Ledger
from infra.devservers.books.lines import totals
from infra.devservers.books.seed import SERVED, add_contact, add_item, custom_field
from infra.devservers.books.weather import respond
from infra.devservers.books.wire import Answer, Refusal, Row, parse, to_json


async def control(request: web.Request) -> web.StreamResponse:
    """Run one control and answer with JSON; a wrong one is HTTP 400 with a sentence."""
    books = request.app[BOOKS]
    run = CONTROLS.get((request.method, request.match_info["name"]))
    if run is None:
        return _json({"error": f"no control {request.method} {request.path}"}, 404)
    sent = await request.read()
    try:
        return _json(run(books, parse(sent) if sent else {}))
    except (ValueError, TypeError, LookupError, StopIteration, Refusal) as error:
        return _json({"error": f"{type(error).__name__}: {error}"}, 400)


def _json(row: Row, status: int = 200) -> web.Response:
    return respond(Answer(status=status, body=to_json(row)))


def _read_log(books: Books, _row: Row) -> Row:
    return {"log": list(books.journal.entries)}


def _clear_log(books: Books, _row: Row) -> Row:
    books.journal.entries.clear()
    return {"log": []}


def _list_faults(books: Books, _row: Row) -> Row:
    return {"faults": [asdict(fault) for fault in books.faults.waiting]}


def _add_faults(books: Books, row: Row) -> Row:
    for fault in row.get("faults", [row]):
        numbers = {key: float(fault[key]) for key in ("seconds",) if key in fault}
        books.faults.add(fault | numbers)
    return _list_faults(books, row)


def _clear_faults(books: Books, row: Row) -> Row:
    books.faults.waiting.clear()
    return _list_faults(books, row)


def _tell_time(books: Books, _row: Row) -> Row:
    return {"now": str(books.clock.now())}


def _advance(books: Books, row: Row) -> Row:
    books.clock.advance(float(row["advance"]))
    return _tell_time(books, row)


def _seed(books: Books, row: Row) -> Row:
    """Add contacts, items, invoices and custom fields, or replace each kind that is named.

    A row with the id of a known contact or item changes only what it names.
    """
    ledger = books.ledgers[row.get("organization_id", SERVED)]
    if row.get("replace"):
        for kept, name in ((ledger.contacts, "contacts"), (ledger.items, "items")):
            kept.clear() if name in row else None
        ledger.fields = [] if "custom_fields" in row else ledger.fields
    now = dict.fromkeys(("created_time", "last_modified_time"), books.clock.stamp(ledger.offset))
    contacts = [
        add_contact(ledger, ledger.contacts.get(contact.get("contact_id"), {}) | now | contact)
        for contact in row.get("contacts", [])
    ]
    items = [
        add_item(ledger, ledger.items.get(item.get("item_id"), {}) | now | item)
        for item in row.get("items", [])
    ]
    for wanted in row.get("custom_fields", []):
        name, unique = wanted["api_name"], bool(wanted.get("unique"))
        ledger.fields.append(custom_field(ledger, name, wanted.get("label", name), unique=unique))
    invoices = [add_invoice(ledger, dict(invoice)) for invoice in row.get("invoices", [])]
    fields = ledger.fields
    return {"contacts": contacts, "items": items, "custom_fields": fields, "invoices": invoices}


def _show_state(books: Books, _row: Row) -> Row:
    served = books.ledgers[SERVED]
    return {
        "orders": list(served.orders.values()),
        "contacts": len(served.contacts),
        "items": len(served.items),
        "comments": served.comments,
        "files": {key: file.name for key, file in served.files.items()},
    }


def _reset(books: Books, _row: Row) -> Row:
    if books.options.keep:
        books.options.keep.unlink(missing_ok=True)
    books.reset()
    return {"reset": True}


def _act_as_person(books: Books, row: Row) -> Row:
    """Do what a colleague does in the web page: edit, open, void, invoice or delete."""
    ledger = books.ledgers[SERVED]
    order = ledger.orders[row["salesorder_id"]]
    action = row.get("action", "edit")
    if action == "delete":
        return ledger.orders.pop(row["salesorder_id"])
    if action == "edit":
        order |= row.get("fields", {})
    else:
        status = {"open": "open", "void": "void", "invoice": "invoiced"}[action]
        order |= {"status": status, "order_status": status, "current_sub_status": status}
    return _touched(books, ledger, order, action)


def _touched(books: Books, ledger: Ledger, order: Row, action: str) -> Row:
    order |= totals(order) | {"last_modified_time": books.clock.stamp(ledger.offset)}
    ledger.comments[order["salesorder_id"]].append(
        ledger.comments[order["salesorder_id"]][0]
        | {"description": f"Sales Order {action} by a colleague.", "commented_by": "Colleague"}
    )
    return order


def _set_limits(books: Books, row: Row) -> Row:
    limits = books.limits
    limits.minute = int(row.get("minute", limits.minute))
    limits.in_flight = int(row.get("in_flight", limits.in_flight))
    limits.day = int(row.get("day", limits.day))
    return {"minute": limits.minute, "in_flight": limits.in_flight, "day": limits.day}


def _set_switches(books: Books, row: Row) -> Row:
    known = asdict(books.switches)
    if unknown := set(row) - set(known):
        raise ValueError(f"unknown switch {', '.join(sorted(unknown))}")
    for name, value in row.items():
        setattr(books.switches, name, value)
    return asdict(books.switches)


def _grant(books: Books, row: Row) -> Row:
    """Change what the refresh token may do; tokens given out before die."""
    books.tokens.scope = str(row["scope"])
    books.tokens.live.clear()
    return {"scope": books.tokens.scope}


Control = Callable[[Books, Row], Row]
CONTROLS: dict[tuple[str, str], Control] = {
    ("GET", "log"): _read_log,
    ("DELETE", "log"): _clear_log,
    ("GET", "faults"): _list_faults,
    ("POST", "faults"): _add_faults,
    ("DELETE", "faults"): _clear_faults,
    ("GET", "clock"): _tell_time,
    ("POST", "clock"): _advance,
    ("POST", "seed"): _seed,
    ("GET", "state"): _show_state,
    ("POST", "reset"): _reset,
    ("POST", "person"): _act_as_person,
    ("POST", "limits"): _set_limits,
    ("POST", "switches"): _set_switches,
    ("POST", "grant"): _grant,
}
