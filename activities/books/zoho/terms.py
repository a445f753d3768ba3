"""Terms over the wire: price lists, past orders, a customer's own fields."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.wire import Money, Sum, Text, WireRow, custom_value
from orders.account import Bracket, ListedRate, PastOrder, PriceList
from orders.errors import RecordGone

KNOWN_DAYS = timedelta(days=90)
"""How far back sales orders are read: long enough for a repeated purchase order."""
MOST_PAGES = 10
_WHOLE = 100
_RATES = ("pricebook_items", "items")
"""Names under which a price list's rates come: no page of Zoho's says which."""
_YES = frozenset({"true", "yes", "1", "on"})


class _BracketRow(WireRow):
    start_quantity: Money = Decimal(0)
    end_quantity: Sum = None
    pricebook_rate: Sum = None


class _ItemRow(WireRow):
    item_id: Text = ""
    pricebook_rate: Sum = None
    pricebook_discount: Text = ""
    price_brackets: tuple[_BracketRow, ...] = ()

    def fact(self) -> ListedRate:
        brackets = tuple(
            Bracket(one.start_quantity, one.end_quantity or None, one.pricebook_rate)
            for one in self.price_brackets
            if one.pricebook_rate is not None
        )
        return ListedRate(self.pricebook_rate, percent(self.pricebook_discount), brackets)


class _ListRow(WireRow):
    pricebook_id: Text = ""
    name: Text = ""
    currency_code: Text = ""
    status: Text = ""
    pricebook_type: Text = ""
    percentage: Money = Decimal(0)
    is_increase: bool = False
    rounding_type: Text = ""
    decimal_place: int | None = None


class _OrderRow(WireRow):
    salesorder_id: Text = ""
    salesorder_number: Text = ""
    status: Text = ""
    customer_id: Text = ""
    reference_number: Text = ""
    date: Text = ""
    total: Sum = None
    last_modified_time: Text = ""


async def read_price_list(calls: ZohoCalls, list_id: str) -> PriceList:
    """A price list with the rates of its items. Raises `RecordGone` when it is not listed."""
    async for raw in calls.rows("/pricebooks", "pricebooks"):
        row = _ListRow.read(raw)
        if row.pricebook_id == list_id and row.status in ("active", ""):
            return await _with_rates(calls, row)
    raise RecordGone("The customer's price list is not in Zoho Books.")


async def _with_rates(calls: ZohoCalls, row: _ListRow) -> PriceList:
    fixed = row.pricebook_type == "fixed_percentage"
    signed = row.percentage if row.is_increase else -row.percentage
    return PriceList(
        list_id=row.pricebook_id,
        name=row.name,
        currency=row.currency_code,
        percentage=signed if fixed else Decimal(0),
        rounding=row.rounding_type if fixed else "",
        precision=row.decimal_place,
        rates={} if fixed else await _rates(calls, row.pricebook_id),
    )


async def _rates(calls: ZohoCalls, list_id: str) -> dict[str, ListedRate]:
    raws = calls.rows("/pricebooks/items", _RATES, pricebook_id=quote(list_id, safe=""))
    rows = [_ItemRow.read(raw) async for raw in raws]
    return {row.item_id: row.fact() for row in rows if row.item_id}


async def read_past_orders(
    calls: ZohoCalls, since: str, today: date, key_field: str
) -> tuple[PastOrder, ...]:
    """The latest sales orders, the last changed first, until one is older than asked for.

    Nothing rests on a filter being kept: the order of the rows and their own times decide.
    """
    oldest = (today - KNOWN_DAYS).isoformat()
    found: list[PastOrder] = []
    for number in range(1, MOST_PAGES + 1):
        rows, more = await calls.page(
            "/salesorders", "salesorders", number, sort_column="last_modified_time", sort_order="D"
        )
        read = [(raw, _OrderRow.read(raw)) for raw in rows]
        wanted = [(raw, row) for raw, row in read if _is_wanted(row, since, oldest)]
        found += [_past(raw, row, key_field) for raw, row in wanted]
        if not (more and len(wanted) == len(read)):
            break
    return tuple(found)


def _is_wanted(row: _OrderRow, since: str, oldest: str) -> bool:
    changed = row.last_modified_time
    return not changed or (changed >= since if since else changed[:10] >= oldest)


def _past(raw: Mapping[str, Any], row: _OrderRow, key_field: str) -> PastOrder:
    reference = row.reference_number
    return PastOrder(
        draft_id=row.salesorder_id,
        number=row.salesorder_number,
        status=row.status,
        customer_id=row.customer_id,
        reference=reference,
        date=row.date,
        total=row.total,
        key=custom_value(raw, key_field) or (reference if reference.startswith("OD-") else ""),
        modified=row.last_modified_time,
    )


def percent(text: str) -> Decimal:
    """The percentage in `5%`, `5` or nothing; 0 where there is none between 0 and 100."""
    try:
        number = Decimal(text.strip().removesuffix("%").strip() or "0")
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() and 0 <= number <= _WHOLE else Decimal(0)


def is_yes(text: str) -> bool:
    """Whether a checkbox is ticked, however it is spelled."""
    return text.strip().casefold() in _YES
