"""Labels, terms, signatures and page numbers around lines: no lines."""

import re
from decimal import Decimal

from orders.figures import BLANK, INVALID, read_figure
from orders.numbers import Style
from orders.suiting import is_label
from orders.sums import RunningSums
from orders.tables import Table
from orders.values import ascii_digits, fold, words_of_list
from orders.view import Grid, is_numbering

_LONG = 8
"""So many digits without a mark are rather a telephone's than an amount's."""
_COUNTED = ("quantity", "unit_price", "line_total")
_COLONS = (":", "：")
_PAGE = re.compile(
    r"(?:page|seite|pagina|página|pág|sayfa|страница|стр|صفحه|صفحة|第)[. ]*[0-9]+ ?(?:页|頁)?"
    r"(?: ?(?:/|of|von|di|de|sur|из|از|من) ?[0-9]+)?",
    re.IGNORECASE,
)

_FILLING = frozenset(
    words_of_list("""
mandatory|required|optional|compulsory|pflicht|pflichtfeld|obligatorisch|erforderlich|obligatoire|requis
|facultatif|optionnel|obligatorio|requerido|opcional|obbligatorio|facoltativo|opzionale|obrigatório|zorunlu
|isteğe|verplicht|optioneel|wymagane|opcjonalne|обязательно|обязательное|необязательно|اجباری|الزامی|اختیاری
|إلزامي|اختياري|必填|选填|必須|任意|필수|선택
""")
)
"""Words by which a form says of each column whether it has to be filled."""
_FEWEST_FILLED = 3
_FEWEST_WORDED = 2


def tells_how_to_fill(table: Table, row: int, style: Style | None) -> bool:
    """A form's own row under the header: `Mandatory (MM/DD) | Optional`, or the columns' numbers."""
    texts = [fold(text).split() for _, text in table.grid.filled(row)]
    return is_numbering(table.grid, row) or (
        len(texts) >= _FEWEST_FILLED
        and (
            all(words[:1] and words[0] in _FILLING for words in texts)
            or _is_hint(table, row, style)
        )
    )


def _is_hint(table: Table, row: int, style: Style | None) -> bool:
    """Whether words stand where codes, counts and money do: `max. 18 characters | whole numbers`."""
    code = table.grid.text(row, table.mapping.get("sku", 0))
    columns = [table.mapping[name] for name in _COUNTED if name in table.mapping]
    read = [read_figure(table.grid, row, column, style).problem for column in columns]
    return " " in code and read.count(INVALID) >= _FEWEST_WORDED and "quantity" in table.mapping


def is_footer(table: Table, row: int, style: Style | None, leanest: int) -> bool:
    """Whether a row is a label with what belongs to it, and not an item with its numbers.

    `leanest` is how few cells a line may have there: 0 right under the lines, where only a colon
    tells; the fewest of the lines above once a blank row or the totals have ended them.
    """
    texts = dict(table.grid.filled(row))
    first = next(iter(texts.values()), "")
    numbers = _numbers(table, row, style)
    if first.endswith(_COLONS):
        return numbers < 2
    if is_page(" ".join(texts.values())):
        return True
    if not numbers and any(map(is_page, texts.values())):
        return True
    return bool(leanest) and not numbers and (len(texts) < leanest or is_label(first))


def is_page(text: str) -> bool:
    """Whether a text only numbers a page: `Page 2 of 3`."""
    return _PAGE.fullmatch(ascii_digits(text)) is not None


def _numbers(table: Table, row: int, style: Style | None) -> int:
    """How many cells of the row hold a number where lines have theirs."""
    columns = {table.mapping[name] for name in _COUNTED if name in table.mapping} | {*table.sizes}
    found = [read_figure(table.grid, row, column, style) for column in columns]
    return sum(one.problem not in (BLANK, INVALID) for one in found)


def is_foreign_number(grid: Grid, row: int, sums: RunningSums) -> bool:
    """Whether a row is one long number without marks, far above all amounts: a telephone's."""
    texts = [text for _, text in grid.filled(row)]
    plain = len(texts) == 1 and texts[0].isdecimal() and len(texts[0]) >= _LONG
    return plain and sums.is_beyond(Decimal(texts[0]))
