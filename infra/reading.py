"""`./desk read`: order files read with no server, no key and no network."""

import asyncio
import errno
import hashlib
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from rich.console import Console

from activities.workbook.limits import Limits
from activities.workbook.reader import open_workbook
from cards.catalogue import error_text
from cards.telling import issue_text
from infra.explain import explain_reading
from infra.readout import Source, to_json
from orders.errors import DeskError, SettingsError, UnreadableFile
from orders.issue import Issue, Severity
from orders.reader import Hints, read
from orders.reading import Reading, Result
from orders.sheet import Workbook
from runtime.settings import FileSettings, PolicySettings, load_group

_CODES = {
    "UnreadableFile": "PARSE_ERROR",
    "UnsupportedFormat": "UNSUPPORTED_FORMAT",
    "FileTooLarge": "FILE_TOO_LARGE",
    "TooManyLines": "TOO_MANY_LINES",
    "ProtectedWorkbook": "PROTECTED_WORKBOOK",
    "_MissingFile": "FILE_NOT_FOUND",
}


async def run_read(
    files: list[Path], catalogue: Path | None, console: Console, *, explain: bool, compact: bool
) -> int:
    """Read each file and print what was understood; a file that is refused says why.

    Returns 0 when every file was there to be read, whatever came of it, and 1 when one was not.
    """
    hints = hints_of(catalogue)
    limits = Limits.of(load_group(FileSettings))
    missing = False
    async for answer in _answers(files, hints, limits):
        missing = missing or answer.reading.reason == "FILE_NOT_FOUND"
        if explain:
            explain_reading(console, answer.source.file, answer.workbook, answer.reading)
        else:
            _print(answer, compact=compact)
    return 1 if missing else 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one file; `workbook` is None when it could not be opened."""

    source: Source
    reading: Reading
    workbook: Workbook | None = None
    said: Mapping[str, str] = field(default_factory=dict)


async def _answers(files: list[Path], hints: Hints, limits: Limits) -> AsyncIterator[Answer]:
    """The answers in order; while one is given, the next file is opened already."""
    opened: asyncio.Task[Answer] | None = None
    for path in files:
        following = asyncio.create_task(read_file(path, hints, limits))
        if opened is not None:
            yield await opened
        opened = following
    if opened is not None:
        yield await opened


async def read_file(path: Path, hints: Hints, limits: Limits) -> Answer:
    """The answer for one file; there is one whatever the file is, or does."""
    began = time.monotonic()
    digest = ""
    workbook: Workbook | None = None
    said: dict[str, str] = {}
    try:
        digest, content = await asyncio.to_thread(_take, path, limits)
        workbook = await open_workbook(content, path.name, limits)
        reading = read(workbook, hints=hints)
    except DeskError as error:
        reading, said = refusal_of(error), {"reason": f"{error} {_what_now(error)}"}
    except OSError as error:
        gone = _MissingFile(f"The file cannot be opened: {error.strerror}.")
        reading, said = refusal_of(gone), {"reason": str(gone)}
    except Exception as error:  # noqa: BLE001 - one of the three broad catches: a file never ends the command.
        broken = UnreadableFile(f"The desk stumbled over this file ({type(error).__name__}).")
        reading, said = refusal_of(broken), {"reason": f"{broken} {_what_now(broken)}"}
    return Answer(Source(path.name, digest, time.monotonic() - began), reading, workbook, said)


class _MissingFile(DeskError):
    """There is no such file."""


def _take(path: Path, limits: Limits) -> tuple[str, bytes]:
    """The content's hash, and the content, unless it is longer than anybody reads."""
    if not path.is_file():
        raise OSError(errno.ENOENT, "it is a folder" if path.is_dir() else "it is not there")
    digest = hashlib.sha256()
    kept = bytearray()
    with path.open("rb") as source:
        while chunk := source.read(1_000_000):
            digest.update(chunk)
            if len(kept) <= limits.max_bytes:
                kept += chunk
    return digest.hexdigest(), bytes(kept)


def _print(answer: Answer, *, compact: bool) -> None:
    """One JSON object in UTF-8, wherever the command runs; half a character becomes a mark."""
    told = to_json(answer.reading, answer.source, lambda one: issue_text(one, "en"))
    told.update(answer.said)
    text = json.dumps(told, ensure_ascii=False, indent=None if compact else 2)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def refusal_of(error: DeskError) -> Reading:
    """A file that cannot be opened, as a reading that is refused."""
    kind = type(error).__name__
    code = _CODES.get(kind, re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).upper())
    issue = Issue(code, Severity.BLOCKER, facts={"detail": str(error)})
    return Reading(Result.REFUSED, issues=(issue,), reason=code)


def hints_of(catalogue: Path | None) -> Hints:
    """Rules from the settings, today's date, and the codes of a catalogue file.

    The catalogue is a JSON list of items, or an object with `items`; each has `sku` and maybe `ean`
    or `gtin`.

    Raises:
        SettingsError: the catalogue is no such file.
    """
    items = _items(catalogue) if catalogue else []
    skus = {str(one.get("sku", "")).strip().upper() for one in items}
    gtins = {str(one.get("gtin") or one.get("ean") or "").strip() for one in items}
    policy = load_group(PolicySettings)
    return Hints(
        today=datetime.now(UTC).date(),
        known_skus=frozenset(skus - {""}),
        usual=usual_of(items),
        known_gtins=frozenset(code.zfill(14) for code in gtins - {""}),
        own_names=policy.names,
        currency=policy.currency,
        formulas=policy.formulas,
        locked_sheets=policy.locked_sheets,
        max_lines=load_group(FileSettings).max_lines,
    )


def usual_of(items: Iterable[Mapping[str, Any]]) -> dict[str, Decimal]:
    """The quantities in which a catalogue's items are usually ordered, where it names them."""
    found: dict[str, Decimal] = {}
    for one in items:
        with suppress(InvalidOperation, KeyError):
            found[str(one.get("sku", "")).strip().upper()] = Decimal(str(one["usual_quantity"]))
    return found


def _items(path: Path) -> list[Mapping[str, Any]]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise SettingsError(f"{path} is no JSON catalogue.") from None
    items = document.get("items") if isinstance(document, dict) else document
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        raise SettingsError(f"{path} holds no list of items.")
    return items


def _what_now(error: DeskError) -> str:
    return error_text(type(error).__name__, "en")[1]
