"""Lines struck through or called cancelled in a cell: people must say."""

import re
from collections.abc import Collection

from orders.values import fold, is_crossed_out
from orders.view import Grid

_MARKS = re.compile(r"\s+[-–—]\s+|\s*[()\[\]*!:]+\s*")
_WORDS = frozenset(
    fold(word)
    for word in [
        "cancelled",
        "canceled",
        "cancel",
        "void",
        "deleted",
        "storniert",
        "storno",
        "gestrichen",
        "annulé",
        "annulée",
        "supprimé",
        "cancelado",
        "cancelada",
        "anulado",
        "anulada",
        "annullato",
        "annullata",
        "iptal",
        "iptal edildi",
        "لغو",
        "لغو شده",
        "ملغي",
        "ملغى",
        "отменен",
        "отменён",
        "отменено",
        "аннулирован",
        "取消",
        "已取消",
        "キャンセル",
        "취소",
        "geannuleerd",
        "anulowane",
    ]
)


def is_struck(grid: Grid, row: int, mapped: Collection[int]) -> bool:
    """Whether a row is struck through, or a cell says it is cancelled.

    The word stands in a cell that serves no field, or at a name's beginning or end.
    """
    cells = grid.rows[row]
    if any(column in mapped and is_crossed_out(cell) for column, cell in cells.items()):
        return True
    return any(
        _crossed_out(text) if column in mapped else fold(text) in _WORDS
        for column, text in grid.filled(row)
    )


def _crossed_out(text: str) -> bool:
    """Whether a name is marked: `CANCELLED - Rope`, `Rope (cancelled)`, `Rope *** storniert ***`."""
    parts = [part for part in _MARKS.split(text) if part]
    return len(parts) > 1 and any(fold(part) in _WORDS for part in (parts[0], parts[-1]))
