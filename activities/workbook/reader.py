"""Opens a workbook in a child process that can be killed."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from signal import SIGXCPU

from activities.workbook.limits import Limits
from orders import errors
from orders.gridfile import load_workbook
from orders.sheet import Workbook

_ROOT = Path(__file__).resolve().parents[2]
_BOOTSTRAP = (
    "import sys; sys.path.insert(0, sys.argv[1]);from activities.workbook.child import main; main()"
)


async def open_workbook(content: bytes, name: str, limits: Limits) -> Workbook:
    """Read a file of any supported kind; whatever it does, this process only waits.

    Raises:
        OrderFault: a file error with a sentence for this file: `UnreadableFile`, `UnsafeFile`,
            `UnsupportedFormat`, `ProtectedWorkbook`, `FileTooLarge` or `TooManyLines`.
    """
    # A large grid takes longer to load than the event loop may stand still.
    return await asyncio.to_thread(load_workbook, await open_grid(content, name, limits))


async def open_grid(content: bytes, name: str, limits: Limits) -> bytes:
    """The same as the bytes of `orders.gridfile`, ready to be stored."""
    if len(content) > limits.max_bytes:
        raise errors.FileTooLarge(f"The file is larger than {limits.max_bytes / 1_000_000:g} MB.")
    header = json.dumps({"name": name, "limits": limits.as_mapping()}).encode()
    answer = await _ask_child(header + b"\n" + content, limits)
    if answer[:1] == b"+":
        return answer[1:]
    refusal = json.loads(answer[1:])
    raise getattr(errors, refusal["kind"])(refusal["message"])


async def _ask_child(question: bytes, limits: Limits) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        "-c",
        _BOOTSTRAP,
        str(_ROOT),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={},
        start_new_session=True,
    )
    try:
        # A busy machine makes an honest file slow: the child's own limit is of the processor's time.
        async with asyncio.timeout(limits.read_wait_seconds):
            answer, _ = await child.communicate(question)
    except TimeoutError:
        raise _too_slow(limits.read_wait_seconds) from None
    finally:
        await _end(child)
    if child.returncode == -SIGXCPU:
        raise _too_slow(limits.read_seconds)
    if child.returncode or not answer:
        raise errors.UnsafeFile("Reading the file broke its reader; the desk itself is unharmed.")
    return answer


def _too_slow(seconds: float) -> errors.UnsafeFile:
    return errors.UnsafeFile(f"Reading the file took more than {seconds:g} seconds.")


async def _end(child: Process) -> None:
    """Kill the child if it still runs, also when the caller was cancelled, and reap it."""
    if child.returncode is None:
        child.kill()
        await child.wait()
