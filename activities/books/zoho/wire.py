"""The shapes of Zoho's answers, read forgivingly, and the facts in them."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, NoReturn, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from activities.books.port import Draft, SentLine
from orders.catalogue import Address, Customer, Item, Organization, Tax
from orders.errors import BooksUnavailable
from orders.successor import successor_in

Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else str(value))]
"""Text that may come as null or, from a lax server, as a number."""
Said = Annotated[str | None, BeforeValidator(lambda value: None if value is None else str(value))]
"""Text that may be left unsaid, which is another thing than empty."""
Money = Annotated[Decimal, BeforeValidator(lambda value: 0 if value in (None, "") else value)]
Places = Annotated[int, BeforeValidator(lambda value: 2 if value in (None, "") else value)]
Sum = Annotated[Decimal | None, BeforeValidator(lambda value: None if value == "" else value)]


def decode(content: bytes) -> dict[str, Any] | None:
    """Read a JSON object as UTF-8 with exact numbers; None for anything else (HTML, cut bodies)."""
    try:
        body = json.loads(content.decode(), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def number(amount: Decimal) -> int | float:
    """A decimal as the JSON number that reads back as the same decimal, as far as one exists."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


class WireRow(BaseModel):
    """One record of an answer; what the desk does not know is passed over."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    @classmethod
    def read(cls, row: object) -> Self:
        """Read one record. Raises `BooksUnavailable` when it has another shape."""
        try:
            return cls.model_validate(row)
        except ValidationError:
            raise BooksUnavailable("Zoho Books sent a record of another shape.") from None


class AddressRow(WireRow):
    """One address of a contact."""

    address_id: Text = ""
    address: Text = ""
    city: Text = ""
    zip: Text = ""

    def fact(self) -> Address:
        """The address in it; a street may be written on several lines."""
        street = " ".join(self.address.split())
        return Address(self.address_id, street, self.zip.strip(), self.city.strip())


Kinds = Annotated[tuple[object, ...], BeforeValidator(lambda value: value or ())]
"""Taxes by kind of sale, such as within a state and between states."""
Addresses = Annotated[
    tuple[AddressRow, ...],
    BeforeValidator(lambda value: [one for one in value if one] if isinstance(value, list) else ()),
]
"""Addresses that may be missing, or empty as `{}`."""
Place = Annotated[AddressRow, BeforeValidator(lambda value: value or {})]


class TaxedRow(WireRow):
    """What may name a tax: an item or a contact."""

    tax_id: Text = ""
    tax_name: Text = ""
    tax_percentage: Sum = None
    is_taxable: Text = ""

    @property
    def taxable(self) -> bool:
        """Whether it is not said to be exempt."""
        return self.is_taxable.casefold() != "false"

    @property
    def tax(self) -> Tax | None:
        """The tax, if one is named."""
        known = self.taxable and bool(self.tax_id)
        return Tax(self.tax_id, self.tax_name, self.tax_percentage) if known else None


class ContactRow(TaxedRow):
    """One contact, of a list or alone."""

    contact_id: Text = ""
    contact_name: Text = ""
    company_name: Text = ""
    contact_type: Text = ""
    status: Text = ""
    currency_code: Text = ""
    email: Text = ""
    phone: Text = ""
    outstanding_receivable_amount: Money = Decimal(0)
    credit_limit: Sum = None
    pricebook_id: Text = ""
    last_modified_time: Text = ""
    mobile: Text = ""
    vat_reg_no: Text = ""
    tax_reg_no: Text = ""
    gst_no: Text = ""
    tax_exemption_id: Text = ""
    tax_treatment: Text = ""
    vat_treatment: Text = ""
    gst_treatment: Text = ""
    shipping_address: Place = AddressRow()
    billing_address: Place = AddressRow()
    addresses: Addresses = ()

    @property
    def is_customer(self) -> bool:
        """Whether the filter was kept: it is a customer with an id."""
        return bool(self.contact_id) and self.contact_type == "customer"

    def fact(self) -> Customer:
        """The customer in it."""
        return Customer(
            customer_id=self.contact_id,
            name=self.contact_name,
            company=self.company_name,
            currency=self.currency_code,
            active=self.status in ("active", ""),
            email=self.email,
            outstanding=self.outstanding_receivable_amount,
            credit_limit=self.credit_limit or None,
            price_list=self.pricebook_id,
            modified=self.last_modified_time,
            phone=self.phone or self.mobile,
            tax_number=self.vat_reg_no or self.tax_reg_no or self.gst_no,
            addresses=tuple(one.fact() for one in self._places if one.address_id),
            tax=self.tax,
            taxable=self.taxable and not self.tax_exemption_id,
            tax_treatment=self.tax_treatment or self.vat_treatment or self.gst_treatment,
        )

    @property
    def _places(self) -> tuple[AddressRow, ...]:
        return (self.shipping_address, *self.addresses, self.billing_address)


class ItemRow(TaxedRow):
    """One item, of a list or alone."""

    item_id: Text = ""
    name: Text = ""
    sku: Text = ""
    ean: Text = ""
    upc: Text = ""
    description: Text = ""
    rate: Money = Decimal(0)
    unit: Text = ""
    status: Text = ""
    available_stock: Sum = None
    stock_on_hand: Sum = None
    cf_successor: Text = ""
    item_tax_preferences: Kinds = ()

    def fact(self) -> Item:
        """The item in it."""
        return Item(
            item_id=self.item_id,
            name=self.name,
            sku=self.sku,
            gtin=self.ean or self.upc,
            description=self.description,
            rate=self.rate,
            unit=self.unit,
            active=self.status in ("active", ""),
            stock=self.stock_on_hand if self.available_stock is None else self.available_stock,
            successor=self.cf_successor or successor_in(self.description),
            tax=None if len(self.item_tax_preferences) > 1 else self.tax,
        )


class OrganizationRow(WireRow):
    """One organization that the token sees."""

    organization_id: Text = ""
    name: Text = ""
    currency_code: Text = ""
    price_precision: Places = 2

    def fact(self) -> Organization:
        """The organization in it."""
        return Organization(
            self.organization_id, self.name, self.currency_code, self.price_precision
        )


class LineRow(WireRow):
    """One line of a sales order."""

    item_id: Text = ""
    quantity: Money = Decimal(0)
    rate: Money = Decimal(0)
    discount: Text = ""
    tax_id: Text = ""
    description: Said = None
    line_item_category: Text = ""


Lines = Annotated[
    tuple[LineRow, ...], BeforeValidator(lambda value: () if value is None else value)
]


class OrderRow(WireRow):
    """One sales order; rows of lists have no lines."""

    salesorder_id: Text = ""
    salesorder_number: Text = ""
    status: Text = ""
    customer_id: Text = ""
    reference_number: Text = ""
    currency_code: Text = ""
    date: Said = None
    shipment_date: Said = None
    sub_total: Sum = None
    total: Sum = None
    shipping_address_id: Text = ""
    notes: Said = None
    salesperson_id: Said = None
    line_items: Lines = ()

    def fact(self, order_key: str, url: str) -> Draft:
        """The draft in it."""
        lines = tuple(
            SentLine(
                line.item_id,
                line.quantity,
                line.rate,
                line.discount,
                line.tax_id,
                line.description,
            )
            for line in self.line_items
            if line.line_item_category in ("line_item", "")
        )
        return Draft(
            draft_id=self.salesorder_id,
            number=self.salesorder_number,
            status=self.status,
            customer_id=self.customer_id,
            lines=lines,
            order_key=order_key,
            reference=self.reference_number,
            currency=self.currency_code,
            date=_day(self.date),
            delivery_date=_day(self.shipment_date),
            sub_total=self.sub_total,
            total=self.total,
            url=url,
            shipping_address_id=self.shipping_address_id,
            notes=self.notes,
        )


def custom_value(row: Mapping[str, Any], api_name: str) -> str:
    """A custom field's value in any of the three places where Zoho writes it; empty without."""
    listed = row.get("custom_fields")
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and api_name in (one.get("api_name"), one.get("placeholder")):
            return str(one.get("value") or "")
    hashed = row.get("custom_field_hash")
    place = hashed if isinstance(hashed, dict) and api_name in hashed else row
    return str(place.get(api_name) or "")


def says_fields(row: Mapping[str, Any], api_name: str) -> bool:
    """Whether a record tells its custom fields at all."""
    return bool({"custom_fields", "custom_field_hash", api_name}.intersection(row))


def one_order(body: Mapping[str, Any]) -> dict[str, Any]:
    """The sales order of an answer: an object in life, a list of one in the specification."""
    found = body.get("salesorder")
    if isinstance(found, list) and found:
        found = found[0]
    return found if isinstance(found, dict) else {}


def _day(text: str | None) -> str | None:
    return None if text is None else text[:10]


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
