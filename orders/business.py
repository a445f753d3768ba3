"""Checks of a whole order against what the books know of its customer."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from orders.account import Account, PastOrder
from orders.authority import GO, SECOND, UPDATE
from orders.case import CaseDocument, EarlierDraft
from orders.catalogue import Customer, Organization
from orders.codes import CODES, issue
from orders.draft import order_key, plain
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line
from orders.prices import order_currency
from orders.purchase import Fingerprint, goods_key, po_key, same_number, twin_of
from orders.usual import judge_quantity, usual_of

_CLOSED = frozenset({"void", "cancelled", "canceled"})


@dataclass(frozen=True, slots=True)
class BusinessRules:
    """What the settings tune; amounts are in the organization's currency, 0 switches off."""

    minimum_order: Decimal = Decimal(0)
    extra_approval_above: Decimal = Decimal(0)
    extra_approval_days: int = 7
    twin_days: int = 30


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is known when an order is judged: the account, our own earlier orders, the time.

    `twins` are earlier orders of the same customer in the desk's own store that were not given up,
    `same_goods` sales orders of the books with the very same lines, `history` the quantities by
    item id of the customer's completed orders, the newest first, `earlier` the draft of the last
    twin with the same number, `earlier_free` that it is open and nobody has touched it.
    """

    account: Account | None = None
    twins: Sequence[Fingerprint] = ()
    same_goods: Sequence[PastOrder] = ()
    rules: BusinessRules = field(default_factory=BusinessRules)
    history: Sequence[Mapping[str, Decimal]] = ()
    earlier: EarlierDraft | None = None
    earlier_free: bool = False


def with_checks(case: CaseDocument, around: Surroundings) -> CaseDocument:
    """The case with every business check; needs a customer, lines and prices, else adds nothing.

    An answer lies in `case.choices` under the issue's target, which holds the facts it was given
    for: when they change, it is asked again. An answered check stays as a warning.
    """
    mine = fingerprint_of(case)
    if around.account is None or mine is None:
        return case
    judged = _Judged(case, around, mine)
    found = [_settled(case, one) for one in judged.issues(around.account)]
    return replace(case, issues=(*case.issues, *found), updates=judged.updates)


def sent_lines(case: CaseDocument) -> tuple[Line, ...]:
    """The lines that a draft of this case would carry."""
    order = case.order
    return tuple(
        line
        for line in (order.lines if order else ())
        if line.quantity
        and (match := case.matches.items.get(line.line_id)) is not None
        and match.item is not None
        and not match.left_out
    )


def order_total(case: CaseDocument) -> Decimal:
    """What the lines with a known price come to, before tax, in the order's currency."""
    prices = {one.line_id: one.sent for one in case.prices}
    return sum(
        (
            (line.quantity or Decimal(0)) * (prices.get(line.line_id) or 0)
            for line in sent_lines(case)
        ),
        Decimal(0),
    )


def _settled(case: CaseDocument, found: Issue) -> Issue:
    """The issue as a person's answer left it: asked, or a warning that says who answered."""
    answer = case.choices.get(found.target, "")
    if not found.open:
        return replace(found, ask=Ask.NONE, candidates=())
    if answer not in {one.value for one in found.candidates}:
        return found
    by = case.chosen_by.get(found.target, "")
    return replace(
        found,
        severity=Severity.WARNING,
        ask=Ask.NONE,
        candidates=(),
        facts={**found.facts, "answer": answer, "by": by},
    )


def _check(
    code: str, facts: Mapping[str, str], answers: Sequence[str] = (GO,), **parts: tuple[str, ...]
) -> Issue:
    """An issue whose target names the code and the facts, so that an answer holds for these."""
    told = "|".join(f"{name}={value}" for name, value in facts.items())
    target = f"check:{code}:{hashlib.sha256(told.encode()).hexdigest()[:12]}"
    candidates = tuple(Candidate(one, one) for one in answers)
    asks = CODES[code] is Severity.ERROR
    ask = Ask.CHOICE if asks else Ask.NONE
    return issue(code, facts=facts, target=target, ask=ask, candidates=candidates, **parts)


