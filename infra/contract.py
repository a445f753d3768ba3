"""`./desk books check`: what the desk needs of the books, one by one."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal

from rich.console import Console
from rich.markup import escape

from activities.books.drafts import create_draft, differences, remove_draft
from activities.books.port import Books
from activities.books.zoho.client import ZohoBooks
from activities.books.zoho.overdue import SCOPE
from orders.case import DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftLine, DraftOrder, order_key
from orders.errors import BooksRejected, DeskError, RecordGone
from orders.prices import round_money
from runtime.settings import ZohoSettings, load_group
from runtime.storage.memory import MemoryStore

NOBODY = "999999999999999999"
SAMPLE = b"%PDF-1.4\n% a file of Order Desk's check\n"


class Broken(Exception):
    """The books do not do what the desk needs of them; the text says what."""


@dataclass
class Findings:
    """What the checks found so far, for the checks after them."""

    books: Books
    organization: Organization | None = None
    customers: tuple[Customer, ...] = ()
    items: tuple[Item, ...] = ()
    order: DraftOrder | None = None
    draft: DraftRef | None = None
    claims: MemoryStore = field(default_factory=MemoryStore)


Check = Callable[[Findings], Awaitable[str]]


async def run_check(console: Console, *, draft: bool) -> int:
    """Try everything that reads, and with `draft` also a draft that is deleted again; 0 or 1."""
    books = ZohoBooks(load_group(ZohoSettings))
    try:
        return await check_books(books, console, draft=draft)
    finally:
        await books.close()


async def check_books(books: Books, console: Console, *, draft: bool) -> int:
    """The same on any books. A draft is taken back whatever happens in between."""
    findings = Findings(books)
    broken = await _try_all(READING, findings, console)
    if not draft:
        console.print("Nothing was written. With --draft one draft is created and deleted again.")
        return 1 if broken else 0
    if findings.customers and findings.items:
        broken += await _try_all(DRAFTING, findings, console)
        broken += await _try_all((("draft taken back", _take_back),), findings, console)
    return 1 if broken else 0


async def _try_all(
    checks: tuple[tuple[str, Check], ...], findings: Findings, console: Console
) -> int:
    broken = 0
    for name, check in checks:
        try:
            console.print(f"[green]✓[/] {name}: {await check(findings)}", highlight=False)
        except (Broken, DeskError) as error:
            broken += 1
            console.print(f"[red]✗[/] {name}: {escape(str(error))}", highlight=False)
    return broken


async def _organization(found: Findings) -> str:
    found.organization = one = await found.books.organization()
    return (
        f"{escape(one.name)}, {one.currency or 'currency unknown'}, {one.price_precision} decimals"
    )


async def _customers(found: Findings) -> str:
    found.customers = await found.books.customers()
    _need(bool(found.customers), "there is no customer")
    _need(all(one.customer_id for one in found.customers), "a customer has no id")
    one = found.customers[0]
    _need((await found.books.customer(one.customer_id)).name == one.name, "list and record differ")
    active = sum(customer.active for customer in found.customers)
    return f"{len(found.customers)} ({active} active), vendors left out"


async def _items(found: Findings) -> str:
    found.items = await found.books.items()
    _need(bool(found.items), "there is no item")
    one = found.items[0]
    _need((await found.books.item(one.item_id)).name == one.name, "list and record differ")
    free = sum(item.active and not item.rate for item in found.items)
    skus = sum(bool(item.sku) for item in found.items)
    return f"{len(found.items)}, {skus} with SKU, {free} active ones with rate 0"


async def _overdue(found: Findings) -> str:
    owing = next((one for one in found.customers if one.outstanding), None)
    due = await found.books.overdue(owing.customer_id if owing else NOBODY)
    if due is None:
        return f"[yellow]unknown[/]: the check of overdue balances takes the scope {SCOPE}"
    return f"seen; {escape(owing.name)} is {due} behind" if owing else "seen"


async def _gone(found: Findings) -> str:
    for ask in (found.books.customer, found.books.item, found.books.read_draft):
        try:
            await ask(NOBODY)
        except RecordGone:
            continue
        raise Broken("a record with an impossible id was found")
    return "said so"


async def _key_field(found: Findings) -> str:
    if await found.books.has_key_field():
        return "unique, so the books themselves keep the promise of one draft"
    return "[yellow]none[/]: only look-ups guard against a second draft; see ./desk doctor"


async def _create(found: Findings) -> str:
    found.order = order = _sample(found)
    found.draft = draft = await create_draft(found.books, found.claims, order)
    return f"{draft.number}, read back and the same line by line"


async def _find(found: Findings) -> str:
    order, draft = _made(found)
    seen = await found.books.find_draft(order)
    if seen is None:
        return "[yellow]not found yet[/]: the books' search lags; the desk allows for that"
    _need(seen.draft_id == draft.draft_id, "the key finds another order")
    return "found, and nothing else"


async def _repeat(found: Findings) -> str:
    order, draft = _made(found)
    if not await found.books.has_key_field():
        return "[yellow]not tried[/]: without the field a repeat would make a second draft"
    again = await found.books.create_draft(order)
    _need(again.draft_id == draft.draft_id, f"a repeat made a second draft, {again.number}")
    return "a repeat changed nothing"


async def _update(found: Findings) -> str:
    order, draft = _made(found)
    line = order.lines[0]
    later = replace(
        order, lines=(replace(line, quantity=Decimal(2)), replace(line, line_id="L002"))
    )
    await found.books.update_draft(draft.draft_id, later)
    wrong = differences(later, await found.books.read_draft(draft.draft_id))
    _need(not wrong, f"an update was kept otherwise: {', '.join(wrong)}")
    await found.books.update_draft(draft.draft_id, order)
    wrong = differences(order, await found.books.read_draft(draft.draft_id))
    _need(not wrong, f"an update does not replace what was there: {', '.join(wrong)}")
    return "its lines replaced, and put back"


async def _papers(found: Findings) -> str:
    _, draft = _made(found)
    await found.books.comment(draft.draft_id, "Order Desk: check")
    taken = []
    for kind in ("pdf", "xlsx"):
        with suppress(BooksRejected):
            await found.books.attach(draft.draft_id, f"order-desk-check.{kind}", SAMPLE)
            taken.append(kind)
    return f"a comment; files taken: {', '.join(taken) or 'none'}"


async def _take_back(found: Findings) -> str:
    if found.order is None:
        raise Broken("there was no draft to take back")
    how = await remove_draft(found.books, found.claims, found.order, force=True)
    _need(how in ("deleted", "voided"), f"it is {how}; look for {found.order.order_key}")
    return how


def _sample(found: Findings) -> DraftOrder:
    """One piece of one item, for a customer in the books' own currency, under a key of its own."""
    home = found.organization or Organization("")
    customers = [one for one in found.customers if one.active]
    local = [one for one in customers if one.currency in ("", home.currency)]
    items = [one for one in found.items if one.active]
    _need(bool(customers and items), "there is no active customer or item to try with")
    customer, item = (local or customers)[0], next((one for one in items if one.rate), items[0])
    now = datetime.now(UTC)
    rate = round_money(item.rate, home.price_precision)
    return DraftOrder(
        order_key=order_key("check", home.organization_id, now.isoformat()),
        order_id="check",
        organization_id=home.organization_id,
        code="CHECK0",
        customer_id=customer.customer_id,
        lines=(DraftLine("L001", item.item_id, Decimal(1), rate),),
        date=now.date().isoformat(),
        currency=customer.currency or home.currency,
        customer_currency=customer.currency or home.currency,
        precision=home.price_precision,
        notes="Order Desk: a check, deleted at once",
    )


def _made(found: Findings) -> tuple[DraftOrder, DraftRef]:
    if found.order is None or found.draft is None:
        raise Broken("there is no draft to try it on")
    return found.order, found.draft


def _need(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Broken(otherwise)


READING: tuple[tuple[str, Check], ...] = (
    ("organization", _organization),
    ("customers", _customers),
    ("items", _items),
    ("overdue invoices", _overdue),
    ("what is not there", _gone),
    ("order key field", _key_field),
)
"""What only reads."""

DRAFTING: tuple[tuple[str, Check], ...] = (
    ("draft created", _create),
    ("draft found by its key", _find),
    ("draft repeated", _repeat),
    ("draft updated", _update),
    ("comment and file", _papers),
)
"""What writes; a draft of this part is taken back at its end."""
