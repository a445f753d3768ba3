"""What matching leaves to ask, and the case with matches and prices on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from orders.account import Account
from orders.addresses import named_address, place_issues
from orders.alike import LOOKALIKE
from orders.authority import LEAVE_OUT
from orders.buyer import Memory, match_customer
from orders.case import CaseDocument
from orders.catalogue import (
    Customer,
    CustomerMatch,
    Item,
    ItemMatch,
    Matches,
    Method,
    Organization,
    Suggestion,
    item_label,
)
from orders.customers import CustomerIndex
from orders.issue import Ask, Candidate, Issue, Severity
from orders.items import ItemIndex
from orders.learned import Alias
from orders.matching import Named, asked_line, match_items, named_by
from orders.order import Line, Order
from orders.prices import PriceRules, order_currency, price_lines
from orders.tax import line_taxes, tax_issues
from orders.units import differ

CODES = frozenset(
    {
        "MISSING_CUSTOMER", "CUSTOMER_NOT_FOUND", "AMBIGUOUS_CUSTOMER", "CUSTOMER_NOT_SELLABLE",
        "CURRENCY_MISMATCH", "ITEM_NOT_FOUND", "AMBIGUOUS_ITEM", "SKU_GTIN_CONFLICT",
        "INACTIVE_ITEM", "ITEM_DISCONTINUED", "UNIT_DIFFERS", "CUSTOMER_GUESSED", "ITEM_GUESSED",
        "CUSTOMER_KNOWN", "ITEM_KNOWN", "CATALOGUE_STALE",
        "PRICE_ZERO", "PRICE_DIFFERENCE", "PRICE_UNCHECKED", "DELIVERY_ADDRESS_UNKNOWN", "TAX_DIFFERS", "TAX_MISSING",
    }
)  # fmt: skip
"""Every issue that this module, `orders.prices` and `orders.tax` raise; each matching replaces them all."""
KEEP_UNIT = "same_unit"
_NOTHING = Memory()
_NO_CODES: Mapping[str, Alias] = {}
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


def customer_part(
    case: CaseDocument,
    organization: Organization,
    customers: CustomerIndex,
    memory: Memory = _NOTHING,
) -> CustomerPart:
    """Match the customer and say what is to ask; a guess is a warning that can be changed."""
    order = case.order
    choice = case.choices.get("customer")
    match = match_customer(order.customer if order else None, customers, choice, memory)
    found = match.customer
    if found is not None and not _is_shown(match.method, match.because):
        return CustomerPart(organization, match)
    issue = Issue(
        code=_found_code("CUSTOMER", match.method) if found else _customer_code(match, customers),
        severity=_severity(match.method) if found else Severity.ERROR,
        cells=order.cells("customer") if order else (),
        fields=("customer",),
        facts={"asked": match.asked, "name": found.name if found else ""},
        ask=Ask.CHOICE if match.suggestions else Ask.TEXT,
        target="customer",
        candidates=_candidates(match.suggestions),
        preselect=found.customer_id if found else _preselect(match.suggestions, SURE_CUSTOMER),
    )
    return CustomerPart(organization, match, (issue,))


def _is_shown(method: Method, because: str) -> bool:
    """Whether a match is shown to be changed: a guess, or what people taught."""
    return method is Method.FUZZY or (method is Method.ALIAS and because.startswith("known:"))


def _found_code(what: str, method: Method) -> str:
    return f"{what}_{'KNOWN' if method is Method.ALIAS else 'GUESSED'}"


def _severity(method: Method) -> Severity:
    return Severity.INFO if method is Method.ALIAS else Severity.WARNING


def _customer_code(match: CustomerMatch, customers: CustomerIndex) -> str:
    if not match.asked:
        return "MISSING_CUSTOMER"
    same = customers.named(match.asked)
    if any(one.active for one in same):
        return "AMBIGUOUS_CUSTOMER"
    return "CUSTOMER_NOT_SELLABLE" if same else "CUSTOMER_NOT_FOUND"


def items_part(
    case: CaseDocument, items: ItemIndex, codes: Mapping[str, Alias] = _NO_CODES
) -> ItemsPart:
    """Match every line's item and say what is to ask; lines of quantity 0 are not asked."""
    order = case.order
    lines = [line for line in (order.lines if order else ()) if line.quantity != 0]
    matches = match_items(order.lines if order else (), items, case.choices, codes)
    issues: list[Issue] = []
    for line in lines:
        match = matches[line.line_id]
        asked = asked_line(line, case.choices.get(line.line_id))
        if match.left_out:
            continue
        if match.item is None or _is_shown(match.method, match.because):
            issues.append(_item_issue(asked, match, items, codes))
        if match.item is not None and (issue := unit_issue(line, match.item, case.choices)):
            issues.append(issue)
    return ItemsPart(_without_units(matches, lines, case.choices), tuple(issues))


def _without_units(
    matches: Mapping[str, ItemMatch], lines: Sequence[Line], choices: Mapping[str, str]
) -> dict[str, ItemMatch]:
    """The matches, where lines are left out whose unit a person would not have."""
    ids = {line.line_id for line in lines}
    return {
        line_id: replace(match, left_out=True)
        if line_id in ids and match.item
        and choices.get(unit_target(line_id, match.item)) == LEAVE_OUT
        else match
        for line_id, match in matches.items()
    }  # fmt: skip


