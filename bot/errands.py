"""What goes on after a request was answered: counted, bounded, drained."""

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

import structlog

_log = structlog.get_logger(__name__)
_T = TypeVar("_T")

MOST = 1_000
"""Errands that may be under way at once."""


class Errands:
    """Background tasks of the bot: each is kept until it ends, and all end before the process."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._tasks: set[asyncio.Task[object]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    @property
    def full(self) -> bool:
        """Whether no more errands are taken."""
        return len(self._tasks) >= self._most

    def start(self, errand: Coroutine[object, object, _T]) -> asyncio.Task[_T]:
        """Start an errand and keep hold of it."""
        task = asyncio.create_task(errand)
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    async def drain(self, seconds: float) -> None:
        """Let errands end, at most this long; then cancel what is left."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _forget(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("errand.failed", kind=type(task.exception()).__name__)
