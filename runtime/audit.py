"""Anchoring the audit outside the database, and verifying it against that."""

import asyncio
from contextlib import aclosing

from orders.anchor import Anchor, draw_anchor
from orders.audit import Reason, Verdict, Verifier
from orders.chain import DESK_GENESIS, Head, utc
from orders.errors import AnchorsDisagree, StoreUnavailable
from runtime.anchors import AnchorBooks
from runtime.storage.port import Store

_TRIES = 20


async def write_anchor(store: Store, books: AnchorBooks, now: str) -> Anchor:
    """Note in all books where the audit stands now (ISO, UTC).

    Raises:
        AnchorsDisagree: the log or a book is not what was anchored before; nothing is written.
        CallerFault: `now` is no ISO time with an offset.
        StoreUnavailable: database or folder does not answer, or too many anchor at once.
    """
    for _ in range(_TRIES):
        last = await asyncio.to_thread(books.newest)
        anchor = await _draw(store, max(utc(now), last.time if last else ""), last)
        if await asyncio.to_thread(books.append, anchor):
            return anchor
    raise StoreUnavailable("Too many writers anchor the audit at once.")


async def _draw(store: Store, time: str, last: Anchor | None) -> Anchor:
    standing = await store.audit_head()
    end = Head(last.count, last.head) if last else Head(0, DESK_GENESIS)
    fresh: list[str] = []
    async with aclosing(store.audit_records(end.seq)) as records:
        async for record in records:
            if record.seq > standing.seq:
                break
            if record.prev != end.hash:
                raise AnchorsDisagree("The audit log does not go on from its newest anchor.")
            fresh.append(record.hash)
            end = Head(record.seq, record.hash)
    if (end.seq, end.hash) != (standing.seq, standing.hash):
        raise AnchorsDisagree("The audit log does not end where it should.")
    return draw_anchor(time, end.hash, fresh, last)


async def verify_log(store: Store, books: AnchorBooks) -> Verdict:
    """Judge the whole log against every anchor; reads only, and streams."""
    try:
        shelf = await asyncio.to_thread(books.read)
    except StoreUnavailable:
        return Verifier(()).verdict(Reason.UNREADABLE)
    verifier = Verifier(shelf.anchors)
    try:
        verifier.expect(*shelf.ends, await store.audit_head())
        async with aclosing(store.audit_records()) as records:
            async for record in records:
                if not verifier.feed(record):
                    break
    except StoreUnavailable:
        return verifier.verdict(Reason.UNREADABLE)
    return verifier.verdict(shelf.trouble)
