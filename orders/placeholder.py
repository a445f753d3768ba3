"""Texts that stand for no value, or for the one above them."""

from itertools import chain

from orders.sheet import Cell
from orders.values import ascii_digits, says_nothing, tidy
from orders.view import Grid

_UNSAID = (
    "/|any|(any)|n/a|na|n.a.|n.a|n/d|n.d.|nil|none|null|tbd|tbc|tba|tbd.|t.b.d.|pending|unknown|xxx|"
    "xxxx|?|??|???|k.a.|n.v.|nvt|n.v.t.|keine|entfällt|offen|néant|aucun|ninguno|ninguna|"
    "nessuno|nenhum|brak|yok|нет|н/д|無|无|暂无|待定|未定|なし|無し|없음|미정|ندارد|نامشخص|لايوجد"
)
_NOTHING = frozenset(_UNSAID.split("|"))
"""What people write where they know, or there is, no number yet."""
_QUOTES = frozenset("\"'`´\u201c\u201d\u201e\u201f\u2018\u2019\u2032\u2033\u3003«»״")
_SAID_AGAIN = "do|do.|ditto|dito|dto|dto.|idem|id.|idem.|同上|〃|同|상동|ایضا|ايضا|أيضا"
_AGAIN = frozenset(_SAID_AGAIN.split("|"))
_LONGEST = 20
"""No mark or word of these is longer, nor is worth a look at each name of a long list."""
_MOST = 7
"""A ditto mark with its dashes, `-  "  -`, is short."""


def is_placeholder(text: str) -> bool:
    """Whether a text stands where no value is known, as `N/A`, `TBD` or a dash."""
    return says_nothing(text) or tidy(text).casefold() in _NOTHING


def is_ditto(text: str) -> bool:
    """Whether a text only says that the value above holds again: `"`, `- " -`, `ditto`, `同上`."""
    if len(text) > _LONGEST:
        return False
    plain = tidy(ascii_digits(text)).casefold()
    signs = {*plain} - {*" -–—.,/"}
    marked = len(signs) > 0 and signs <= _QUOTES and len(plain) <= _MOST
    return marked or plain in _AGAIN or plain == "-//-"


def meant(grid: Grid, row: int, column: int, top: int) -> Cell | None:
    """The cell whose value holds in this place: the one that a ditto mark repeats, none, or itself.

    `top` is the last row of the headings, which a mark does not reach beyond.
    """
    # A list without headings begins with the row that stands for them.
    for above in chain((row,), range(row - 1, top, -1)):
        text = grid.text(above, column)
        if not is_ditto(text):
            return None if not text or is_placeholder(text) else grid.cell(above, column)
    return None
