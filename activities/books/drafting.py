"""The steps that put an approved case into the books and out again."""

from datetime import timedelta

from activities.books.drafts import (
    SETTLING,
    TOUCHED,
    create_at_once,
    differences,
    remove_draft,
)
from activities.books.port import Books
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
        """Create the draft of exactly the approved content; see `drafts.create_at_once`.

        Raises:
            OrderUnsettled: the case no longer holds what was approved.
        """
        order = draft_of(await self._store.load_case(order_id))
        if draft_hash(order) != order_hash:
            raise OrderUnsettled("The order is no longer the one that was approved.")
        return await create_at_once(self._books, self._store, order, self._settling)

    async def undo(self, order_id: str, *, force: bool = False) -> str:
        """Take the draft back; `deleted`, `voided`, `absent` or `left`; see `remove_draft`."""
        try:
            order = draft_of(await self._store.load_case(order_id))
        except OrderUnsettled:
            # What was never complete was never sent.
            return "absent"
        return await remove_draft(self._books, self._store, order, self._settling, force=force)

    def try_now(self) -> None:
        """Let the next call to the books pass."""
        self._books.try_now()

    async def ping(self) -> None:
        """Return when the books answer."""
        await self._books.organization()

    async def look(self, order_id: str, draft_id: str) -> str:
        """What became of a draft: the books' word for its status, `edited` or `deleted`."""
        order = draft_of(await self._store.load_case(order_id))
        try:
            draft = await self._books.read_draft(draft_id)
        except RecordGone:
            return "deleted"
        status = draft.status or "draft"
        return "edited" if status not in TOUCHED and differences(order, draft) else status
