"""An order as it was read: header, lines and totals, each with evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from orders.evidence import Evidence

FIELDS = (
    "customer", "po_number", "order_date", "delivery_date", "currency", "sku", "gtin",
    "product_name", "quantity", "unit", "pack_size", "unit_price", "discount", "tax",
    "line_total", "subtotal", "total", "notes", "colour", "size",
)  # fmt: skip
"""Every field a column or a labelled cell may serve, named as `./desk read` prints them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One ordered line; a value that could not be read is None and has an issue.

    `line_id` (`L001`, …) is stable across corrections; `row` is the spreadsheet's own number.
    `evidence` maps a field's name to its witness.
    """

    line_id: str
    row: int
    sku: str | None = None
    gtin: str | None = None
    product_name: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    pack_size: Decimal | None = None
    unit_price: Decimal | None = None
    discount: Decimal | None = None
    tax: Decimal | None = None
    line_total: Decimal | None = None
    delivery_date: str | None = None
    colour: str | None = None
    size: str | None = None
    notes: str | None = None
    details: str | None = None
    """What further columns say of the item, such as its specification beside its name."""
    confidence: Decimal = Decimal(1)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """The item's name with all that its row says of it."""
        return " · ".join(filter(None, (self.product_name, self.details)))

    @property
    def expected_total(self) -> Decimal | None:
        """Quantity × price, before any discount; None where one of them is missing."""
        if self.quantity is None or self.unit_price is None:
            return None
        return self.quantity * self.unit_price

    def cells(self, name: str) -> tuple[str, ...]:
        """Where a field's value stands: one address, or none."""
        return _cells(self.evidence, name)


@dataclass(frozen=True, slots=True)
class Order:
    """One order of one sheet. Dates are ISO text, money is exact, `currency` an ISO code."""

    sheet: str
    header_rows: tuple[int, ...]
    columns: Mapping[str, str]
    lines: tuple[Line, ...]
    customer: str | None = None
    po_number: str | None = None
    order_date: str | None = None
    delivery_date: str | None = None
    ship_to: str | None = None
    """The delivery address as the file writes it, on one line."""
    currency: str | None = None
    discount: Decimal | None = None
    subtotal: Decimal | None = None
    tax: Decimal | None = None
    total: Decimal | None = None
    notes: str | None = None
    confidence: Decimal = Decimal(1)
    sure: Mapping[str, Decimal] = field(default_factory=dict)
    """Confidence by field: over all lines, or of the one header value."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    skipped_rows: Mapping[int, str] = field(default_factory=dict)
    """Rows left out of the lines, each with its reason (`total`, `heading`, `repeated_header`, …)."""

    def cells(self, name: str) -> tuple[str, ...]:
        """Where a header value stands: one address, or none."""
        return _cells(self.evidence, name)


def _cells(evidence: Mapping[str, Evidence], name: str) -> tuple[str, ...]:
    witness = evidence.get(name)
    return (witness.address,) if witness and witness.address else ()
