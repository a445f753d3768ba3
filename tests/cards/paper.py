"""One order on paper: its lines, prices, people and case, in two languages."""

from datetime import UTC, datetime
from decimal import Decimal

from cards.scene import Part
from orders.case import (
    CaseDocument,
    FileFacts,
    PriceCheck,
)
from orders.catalogue import (
    Customer,
    CustomerMatch,
    Item,
    ItemMatch,
    Matches,
    Method,
    Organization,
)
from orders.evidence import Evidence
from orders.issue import Issue, Severity
from orders.order import Line, Order
from orders.reading import Reading, Result

SARA, OMID, LENA, AUDIT, GUEST = "sara-id", "omid-id", "lena-id", "audit-id", "guest-id"
NAMES = {
    "en": {SARA: "Sara", OMID: "Omid", LENA: "Lena", AUDIT: "Ava", GUEST: "Gil"},
    "fa": {SARA: "سارا", OMID: "امید", LENA: "لنا", AUDIT: "آوا", GUEST: "گیتی"},
}
READERS = {
    Part.REQUESTER: SARA,
    Part.APPROVER: OMID,
    Part.MANAGER: LENA,
    Part.AUDITOR: AUDIT,
    Part.BYSTANDER: GUEST,
}
NOW = datetime(2026, 11, 21, 11, 9, tzinfo=UTC)
GOODS = {
    "en": ("Ballpoint pen, blue", "A4 paper, 80 g", "Stapler", "Paper clips, 100"),
    "fa": ("خودکار آبی", "کاغذ A4، ۸۰ گرم", "منگنه", "گیرهٔ کاغذ، ۱۰۰ عددی"),
}
CUSTOMER = {"en": "Karimi Trading", "fa": "بازرگانی کریمی"}
UNITS = {"en": ("pcs", "pack", "pcs", "box"), "fa": ("عدد", "بسته", "عدد", "جعبه")}
MONEY = {"en": "EUR", "fa": "IRR"}
_PRICES = (("0.45", "0.45"), ("4.20", "4.50"), ("12.90", "12.90"), ("1.10", "1.10"))
_COUNTS = (200, 40, 10, 25)


def line(place: int, language: str, *, quantity: str | None = "") -> Line:
    scale = 100_000 if language == "fa" else 1
    kind = place % 4
    count = Decimal(_COUNTS[kind]) if quantity == "" else (Decimal(quantity) if quantity else None)
    row = 11 + place
    sku = f"OF-{1040 + place}"
    return Line(
        line_id=f"L{place + 1:03d}",
        row=row,
        sku=sku,
        product_name=GOODS[language][kind],
        quantity=count,
        unit=UNITS[language][kind],
        unit_price=Decimal(_PRICES[kind][0]) * scale,
        evidence={
            "sku": Evidence("Sheet1", f"B{row}", sku, sku),
            "quantity": Evidence("Sheet1", f"D{row}", str(count or "ten"), str(count or "ten")),
        },
    )


def order(language: str, count: int = 4, **kwargs) -> Order:
    scale = 100_000 if language == "fa" else 1
    return Order(
        sheet="Sheet1",
        header_rows=(10,),
        columns={"sku": "B", "product_name": "C", "quantity": "D", "unit_price": "E"},
        lines=tuple(line(place, language) for place in range(count)),
        customer=CUSTOMER[language],
        po_number="PO-7781",
        order_date="2026-11-18",
        delivery_date="2026-12-02",
        currency=MONEY[language],
        total=Decimal("414.50") * scale,
        **kwargs,
    )


def prices(an_order: Order, language: str) -> tuple[PriceCheck, ...]:
    scale = 100_000 if language == "fa" else 1
    return tuple(
        PriceCheck(
            one.line_id,
            one.unit_price,
            Decimal(_PRICES[place % 4][1]) * scale,
            Decimal(_PRICES[place % 4][1]) * scale,
        )
        for place, one in enumerate(an_order.lines)
    )


def case(language: str, count: int = 4) -> CaseDocument:
    an_order = order(language, count)
    customer = Customer("9001", CUSTOMER[language], currency=MONEY[language])
    return CaseDocument(
        order_id="order-1",
        code="K7Q4MP",
        tenant_id="tenant",
        requester=SARA,
        requester_name=NAMES[language][SARA],
        conversation="19:chat",
        language=language,
        received_at="2026-11-21T09:02:00+00:00",
        revision=3,
        file=FileFacts("PO-7781.xlsx", "ab" * 32, 18_204, "xlsx"),
        reading=Reading(Result.READY, (an_order,)),
        matches=Matches(
            Organization("1", "Office Supplies", MONEY[language]),
            CustomerMatch(CUSTOMER[language], customer, Method.EXACT),
            {
                one.line_id: ItemMatch(
                    one.line_id,
                    Item(f"70{place}", one.product_name or "", one.sku or ""),
                    Method.SKU,
                )
                for place, one in enumerate(an_order.lines)
            },
        ),
        prices=prices(an_order, language),
        issues=(duplicate_warning(language),),
    )


def duplicate_warning(language: str) -> Issue:
    return Issue(
        "LARGE_QUANTITY",
        Severity.WARNING,
        cells=("Sheet1!D11",),
        fields=("quantity",),
        lines=("L001",),
        facts={"value": "200" if language == "en" else "۲۰۰"},
    )
