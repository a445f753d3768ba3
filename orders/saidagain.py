"""A header that says another one of its sheet again."""

from orders.headers import Header
from orders.sizes import size_of
from orders.values import fold

_SAME = 0.8
_MANY = 6
"""So many words of a header said again are the same header, though it goes without others."""


def same_header(header: Header, other: Header) -> bool:
    """Whether a header says another one again, be it with other sizes or without some words."""
    own, theirs = _without_sizes(header), _without_sizes(other)
    shared = own & theirs
    fewer = len(own) if len(shared) >= _MANY else len(theirs)
    if len(shared) < _SAME * max(len(own), fewer):
        return False
    # The same words over other columns are another table: its rows cannot be read as these.
    places = {fold(text): column for column, text in other.texts.items()}
    kept = [
        places[word] == at for at, text in header.texts.items() if (word := fold(text)) in shared
    ]
    return all(kept) if own < header.signature else sum(kept) * 2 >= len(kept)


def _without_sizes(header: Header) -> frozenset[str]:
    return frozenset(word for word in header.signature if not size_of(word))
