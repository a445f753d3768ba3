"""By which words support finds an order."""

from orders.case import CaseDocument
from orders.values import fold

_LONGEST = 2_000


def words_of(case: CaseDocument, draft_number: str = "") -> str:
    """Everything people call an order by, one name a line, folded as searches are."""
    orders = case.reading.orders if case.reading else ()
    match = case.matches.customer
    named = [case.code, case.name, case.requester_name, draft_number]
    named += [match.customer.name] if match and match.customer else []
    for one in orders:
        named += [one.po_number or "", one.customer or ""]
    return "\n".join(dict.fromkeys(fold(name) for name in named if name))[:_LONGEST]
