"""Uploads acknowledged but not worked off yet, kept through a crash."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.turn import Turn, TurnKind
from orders.errors import DeskError
from runtime.storage.port import KeptUpload, Seal, Store

_log = structlog.get_logger(__name__)

ABANDONED = timedelta(seconds=10)
"""An upload that lies longer than this waits for a machine, or belongs to a process that is gone."""


class Inbox:
    """Where uploads wait between the acknowledgement and their order."""

    def __init__(self, store: Store, seal: Seal, now: Callable[[], datetime]) -> None:
        self._store = store
        self._seal = seal
        self._now = now
        self._waiting: list[KeptUpload] = []
        self._written: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()

    async def keep(self, turn: Turn, raw: Mapping[str, Any]) -> str:
        """Keep an upload and return its key; from here on it may be acknowledged.

        Raises:
            StoreUnavailable: it could not be kept.
        """
        key = hashlib.sha256(
            f"{turn.tenant_id}|{turn.conversation_id}|{turn.activity_id}".encode()
        ).hexdigest()
        sealed = self._seal.seal(json.dumps(raw, ensure_ascii=False))
        self._waiting.append(KeptUpload(key, sealed, self._now().isoformat()))
        if self._written is None:
            self._written = asyncio.create_task(self._write())
        await asyncio.shield(self._written)
        return key

    async def _write(self) -> None:
        """Write all that arrived while the batch before was written: one commit for many."""
        async with self._turn:
            batch, self._waiting, self._written = self._waiting, [], None
            await self._store.keep_uploads(batch)

    async def drop(self, key: str) -> None:
        """Forget an upload whose order stands (or was refused)."""
        await self._store.drop_upload(key)

    async def leftovers(self, older: timedelta = ABANDONED) -> AsyncIterator[tuple[str, Any]]:
        """Uploads that nobody works on any more; one that cannot be opened is dropped."""
        for key, sealed in await self._store.uploads((self._now() - older).isoformat()):
            try:
                yield key, json.loads(self._seal.open(sealed))
            except DeskError as error:
                _log.error("inbox.unreadable", kind=type(error).__name__, alert=True)
                await self.drop(key)


def is_upload(turn: Turn) -> bool:
    """Whether this turn may carry a file."""
    return turn.kind is TurnKind.MESSAGE and bool(turn.attachments)
