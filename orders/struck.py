"""Lines that a cell of their own calls cancelled: people must say."""

from collections.abc import Collection

from orders.values import fold
from orders.view import Grid

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
    """Whether a cell of the row that serves no field (nor a note) says it is cancelled."""
    return any(column not in mapped and fold(text) in _WORDS for column, text in grid.filled(row))