class _Judged:
    """One order under judgement."""

    def __init__(self, case: CaseDocument, around: Surroundings, mine: Fingerprint) -> None:
        self.case, self.around, self.rules, self.mine = case, around, around.rules, mine
        self.lines, self.total, self.currency = sent_lines(case), mine.total, mine.currency
        self.wanted = goods_of(case)
        self.home = case.matches.organization or Organization("")
        self.own_key = order_key(case.tenant_id, self.home.organization_id, case.order_id)
        self.po = (case.order.po_number or "") if case.order else ""
        self.double = double = self._doubled(around.account) if around.account else None
        chosen = case.choices.get(double.target) if double and double.candidates else ""
        self.updates = around.earlier if chosen == UPDATE and around.earlier_free else None

    def issues(self, account: Account) -> Iterator[Issue]:
        """Everything there is to say."""
        yield from self._terms(account)
        yield from self._credit(account.customer)
        yield from self._stock()
        yield from self._quantities()
        yield from self._amounts()
        yield from [self.double] if self.double else []

    def _terms(self, account: Account) -> Iterator[Issue]:
        customer = account.customer
        facts = {"asked": customer.name}
        if customer.on_hold:
            yield _check("CUSTOMER_ON_HOLD", facts, fields=("customer",))
        if account.unreadable:
            yield _check("PRICE_LIST_UNREADABLE", facts, fields=("unit_price",))
        if customer.discount:
            facts = {"value": plain(customer.discount)}
            yield _check("CUSTOMER_DISCOUNT_PRESENT", facts, fields=("discount",))
        if customer.overdue > 0:
            facts = {"overdue": plain(customer.overdue), "currency": customer.currency}
            yield _check("OVERDUE_BALANCE", facts, fields=("customer",))

    def _credit(self, customer: Customer) -> Iterator[Issue]:
        """What the customer owes and this order together, against their limit."""
        if not customer.credit_limit or self.currency != customer.currency:
            return
        if customer.outstanding + self.total > customer.credit_limit:
            facts = {
                "limit": plain(customer.credit_limit),
                "outstanding": plain(customer.outstanding),
                "order_total": plain(self.total),
                "currency": customer.currency,
            }
            yield _check("CREDIT_LIMIT_EXCEEDED", facts, fields=("customer",))

    def _stock(self) -> Iterator[Issue]:
        short = [line for line in self.lines if self._is_short(line)]
        if short:
            item = self.case.matches.items[short[0].line_id].item
            facts = {"count": str(len(short))}
            if item is not None and len({one.line_id for one in short}) == 1:
                facts |= {"asked": item.name, "stock": plain(item.stock or Decimal(0))}
                facts |= {"wanted": plain(self.wanted[item.item_id])}
            lines = tuple(one.line_id for one in short)
            yield _check("STOCK_SHORT", facts, lines=lines, fields=("quantity",))

    def _quantities(self) -> Iterator[Issue]:
        """What is far from the quantities in which this customer orders an item."""
        usual, wanted = usual_of(self.around.history), dict(self.wanted)
        for line in self.lines:
            item = self.case.matches.items[line.line_id].item
            quantity = wanted.pop(item.item_id, None) if item else None
            if item is None or quantity is None or item.item_id not in usual:
                continue
            known = usual[item.item_id]
            if code := judge_quantity(quantity, known):
                facts = {"value": plain(quantity), "asked": item.name, "count": str(known.orders)}
                facts |= {"least": plain(known.least), "most": plain(known.most)}
                cells = line.cells("quantity")
                yield _check(code, facts, lines=(line.line_id,), fields=("quantity",), cells=cells)

    def _is_short(self, line: Line) -> bool:
        item = self.case.matches.items[line.line_id].item
        return bool(item and item.stock is not None and self.wanted[item.item_id] > item.stock)

    def _amounts(self) -> Iterator[Issue]:
        """Minimum and extra approval count in the organization's currency only."""
        if self.currency != self.home.currency:
            return
        facts = {"order_total": plain(self.total), "currency": self.currency}
        if self.total < self.rules.minimum_order:
            least = plain(self.rules.minimum_order)
            yield _check("BELOW_MINIMUM_ORDER", {"minimum": least, **facts})
        limit = self.rules.extra_approval_above
        if limit and (rolling := self.total + self._earlier()) > limit:
            facts |= {"limit": plain(limit), "rolling": plain(rolling)}
            facts |= {"days": str(self.rules.extra_approval_days)}
            yield _check("EXTRA_APPROVAL_NEEDED", facts)

    def _earlier(self) -> Decimal:
        """What the same customer ordered here in the last days, so that splitting helps nobody."""
        since = self._since(self.rules.extra_approval_days)
        gone = self.updates.order_id if self.updates else ""
        twins = [one for one in self.around.twins if one.order_id != gone]
        same = [one for one in twins if one.currency == self.currency and one.at >= since]
        return sum((one.total for one in same), Decimal(0))

    def _doubled(self, account: Account) -> Issue | None:
        """The same purchase order or the same lines, in our store and in the books.

        The same lines under a number of their own may be next week's order: that is told, not
        asked. Without a number, or with the same one, a person says what is meant: a second order,
        or new lines for the draft of the first.
        """
        why, code, number = self._double(account)
        if not why:
            return None
        facts = {"why": why, "order": code, "number": number, "po_number": self.po}
        answers = (UPDATE, SECOND) if why == "draft_here" else (SECOND,)
        found = _check("DUPLICATE_ORDER", facts, fields=("po_number",), answers=answers)
        calm = why.startswith("lines") and bool(self.mine.po)
        return replace(found, severity=Severity.WARNING) if calm else found

    def _double(self, account: Account) -> tuple[str, str, str]:
        """Why it looks like a repeat, the other's order code or its number in the books."""
        since, mine, earlier = self._since(self.rules.twin_days), self.mine, self.around.earlier
        twin = twin_of(mine, self.around.twins)
        if twin and earlier and earlier.order_id == twin.order_id:
            why = "draft_here" if self.around.earlier_free else "draft_touched"
            return why, twin.code, earlier.number
        if twin:
            return "po_here", twin.code, ""
        for past in account.orders:
            if self._counts(past) and same_number(past.reference, self.po):
                why = "open_draft" if past.status == "draft" else "po_in_books"
                return why, "", past.number
        for twin in self.around.twins:
            if twin.lines == mine.lines and twin.at >= since:
                return "lines_here", twin.code, ""
        same = next((one for one in self.around.same_goods if self._counts(one)), None)
        return ("lines_in_books", "", same.number) if same else ("", "", "")

    def _counts(self, past: PastOrder) -> bool:
        return past.key != self.own_key and past.status not in _CLOSED

    def _since(self, days: int) -> str:
        received = datetime.fromisoformat(self.case.received_at)
        return (received - timedelta(days=days)).isoformat()


def fingerprint_of(case: CaseDocument) -> Fingerprint | None:
    """What makes another order the same as this one; None until customer and lines are known."""
    order = case.order
    customer = case.matches.customer.customer if case.matches.customer else None
    lines, home = sent_lines(case), case.matches.organization
    if order is None or customer is None or home is None or not lines:
        return None
    return Fingerprint(
        order_id=case.order_id,
        code=case.code,
        tenant_id=case.tenant_id,
        customer_id=customer.customer_id,
        po=po_key(order.po_number or ""),
        lines=goods_key(_goods(case, lines)),
        total=order_total(case),
        currency=order_currency(order, customer, home),
        at=case.received_at,
    )


def goods_of(case: CaseDocument) -> dict[str, Decimal]:
    """What the lines that would be sent come to, item by item."""
    wanted: dict[str, Decimal] = {}
    for line in sent_lines(case):
        item = case.matches.items[line.line_id].item
        if item is not None:
            wanted[item.item_id] = wanted.get(item.item_id, Decimal(0)) + (line.quantity or 0)
    return wanted


def _goods(case: CaseDocument, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        item = case.matches.items[line.line_id].item
        if item is not None:
            yield item.item_id, plain(line.quantity or Decimal(0))
