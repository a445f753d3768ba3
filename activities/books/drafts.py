"""Exactly one draft: reserve, look, send, settle, read back; and undo."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from activities.books.port import Books, Draft, SentLine
from orders.case import DraftRef
from orders.draft import DraftLine, DraftOrder, draft_hash
from orders.errors import (
    BooksRejected,
    BooksUnavailable,
    DeskError,
    DraftMismatch,
    DraftTouched,
    OutcomeUnknown,
    RecordGone,
)
from runtime.storage.reservations import Reservation, Reservations

SETTLING = timedelta(seconds=60)
"""How long a lost call may still take effect where the books keep no unique key."""


async def create_draft(
    books: Books, claims: Reservations, order: DraftOrder, settling: timedelta = SETTLING
) -> DraftRef:
    """Create the order's one draft, or return the one that is there.

    States of the claim: `reserved` (nothing was sent, or it was refused), `unknown` (it was about
    to be sent: only the books know), `settling` (the same, and the wait for late commits was
    asked for), `created`, `released`. The claim says `unknown` before the call leaves, so a crash
    at any moment is found by the next try, which looks before it sends.

    Raises:
        OutcomeUnknown: try again after its `retry_after`.
        DraftTouched: the order of this key is no longer as the desk wrote it; it is left alone.
        DraftMismatch: the books hold something else than was approved.
        RecordGone: the claim was released by an undo.
        BooksRejected: the books refused it and nothing was created.
    """
    claim = await claims.reserve(claim_of(order))
    keyed = await books.has_key_field()
    if claim.state in ("created", "handed"):
        return await known(books, claim, weaker_promise=not keyed)
    if claim.state == "released":
        raise RecordGone("This order's draft was taken back.")
    if claim.draft_id:
        return await _confirm(books, claims, order, claim.draft_id, keyed=keyed)
    found = await books.find_draft(order, thorough=claim.state != "reserved")
    if found is not None:
        return await _adopt(claims, order, found, keyed=keyed)
    if claim.state == "unknown" and not keyed:
        await claims.settle(order.order_key, "settling", "", "")
        raise OutcomeUnknown(retry_after=settling)
    return await _send(books, claims, order, keyed=keyed, settling=settling)


async def at_once(attempt: Callable[[], Awaitable[DraftRef]]) -> DraftRef:
    """Create or update; a lost or refused call is settled by a second try in the same turn.

    Tried again by the queue, the order would stand behind everybody who came after it. Where the
    books asked for a pause there is no second try.
    """
    try:
        return await attempt()
    except (OutcomeUnknown, BooksUnavailable) as error:
        if error.retry_after is not None:
            raise
    return await attempt()


async def remove_draft(
    books: Books,
    claims: Reservations,
    order: DraftOrder,
    settling: timedelta = SETTLING,
    *,
    force: bool = False,
) -> str:
    """Take the order's draft back; say `deleted`, `voided`, `absent`, `left` or `handed`.

    A draft that passed to a later order is that one's, and stays (`handed`). A draft that a person
    opened or changed is left alone (`left`), unless somebody was asked and wants it gone all the
    same (`force`); then only what the books refuse is left. The claim is released, so that a late
    try cannot create it again.

    Raises:
        OutcomeUnknown: a create may still be under way; try again after its `retry_after`.
    """
    claim = await claims.reservation(order.order_key)
    if claim is None or claim.state in ("reserved", "released"):
        await release(claims, order)
        return "absent"
    if claim.state == "handed":
        await release(claims, order)
        return "handed"
    draft = await _standing(books, claim, order)
    if draft is None and claim.state == "unknown" and not claim.draft_id:
        await claims.settle(order.order_key, "settling", "", "")
        raise OutcomeUnknown(retry_after=settling)
    how = "absent" if draft is None else await _take_back(books, draft, order, force=force)
    if how != "left":
        await release(claims, order)
    return how


def differences(order: DraftOrder, draft: Draft) -> tuple[str, ...]:
    """What the books hold differently, in words; empty when all is the same.

    What the books do not say of an order is not held against them.
    """
    found: list[str] = []
    if draft.customer_id != order.customer_id:
        found.append("customer")
    if not _same_lines(order, draft):
        found.append("lines")
    if not _same_sum(order, draft):
        found.append("total")
    said = (
        ("order key", order.order_key, draft.order_key),
        ("currency", order.currency, draft.currency),
        ("delivery address", order.shipping_address_id, draft.shipping_address_id),
    )
    found += [name for name, ours, theirs in said if ours and theirs and ours != theirs]
    told = (
        ("date", order.date, draft.date),
        ("delivery date", order.delivery_date, draft.delivery_date),
        ("PO number", " ".join(order.po_number.split()), _spaced(draft.po_number)),
    )
    found += [name for name, ours, theirs in told if ours and theirs not in (None, ours)]
    return (*found, *([] if _same_notes(order, draft) else ["notes"]))


def claim_of(order: DraftOrder) -> Reservation:
    """The claim that a first try makes."""
    return Reservation(order.order_key, order.organization_id, order.order_id, draft_hash(order))


async def _send(
    books: Books, claims: Reservations, order: DraftOrder, *, keyed: bool, settling: timedelta
) -> DraftRef:
    await claims.settle(order.order_key, "unknown", "", "")
    try:
        sent = await books.create_draft(order)
    except OutcomeUnknown:
        if keyed:
            raise
        await claims.settle(order.order_key, "settling", "", "")
        raise OutcomeUnknown(retry_after=settling) from None
    except DeskError:
        # The books answered no, or were never reached: nothing was created.
        await claims.settle(order.order_key, "reserved", "", "")
        raise
    await claims.settle(order.order_key, "unknown", sent.draft_id, sent.number)
    return await _confirm(books, claims, order, sent.draft_id, keyed=keyed)


async def _confirm(
    books: Books, claims: Reservations, order: DraftOrder, draft_id: str, *, keyed: bool
) -> DraftRef:
    """Read the draft back and compare it with what was approved."""
    draft = await books.read_draft(draft_id)
    wrong = (*differences(order, draft), *draft.unkept)
    if wrong:
        raise DraftMismatch(f"The draft {draft.number} differs in {', '.join(wrong)}.")
    return await _settled(claims, order, draft, keyed=keyed)


async def _adopt(claims: Reservations, order: DraftOrder, draft: Draft, *, keyed: bool) -> DraftRef:
    """Take an order that carries our key as ours, if it is as we would write it."""
    if is_touched(order, draft):
        raise DraftTouched(f"{draft.number} is {how_touched(order, draft)} in Zoho Books.")
    return await _settled(claims, order, draft, keyed=keyed)


async def _settled(
    claims: Reservations, order: DraftOrder, draft: Draft, *, keyed: bool
) -> DraftRef:
    await claims.settle(order.order_key, "created", draft.draft_id, draft.number)
    return DraftRef(draft.draft_id, draft.number, draft.url, weaker_promise=not keyed)


TOUCHED = frozenset({"open", "void", "invoiced", "partially_invoiced", "closed", "overdue"})
"""States that only a person brings about; `draft` and the states of an approval flow are ours."""


async def known(books: Books, claim: Reservation, *, weaker_promise: bool) -> DraftRef:
    """A draft created before: with its page while it stands, without when a person deleted it."""
    try:
        url = (await books.read_draft(claim.draft_id)).url
    except RecordGone:
        url = ""
    return DraftRef(claim.draft_id, claim.draft_number, url, weaker_promise=weaker_promise)


async def _standing(books: Books, claim: Reservation, order: DraftOrder) -> Draft | None:
    if not claim.draft_id:
        return await books.find_draft(order)
    try:
        return await books.read_draft(claim.draft_id)
    except RecordGone:
        return None


async def _take_back(books: Books, draft: Draft, order: DraftOrder, *, force: bool) -> str:
    if draft.status == "void":
        return "voided"
    if is_touched(order, draft) and not force:
        return "left"
    if draft.status not in TOUCHED:
        with suppress(BooksRejected):
            await books.delete_draft(draft.draft_id)
            return "deleted"
    try:
        await books.void_draft(draft.draft_id)
    except BooksRejected:
        # Invoiced, closed, or otherwise beyond what an order desk may undo.
        return "left"
    return "voided"


def is_touched(order: DraftOrder, draft: Draft) -> bool:
    """Whether a person has opened or changed the draft since the desk wrote it."""
    return draft.status in TOUCHED or bool(differences(order, draft))


def how_touched(order: DraftOrder, draft: Draft) -> str:
    """What a person made of a draft, in words: its state, or what was changed on it."""
    moved = draft.status in TOUCHED
    return draft.status if moved else f"changed ({', '.join(differences(order, draft))})"


async def release(claims: Reservations, order: DraftOrder) -> None:
    """Let the key go for good: a late try creates nothing any more."""
    await claims.reserve(claim_of(order))
    await claims.settle(order.order_key, "released", "", "")


def _same_lines(order: DraftOrder, draft: Draft) -> bool:
    if len(order.lines) != len(draft.lines):
        return False
    return all(
        ours.item_id == theirs.item_id
        and ours.quantity == theirs.quantity
        and ours.rate in (None, theirs.rate)
        and _same_discount(ours, theirs)
        and (not ours.tax_id or theirs.tax_id in ("", ours.tax_id))
        and (
            not ours.description or _spaced(theirs.description) in (None, _spaced(ours.description))
        )
        for ours, theirs in zip(order.lines, draft.lines, strict=True)
    )


def _same_discount(ours: DraftLine, theirs: SentLine) -> bool:
    """Per cents as `10%` or `10.00%`; one that the books do not show is judged by the total."""
    text = theirs.discount.strip().removesuffix("%")
    if not ours.discount or not text or not theirs.discount.strip().endswith("%"):
        return True
    try:
        return Decimal(text) == ours.discount
    except InvalidOperation:
        return False


def _spaced(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _same_notes(order: DraftOrder, draft: Draft) -> bool:
    """Line ends and spaces are the books' own; an order number without a field stands there too."""
    if draft.notes is None:
        return True
    ours = (order.notes, f"{order.notes} PO {order.po_number}")
    return draft.notes.split() in [text.split() for text in ours]


def _same_sum(order: DraftOrder, draft: Draft) -> bool:
    """Taxes and inclusive prices make one of the two sums differ, never both."""
    expected = order.sub_total
    sums: list[Decimal] = [one for one in (draft.sub_total, draft.total) if one is not None]
    return expected is None or not sums or expected in sums
