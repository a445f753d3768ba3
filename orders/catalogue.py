"""Customers and items as the books know them, and what was matched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Tax:
    """A tax of the books; `percentage` is None where they did not say it."""

    tax_id: str
    name: str = ""
    percentage: Decimal | None = None

    @property
    def share(self) -> Decimal:
        """What it adds to a price of one."""
        return (self.percentage or Decimal(0)) / 100


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a customer in the books."""

    address_id: str
    street: str = ""
    zip_code: str = ""
    city: str = ""

    @property
    def text(self) -> str:
        """The address as one line."""
        return ", ".join(part for part in (self.street, self.zip_code, self.city) if part)


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer of the books. Ids are strings of digits; `currency` is an ISO code."""

    customer_id: str
    name: str
    company: str = ""
    currency: str = ""
    active: bool = True
    email: str = ""
    phone: str = ""
    aliases: tuple[str, ...] = ()
    outstanding: Decimal = Decimal(0)
    """What the customer owes, in their own currency."""
    overdue: Decimal = Decimal(0)
    credit_limit: Decimal | None = None
    """None where the books set none, and in lists, which do not say."""
    price_list: str = ""
    discount: Decimal = Decimal(0)
    """Per cent off every price."""
    on_hold: bool = False
    modified: str = ""
    tax_number: str = ""
    addresses: tuple[Address, ...] = ()
    """Where goods may be sent, the usual place first; lists do not say."""
    tax: Tax | None = None
    """The customer's own tax, which goes before those of items."""
    taxable: bool = True
    tax_treatment: str = ""
    """The books' word for a customer whose taxes follow rules of their own."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the books. `sku` and `gtin` are text, `rate` is in the organization's currency."""

    item_id: str
    name: str
    sku: str = ""
    gtin: str = ""
    description: str = ""
    rate: Decimal = Decimal(0)
    unit: str = ""
    active: bool = True
    stock: Decimal | None = None
    """Pieces that can be sold; None where the books do not count them."""
    successor: str = ""
    """The SKU of the item that took this one's place, where the books say so."""
    tax: Tax | None = None
    """The item's usual tax; None where the books name none, or one for each kind of sale."""


@dataclass(frozen=True, slots=True)
class Organization:
    """The books' organization: base currency and how many decimals its prices have."""

    organization_id: str
    name: str = ""
    currency: str = ""
    price_precision: int = 2


class Method(StrEnum):
    """How a match came about. `fuzzy` is a guess that the approver sees marked as one."""

    EXACT = "exact"
    SKU = "sku"
    GTIN = "gtin"
    ALIAS = "alias"
    FUZZY = "fuzzy"
    CHOSEN = "chosen"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One record offered to a person: id, what they read, how near (0 to 1), and why.

    `because` holds reasons (`same_name`, `typo`, `email`, …), divided by commas.
    """

    record_id: str
    label: str
    score: Decimal = Decimal(0)
    because: str = ""


@dataclass(frozen=True, slots=True)
class CustomerMatch:
    """The customer found, or the suggestions to choose from. `customer` is None while open.

    `because` says what a guess rests on, or since when a learned name is known.
    """

    asked: str
    customer: Customer | None = None
    method: Method = Method.NONE
    suggestions: tuple[Suggestion, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class ItemMatch:
    """The item found for one line, or the suggestions. `left_out` is a person's decision."""

    line_id: str
    item: Item | None = None
    method: Method = Method.NONE
    suggestions: tuple[Suggestion, ...] = ()
    left_out: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """Everything the books were asked for one order."""

    organization: Organization | None = None
    customer: CustomerMatch | None = None
    items: Mapping[str, ItemMatch] = field(default_factory=dict)


def item_label(item: Item) -> str:
    """What a person reads: SKU and name."""
    return f"{item.sku} · {item.name}" if item.sku else item.name
