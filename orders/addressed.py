"""Whom a paper addresses, and who wrote it: `A社 御中`, `B株式会社`."""

from collections.abc import Iterator

from orders.firm import firm_name
from orders.names import name_key
from orders.naming import ADDRESSED
from orders.view import Grid

_FORMS = (
    "会社",
    "公司",
    "㈱",
    "(株)",
    "（株）",
    "㈲",
    "(有)",
    "(주)",
    "（주）",
    "㈜",
    "주식회사",
    "유한회사",
)
_LONGEST = 40


def correspondents(grid: Grid, above: int) -> Iterator[tuple[str, int, int, str]]:
    """Names above the lines with their cells: the `seller` who is addressed, and companies it is `from`.

    Nothing where nobody is addressed, for then a company's name may be the seller's own.
    """
    places = [(text, row, at) for row in grid.rows if row < above for at, text in grid.filled(row)]
    sent = [place for place in places if place[0].endswith(ADDRESSED)]
    for text, row, column in sent:
        yield text.rstrip("".join(ADDRESSED)).strip(), row, column, "seller"
    for text, row, column in places if sent else ():
        named = any(form in text for form in _FORMS) and not text.endswith(ADDRESSED)
        if named and len(text) <= _LONGEST and not {":", "："} & set(text) and name_key(text):
            yield firm_name(text), row, column, "from"
