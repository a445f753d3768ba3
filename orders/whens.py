"""Headings that say when: days, weeks and months above counts."""

import re
from collections.abc import Mapping
from functools import lru_cache

from orders.dates import names_month, names_weekday, parse_date
from orders.values import ascii_digits, fold, words_of_list

FEWEST = 3
"""So many columns of days side by side are a schedule."""
_WEEKS = frozenset(
    words_of_list("""
week|weeks|wk|w|cw|kw|woche|kalenderwoche|semaine|sem|semana|settimana|sett|weeknr|vecka|v|uke|uge|tydz|tydzień|týden
|hafta|неделя|нед|тиждень|هفته|أسبوع|اسبوع|周|週|第|주|주차|hét|hetek|săptămâna|viikko
""")
)
_NUMBER = re.compile(r"\d+")
_DAY_AND_MONTH = re.compile(r"\d{1,2} ?[./-] ?\d{1,2}\.?")
_LONGEST = 30


@lru_cache(maxsize=1 << 12)
def names_time(header: str) -> bool:
    """Whether a heading is a day, a week or a month: `Mon`, `KW 48`, `01/12`, `Dec-26`, `شنبه`."""
    text = ascii_digits(" ".join(header.split()))
    if not text or len(text) > _LONGEST:
        return False
    if parse_date(text).readings or _DAY_AND_MONTH.fullmatch(text):
        return True
    words, numbers = fold(_NUMBER.sub(" ", text)).split(), _NUMBER.findall(text)
    weeks = _WEEKS if numbers else frozenset[str]()
    # `PO-3728` is no Monday in Prague.
    short = all(len(one) <= len("31") or one[:2] in ("19", "20", "13", "14") for one in numbers)
    return (
        bool(words)
        and short
        and all(names_weekday(word) or names_month(word) or word in weeks for word in words)
    )


def scheduled(texts: Mapping[int, str]) -> dict[int, str]:
    """A header's texts with one heading of a quantity in place of its days; as they are where these are few."""
    days = [at for at, text in texts.items() if names_time(text)]
    if len(days) < FEWEST:
        return dict(texts)
    return {at: text for at, text in texts.items() if at not in days} | {days[0]: "Qty"}
