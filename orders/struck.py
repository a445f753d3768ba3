"""Lines that a cell of their own calls cancelled: people must say."""

import re
from collections.abc import Collection

from orders.values import fold
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
    """Whether a cell says it is cancelled: one that serves no field, or a name's beginning or end."""
    return any(
        _crossed_out(text) if column in mapped else fold(text) in _WORDS
        for column, text in grid.filled(row)
    )


def _crossed_out(text: str) -> bool:
    """Whether a name is marked: `CANCELLED - Rope`, `Rope (cancelled)`, `Rope *** storniert ***`."""
    parts = [part for part in _MARKS.split(text) if part]
    return len(parts) > 1 and any(fold(part) in _WORDS for part in (parts[0], parts[-1]))
