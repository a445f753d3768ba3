"""The books of one organization, in memory, and the ids it gives out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from infra.devservers.books.wire import Row, invalid

OFFSETS = {"EUR": 60, "USD": 0, "GBP": 0, "IRR": 210}
"""Minutes east of Greenwich of the organization with that base currency."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The one file of a sales order."""

    name: str
    content: bytes
    content_type: str


@dataclass(slots=True, repr=False)
class Ledger:
    """Everything that one ``organization_id`` sees; rows are kept as they cross the wire."""

    organization: Row
    currencies: list[Row]
    taxes: list[Row]
    fields: list[Row]
    contacts: dict[str, Row] = field(default_factory=dict)
    items: dict[str, Row] = field(default_factory=dict)
    invoices: dict[str, Row] = field(default_factory=dict)
    pricebooks: dict[str, Row] = field(default_factory=dict)
    orders: dict[str, Row] = field(default_factory=dict)
    born: dict[str, float] = field(default_factory=dict)
    comments: dict[str, list[Row]] = field(default_factory=dict)
    files: dict[str, Attachment] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    order_numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def offset(self) -> int:
        """Return the organization's minutes east of Greenwich."""
        return OFFSETS[self.organization["currency_code"]]

    def new_id(self) -> str:
        """Return an id of 18 digits that nothing in these books has yet."""
        return f"{self._branch}{next(self.ids):010}"

    @property
    def _branch(self) -> str:
        return f"730500{self.organization['organization_id'][-2:]}"

    def currency(self, currency_id: object) -> Row:
        """Return a currency by its id.

        Raises:
            Refusal: when the organization does not have it.
        """
        return _found(self.currencies, "currency_id", currency_id, "Currency ID")

    def currency_named(self, code: str) -> Row:
        """Return a currency by its three letters."""
        return next(row for row in self.currencies if row["currency_code"] == code)

    def tax(self, tax_id: object) -> Row:
        """Return a tax by its id; an empty id is no tax.

        Raises:
            Refusal: when the organization does not have it.
        """
        if tax_id in ("", None):
            return {"tax_id": "", "tax_name": "", "tax_percentage": Decimal(0)}
        return _found(self.taxes, "tax_id", tax_id, "Tax ID")

    def unique_fields(self) -> set[str]:
        """Return the api names of the custom fields that refuse duplicates."""
        return {row["api_name"] for row in self.fields if row["is_unique"]}

    def holder(self, api_name: str, value: str) -> Row | None:
        """Return the order whose custom field has this value."""
        hits = (o for o in self.orders.values() if o["custom_field_hash"].get(api_name) == value)
        return next(hits, None)


def _found(rows: list[Row], key: str, wanted: object, label: str) -> Row:
    return next((row for row in rows if row[key] == wanted), None) or invalid(label)
