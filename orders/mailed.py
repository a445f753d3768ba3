"""Names that the addresses of mail and web pages on a paper confirm."""

import re

from orders.names import full_key, name_key
from orders.view import Grid

_MAIL = re.compile(r"(?:@|\bwww\.|://)([\w-]{3,})\.[\w.-]*[a-z]", re.IGNORECASE)
_LETTERS = 4


def is_mailed(name: str, mail: frozenset[str]) -> bool:
    """Whether an address of mail or of a web page is made of the name's first word or words."""
    words = name_key(name).split()
    starts = {"".join(words[:count]) for count in range(1, len(words) + 1)}
    return any(len(one) >= _LETTERS and one in mail for one in starts)


def mail_names(grid: Grid) -> frozenset[str]:
    """What stands between `@` or `www.` and the dot, anywhere on the sheet."""
    texts = (text for row in grid.rows for _, text in grid.filled(row))
    return frozenset(
        full_key(name).replace(" ", "") for text in texts for name in _MAIL.findall(text)
    )
