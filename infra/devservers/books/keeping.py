"""Sales orders that outlive the process, if a file is given."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from infra.devservers.books.ledger import Attachment, Ledger
from infra.devservers.books.wire import Row, parse, to_json

BOOT = 1_000_000
"""Each start gives out ids from a range of its own, so that none comes twice."""


def load(path: Path, ledgers: Mapping[str, Ledger]) -> int:
    """Put what was kept into books that were just filled; which start this is, from 0."""
    kept = parse(path.read_bytes()) if path.exists() else {}
    boot = int(kept.get("boot", -1)) + 1
    for organization_id, ledger in ledgers.items():
        row = kept.get(organization_id, {})
        ledger.orders.update(row.get("orders", {}))
        ledger.comments.update(row.get("comments", {}))
        ledger.born.update({key: float(at) for key, at in row.get("born", {}).items()})
        files = row.get("files", {}).items()
        ledger.files.update({key: Attachment(name, b"", kind) for key, (name, kind) in files})
        if boot:
            ledger.ids = count(boot * BOOT)
    return boot


def save(path: Path, ledgers: Mapping[str, Ledger], boot: int) -> None:
    """Keep every sales order and what hangs on it; of files the name only. A crash leaves one."""
    whole: Row = {"boot": boot}
    whole |= {organization_id: _row(ledger) for organization_id, ledger in ledgers.items()}
    fresh = path.with_suffix(".new")
    fresh.write_bytes(to_json(whole))
    fresh.replace(path)


def latest(ledgers: Mapping[str, Ledger]) -> float:
    """When the youngest sales order was born, in seconds since the epoch; 0 without one."""
    return max((at for ledger in ledgers.values() for at in ledger.born.values()), default=0.0)


def _row(ledger: Ledger) -> Row:
    files = {key: [file.name, file.content_type] for key, file in ledger.files.items()}
    return {
        "orders": ledger.orders,
        "comments": ledger.comments,
        "born": ledger.born,
        "files": files,
    }
