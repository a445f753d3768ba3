"""Child processes that never outlive us, each with a log of its own."""

import asyncio
import contextlib
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orders.errors import SettingsError

_GRACE = 10.0
_LEASH = Path(__file__).with_name("leash.py")


@dataclass(slots=True)
class Children:
    """Everything one command started, stopped again in reverse order."""

    logs: Path
    longest_log: int = 10_000_000
    """Bytes; a log that has grown beyond it is put aside."""
    running: dict[str, asyncio.subprocess.Process] = field(default_factory=dict)

    async def start(
        self, name: str, command: Sequence[str], environment: Mapping[str, str]
    ) -> asyncio.subprocess.Process:
        """Start one child; what it prints goes to `<name>.log`."""
        self.logs.mkdir(parents=True, exist_ok=True)
        self._put_aside(self._log(name))
        with self._log(name).open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", str(_LEASH), str(os.getpid()), *command),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
                start_new_session=True,
            )
        self.running[name] = process
        return process

    async def kill(self, name: str) -> None:
        """End one child at once, as a crash would."""
        process = self.running.pop(name)
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()

    async def kill_all(self) -> None:
        """End every child at once, for a run whose data nobody needs any more."""
        await asyncio.gather(*(self.kill(name) for name in list(self.running)))

    async def stop(self) -> None:
        """Ask every child to stop, the last started first; kill what does not."""
        for name in reversed(list(self.running)):
            await self.stop_one(name)

    async def stop_one(self, name: str) -> None:
        """Ask one child to stop; kill it when it does not."""
        process = self.running.pop(name)
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _GRACE)
        except TimeoutError:
            process.kill()
            await process.wait()

    def fallen(self) -> str | None:
        """The name of a child that ended by itself, or None."""
        for name, process in self.running.items():
            if process.returncode is not None:
                return name
        return None

    def last_words(self, name: str) -> str:
        """The last lines of a child's log."""
        text = self._log(name).read_text(encoding="utf-8", errors="replace")
        return "\n".join(text.splitlines()[-5:])

    def trim_logs(self) -> None:
        """Put every log aside that grew too long; its child goes on writing to an empty one."""
        for name in self.running:
            self._put_aside(self._log(name))

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def _put_aside(self, log: Path) -> None:
        """Keep one long log as `<name>.log.1`, over the one before.

        Copied and emptied, not renamed: the child has the file open and writes at its end.
        """
        if log.exists() and log.stat().st_size > self.longest_log:
            shutil.copyfile(log, log.with_name(f"{log.name}.1"))
            os.truncate(log, 0)

    def refuse_fallen(self) -> None:
        """Raise a sentence about a child that ended, with its last words."""
        name = self.fallen()
        if name is not None:
            raise SettingsError(f"{name} stopped: {self.last_words(name)}")
