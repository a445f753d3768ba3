"""What matching leaves to ask, and the case with matches and prices on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from orders.account import Account
from orders.case import CaseDocument
from orders.catalogue import (
    Customer,
    CustomerMatch,
    ItemMatch,
    Matches,
    Organization,
    Suggestion,
)
from orders.issue import Ask, Candidate, Issue, Severity
from orders.items import ItemIndex
from orders.matching import (
    LEAVE_OUT,
    asked_line,
    customer_names,
    match_customer,
    match_items,
    named_by,
)
from orders.order import Line, Order
from orders.prices import PriceRules, price_lines

CODES = frozenset(
    {
        "MISSING_CUSTOMER", "CUSTOMER_NOT_FOUND", "AMBIGUOUS_CUSTOMER", "CUSTOMER_NOT_SELLABLE",
        "CURRENCY_MISMATCH", "ITEM_NOT_FOUND", "AMBIGUOUS_ITEM", "SKU_GTIN_CONFLICT",
        "INACTIVE_ITEM", "PRICE_ZERO", "PRICE_DIFFERENCE",
    }
)  # fmt: skip
"""Every issue that this module and `orders.prices` raise; each matching replaces them all."""
SURE_CUSTOMER, SURE_ITEM, GAP = Decimal("0.75"), Decimal("0.80"), Decimal("0.10")
"""A suggestion is preselected from this score on, if the next one is `GAP` behind."""


@dataclass(frozen=True, slots=True)
class CustomerPart:
    """Half of the answer: organization, customer, and what is to ask about them."""

    organization: Organization
    match: CustomerMatch
    issues: tuple[Issue, ...] = ()
    account: Account | None = None
    """The customer's terms, price list and orders, once the customer is known."""


@dataclass(frozen=True, slots=True)
class ItemsPart:
    """The other half: the items by line id, and what is to ask about them."""

    matches: Mapping[str, ItemMatch] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def order_of(case: CaseDocument) -> Order | None:
    """The order that a case is about."""
    return case.reading.orders[0] if case.reading and case.reading.orders else None


def customer_part(
    case: CaseDocument, organization: Organization, customers: Sequence[Customer]
) -> CustomerPart:
    """Match the customer and say what is to ask."""
    order = order_of(case)
    choice = case.choices.get("customer")
    match = match_customer(order.customer if order else None, customers, choice)
    if match.customer is not None:
        return CustomerPart(organization, match)
    same = customer_names(match.asked, customers)
    code = "CUSTOMER_NOT_FOUND"
    if not match.asked:
        code = "MISSING_CUSTOMER"
    elif any(one.active for one in same):
        code = "AMBIGUOUS_CUSTOMER"
    elif same:
        code = "CUSTOMER_NOT_SELLABLE"
    witness = order.evidence.get("customer") if order else None
    issue = Issue(
        code=code,
        severity=Severity.ERROR,
        cells=(witness.address,) if witness and witness.address else (),
        fields=("customer",),
        facts={"asked": match.asked},
        ask=Ask.CHOICE if match.suggestions else Ask.TEXT,
        target="customer",
        candidates=_candidates(match.suggestions),
        preselect=_preselect(match.suggestions, SURE_CUSTOMER),
    )
    return CustomerPart(organization, match, (issue,))


def items_part(case: CaseDocument, items: ItemIndex) -> ItemsPart:
    """Match every line's item and say what is to ask; lines of quantity 0 are not asked."""
    order = order_of(case)
    lines = order.lines if order else ()
    matches = match_items(lines, items, case.choices)
    issues = [
        _item_issue(asked_line(line, case.choices.get(line.line_id)), matches[line.line_id], items)
        for line in lines
        if matches[line.line_id].item is None
        and not matches[line.line_id].left_out
        and line.quantity != 0
    ]
    return ItemsPart(matches, tuple(issues))


def with_matches(
    case: CaseDocument, customer: CustomerPart, items: ItemsPart, rules: PriceRules
) -> CaseDocument:
    """The case with both halves, the prices and all issues of matching; others stay."""
    order = order_of(case)
    kept = tuple(one for one in case.issues if not _is_ours(one))
    matches = Matches(customer.organization, customer.match, items.matches)
    issues = (*kept, *customer.issues, *items.issues)
    if order is None:
        return replace(case, matches=matches, issues=issues, prices=())
    account = customer.account
    found = account.customer if account else customer.match.customer
    rules = replace(
        rules,
        choices=case.choices,
        chosen_by=case.chosen_by,
        price_list=account.price_list if account else None,
    )
    pricing = price_lines(order, items.matches, found, customer.organization, rules)
    settled = {
        line_id: replace(match, left_out=match.left_out or line_id in pricing.left_out)
        for line_id, match in items.matches.items()
    }
    return replace(
        case,
        matches=replace(matches, items=settled),
        issues=(*issues, *_currency_issues(order, found), *pricing.issues),
        prices=pricing.checks,
    )


def _is_ours(issue: Issue) -> bool:
    """Whether matching or a business check raised it, so that the next matching replaces it."""
    return issue.code in CODES or issue.target.startswith(("price:", "check:"))


def _currency_issues(order: Order, customer: Customer | None) -> tuple[Issue, ...]:
    if customer is None or not order.currency or order.currency == customer.currency:
        return ()
    if not customer.currency:
        return ()
    witness = order.evidence.get("currency")
    issue = Issue(
        code="CURRENCY_MISMATCH",
        severity=Severity.ERROR,
        cells=(witness.address,) if witness and witness.address else (),
        fields=("currency",),
        facts={"order": order.currency, "customer": customer.currency},
        ask=Ask.CHOICE,
        target="field:currency",
        candidates=(Candidate(customer.currency, customer.currency),),
    )
    return (issue,)


def _item_issue(line: Line, match: ItemMatch, items: ItemIndex) -> Issue:
    named = named_by(line, items)
    code = "ITEM_NOT_FOUND"
    if named.conflict:
        code = "SKU_GTIN_CONFLICT"
    elif len(named.active) > 1:
        code = "AMBIGUOUS_ITEM"
    elif named.items:
        code = "INACTIVE_ITEM"
    fields = tuple(one for one in ("sku", "gtin", "product_name") if getattr(line, one))
    witnesses = [line.evidence.get(one) for one in fields]
    return Issue(
        code=code,
        severity=Severity.ERROR,
        cells=tuple(one.address for one in witnesses if one is not None and one.address),
        fields=fields,
        lines=(line.line_id,),
        facts={one: str(getattr(line, one)) for one in fields} | {"row": str(line.row)},
        ask=Ask.CHOICE if match.suggestions else Ask.TEXT,
        target=f"item:{line.line_id}",
        candidates=(*_candidates(match.suggestions), Candidate(LEAVE_OUT, LEAVE_OUT)),
        preselect="" if named.items else _preselect(match.suggestions, SURE_ITEM),
    )


def _candidates(suggestions: Sequence[Suggestion]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.record_id, one.label) for one in suggestions)


def _preselect(suggestions: Sequence[Suggestion], sure: Decimal) -> str:
    scores = [one.score for one in suggestions]
    if not scores or scores[0] < sure or scores[0] == 1:
        return ""
    clear = len(scores) == 1 or scores[0] - scores[1] >= GAP
    return suggestions[0].record_id if clear else ""
