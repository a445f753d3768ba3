"""Items that are ticked off where a quantity should stand."""

from orders.codes import issue
from orders.issue import Ask, Issue
from orders.lines import Lines
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.values import fold, shown

_MARKS = "x|xx|v|✓|✔|√|☑|☒|✗|●|•|yes|ja|oui|sí|да|بله|是"
TICKS = frozenset(fold(one) for one in _MARKS.split("|"))
_SEVERAL = 2


def settle_ticks(table: Table, lines: Lines, rows: Rows) -> None:
    """Many ticks are one question, how many each means; what has none among them is not ordered.

    So is what has none in a column of its own where each tick has its quantity, and nothing else.
    """
    if not _only_ticks(table, lines) and not _are_marked(table, lines):
        return
    blank = [one for one in lines.issues if one.code == "MISSING_QUANTITY"]
    left = {line_id for one in blank for line_id in one.lines}
    rows.skipped |= {one.row: "not_ordered" for one in lines.lines if one.line_id in left}
    lines.lines = [one for one in lines.lines if one.line_id not in left]
    ticks = [one for one in lines.issues if _is_tick(one)]
    kept = [one for one in lines.issues if one not in ticks and not left.intersection(one.lines)]
    several = len(ticks) >= _SEVERAL
    lines.issues = [*kept, *([_how_many(ticks, table.grid.name)] if several else ticks)]


def _only_ticks(table: Table, lines: Lines) -> bool:
    """Whether the file itself says of every line at most that it is ticked."""
    number = table.mapping.get("quantity", 0)
    places = [(line.row, number) for line in lines.lines]
    cells = [table.grid.typed.get(at) or table.grid.cell(*at) for at in places]
    texts = [text for cell in cells if cell is not None and (text := fold(shown(cell)))]
    return len(texts) >= _SEVERAL and TICKS.issuperset(texts)


def _are_marked(table: Table, lines: Lines) -> bool:
    """Whether a column ticks just those lines that have a quantity."""
    counted = {line.row for line in lines.lines if line.quantity is not None}
    free = [one for one in table.columns if one.number not in table.mapping.values()]
    return len(counted) >= _SEVERAL and any(
        one.cells.keys() & {line.row for line in lines.lines} == counted
        and TICKS.issuperset(map(fold, one.texts.values()))
        for one in free
    )


def _is_tick(one: Issue) -> bool:
    return one.code == "INVALID_QUANTITY" and fold(one.facts.get("value", "")) in TICKS


def _how_many(ticks: list[Issue], sheet: str) -> Issue:
    cells = [cell for one in ticks for cell in one.cells]
    places = ",".join(cell.rpartition("!")[2] for cell in cells)
    return issue(
        "INVALID_QUANTITY",
        cells=tuple(cells),
        fields=("quantity",),
        lines=tuple(line for one in ticks for line in one.lines),
        facts={"why": "ticks", "value": ticks[0].facts["value"], "count": str(len(ticks))},
        ask=Ask.NUMBER,
        target=f"cell:{sheet}!{places}",
    )
