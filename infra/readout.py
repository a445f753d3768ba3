"""A reading as the JSON object that `./desk read --json` prints."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from orders.evidence import Evidence
from orders.issue import Ask, Issue
from orders.order import Line, Order
from orders.reading import Reading, Vote
from orders.riding import asked, riders
from orders.sheet import parse_address

Say = Callable[[Issue], tuple[str, str]]
"""Message and question of an issue, in the reader's language."""

_LINE_FIELDS = (
    "sku", "gtin", "product_name", "quantity", "unit", "pack_size", "unit_price", "discount",
    "tax", "line_total", "delivery_date", "colour", "size", "notes", "details",
)  # fmt: skip
_ORDER_FIELDS = (
    "customer", "po_number", "order_date", "delivery_date", "ship_to", "currency", "discount",
    "subtotal", "tax", "total", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read: its name, its content's hash, and how long reading took."""

    file: str
    sha256: str
    seconds: float = 0.0


def say_plainly(one: Issue) -> tuple[str, str]:
    """The code and its facts, where no catalogue of texts is at hand."""
    facts = ", ".join(f"{key} {value}" for key, value in one.facts.items())
    return f"{one.code}: {facts}" if facts else one.code, ""


def to_json(reading: Reading, source: Source, say: Say = say_plainly) -> dict[str, Any]:
    """The whole reading: numbers as decimal strings, dates ISO, cells as the spreadsheet's."""
    along = riders(reading.issues)
    return {
        "file": source.file,
        "sha256": source.sha256,
        "outcome": reading.result.value,
        "reason": _reason(reading, say),
        "orders": [_order(order, reading, along, say) for order in reading.orders],
        "issues": _issues(reading.issues, along, say),
        "questions": _questions(reading, along, say),
        "members": _members(reading.votes),
        "sheets": dict(reading.sheets_seen),
        "seconds": round(source.seconds, 4),
    }


def _questions(reading: Reading, along: Sequence[Issue], say: Say) -> list[dict[str, Any]]:
    """What wants an answer; the last answer also confirms what rides with it (`orders.riding`)."""
    questions = [_issue(one, say) for one in asked(reading.issues)]
    if along:
        messages = "; ".join(say(one)[0] for one in along)
        questions[-1]["question"] += f" This also confirms: {messages}"
        questions[-1]["confirms"] = [one.issue_id for one in along]
    return questions


def _reason(reading: Reading, say: Say) -> str:
    blocking = next((one for one in reading.issues if one.code == reading.reason), None)
    return say(blocking)[0] if blocking else ""


def _text(value: object) -> str | None:
    if value is None:
        return None
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _order(order: Order, reading: Reading, along: Sequence[Issue], say: Say) -> dict[str, Any]:
    return {
        "sheet": order.sheet,
        "header_rows": list(order.header_rows),
        "columns": dict(order.columns),
        "cells": _cells(order.evidence, order.sheet),
        **{name: _text(getattr(order, name)) for name in _ORDER_FIELDS},
        "lines": [_line(line, order.sheet) for line in order.lines],
        "skipped_rows": {str(row): why for row, why in sorted(order.skipped_rows.items())},
        "confidence": _text(order.confidence),
        "confidence_by_field": {name: _text(share) for name, share in order.sure.items()},
        "issues": _issues(
            [one for one in reading.issues if len(reading.orders) == 1 or _concerns(one, order)],
            along,
            say,
        ),
    }


def _concerns(one: Issue, order: Order) -> bool:
    own = {line.line_id for line in order.lines}
    return bool(own.intersection(one.lines))


def _cells(evidence: Mapping[str, Evidence], sheet: str) -> dict[str, str]:
    """The cells by field, as `B3`; those of another sheet than the order's as `Header!B3`."""
    return {
        name: one.cell if one.sheet in ("", sheet) else one.address
        for name, one in evidence.items()
        if one.cell
    }


def _line(line: Line, sheet: str) -> dict[str, Any]:
    return {
        "line_id": line.line_id,
        "row": _row(line),
        **{name: _text(getattr(line, name)) for name in _LINE_FIELDS},
        "confidence": _text(line.confidence),
        "cells": _cells(line.evidence, sheet),
    }


def _row(line: Line) -> int:
    """The line's row in the file: where the sheet was laid out anew, that of its quantity (ADR 0023)."""
    rows = {name: parse_address(one.cell)[0] for name, one in line.evidence.items() if one.cell}
    if not rows or line.row in rows.values():
        return line.row
    return rows.get("quantity", min(rows.values()))


def _issues(issues: Sequence[Issue], along: Sequence[Issue], say: Say) -> list[dict[str, Any]]:
    return [{**_issue(one, say), **({"question": ""} if one in along else {})} for one in issues]


def _issue(one: Issue, say: Say) -> dict[str, Any]:
    message, question = say(one)
    return {
        "id": one.issue_id,
        "code": one.code,
        "severity": one.severity.value,
        "cells": list(one.cells),
        "fields": list(one.fields),
        "message": message,
        "question": question if one.ask is not Ask.NONE else "",
        "candidates": [
            {"value": candidate.value, "label": candidate.label} for candidate in one.candidates
        ],
        "preselect": one.preselect,
        "target": one.target,
    }


def _members(votes: Sequence[Vote]) -> list[dict[str, Any]]:
    members: dict[str, list[Mapping[str, str]]] = {}
    for vote in votes:
        members.setdefault(vote.member, []).append(
            {
                "field": vote.field,
                "choice": vote.choice,
                "weight": f"{vote.weight:f}",
                "because": vote.because,
            }
        )
    return [{"member": member, "votes": cast} for member, cast in members.items()]
