"""Labels and values that share one line, as in `PO: 778 / Date: 4 May`."""

import re

from orders.dictionary import label_meanings

_COLON = re.compile(r"(?<!\d)[:：](?!//)|(?<=\d)[:：](?!\d|//)")
"""No colon of a clock or of a web address."""
_BETWEEN = " /|;,·•-–—\t"
_LABEL_WORDS = 4


def pairs_of(line: str) -> list[tuple[str, str]]:
    """Every label with its value; the label alone, with an empty value, where none follows.

    A colon opens a new pair only behind words that are a known label.
    """
    pieces = _COLON.split(line)
    if len(pieces) < 2:
        return []
    label, value = pieces[0].strip(), pieces[1]
    pairs: list[tuple[str, str]] = []
    for piece in pieces[2:]:
        before, following = _cut(value)
        if following:
            pairs.append((label, before))
            label, value = following, piece
        else:
            value = f"{value}:{piece}"
    return [*pairs, (label, value.strip())]


def _cut(text: str) -> tuple[str, str]:
    """What stands before the label at a text's end, and that label; it may be none."""
    words = text.split()
    for count in range(min(_LABEL_WORDS, len(words)), 0, -1):
        label = " ".join(words[-count:]).lstrip(_BETWEEN)
        if label and label_meanings(label):
            return " ".join(words[:-count]).strip(_BETWEEN), label
    return text.strip(), ""
