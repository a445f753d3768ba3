"""Changing an earlier order's open draft instead of making a second one."""

from dataclasses import replace
from datetime import timedelta

from activities.books.drafts import (
    SETTLING,
    claim_of,
    differences,
    how_touched,
    is_touched,
    known,
    release,
    remove_draft,
)
from activities.books.port import Books, Draft
from orders.case import DraftRef, EarlierDraft
from orders.draft import DraftOrder, draft_hash, draft_of, order_key
from orders.errors import (
    BooksRejected,
    DeskError,
    DraftMismatch,
    EarlierDraftTouched,
    OrderUnsettled,
    OutcomeUnknown,
    RecordGone,
    RecordMissing,
)
from orders.purchase import Fingerprint
from runtime.storage.port import Store
from runtime.storage.reservations import Reservation

OPEN = "draft"
"""The one state in the books in which a sales order is changed."""


async def find_earlier(
    books: Books, store: Store, twin: Fingerprint, organization_id: str
) -> tuple[EarlierDraft | None, bool]:
    """The draft of an earlier order, and whether it may be changed: as the desk wrote it, and open.

    An order that has no draft, has not settled one, or gave it away has none to change.
    """
    key = order_key(twin.tenant_id, organization_id, twin.order_id)
    claim = await store.reservation(key)
    if claim is None or claim.state != "created":
        return None, False
    try:
        draft = await books.read_draft(claim.draft_id)
    except RecordGone:
        return None, False
    earlier = EarlierDraft(draft.draft_id, draft.number, twin.order_id, twin.code, key)
    return earlier, _is_free(await _written(store, claim), draft)


async def update_draft(
    books: Books, store: Store, order: DraftOrder, earlier: EarlierDraft
) -> DraftRef:
    """Put this order's content in place of an earlier one's draft, once, and read it back.

    The earlier claim is handed over first, so that of two later orders one wins and the earlier
    order cannot take back what is no longer its own. The call names the draft by its id: made
    twice it changes nothing twice, and whatever became of a lost one, the draft itself tells.

    Raises:
        EarlierDraftTouched: it is no longer as the desk wrote it; nothing was written.
        DraftMismatch: the books hold something else than was approved.
        OutcomeUnknown: try again.
        BooksRejected: the books refused it and nothing was changed.
        RecordGone: the claim was released by an undo.
    """
    claim = await store.reserve(claim_of(order))
    keyed = await books.has_key_field()
    if claim.state == "created":
        done = await known(books, claim, weaker_promise=not keyed)
        return replace(done, updates=earlier.code)
    if claim.state == "released":
        raise RecordGone("This order's draft was taken back.")
    draft = await _standing(books, earlier)
    if claim.state == "reserved" or is_touched(order, draft):
        await _take_over(store, order, earlier, draft)
        await _put(books, store, order, earlier)
        draft = await books.read_draft(earlier.draft_id)
    wrong = (*differences(order, draft), *draft.unkept, *_added(order, draft))
    if wrong:
        raise DraftMismatch(f"The draft {draft.number} differs in {', '.join(wrong)}.")
    await store.settle(order.order_key, "created", draft.draft_id, draft.number)
    return DraftRef(
        draft.draft_id, draft.number, draft.url, weaker_promise=not keyed, updates=earlier.code
    )


