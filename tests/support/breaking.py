"""Ways to hurt a running desk: kill, freeze, cut, fill the disk, hang a step."""

import asyncio
import contextlib
import json
import resource
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from infra.ports import LOOPBACK
from infra.stack import ROOT
from support.facts import eventually
from support.road import Json, Road


def freeze(road: Road, name: str) -> None:
    """Stop a part where it is, as a long pause of the machine would."""
    road.stack.children.running[name].send_signal(signal.SIGSTOP)


def thaw(road: Road, name: str) -> None:
    """Let it go on."""
    road.stack.children.running[name].send_signal(signal.SIGCONT)


@asynccontextmanager
async def without(road: Road, name: str) -> AsyncIterator[None]:
    """The desk while a part is dead; it starts again behind."""
    await road.stack.children.kill(name)
    try:
        yield
    finally:
        await start(road, name)


async def start(road: Road, name: str) -> None:
    """Start a part again and return when it is of use."""
    if name in road.stack.children.running:
        return
    await getattr(road.stack, f"start_{name}")()
    if name == "bot":
        await road.stack.ready(f"{road.stack.bot_url}/readyz", "bot")


@contextlib.contextmanager
def full_disk(road: Road, *names: str):
    """Parts that can write no byte more to any file, their logs included.

    A file system that is full takes a mount, which takes root; a limit on the size of files is the
    same to whoever writes, and any user may set one for processes of their own.
    """
    pids = [road.stack.children.running[name].pid for name in names]
    kept = [resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids]
    for pid, (_, hard) in zip(pids, kept, strict=True):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        for pid, limits in zip(pids, kept, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)


async def start_doomed(road: Road, when: str, steps: tuple[str, ...]) -> Path:
    """Start a worker that hangs once `before` or `after` each of these steps; see `doomed`.

    Returns the folder in which it notes every step that hangs, with the order it hangs in.
    """
    notes = Path(tempfile.mkdtemp(prefix=f"hanging-{when}-", dir=road.stack.data_dir.parent))
    command = [sys.executable, "-m", "support.doomed", when, str(notes), *steps]
    path = f"{ROOT}:{ROOT / 'tests'}"
    environment = {**road.stack.environment(), "PYTHONPATH": path}
    await road.stack.children.start("worker", command, environment)
    return notes


async def start_worker_through(road: Road, name: str, **settings: str) -> None:
    """Start a worker with settings of its own, such as another address of Temporal or the books."""
    command = [sys.executable, "-m", "infra.cli", "worker"]
    await road.stack.children.start(name, command, {**road.stack.environment(), **settings})


async def acquaint(road: Road) -> None:
    """Let the running worker make a draft: what it asks the books only once is asked then.

    Its next `PUT` is an order's own, and no question for the key field.
    """
    await (await road.drop()).to_draft()


async def books_reached(road: Road, method: str, path: str, after: int) -> Json:
    """The first request of this kind behind serial `after`, as soon as it has arrived."""

    async def arrived() -> list[Json]:
        return [
            one
            for one in await books_log(road)
            if one["serial"] > after and one["method"] == method and path in one["path"]
        ]

    return (await eventually(arrived))[0]


async def books_log(road: Road) -> list[Json]:
    """Every request the books have seen."""
    answer = await road.http.get(f"{road.stack.books_url}/__fake/log")
    found: list[Json] = json.loads(answer.text)["log"]
    return found


async def last_serial(road: Road) -> int:
    """The number of the books' last request."""
    return max((one["serial"] for one in await books_log(road)), default=0)


@dataclass(slots=True)
class Wire:
    """A TCP relay that can be cut: nothing passes, nobody is told."""

    target: int
    port: int = 0
    up: asyncio.Event = field(default_factory=asyncio.Event)
    down: asyncio.Event = field(default_factory=asyncio.Event)

    def cut(self, *ways: str) -> None:
        """From now on bytes wait, on their way `up` to the target, `down` from it, or both."""
        for way in ways or ("up", "down"):
            getattr(self, way).clear()

    def mend(self) -> None:
        """Bytes pass again, those that waited too."""
        self.up.set()
        self.down.set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Wire"]:
        """Relay until the end of the block."""
        self.mend()
        server = await asyncio.start_server(self._relay, LOOPBACK, 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            self.mend()
            server.close()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            back, out = await asyncio.open_connection(LOOPBACK, self.target)
            await asyncio.gather(
                self._pump(reader, out, self.up), self._pump(back, writer, self.down)
            )

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, whole: asyncio.Event
    ) -> None:
        with contextlib.suppress(OSError):
            while chunk := await reader.read(65_536):
                await whole.wait()
                writer.write(chunk)
                await writer.drain()
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()
