"""One column for code and name together: `Code / Name` over `B-1 / Bread`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from orders.dictionary import column_meanings
from orders.order import Line
from orders.tables import Table

_JOINS = re.compile(r"\s*[/&+,;|\n・、]\s*|\s+[-–—]\s+|\s+(?:and|und|et|y|e|en|و|и)\s+")
_PARTED = (
    re.compile(r"(\S*[0-9]\S*?)(?:\s+[-–—/|]\s+|\s*[|:;,/]\s+|\s*[、・]\s*)(\S.*)"),
    re.compile(r"(\S*[0-9]\S*)\s+(\S.*)"),
)
_IN_FRONT = re.compile(r"\[([^\s\[\]]{2,})\]\s*(\S.*)", re.DOTALL)
"""`[B-1] Bread`, as a system prints its items."""
_CODE = re.compile(r"\S*[0-9]\S*")
_NAMED = 0.5


def parted(table: Table, lines: Sequence[Line]) -> list[Line]:
    """The lines with code and name apart, where one column's heading says that it holds both.

    A text without a code in front is a name. Codes in brackets before every name need no heading.
    """
    fields = [name for name in ("sku", "product_name") if name in table.mapping]
    column = table.column(table.mapping[fields[0]]) if len(fields) == 1 else None
    if column is None:
        return list(lines)
    texts = [getattr(line, fields[0]) or "" for line in lines]
    if all_coded_in_front(texts):
        way = _IN_FRONT
    elif heads_both(column.header):
        way = next((one for one in _PARTED if any(map(one.fullmatch, texts))), _PARTED[1])
    else:
        return list(lines)
    return [_part(line, text, fields[0], way) for line, text in zip(lines, texts, strict=True)]


def all_coded_in_front(texts: Sequence[str]) -> bool:
    """Whether every name has a code of its own in brackets before it; `[new] Bread` has none."""
    found = [_IN_FRONT.fullmatch(text) for text in texts]
    codes = {one[1]: one[2] for one in found if one}
    told = all(found) and any(sign.isdigit() for code in codes for sign in code)
    return told and len(codes) == len(set(codes.values()))


def heads_both(header: str) -> bool:
    """Whether a heading names a code in one of its parts and a name in another."""
    parts = [column_meanings(part) for part in _JOINS.split(header) if part]
    coded = any(one.get("sku", 0.0) > max(_NAMED, one.get("product_name", 0.0)) for one in parts)
    named = any(one.get("product_name", 0.0) > max(_NAMED, one.get("sku", 0.0)) for one in parts)
    return coded and named


def _part(line: Line, text: str, field: str, way: re.Pattern[str]) -> Line:
    found = way.fullmatch(text)
    bare = text if _CODE.fullmatch(text) else None
    code, name = (found[1], found[2]) if found else (bare, None if bare else text or None)
    evidence = {key: one for key, one in line.evidence.items() if key != field}
    if witness := line.evidence.get(field):
        evidence |= {
            key: witness for key, value in (("sku", code), ("product_name", name)) if value
        }
    return replace(line, sku=code, product_name=name, evidence=evidence)