async def take_update_back(
    books: Books,
    store: Store,
    order: DraftOrder,
    earlier: EarlierDraft,
    *,
    settling: timedelta = SETTLING,
    force: bool = False,
) -> str:
    """Undo an update: put the earlier order's content back; say `restored`, `absent` or `left`.

    The earlier order's draft is never deleted for that; only where that order itself was given up
    since does it go, as this order's own. A draft that people opened is left to them even when
    they say that it shall go; one they changed is restored only then (`force`).

    Raises:
        OutcomeUnknown: a change may still be under way; try again after its `retry_after`.
    """
    claim = await store.reservation(order.order_key)
    if claim is not None and claim.state == "handed":
        await release(store, order)
        return "handed"
    if claim is None or claim.state in ("reserved", "released"):
        await store.return_claim(earlier.order_key, order.order_key)
        await release(store, order)
        return "absent"
    if claim.state == "unknown":
        await store.settle(order.order_key, "settling", claim.draft_id, claim.draft_number)
        raise OutcomeUnknown(retry_after=settling)
    before = await store.reservation(earlier.order_key)
    wrote = await _written(store, before) if before else None
    if before is None or (before.state, before.handed_to) != ("handed", order.order_key):
        if wrote is None or wrote.replaces is not None:
            # The earlier order was given up, and changed an even earlier one's draft: for people.
            return "left"
        return await remove_draft(books, store, order, settling, force=force)
    how = await _put_back(books, wrote, order, earlier, force=force)
    if how != "left":
        await store.return_claim(earlier.order_key, order.order_key)
        await release(store, order)
    return how


async def _put_back(
    books: Books, wrote: DraftOrder | None, order: DraftOrder, earlier: EarlierDraft, *, force: bool
) -> str:
    try:
        draft = await books.read_draft(earlier.draft_id)
    except RecordGone:
        return "absent"
    if _is_free(wrote, draft):
        return "restored"
    theirs = is_touched(order, draft) and not force
    if wrote is None or draft.status != OPEN or theirs:
        return "left"
    try:
        await books.update_draft(earlier.draft_id, wrote)
    except (BooksRejected, RecordGone):
        return "left"
    return "restored" if _is_free(wrote, await books.read_draft(earlier.draft_id)) else "left"


async def _written(store: Store, claim: Reservation) -> DraftOrder | None:
    """What the desk wrote for a claim, from that order's case; None where the case moved on since."""
    try:
        order = draft_of(await store.load_case(claim.order_id))
    except (OrderUnsettled, RecordMissing):
        return None
    return order if draft_hash(order) == claim.payload_hash else None


def _is_free(wrote: DraftOrder | None, draft: Draft) -> bool:
    if wrote is None or draft.status != OPEN:
        return False
    return not is_touched(wrote, draft) and not _added(wrote, draft)


def _added(order: DraftOrder, draft: Draft) -> tuple[str, ...]:
    """What stands in a draft although the order has none: a person's, or left over from before."""
    return ("delivery date",) if draft.delivery_date and not order.delivery_date else ()


async def _standing(books: Books, earlier: EarlierDraft) -> Draft:
    try:
        return await books.read_draft(earlier.draft_id)
    except RecordGone:
        raise EarlierDraftTouched(f"{earlier.number} was deleted in Zoho Books.") from None


async def _take_over(store: Store, order: DraftOrder, earlier: EarlierDraft, draft: Draft) -> None:
    """Make the draft this order's, if it still is as the earlier one left it."""
    before = await store.reservation(earlier.order_key)
    wrote = await _written(store, before) if before else None
    if wrote is None or not _is_free(wrote, draft):
        how = how_touched(wrote, draft) if wrote and is_touched(wrote, draft) else "changed"
        raise EarlierDraftTouched(f"{earlier.number} is {how} in Zoho Books.")
    if not await store.hand_claim(earlier.order_key, order.order_key):
        raise EarlierDraftTouched(f"Another order has taken over {earlier.number}.")
    await store.settle(order.order_key, "unknown", draft.draft_id, draft.number)


async def _put(books: Books, store: Store, order: DraftOrder, earlier: EarlierDraft) -> None:
    try:
        await books.update_draft(earlier.draft_id, order)
    except OutcomeUnknown:
        raise
    except DeskError as error:
        # The books answered no, or were never reached: the draft is the earlier order's still.
        await store.return_claim(earlier.order_key, order.order_key)
        await store.settle(order.order_key, "reserved", "", "")
        if isinstance(error, RecordGone):
            raise EarlierDraftTouched(f"{earlier.number} was deleted in Zoho Books.") from None
        raise
