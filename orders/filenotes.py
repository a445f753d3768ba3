"""What a file carried that was not used, or could not tell, as issues."""

from collections.abc import Iterator, Mapping

from orders.codes import issue
from orders.issue import Issue
from orders.sheet import Visibility, Workbook

_CODES: Mapping[str, str] = {
    "macros": "MACROS_IGNORED",
    "external_links": "LINKS_IGNORED",
    "connections": "LINKS_IGNORED",
    "formulas_unknown": "FORMAT_BLIND",
    "hidden_rows_unknown": "FORMAT_BLIND",
    "encoding_uncertain": "ENCODING_UNCERTAIN",
}


def file_notes(workbook: Workbook) -> Iterator[Issue]:
    """One issue for each kind of note, with the file's kind or encoding, and for hidden sheets."""
    codes = dict.fromkeys(_CODES[note] for note in workbook.notes if note in _CODES)
    for code in codes:
        told = workbook.document.get("encoding", "") if code == "ENCODING_UNCERTAIN" else ""
        yield issue(code, facts={"value": told or f".{workbook.kind}"})
    hidden = [one.name for one in workbook.sheets if one.visibility is not Visibility.VISIBLE]
    if hidden:
        facts = {"count": str(len(hidden)), "sheets": ", ".join(hidden)[:200]}
        yield issue("HIDDEN_SHEETS_SKIPPED", facts=facts)
