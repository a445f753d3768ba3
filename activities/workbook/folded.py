"""Tables whose header and lines are printed folded in two.

`Item · Material · Description` stands above `Order qty · Unit · Price · Value`, and each line below
likewise. The lower half is laid right of the upper one, far off the page, and all below moves up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from activities.workbook.named import names_amounts, names_items
from activities.workbook.words import AMOUNT, TextLine, Word

_NEAR = 2.0
_BELOW = 4
"""So many lines below the upper half of a line the lower one may stand."""
_ASIDE = 3000.0
_SAME = 10.0
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Fold:
    """Where the upper halves of the lines begin."""

    left: float


def unfolded(
    lines: Sequence[TextLine], fold: Fold | None = None
) -> tuple[list[TextLine], Fold | None]:
    """The lines with each lower half beside its upper one, and the fold for the next page."""
    made: list[TextLine] = []
    risen, taken = 0.0, -1
    for at, line in enumerate(lines):
        if at == taken:
            risen += line.top - lines[at - 1].top
            continue
        lower = _lower(lines, at, fold)
        if lower and names_items(line):
            fold = Fold(line.pieces[0].left)
        whole = _beside(line, lines[lower]) if lower else line
        taken = lower or taken
        made.append(_moved(whole, up=risen))
    return made, fold


def _lower(lines: Sequence[TextLine], at: int, fold: Fold | None) -> int:
    """The place of the line's lower half; 0 for none."""
    line, below = lines[at], lines[at + 1 : at + 1 + _BELOW]
    if below and names_items(line) and names_amounts(below[0]) and _is_near(line, below[0]):
        return at + 1
    if below[1:] and names_items(line) and names_amounts(below[0], items=True):
        # Where the lower half names an item too, its lines must be folded as the header is.
        return at + 1 if _lower(lines, at + 2, Fold(line.pieces[0].left)) else 0
    if fold is None or not _begins(line, fold):
        return 0
    for place, (last, one) in enumerate(pairwise((line, *below)), at + 1):
        if not _is_near(last, one) or _begins(one, fold):
            return 0
        if _is_lower(one, fold):
            return place
    return 0


def _begins(line: TextLine, fold: Fold) -> bool:
    """Whether the line begins with its number where the header does."""
    first = line.pieces[0]
    return first.text.isdecimal() and abs(first.left - fold.left) < _SAME


def _is_lower(line: TextLine, fold: Fold) -> bool:
    """Whether a line holds a quantity and money last, right of where lines begin."""
    amounts = sum(AMOUNT.fullmatch(piece.text) is not None for piece in line.pieces)
    told = amounts > 1 and AMOUNT.fullmatch(line.words[-1].text)
    return bool(told) and len(line.pieces) >= _FEWEST and line.words[0].left > fold.left + _SAME


def _is_near(high: TextLine, low: TextLine) -> bool:
    return low.top - high.bottom < _NEAR * (high.bottom - high.top)


def _beside(upper: TextLine, lower: TextLine) -> TextLine:
    aside = [_placed(word, upper, _ASIDE) for word in lower.words]
    pieces = [_placed(word, upper, _ASIDE) for word in lower.pieces]
    return TextLine((*upper.words, *aside), (*upper.pieces, *pieces))


def _placed(word: Word, line: TextLine, aside: float) -> Word:
    return replace(
        word,
        left=word.left + aside,
        right=word.right + aside,
        top=line.top,
        bottom=line.bottom,
    )


def _moved(line: TextLine, up: float) -> TextLine:
    if not up:
        return line
    return TextLine(
        *(tuple(_risen(word, up) for word in part) for part in (line.words, line.pieces))
    )


def _risen(word: Word, up: float) -> Word:
    return replace(word, top=word.top - up, bottom=word.bottom - up)
