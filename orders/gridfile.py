"""A workbook as JSON bytes and back, every value exact.

pydantic cannot do this: pairs as keys and "Decimal or text" do not survive its JSON. A value is
one tagged string (`s` text, `n` number, `D` date and time, `d` date, `t` time), true, false or
null. Cells are told in lists side by side, which a large sheet takes half the time for; grids that were
stored one list for each cell are read too. The same workbook always gives the same bytes, so a grid
can be stored once.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from orders.sheet import Cell, CellKind, Merge, Sheet, Value, Visibility, Workbook

_VERSION, _BEFORE = 2, 1
_LISTS = ("rows", "columns", "kinds", "values", "styles", "formulas")
_KINDS: Mapping[str, CellKind] = {str(kind)[0]: kind for kind in CellKind}
"""Kinds by the letter that stands for each."""
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
    if not isinstance(grid, dict) or grid.get("version") not in (_VERSION, _BEFORE):
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
        "cells": _dump_cells(sheet.cells, formats),
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
        "comments": _dump_texts(sheet.comments),
        "boxes": _dump_texts(sheet.boxes),
    }


def _load_sheet(sheet: dict[str, Any], formats: list[str]) -> Sheet:
    return Sheet(
        name=sheet["name"],
        cells=_load_cells(_side_by_side(sheet["cells"]), formats),
        visibility=Visibility(sheet["visibility"]),
        merges=tuple(Merge(*merge) for merge in sheet["merges"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        right_to_left=sheet["right_to_left"],
        protected=sheet["protected"],
        stray=tuple(sheet.get("stray", ())),
        comments=_load_texts(sheet.get("comments", ())),
        boxes=_load_texts(sheet.get("boxes", ())),
    )


def _dump_texts(texts: Mapping[tuple[int, int], str]) -> list[list[Any]]:
    return [[*at, texts[at]] for at in sorted(texts)]


def _load_texts(told: Iterable[Any]) -> dict[tuple[int, int], str]:
    return {(row, column): text for row, column, text in told}


def _dump_cells(cells: Mapping[tuple[int, int], Cell], formats: dict[str, int]) -> dict[str, Any]:
    places = sorted(cells)
    ordered = [cells[at] for at in places]
    return {
        "rows": [row for row, _ in places],
        "columns": [column for _, column in places],
        "kinds": "".join(cell.kind[0] for cell in ordered),
        "values": [_dump_value(cell.value) for cell in ordered],
        "styles": [formats.setdefault(cell.number_format, len(formats)) for cell in ordered],
        "formulas": [
            [place, cell.formula, cell.cached]
            for place, cell in enumerate(ordered)
            if cell.formula or not cell.cached
        ],
    }


def _load_cells(told: dict[str, Any], formats: list[str]) -> dict[tuple[int, int], Cell]:
    places = list(zip(told["rows"], told["columns"], strict=True))
    parts = zip(told["values"], told["kinds"], told["styles"], strict=True)
    cells = [Cell(_load_value(value), _KINDS[kind], formats[style]) for value, kind, style in parts]
    for place, formula, cached in told["formulas"]:
        cells[place] = replace(cells[place], formula=formula, cached=cached)
    return dict(zip(places, cells, strict=True))


def _side_by_side(cells: dict[str, Any] | list[list[Any]]) -> dict[str, Any]:
    """The cells of a grid of either version."""
    if isinstance(cells, dict):
        return cells
    if not cells:
        return dict.fromkeys(_LISTS, ())
    rows, columns, kinds, values, styles = zip(*(one[:5] for one in cells), strict=True)
    return {
        "rows": rows,
        "columns": columns,
        "kinds": [kind[0] for kind in kinds],
        "values": values,
        "styles": styles,
        "formulas": [[place, *one[5:]] for place, one in enumerate(cells) if one[5:]],
    }


def _dump_value(value: Value) -> str | bool | None:
    if isinstance(value, str):
        return "s" + value
    if isinstance(value, Decimal):
        return f"n{value}"
    if value is None or isinstance(value, bool):
        return value
    tag = "D" if isinstance(value, datetime) else "d" if isinstance(value, date) else "t"
    return tag + value.isoformat()


def _load_value(stored: str | bool | None) -> Value:
    if stored is None or isinstance(stored, bool):
        return stored
    return _READERS[stored[0]](stored[1:])
