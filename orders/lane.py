"""The lane without an approver: which orders might take it, and which do."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from orders.business import order_total, sent_lines
from orders.case import CaseDocument, LaneReport
from orders.catalogue import Method
from orders.issue import Severity
from orders.prices import order_currency

REPORT, AUTO = "report", "auto"
_SHARES = {"off": -1, "report": 0, "10": 10, "50": 50, "100": 100}
_SURE_ITEMS = frozenset({Method.SKU, Method.GTIN})
_CALM = frozenset({Severity.INFO})


@dataclass(frozen=True, slots=True)
class LaneRules:
    """How far the roll-out is, and for whom: the largest total by customer id.

    `stage` is `off`, `report` (nothing happens, all is noted), or the share of orders in per cent.
    """

    stage: str = "off"
    customers: Mapping[str, Decimal] = field(default_factory=dict)
    daily_cap: int = 20
    undo_minutes: float = 10.0


def judge_lane(case: CaseDocument, rules: LaneRules, *, stopped: bool = False) -> LaneReport | None:
    """Every condition, met or not, and what follows; None while the lane is off.

    An order is drawn by a hash of its id: the same order gives the same answer every time, and
    who is in at 10 % stays in at 50 %. While the lane is stopped it only reports.
    """
    share = _SHARES.get(rules.stage, -1)
    if share < 0:
        return None
    conditions = tuple(_conditions(case, rules).items())
    would = all(met for _, met in conditions)
    drawn = would and not stopped and bucket_of(case.order_id) < share
    return LaneReport(AUTO if drawn else REPORT, conditions)


def bucket_of(order_id: str) -> int:
    """A number from 0 to 99 that only the order id decides."""
    return int(hashlib.sha256(f"lane|{order_id}".encode()).hexdigest()[:12], 16) % 100


def read_customers(text: str) -> Mapping[str, Decimal]:
    """The setting `id=limit,id=limit` as limits by customer id.

    Raises:
        ValueError: it is written otherwise.
    """
    limits: dict[str, Decimal] = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        customer, _, limit = part.partition("=")
        if not customer.strip().isdigit() or not limit.strip().replace(".", "", 1).isdigit():
            raise ValueError("is written customer_id=limit, comma-separated, with digits only")
        limits[customer.strip()] = Decimal(limit.strip())
    return limits


def _conditions(case: CaseDocument, rules: LaneRules) -> dict[str, bool]:
    match, home = case.matches.customer, case.matches.organization
    customer = match.customer if match else None
    order = case.order
    lines, total = sent_lines(case), order_total(case)
    limit = rules.customers.get(customer.customer_id) if customer else None
    currency = order_currency(order, customer, home) if order and home else ""
    items = [case.matches.items[line.line_id].method for line in lines]
    every = len(order.lines) == len(lines) if order else False
    return {
        "customer_opted": limit is not None,
        "within_limit": limit is not None and 0 < total <= limit,
        "home_currency": home is not None and currency == home.currency,
        "customer_exact": match is not None and match.method is Method.EXACT,
        "customer_known": case.known_customer,
        "items_exact": bool(items) and every and _SURE_ITEMS.issuperset(items),
        "untouched": not case.fixes and not case.choices,
        "nothing_open": all(one.severity in _CALM for one in case.issues),
        "prices_equal": _prices_equal(case),
    }


def _prices_equal(case: CaseDocument) -> bool:
    """Whether file and books name the same price on every line, and none is nothing."""
    return bool(case.prices) and all(
        one.sent and one.books == one.sent and one.sheet in (None, one.sent) for one in case.prices
    )
