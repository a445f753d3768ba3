"""The number in a title that names no order: `CONTRACT 4600001122`."""

import re
from collections.abc import Iterator, Sequence

from orders.labels import Found
from orders.values import ascii_digits, fold, tidy, words_of_list
from orders.view import Grid

_TITLES = frozenset(
    words_of_list(
        "contract|supply contract|purchase contract|framework contract|framework agreement|purchase agreement"
        "|blanket purchase agreement|scheduling agreement|blanket|tender|bid|award|release|release order|order release"
        "|delivery release|call off|supply order|task order|indent|standing order|vertrag|rahmenvertrag|rahmenauftrag"
        "|abruf|lieferabruf|abrufauftrag|rahmenabruf|ausschreibung|marché|marché public|contrat|accord cadre"
        "|appel de livraison|contrato|contrato marco|licitación|contratto|contratto quadro|raamcontract|afroep"
        "|kontrakt|umowa|zamówienie publiczne|sözleşme|ihale|مناقصه|قرارداد|合同|契約|계약"
    )
)
_NUMBERED = re.compile(
    r"(?P<title>[^\d#№:：]{2,40}?)[\s:：]*(?:(?<=\W)(?:no|nr|number)\b\.?|n[°º]|núm\.?|№|#|شماره)?[\s:：.]*"
    r"(?<=[\W])(?P<value>(?:[A-Z]{1,8}[-/]){0,3}[A-Z]{0,4}-?\d[\w/.-]*)",
    re.IGNORECASE,
)
_DIGITS = 2


def paper_number(grid: Grid, rows: Sequence[int]) -> Iterator[tuple[Grid, Found]]:
    """The number of the first title of these rows that is a contract's, a tender's or a release's.

    Such a paper asks for goods under its own number, where no label tells an order's.
    """
    for row in rows:
        told = dict(grid.filled(row))
        column, text = next(iter(told.items()), (0, ""))
        match = _NUMBERED.fullmatch(ascii_digits(tidy(text)))
        if match is None or fold(match["title"].strip(" -–")) not in _TITLES:
            continue
        if sum(sign.isdigit() for sign in match["value"]) >= _DIGITS:
            yield grid, Found("po_number", match["value"], row, column, 0.8, match["title"].strip())
            return
