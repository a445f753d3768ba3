"""What a file carried that was not used, or could not tell, as issues."""

from collections.abc import Iterable, Iterator, Mapping

from orders.codes import confirmed, issue
from orders.issue import Issue
from orders.sheet import Sheet, Visibility, Workbook, address

_CODES: Mapping[str, str] = {
    "macros": "MACROS_IGNORED",
    "external_links": "LINKS_IGNORED",
    "connections": "LINKS_IGNORED",
    "formulas_unknown": "FORMAT_BLIND",
    "hidden_rows_unknown": "FORMAT_BLIND",
    "encoding_uncertain": "ENCODING_UNCERTAIN",
    "overprinted": "TEXTS_OVERPRINTED",
    "pictured": "PAGES_UNREAD",
}

_GUESSED = {"ENCODING_UNCERTAIN": "encoding", "TEXTS_OVERPRINTED": "", "PAGES_UNREAD": "pictured"}
"""What a person confirms, and what of the document says where."""


def file_notes(workbook: Workbook) -> Iterator[Issue]:
    """One issue for each kind of note, with the file's kind or encoding, and for hidden sheets."""
    codes = dict.fromkeys(_CODES[note] for note in workbook.notes if note in _CODES)
    for code in codes:
        if code in _GUESSED:
            yield _guessed(code, workbook.document.get(_GUESSED[code], ""))
        else:
            yield issue(code, facts={"value": f".{workbook.kind}"})
    if "cut" in workbook.notes and "overprinted" not in workbook.notes:
        yield confirmed("TEXTS_OVERPRINTED", facts={"why": "cut"})
    hidden = [one.name for one in workbook.sheets if one.visibility is not Visibility.VISIBLE]
    if hidden:
        facts = {"count": str(len(hidden)), "sheets": ", ".join(hidden)[:200]}
        yield issue("HIDDEN_SHEETS_SKIPPED", facts=facts)
    yield from stray_cells(workbook.sheets)


def stray_cells(sheets: Iterable[Sheet]) -> Iterator[Issue]:
    """Cells far outside of the sheets that are seen: left out, and said."""
    shown = [one for one in sheets if one.visibility is Visibility.VISIBLE]
    cells = tuple(f"{one.name}!{at}" for one in shown for at in one.stray)
    if cells:
        facts = {"count": str(len(cells)), "cells": ", ".join(cells)[:200]}
        yield issue("STRAY_CELLS", cells=cells, facts=facts)


def texts_over(sheet: Sheet) -> Iterator[Issue]:
    """Comments and boxes over a sheet: none of them is a value, and a person should have seen them."""
    found = sorted(
        (at, text) for texts in (sheet.comments, sheet.boxes) for at, text in texts.items()
    )
    if found:
        told = "; ".join(f"{address(*at)}: {' '.join(text.split())[:80]}" for at, text in found[:8])
        yield issue(
            "TEXTS_OVER_CELLS",
            cells=tuple(f"{sheet.name}!{address(*at)}" for at, _ in found[:20]),
            facts={"count": str(len(found)), "texts": told[:400]},
        )


def _guessed(code: str, value: str) -> Issue:
    """What is a guess or was not seen is not certain: a person says that the order reads right."""
    return confirmed(
        code,
        facts={"value": value} if value else {},
    )
