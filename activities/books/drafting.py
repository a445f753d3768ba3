"""The steps that put an approved case into the books and out again."""

from datetime import timedelta

from activities.books.drafts import (
    SETTLING,
    TOUCHED,
    at_once,
    create_draft,
    differences,
    remove_draft,
)
from activities.books.port import Books
from activities.books.updates import take_update_back, update_draft
from orders.case import DraftRef
from orders.draft import draft_hash, draft_of
from orders.errors import OrderUnsettled, RecordGone
from runtime.storage.port import Store


class Drafting:
    """Creates and removes the draft of a case."""

    def __init__(self, books: Books, store: Store, settling: timedelta = SETTLING) -> None:
        """`settling` is how long a lost call may still land where no unique key guards."""
        self._books = books
        self._store = store
        self._settling = settling

    async def create(self, order_id: str, order_hash: str) -> DraftRef:
        """Create the draft of exactly the approved content, or change the earlier one it names.

        See `drafts.create_draft` and `updates.update_draft`.

        Raises:
            OrderUnsettled: the case no longer holds what was approved.
        """
        order = draft_of(await self._store.load_case(order_id))
        if draft_hash(order) != order_hash:
            raise OrderUnsettled("The order is no longer the one that was approved.")
        earlier = order.replaces
        if earlier is not None:
            return await at_once(lambda: update_draft(self._books, self._store, order, earlier))
        return await at_once(lambda: create_draft(self._books, self._store, order, self._settling))

    async def undo(self, order_id: str, *, force: bool = False) -> str:
        """Take the draft back; see `drafts.remove_draft` and `updates.take_update_back`."""
        try:
            order = draft_of(await self._store.load_case(order_id))
        except OrderUnsettled:
            # What was never complete was never sent.
            return "absent"
        books, store, settling = self._books, self._store, self._settling
        if order.replaces is not None:
            return await take_update_back(
                books, store, order, order.replaces, settling=settling, force=force
            )
        return await remove_draft(books, store, order, settling, force=force)

    def try_now(self) -> None:
        """Let the next call to the books pass."""
        self._books.try_now()

    async def ping(self) -> None:
        """Return when the books answer."""
        await self._books.organization()

    async def look(self, order_id: str, draft_id: str) -> str:
        """What became of a draft: the books' word for its status, `edited`, `deleted`, `replaced`."""
        order = draft_of(await self._store.load_case(order_id))
        claim = await self._store.reservation(order.order_key)
        if claim is not None and claim.state == "handed":
            return "replaced"
        try:
            draft = await self._books.read_draft(draft_id)
        except RecordGone:
            return "deleted"
        status = draft.status or "draft"
        return "edited" if status not in TOUCHED and differences(order, draft) else status
