"""What the books say of a customer beyond the name: terms and orders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from orders.catalogue import Customer

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_STEPS = {
    "round_to_dollar": (Decimal(1), Decimal(0)),
    "round_to_dollar_minus_01": (Decimal(1), _CENT),
    "round_to_half_dollar": (Decimal("0.5"), Decimal(0)),
    "round_to_half_dollar_minus_01": (Decimal("0.5"), _CENT),
}
"""What a price list's rounding rounds to, and what it takes off afterwards."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A quantity break: the rate from `start` pieces on, up to `end` (None: no end)."""

    start: Decimal
    end: Decimal | None
    rate: Decimal


@dataclass(frozen=True, slots=True)
class ListedRate:
    """One item's own rate in a price list, with its quantity breaks."""

    rate: Decimal | None = None
    discount: Decimal = Decimal(0)
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceList:
    """A price list: a percentage on every item's rate, or rates of its own by item id.

    `percentage` is signed: 10 adds ten per cent, -10 takes them off. `currency` is empty for the
    organization's own.
    """

    list_id: str
    name: str = ""
    currency: str = ""
    percentage: Decimal = Decimal(0)
    rounding: str = ""
    precision: int | None = None
    rates: Mapping[str, ListedRate] = field(default_factory=dict)

    def rate_of(self, item_id: str, base: Decimal | None, quantity: Decimal) -> Decimal | None:
        """An item's rate for a quantity; None where the list has no word on this item.

        `base` is the item's usual rate, None where it is in another currency than the list.
        """
        listed = self.rates.get(item_id)
        if listed is None:
            return self._shifted(base) if self.percentage and base is not None else None
        for bracket in listed.brackets:
            if bracket.start <= quantity and (bracket.end is None or quantity <= bracket.end):
                return bracket.rate
        if listed.rate is None and listed.discount and base is not None:
            return base * (1 - listed.discount / _HUNDRED)
        return listed.rate

    def _shifted(self, rate: Decimal) -> Decimal:
        shifted = rate * (1 + self.percentage / _HUNDRED)
        step, less = _STEPS.get(self.rounding, (Decimal(0), Decimal(0)))
        if step and shifted:
            return (shifted / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step - less
        if self.precision is None:
            return shifted
        return shifted.quantize(Decimal(1).scaleb(-self.precision), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class PastOrder:
    """A sales order of the books as its list shows it; `key` is the desk's own, if it has one."""

    draft_id: str
    number: str
    status: str
    customer_id: str
    reference: str = ""
    date: str = ""
    total: Decimal | None = None
    key: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A customer in full: terms, price list, and sales orders of the last weeks.

    `unreadable` says that the customer has a price list which the books do not show.
    """

    customer: Customer
    price_list: PriceList | None = None
    orders: tuple[PastOrder, ...] = ()
    unreadable: bool = False
