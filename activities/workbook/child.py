"""The reading child: limits itself, reads stdin, answers on stdout.

Started as `python -I -c …` with no environment (see `reader`).
First line of stdin: JSON of the name and the limits; the rest is the file. The answer's first byte
says what follows: `+` and the grid, or `-` and JSON of an error's class and sentence.
"""

import gc
import json
import resource
import sys
from math import ceil
from typing import BinaryIO

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.errors import DeskError, UnsafeFile
from orders.gridfile import dump_workbook


def main() -> None:
    """Cap memory, time and output files, then answer."""
    # It ends with the answer: looking for circles among half a million cells only costs time.
    gc.disable()
    header = sys.stdin.buffer.readline()
    limits = Limits(**json.loads(header)["limits"])
    confine(limits)
    answer(json.loads(header)["name"], limits, sys.stdin.buffer, sys.stdout.buffer)


def confine(limits: Limits) -> None:
    """No more memory, processor time or written bytes than the limits say, for good."""
    seconds = ceil(limits.read_seconds)
    resource.setrlimit(resource.RLIMIT_AS, (limits.read_memory, limits.read_memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(name: str, limits: Limits, source: BinaryIO, target: BinaryIO) -> None:
    """Read the file from `source` and write the answer to `target`."""
    try:
        target.write(b"+" + dump_workbook(open_content(source.read(), name, limits)))
    except DeskError as error:
        target.write(_refusal(error))
    except MemoryError:
        target.write(_refusal(UnsafeFile("The file needs more memory than the desk gives it.")))
    target.flush()


def _refusal(error: DeskError) -> bytes:
    return b"-" + json.dumps({"kind": type(error).__name__, "message": str(error)}).encode()
