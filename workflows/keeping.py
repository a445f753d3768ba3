"""Tasks beside a workflow's own: one of them that breaks is no secret."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def kept(*keepers: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run keepers, which never end by themselves, for as long as the block runs.

    An error of a task that nobody waits for would be a line in a log, and the order would stand
    still behind it. Here it ends the block, so that Temporal sees the workflow's task fail, alerts
    fire, and the order goes on with mended code.

    Raises:
        RuntimeError: a keeper broke; its error is the cause.
    """
    main, broken = asyncio.current_task(), list[BaseException]()

    def tell(keeper: "asyncio.Task[None]") -> None:
        error = None if keeper.cancelled() else keeper.exception()
        if error is not None and main is not None:
            broken.append(error)
            main.cancel()

    tasks = [asyncio.create_task(one) for one in keepers]
    for task in tasks:
        task.add_done_callback(tell)
    try:
        yield
    except asyncio.CancelledError:
        if broken:
            raise RuntimeError("what goes on beside the order broke") from broken[0]
        raise
    finally:
        for task in tasks:
            task.cancel()
