"""A worker that hangs once in every step, until it is killed.

`python -m support.doomed before|after FOLDER STEP…`: the first order that comes to a step hangs
there for good, either before its activity has done anything or after it has done everything and
told nobody. Orders that hang already are passed over, so that each step hangs another order. A
step that fails, as one does that is refused for now, has not hung: the next to come does.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from temporalio import activity

from activities.registry import Machines, open_machines
from infra.processes.parts import open_parts, until_stopped, utc_now
from infra.processes.worker import build_workers
from runtime.settings import load_settings

Step = Callable[[Any], Awaitable[Any]]


class Doom:
    """Which order hangs where."""

    def __init__(self, when: str, notes: Path, steps: set[str]) -> None:
        self.when, self.notes, self.left = when, notes, steps
        self.hanging: set[str] = set()

    def on(self, step: Step) -> Step:
        """The same activity, which hangs the first order that it may."""
        name = activity._Definition.must_from_callable(step).name or ""

        async def doomed(argument: Any) -> Any:
            order = activity.info().workflow_id
            mine = name in self.left and order not in self.hanging
            if mine:
                self.left.discard(name)
                self.hanging.add(order)
                if self.when == "before":
                    await self._hang(name, order)
            try:
                answer = await step(argument)
            except BaseException:
                if mine:
                    self._spare(name, order)
                raise
            if mine:
                await self._hang(name, order)
            return answer

        doomed.__annotations__ = dict(_types(step))
        return activity.defn(name=name)(doomed)

    def _spare(self, name: str, order: str) -> None:
        self.left.add(name)
        self.hanging.discard(order)

    async def _hang(self, name: str, order: str) -> None:
        (self.notes / name).write_text(order)
        await asyncio.Event().wait()


def _types(step: Step) -> dict[str, Any]:
    definition = activity._Definition.must_from_callable(step)
    arguments = definition.arg_types or []
    return {"argument": arguments[0], "return": definition.ret_type}


async def main(when: str, notes: str, steps: list[str]) -> None:
    settings, doom = load_settings(), Doom(when, Path(notes), set(steps))
    async with (
        open_parts(settings, "worker") as parts,
        open_machines(settings, parts, utc_now) as machines,
    ):
        doomed = Machines(
            [doom.on(one) for one in machines.activities], [doom.on(one) for one in machines.books]
        )
        orders, books = build_workers(parts, doomed)
        async with orders, books:
            await until_stopped()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
