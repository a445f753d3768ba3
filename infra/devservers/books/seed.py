"""Fills the books: two organizations, a demo part, a generated part."""

from decimal import Decimal
from typing import Any

from infra.devservers.books import catalogue, demo
from infra.devservers.books.ledger import OFFSETS, Ledger
from infra.devservers.books.options import Options
from infra.devservers.books.wire import Row, rounded

SERVED, OTHER = "20260000001", "20260000002"
KEY_FIELD = "cf_external_order_key"

_CURRENCIES = {
    "EUR": ("Euro", "€", 2, Decimal(1)),
    "USD": ("US Dollar", "$", 2, Decimal("0.90")),
    "GBP": ("Pound Sterling", "£", 2, Decimal("1.20")),
    "IRR": ("Iranian Rial", "﷼", 0, Decimal("0.000002")),
}
"""Name, symbol, decimal places and the invented price of one unit in EUR."""

_ZONES = {"EUR": "Europe/Berlin", "USD": "GMT", "GBP": "Europe/London", "IRR": "Iran"}


def ledgers(options: Options) -> dict[str, Ledger]:
    """Return the books of both organizations by ``organization_id``."""
    served = _empty(SERVED, "Order Desk Demo", options.currency, "PREMIUM")
    other = _empty(OTHER, "Order Desk Trial", "GBP", "PREMIUM TRIAL")
    served.organization["is_default_org"] = True
    if options.key_field:
        served.fields.append(custom_field(served, KEY_FIELD, "External Order Key", unique=True))
    served.fields.append(custom_field(served, "cf_po_number", "PO Number", unique=False))
    _price_lists(served)
    for customer in demo.CUSTOMERS:
        _demo_customer(served, customer)
    for product in demo.PRODUCTS:
        _demo_item(served, product)
    for name in catalogue.contacts(options.seed):
        add_contact(served, _row(name))
    for article in catalogue.articles(options.seed):
        add_item(served, _item_row(served, article))
    return {SERVED: served, OTHER: other}


def custom_field(ledger: Ledger, api_name: str, label: str, *, unique: bool) -> Row:
    """Return the definition of a text field on sales orders."""
    return {
        "customfield_id": ledger.new_id(),
        "entity": "salesorder",
        "label": label,
        "api_name": api_name,
        "placeholder": api_name,
        "data_type": "string",
        "index": len(ledger.fields) + 1,
        "is_active": True,
        "is_mandatory": False,
        "is_unique": unique,
        "show_on_pdf": False,
        "show_in_all_pdf": False,
    }


def add_contact(ledger: Ledger, row: Row) -> Row:
    """Complete a contact's row, keep it and return it."""
    code = row.pop("currency_code", "") or ledger.organization["currency_code"]
    name, stamp = row.get("contact_name", ""), _seeded(ledger)
    full: Row = {
        "contact_id": row.get("contact_id") or ledger.new_id(),
        "contact_name": name,
        "customer_name": name,
        "vendor_name": name,
        "company_name": "",
        "contact_type": "customer",
        "status": "active",
        "customer_sub_type": "business",
        "payment_terms": 30,
        "payment_terms_label": "Net 30",
        "currency_id": ledger.currency_named(code)["currency_id"],
        "currency_code": code,
        "outstanding_receivable_amount": 0,
        **dict.fromkeys(("first_name", "last_name", "email", "phone", "mobile", "notes"), ""),
        "created_time": stamp,
        "last_modified_time": stamp,
        "custom_fields": [],
        "custom_field_hash": {},
        "tags": [],
        "credit_limit": 0,
        "vat_reg_no": "",
        "pricebook_id": "",
        "contact_persons": [],
        "billing_address": {},
        "shipping_address": {},
        "addresses": [],
        **row,
    }
    ledger.contacts[full["contact_id"]] = full
    return full


def add_item(ledger: Ledger, row: Row) -> Row:
    """Complete an item's row, keep it and return it; ``stock`` makes it an inventory item."""
    stock = row.pop("stock", None)
    name, stamp = row.get("name", ""), _seeded(ledger)
    full: Row = {
        "item_id": row.get("item_id") or ledger.new_id(),
        "name": name,
        "item_name": name,
        **dict.fromkeys(("sku", "ean", "upc", "isbn", "part_number", "description"), ""),
        "status": "active",
        "rate": 0,
        "unit": "pcs",
        "tax_id": "",
        "tax_name": "",
        "tax_percentage": 0,
        "item_type": "sales" if stock is None else "inventory",
        "product_type": "goods",
        "track_inventory": stock is not None,
        "can_be_sold": True,
        **dict.fromkeys(("brand", "manufacturer", "category_name", "image_name"), ""),
        "source": "user",
        "created_time": stamp,
        "last_modified_time": stamp,
        "has_attachment": False,
        "tags": [],
        "custom_fields": [],
    }
    if stock is not None:
        full |= dict.fromkeys(("stock_on_hand", "available_stock", "actual_available_stock"), stock)
        full["reorder_level"] = 5
    full |= row
    ledger.items[full["item_id"]] = full
    return full


