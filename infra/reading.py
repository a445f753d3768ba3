"""`./desk read`: order files read with no server, no key and no network."""

import asyncio
import hashlib
import json
import re
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
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
from orders.errors import DeskError, SettingsError
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
}


async def run_read(
    files: list[Path], catalogue: Path | None, console: Console, *, explain: bool, compact: bool
) -> int:
    """Read each file and print what was understood; a file that is refused says why."""
    hints = hints_of(catalogue)
    for path in files:
        content = await asyncio.to_thread(path.read_bytes)
        began = time.monotonic()
        workbook, reading, said = await read_one(content, path.name, hints)
        if explain:
            explain_reading(console, path.name, workbook, reading)
            continue
        digest = hashlib.sha256(content).hexdigest()
        source = Source(path.name, digest, time.monotonic() - began)
        answer = to_json(reading, source, lambda issue: issue_text(issue, "en")) | said
        print(json.dumps(answer, ensure_ascii=False, indent=None if compact else 2))
    return 0


async def read_one(
    content: bytes, name: str, hints: Hints
) -> tuple[Workbook | None, Reading, dict[str, Any]]:
    """The workbook (None when it cannot be opened), its reading, and the sentence of a refusal."""
    try:
        workbook = await open_workbook(content, name, Limits.of(load_group(FileSettings)))
    except DeskError as error:
        return None, refusal_of(error), {"reason": f"{error} {error_text(*_english(error))[1]}"}
    return workbook, read(workbook, hints=hints), {}


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


def _english(error: DeskError) -> tuple[str, str]:
    return type(error).__name__, "en"
