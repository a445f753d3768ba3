"""Formulas of .ods files in the text form that .xlsx files have.

`of:=[.B2]*[.C2]` is `=B2*C2`. What has another meaning there than here is `=?`.
"""

import re

from activities.workbook.tokens import UNKNOWN

_NATIVE = re.compile(r"(?:of|oooc):=")
_FOREIGN = "msoxl:="
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"]|"")*")'
    r"|\[(?P<sheet>\$?(?:'(?:[^']|'')*'|[^\].'\[]*))\.(?P<first>\$?[A-Z]{1,3}\$?[1-9][0-9]*)"
    r"(?::\.(?P<last>\$?[A-Z]{1,3}\$?[1-9][0-9]*))?\]"
    r"|(?P<stop>[;~!\[\]{}|])"
)
_LONGEST = 1_000


def translated(formula: str) -> str:
    """A formula's text with its `=`, as an .xlsx would have it."""
    if formula.startswith(_FOREIGN):
        return formula[len(_FOREIGN) - 1 :]
    found = _NATIVE.match(formula)
    if found is None and not formula.startswith("="):
        return UNKNOWN
    body = formula[found.end() if found else 1 :]
    if len(body) > _LONGEST:
        return UNKNOWN
    try:
        return f"={_TOKEN.sub(_written, body)}"
    except ValueError:
        return UNKNOWN


def _written(token: re.Match[str]) -> str:
    if token["text"] is not None:
        return token["text"]
    if token["stop"] is not None:
        if token["stop"] != ";":
            raise ValueError("what .xlsx writes otherwise")
        return ","
    sheet = f"{token['sheet'].lstrip('$')}!" if token["sheet"] else ""
    return sheet + (f"{token['first']}:{token['last']}" if token["last"] else token["first"])