def with_matches(
    case: CaseDocument, customer: CustomerPart, items: ItemsPart, rules: PriceRules
) -> CaseDocument:
    """The case with both halves, the prices and all issues of matching; others stay."""
    order = case.order
    kept = tuple(one for one in case.issues if not _is_ours(one))
    matches = Matches(customer.organization, customer.match, items.matches)
    issues = (*kept, *customer.issues, *items.issues)
    if order is None:
        return replace(case, matches=matches, issues=issues, prices=(), taxes={}, delivery=None)
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
    taxes = line_taxes(order.lines, settled, found)
    currency = order_currency(order, found, customer.organization)
    delivery = named_address(order.ship_to or "", found.addresses) if found else None
    told = (
        *_currency_issues(order, found),
        *pricing.issues,
        *tax_issues(order, pricing.checks, taxes, currency),
        *place_issues(order, found, delivery),
    )
    return replace(
        case,
        matches=replace(matches, items=settled),
        issues=(*issues, *told),
        prices=pricing.checks,
        taxes=taxes,
        delivery=delivery,
        updates=None,
    )


def _is_ours(issue: Issue) -> bool:
    """Whether matching or a business check raised it, so that the next matching replaces it."""
    return issue.code in CODES or issue.target.startswith(("price:", "check:"))


def _currency_issues(order: Order, customer: Customer | None) -> tuple[Issue, ...]:
    if customer is None or not order.currency or order.currency == customer.currency:
        return ()
    if not customer.currency:
        return ()
    issue = Issue(
        code="CURRENCY_MISMATCH",
        severity=Severity.ERROR,
        cells=order.cells("currency"),
        fields=("currency",),
        facts={"order": order.currency, "customer": customer.currency},
        ask=Ask.CHOICE,
        target="field:currency",
        candidates=(Candidate(customer.currency, customer.currency),),
    )
    return (issue,)


def _item_issue(
    line: Line, match: ItemMatch, items: ItemIndex, codes: Mapping[str, Alias]
) -> Issue:
    fields = tuple(one for one in ("sku", "gtin", "product_name") if getattr(line, one))
    witnesses = [line.evidence.get(one) for one in fields]
    named, found = named_by(line, items, codes), match.item
    preselect = "" if named.items else _preselect(match.suggestions, SURE_ITEM)
    facts = {one: str(getattr(line, one)) for one in fields} | {"row": str(line.row)}
    facts |= {"product_name": line.full_name} if "product_name" in fields else {}
    return Issue(
        code=_found_code("ITEM", match.method) if found else _item_code(named),
        severity=_severity(match.method) if found else Severity.ERROR,
        cells=tuple(one.address for one in witnesses if one is not None and one.address),
        fields=fields,
        lines=(line.line_id,),
        facts=facts | ({"name": item_label(found)} if found else {}),
        ask=Ask.CHOICE if match.suggestions else Ask.TEXT,
        target=f"item:{line.line_id}",
        candidates=(*_candidates(match.suggestions), Candidate(LEAVE_OUT, LEAVE_OUT)),
        preselect=found.item_id if found else preselect,
    )


def _item_code(named: Named) -> str:
    if named.conflict == "gtin":
        return "SKU_GTIN_CONFLICT"
    if named.conflict or len(named.active) > 1:
        return "AMBIGUOUS_ITEM"
    if any(one.successor for one in named.items):
        return "ITEM_DISCONTINUED"
    return "INACTIVE_ITEM" if named.items else "ITEM_NOT_FOUND"


def unit_target(line_id: str, item: Item) -> str:
    """Where the answer about a line's unit lies; it holds for this item only."""
    return f"unit:{line_id}:{item.item_id}"


def unit_issue(line: Line, item: Item, choices: Mapping[str, str]) -> Issue | None:
    """The question whether a quantity in boxes is one in the item's pieces, where units differ."""
    target = unit_target(line.line_id, item)
    if not differ(line.unit or "", item.unit) or choices.get(target):
        return None
    witness = line.evidence.get("unit") or line.evidence.get("quantity")
    return Issue(
        code="UNIT_DIFFERS",
        severity=Severity.ERROR,
        cells=(witness.address,) if witness and witness.address else (),
        fields=("unit",),
        lines=(line.line_id,),
        facts={"found": line.unit or "", "expected": item.unit, "name": item_label(item)},
        ask=Ask.CHOICE,
        target=target,
        candidates=(Candidate(KEEP_UNIT, KEEP_UNIT), Candidate(LEAVE_OUT, LEAVE_OUT)),
    )


def _candidates(suggestions: Sequence[Suggestion]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.record_id, one.label) for one in suggestions)


def _preselect(suggestions: Sequence[Suggestion], sure: Decimal) -> str:
    scores = [one.score for one in suggestions]
    if suggestions and LOOKALIKE in suggestions[0].because.split(","):
        return ""
    if not scores or scores[0] < sure or scores[0] == 1:
        return ""
    clear = len(scores) == 1 or scores[0] - scores[1] >= GAP
    return suggestions[0].record_id if clear else ""
