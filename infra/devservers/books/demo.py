"""The small, hand-written part of the books that demo orders use."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A demo contact; an empty ``currency`` is the organization's base currency."""

    contact_name: str
    company_name: str
    contact_type: str = "customer"
    currency: str = ""
    email: str = ""
    phone: str = ""
    vat_number: str = ""
    credit_limit: int = 0
    outstanding: int = 0
    price_list: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A demo item; ``rate`` is the price in EUR."""

    sku: str
    ean: str
    name: str
    description: str
    rate: Decimal
    unit: str = "pcs"
    stock: int | None = None
    inactive: bool = False


HOME = ("1 Demo Street", "10115", "Demoville")
DEPOT = ("22 Depot Road", "20095", "Demohaven")
"""Street, zip code and city of every demo customer's usual place, and of a second one."""

CUSTOMERS = (
    Customer(
        contact_name="Brightwater Outdoor GmbH",
        company_name="Brightwater Outdoor GmbH",
        email="orders@brightwater-outdoor.example",
        phone="+49 30 5550101",
        vat_number="DE999000101",
        credit_limit=25_000,
        outstanding=1_800,
    ),
    Customer(
        contact_name="Saffron Lane Trading",
        company_name="Saffron Lane Trading LLC",
        currency="USD",
        email="purchasing@saffron-lane.example",
        phone="+1 212 5550102",
        credit_limit=10_000,
    ),
    Customer(
        contact_name="Harbour & Vale Ltd",
        company_name="Harbour & Vale Limited",
        currency="GBP",
        phone="+44 20 55500103",
        vat_number="GB999000103",
        price_list="Key accounts",
    ),
    Customer(contact_name="Karimi Trading Co", company_name="Karimi Trading"),
    Customer(contact_name="Karimi Trading LLC", company_name="Karimi Trading"),
    Customer(
        contact_name="Aftab Shargh Trading",
        company_name="بازرگانی آفتاب شرق",
        price_list="Distributor 10 % off",
    ),
    Customer(
        contact_name="Nordkamm Textil Supply",
        company_name="Nordkamm Textil Supply AG",
        contact_type="vendor",
    ),
)
"""Six customers, two of them easily confused, and one vendor."""

PRODUCTS = (
    Product(
        sku="BW-1001",
        ean="9521000010017",
        name="Trail Backpack 30L Green",
        description="کوله پشتی کوهنوردی ۳۰ لیتری سبز",
        rate=Decimal("49.90"),
        stock=120,
    ),
    Product(
        sku="BW-1002",
        ean="9521000010024",
        name="Trail Backpack 30L Black",
        description="کوله پشتی کوهنوردی ۳۰ لیتری مشکی",
        rate=Decimal("49.90"),
        stock=80,
    ),
    Product(
        sku="BW-1010",
        ean="9521000010109",
        name="Summit Tent 2P",
        description="چادر دو نفره قله",
        rate=Decimal("189.00"),
        stock=35,
    ),
    Product(
        sku="0042",
        ean="9521000010420",
        name="Steel Bottle 750 ml",
        description="قمقمه استیل ۷۵۰ میلی‌لیتری",
        rate=Decimal("14.50"),
        stock=400,
    ),
    Product(
        sku="0107",
        ean="9521000011076",
        name="Camp Mug 300 ml",
        description="لیوان کمپینگ ۳۰۰ میلی‌لیتری",
        rate=Decimal("6.20"),
        stock=600,
    ),
    Product(
        sku="C450 G",
        ean="9521000014503",
        name="Canister 450 g Gas",
        description="کپسول گاز ۴۵۰ گرمی",
        rate=Decimal("8.75"),
        stock=250,
    ),
    Product(
        sku="C230 G",
        ean="9521000012301",
        name="Canister 230 g Gas",
        description="کپسول گاز ۲۳۰ گرمی",
        rate=Decimal("5.95"),
        stock=250,
    ),
    Product(
        sku="SL-220",
        ean="9521000022003",
        name="Sleeping Bag Comfort 0",
        description="کیسه خواب کامفورت صفر درجه",
        rate=Decimal("79.00"),
        stock=60,
    ),
    Product(
        sku="SL-230",
        ean="9521000023000",
        name="Sleeping Bag Comfort -10",
        description="کیسه خواب کامفورت منفی ده درجه",
        rate=Decimal("119.00"),
        stock=40,
    ),
    Product(
        sku="HL-55",
        ean="9521000055001",
        name="Head Lamp 550 lm",
        description="چراغ پیشانی ۵۵۰ لومن",
        rate=Decimal("32.40"),
    ),
    Product(
        sku="731",
        ean="9521000073104",
        name="Trekking Poles Pair",
        description="جفت باتوم کوهنوردی",
        rate=Decimal("39.95"),
        unit="pair",
        stock=90,
    ),
    Product(
        sku="BW-0900",
        ean="9521000009004",
        name="Trail Backpack 25L Green (discontinued)",
        description="کوله پشتی کوهنوردی ۲۵ لیتری سبز",
        rate=Decimal("39.90"),
        inactive=True,
    ),
)
"""Twelve items, the last of them inactive; every EAN has a right check digit."""
