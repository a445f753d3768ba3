"""What further columns say of an item beside its name."""

import re
from collections.abc import Iterator, Sequence

from orders.codes import issue
from orders.columns import SAMPLE, Column, number_of
from orders.issue import Issue
from orders.made import is_of_make
from orders.script import scripts_of
from orders.sheet import column_letter
from orders.tables import Table
from orders.twins import specifies, tells_worth
from orders.units import is_countable, priced_unit, unit_of
from orders.values import fold, shown, tidy, words_of_list, written

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAMED = 0.6
_WORDED = 0.5
_CHOSEN = frozenset(
    words_of_list("""
options|option|опции|optionen|opciones|opzioni|配置|secenekler
|variant|variants|variante|varianten|variation|variations|варианты|вариант|varyant|款式|옵션|オプション
""")
)
"""Headings over what was chosen of an item; they name none."""
_ASIDE = frozenset(
    words_of_list("person|contact|stock|shipped|status|image|ignored|category|customer|currency")
) | {"line_no", "po_number", "order_date", "delivery_date"}
"""What says who, where, when or how far, and nothing of the item itself."""
_IDENTITY = ("sku", "gtin", "product_name", "size", "colour")
_COUNTS = frozenset(["quantity", "cases", "pack_size", "unit"])
_BETWEEN = " · "


def describing(table: Table) -> tuple[Column, ...]:
    """Columns of words that name the item too, though another one serves as its name."""
    used = {*table.mapping.values(), *table.sizes}
    if table.mapping.keys().isdisjoint({"product_name", "sku"}):
        return ()
    left = [one for one in table.columns if one.number not in used]
    said = [one for one in left if _describes(one, table.columns)]
    alike = _alike(table) if left else []
    if {"sku", "gtin"}.isdisjoint(table.mapping) or alike:
        said += [*_telling_apart(alike, left), *filter(is_of_make, left)]
    told = {one.number for one in said}
    if "product_name" in table.mapping:
        told |= {one.number for one in left if _counts_beside(one)}
    pack = table.column(table.mapping.get("pack_size", 0))
    told |= {pack.number} if pack and _is_worded(pack) else set()
    return tuple(one for one in table.columns if one.number in told)


def _alike(table: Table) -> list[list[int]]:
    """The rows that name one and the same item, group by group: by code, name, size and colour."""
    named = [table.column(table.mapping.get(name, 0)) for name in _IDENTITY]
    texts = [one.texts for one in named if one is not None]
    alike: dict[tuple[str, ...], list[int]] = {}
    for row in dict.fromkeys(row for one in texts for row in one):
        alike.setdefault(tuple(fold(one.get(row, "")) for one in texts), []).append(row)
    return [rows for rows in alike.values() if len(rows) > 1]


def _telling_apart(alike: Sequence[Sequence[int]], left: Sequence[Column]) -> Iterator[Column]:
    """`Min`, `Max` of one and the same tape: where nothing else tells lines apart, these do."""
    for column in left:
        own = column.meanings.keys() - _ASIDE
        if column.header and (own or not column.meanings) and not column.sequence:
            shown_by = column.texts
            texts = [[shown_by.get(row, "") for row in rows] for rows in alike]
            if any(all(one) and len({*one}) == len(one) for one in texts):
                yield column


def _counts_beside(column: Column) -> bool:
    """Whether pieces or cases are counted that another column only weighs or adds up: `Stk` beside `m²`."""
    unit = unit_of(column.header) or priced_unit(column.header)
    counted = bool(unit) and is_countable(unit) and column.share("whole") == 1
    return counted and not column.sequence and column.meanings.keys() <= _COUNTS


def _is_worded(column: Column) -> bool:
    """Whether packs are told in words or measures, `1x10` or `500 g`, which are no number of pieces."""
    if column.share("with_unit") >= _WORDED:
        return True
    unread = [one for one in column.cells.values() if number_of(one) is None]
    return len(unread) * 2 > len(column.cells)


def _describes(column: Column, columns: Sequence[Column]) -> bool:
    named = column.meanings.get("product_name", 0.0) >= _NAMED or fold(column.header) in _CHOSEN
    named = named or tells_worth(column, columns)
    worded = max(map(column.share, ("words", "code", "token", "with_unit"))) >= _WORDED
    # `500ml`, `1L` under `规格` tell one pack from another; bare numbers tell nothing.
    bare = column.share("number") - column.share("with_unit")
    alike = column.constant and not specifies(column.header)
    return named and worded and not (column.sequence or alike) and bare < _WORDED


def detail_of(table: Table, row: int, columns: Sequence[Column], name: str) -> tuple[str, int]:
    """These columns' words for one row and the first column that has any; ("", 0) for none.

    What the name says already tells nothing more, and a name in another script says it again; a
    measure such as `220 Ω` is no name.
    """
    said, scripts = f" {fold(name)} ", scripts_of(name)
    found: list[tuple[str, int]] = []
    for column in columns:
        cell = table.grid.cell(row, column.number)
        text = tidy(written(cell.value, cell.number_format)) if cell else ""
        if text and column.share("number") - column.share("with_unit") > _WORDED:
            text = f"{tidy(column.header)} {text}"
        own = scripts_of("".join(_WORD.findall(text)))
        if text and f" {fold(text)} " not in said and not (own and scripts and not own & scripts):
            found.append((text, column.number))
    texts = dict.fromkeys(text for text, _ in found)
    return _BETWEEN.join(texts), found[0][1] if found else 0


def unmapped(table: Table) -> Iterator[Issue]:
    """Columns with values that serve no field: by their heading, or by their letter and first value."""
    used = {*table.mapping.values(), *table.sizes, *(one.number for one in describing(table))}
    rest = {
        column.number: " ".join(column.header.split()) or f"{column.letter}: {column.samples(1)[0]}"
        for column in table.columns
        if column.number not in used
        and column.cells
        and "line_no" not in column.meanings
        and (column.header or not column.sequence)
    }
    rest |= _beside(table)
    if rest:
        header = table.header.rows[-1]
        yield issue(
            "UNMAPPED_COLUMNS",
            cells=tuple(table.grid.address(header, number) for number in rest),
            facts={"columns": ", ".join(rest.values())[:200]},
        )


def _beside(table: Table) -> dict[int, str]:
    """Columns under no heading that most rows fill right beside the table's last one."""
    last = max((column.number for column in table.columns), default=0)
    rows = [table.grid.rows[row] for row in table.body[:SAMPLE]]
    texts = [shown(cells[last + 1]) for cells in rows if last + 1 in cells]
    told = len(texts) > 1 and len(texts) * 2 > len(rows) and not table.header.is_missing
    return {last + 1: f"{column_letter(last + 1)}: {texts[0][:40]}"} if told else {}