def _empty(organization_id: str, name: str, code: str, plan: str) -> Ledger:
    base: Row = {"organization_id": organization_id, "currency_code": code}
    ledger = Ledger(organization=base, currencies=[], taxes=[], fields=[])
    ledger.currencies += [_currency(ledger, other, code) for other in _CURRENCIES]
    ledger.taxes += [_tax(ledger, "VAT 20 %", 20), _tax(ledger, "Zero rated", 0)]
    _, symbol, places, _ = _CURRENCIES[code]
    base |= {
        "name": name,
        "is_default_org": False,
        "plan_name": plan,
        "currency_id": ledger.currency_named(code)["currency_id"],
        "currency_symbol": symbol,
        "currency_format": "###,###,###.00" if places else "###,###,###",
        "price_precision": places,
        "language_code": "en",
        "time_zone": _ZONES[code],
        "is_org_active": True,
        "is_sku_enabled": True,
        "mode": "live",
    }
    return ledger


def _currency(ledger: Ledger, code: str, base: str) -> Row:
    name, symbol, places, worth = _CURRENCIES[code]
    rate = rounded(worth / _CURRENCIES[base][3], 6)
    return {
        "currency_id": ledger.new_id(),
        "currency_code": code,
        "currency_name": f"{code}- {name}",
        "currency_symbol": symbol,
        "price_precision": places,
        "currency_format": "###,###,###.00" if places else "###,###,###",
        "is_base_currency": code == base,
        "exchange_rate": 1 if code == base else rate,
        "effective_date": "2026-01-01",
    }


def _tax(ledger: Ledger, name: str, percent: int) -> Row:
    row = {"tax_id": ledger.new_id(), "tax_name": name, "tax_percentage": Decimal(percent)}
    return row | {"tax_type": "tax", "is_default_tax": False}


def _price_lists(ledger: Ledger) -> None:
    for name, row in {
        "Distributor 10 % off": {"pricebook_type": "fixed_percentage", "percentage": Decimal(10)},
        "Key accounts": {"pricebook_type": "per_item", "percentage": Decimal(0)},
    }.items():
        base: dict[str, Any] = {"pricebook_id": ledger.new_id(), "name": name, "description": ""}
        base |= {"currency_id": "", "currency_code": "", "is_default": False, "is_increase": False}
        base |= {"status": "active", "sales_or_purchase_type": "sales", "decimal_place": 2}
        base |= {"rounding_type": "no_rounding", "pricing_scheme": "unit", "pricebook_items": []}
        ledger.pricebooks[base["pricebook_id"]] = base | row


def _demo_customer(ledger: Ledger, customer: demo.Customer) -> None:
    lists = {row["name"]: row["pricebook_id"] for row in ledger.pricebooks.values()}
    person = {"contact_person_id": ledger.new_id(), "email": customer.email}
    row: Row = {
        "contact_name": customer.contact_name,
        "company_name": customer.company_name,
        "contact_type": customer.contact_type,
        "currency_code": customer.currency,
        "email": customer.email,
        "phone": customer.phone,
        "vat_reg_no": customer.vat_number,
        "credit_limit": customer.credit_limit,
        "outstanding_receivable_amount": customer.outstanding,
        "pricebook_id": lists.get(customer.price_list, ""),
        "contact_persons": [person] if customer.email else [],
        "billing_address": _address(ledger, *demo.HOME),
        "shipping_address": _address(ledger, *demo.HOME),
        "addresses": [_address(ledger, *demo.DEPOT)],
    }
    add_contact(ledger, row)


def _address(ledger: Ledger, street: str, code: str, city: str) -> Row:
    place = {"address": street, "street2": "", "city": city, "zip": code, "state": ""}
    return {"address_id": ledger.new_id(), "attention": "", **place, "country": "", "phone": ""}


def _demo_item(ledger: Ledger, product: demo.Product) -> None:
    item = add_item(ledger, _item_row(ledger, product) | {"unit": product.unit})
    key_accounts = next(r for r in ledger.pricebooks.values() if r["pricebook_type"] == "per_item")
    if product.sku in {"BW-1001", "BW-1002"}:
        special = rounded(item["rate"] * Decimal("0.85"), ledger.organization["price_precision"])
        row = {"pricebook_item_id": ledger.new_id(), "item_id": item["item_id"]}
        half = rounded(item["rate"] / 2, ledger.organization["price_precision"])
        row |= {"pricebook_rate": special, "pricebook_discount": "", "pricing_scheme": "volume"}
        row["price_brackets"] = [
            {"start_quantity": 1, "end_quantity": 99, "pricebook_rate": special},
            {"start_quantity": 100, "end_quantity": "", "pricebook_rate": half},
        ]
        key_accounts["pricebook_items"].append(row)


def _item_row(ledger: Ledger, item: demo.Product | catalogue.Article) -> Row:
    worth = _CURRENCIES[ledger.organization["currency_code"]][3]
    return {
        "name": item.name,
        "sku": item.sku,
        "ean": item.ean,
        "description": item.description,
        "rate": rounded(item.rate / worth, ledger.organization["price_precision"]),
        "status": "inactive" if item.inactive else "active",
        "stock": item.stock,
    }


def _row(name: catalogue.Name) -> Row:
    row = {"contact_name": name.contact_name, "company_name": name.company_name}
    return row | {"contact_type": name.contact_type, "email": name.email}


def _seeded(ledger: Ledger) -> str:
    minutes = OFFSETS[ledger.organization["currency_code"]]
    return f"2026-01-05T09:00:00+{minutes // 60:02}{minutes % 60:02}"
