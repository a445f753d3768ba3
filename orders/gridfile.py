"""A workbook as JSON bytes and back, every value exact.

pydantic cannot do this: pairs as keys and "Decimal or text" do not survive its JSON. A value is
one tagged string (`s` text, `n` number, `D` date and time, `d` date, `t` time), true, false or
null. The same workbook always gives the same bytes, so a grid can be stored once.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from orders.sheet import Cell, CellKind, Merge, Sheet, Value, Visibility, Workbook

_VERSION = 1
_READERS: Mapping[str, Callable[[str], Value]] = {
    "s": str,
    "n": Decimal,
    "D": datetime.fromisoformat,
    "d": date.fromisoformat,
    "t": time.fromisoformat,
}


def dump_workbook(workbook: Workbook) -> bytes:
    """JSON of a workbook in ASCII; equal workbooks give equal bytes."""
    formats: dict[str, int] = {}
    grid = {
        "version": _VERSION,
        "kind": workbook.kind,
        "sheets": [_dump_sheet(sheet, formats) for sheet in workbook.sheets],
        "formats": list(formats),
        "notes": list(workbook.notes),
        "document": dict(sorted(workbook.document.items())),
    }
    return json.dumps(grid, separators=(",", ":")).encode()


def load_workbook(content: bytes) -> Workbook:
    """The workbook behind `dump_workbook`'s bytes.

    Raises:
        ValueError: these bytes are no grid of this version.
    """
    grid = json.loads(content)
    if not isinstance(grid, dict) or grid.get("version") != _VERSION:
        raise ValueError("no grid of this version")
    return Workbook(
        kind=grid["kind"],
        sheets=tuple(_load_sheet(sheet, grid["formats"]) for sheet in grid["sheets"]),
        notes=tuple(grid["notes"]),
        document=grid["document"],
    )


def _dump_sheet(sheet: Sheet, formats: dict[str, int]) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "cells": [_dump_cell(at, sheet.cells[at], formats) for at in sorted(sheet.cells)],
        "visibility": sheet.visibility,
        "merges": [
            [merge.first_row, merge.first_column, merge.last_row, merge.last_column]
            for merge in sheet.merges
        ],
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "right_to_left": sheet.right_to_left,
        "protected": sheet.protected,
        "stray": list(sheet.stray),
    }


def _load_sheet(sheet: dict[str, Any], formats: list[str]) -> Sheet:
    return Sheet(
        name=sheet["name"],
        cells={(cell[0], cell[1]): _load_cell(cell, formats) for cell in sheet["cells"]},
        visibility=Visibility(sheet["visibility"]),
        merges=tuple(Merge(*merge) for merge in sheet["merges"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        right_to_left=sheet["right_to_left"],
        protected=sheet["protected"],
        stray=tuple(sheet.get("stray", ())),
    )


def _dump_cell(at: tuple[int, int], cell: Cell, formats: dict[str, int]) -> list[Any]:
    style = formats.setdefault(cell.number_format, len(formats))
    plain = [*at, cell.kind, _dump_value(cell.value), style]
    return [*plain, cell.formula, cell.cached] if cell.formula or not cell.cached else plain


def _load_cell(cell: list[Any], formats: list[str]) -> Cell:
    formula, cached = cell[5:] or ("", True)
    return Cell(_load_value(cell[3]), CellKind(cell[2]), formats[cell[4]], formula, cached)


def _dump_value(value: Value) -> str | bool | None:
    match value:
        case None | bool():
            return value
        case str():
            return "s" + value
        case Decimal():
            return "n" + str(value)
        case datetime():
            return "D" + value.isoformat()
        case date():
            return "d" + value.isoformat()
        case time():
            return "t" + value.isoformat()


def _load_value(stored: str | bool | None) -> Value:
    if stored is None or isinstance(stored, bool):
        return stored
    return _READERS[stored[0]](stored[1:])
