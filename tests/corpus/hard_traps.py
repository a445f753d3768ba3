"""Traps around and inside a plain table: labels, letterheads and rows that mislead."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from hard import Build, Drawn, Paper, drawn, make_goods

US, THEM = "Brightwater Supplies Ltd", "Maple & Sons Ltd"
HEAD = ("SKU", "Description", "Qty", "Price", "Total")
KEYS = ("sku", "name", "qty", "price", "total")
Cells = dict[tuple[int, int], Any]

LABELS: dict[str, tuple[Cells, dict[str, Any], str]] = {
    "company_is_the_seller": ({(1, 1): "Company:", (1, 2): US, (2, 1): "Customer:", (2, 2): THEM}, {"customer": THEM}, "ready"),
    "name_and_company": ({(1, 1): "Name:", (1, 2): "Pat Example", (2, 1): "Company:", (2, 2): THEM}, {"customer": THEM}, "ready"),
    "bill_to_and_ship_to": ({(1, 1): "Ship To:", (1, 2): "Maple Depot North", (1, 4): "Bill To:", (1, 5): THEM}, {"customer": THEM}, "ready"),
    "customer_left_blank": ({(1, 1): "Customer:", (1, 6): US, (2, 6): "14 Harbour Road", (3, 1): "PO No:"}, {"customer": None, "po_number": None}, "ask"),
    "customer_blank_letterhead_below": ({(1, 1): "Customer:", (2, 1): "Please return to Brightwater Supplies Ltd"}, {"customer": None}, "ask"),
    "customer_blank_date_filled": ({(1, 1): "Customer:", (1, 3): "Date:", (1, 4): "2026-11-03", (2, 1): "PO:", (2, 3): "Terms:", (2, 4): "30 days"}, {"customer": None, "po_number": None, "order_date": "2026-11-03"}, "ask"),
    "number_and_name": ({(1, 1): "Customer No.:", (1, 2): "C-1001", (2, 1): "Customer:", (2, 2): THEM, (3, 1): "Phone No.", (3, 2): "555 0101", (4, 1): "VAT No.", (4, 2): "GB 123 4567 89"}, {"customer": THEM, "po_number": None}, "ready"),
    "labels_over_values": ({(1, 1): "P.O. NUMBER", (1, 2): "DATE", (1, 3): "REQUISITIONER", (1, 4): "SHIPPED VIA", (1, 5): "TERMS", (2, 1): "4511", (2, 2): "2026-10-09", (2, 3): "Pat Example", (2, 4): "Truck", (2, 5): "30 days", (4, 1): "Customer", (4, 2): THEM}, {"customer": THEM, "po_number": "4511", "order_date": "2026-10-09"}, "ready"),
    "quote_and_order": ({(1, 1): "Quote No.", (1, 2): "Q-2231", (2, 1): "Your PO:", (2, 2): "887", (3, 1): "Customer:", (3, 2): THEM}, {"customer": THEM, "po_number": "887"}, "ready"),
    "only_other_numbers": ({(1, 1): "Project No. 77", (2, 1): "Contract No.: 5512", (3, 1): "Page 1 of 2", (4, 1): "Customer:", (4, 2): THEM, (5, 1): "Quotation ref: Q-9"}, {"customer": THEM, "po_number": None}, "ready"),
    "printed_and_ordered": ({(1, 1): "Printed on:", (1, 2): "2026-11-12", (2, 1): "Order date:", (2, 2): "2026-11-01", (3, 1): "Valid until:", (3, 2): "2026-12-31", (4, 1): "Customer:", (4, 2): THEM}, {"customer": THEM, "order_date": "2026-11-01", "delivery_date": None}, "ready"),
    "their_number_and_ours": ({(1, 1): "Customer PO:", (1, 2): "887", (2, 1): "Sales Order No:", (2, 2): "SO-1", (3, 1): "Customer:", (3, 2): THEM}, {"customer": THEM, "po_number": "887"}, "ready"),
    "number_as_a_number": ({(1, 1): "PO Number", (1, 2): 4500012345, (2, 1): "Buyer", (2, 2): THEM}, {"customer": THEM, "po_number": "4500012345"}, "ready"),
    "canadian_dollars": ({(1, 1): "Currency: CAD", (2, 1): "Customer:", (2, 2): THEM, (3, 1): "All prices in $"}, {"customer": THEM, "currency": "CAD"}, "ready"),
    "buyer_is_a_person": ({(1, 1): "Buyer name:", (1, 2): "Pat Example", (2, 1): "Customer:", (2, 2): THEM}, {"customer": None}, "ask"),
    "account_manager": ({(1, 1): "Account manager:", (1, 2): "Kim Sample", (2, 1): "Customer service:", (2, 2): "Lee Sample", (3, 1): "Customer:", (3, 2): THEM}, {"customer": THEM}, "ready"),
    "customer_service_only": ({(1, 1): "Customer service:", (1, 2): "Lee Sample"}, {"customer": None}, "ask"),
    "supplier_block_with_company": ({(1, 1): "SUPPLIER", (2, 1): "Company name:", (2, 2): US, (3, 1): "Address:", (3, 2): "14 Harbour Road", (5, 1): "BUYER", (6, 1): "Company name:", (6, 2): THEM, (7, 1): "Address:", (7, 2): "2 Mill Lane"}, {"customer": THEM}, "ready"),
    "german_to_and_from": ({(1, 1): "An:", (1, 2): "Brightwater GmbH", (2, 1): "Besteller:", (2, 2): "Ahorn Handel GmbH", (3, 1): "Ihre Kundennummer:", (3, 2): "10023", (4, 1): "Bestellnummer:", (4, 2): "B-88", (5, 1): "Liefertermin:", (5, 2): "KW 50"}, {"customer": "Ahorn Handel GmbH", "po_number": "B-88"}, "ready"),
    "french_labels_in_one_cell": ({(1, 1): "Client : Érable SARL\nN° de commande : 5512\nDate : 05/11/2026"}, {"customer": "Érable SARL", "po_number": "5512"}, "ask"),
    "order_for_and_by": ({(1, 1): f"Order for {US}", (2, 1): f"Ordered by: {THEM}"}, {"customer": THEM}, "ready"),
    "email_and_web": ({(1, 1): "Customer email:", (1, 2): "buy@maple.example", (2, 1): "Customer", (2, 2): THEM, (3, 1): "Order via www.brightwater.example"}, {"customer": THEM}, "ready"),
    "delivery_to_a_depot": ({(1, 1): "Deliver to:", (1, 2): "Depot North, Gate 4", (2, 1): "Invoice to:", (2, 2): THEM}, {"customer": THEM}, "ready"),
    "number_in_the_file_title": ({(1, 1): "ORDER FORM 2026", (2, 1): "Customer:", (2, 2): THEM}, {"customer": THEM, "po_number": None}, "ready"),
    "order_1_of_2": ({(1, 1): "Order 1 of 2", (2, 1): "Customer:", (2, 2): THEM, (3, 1): "Order deadline: 2026-11-30"}, {"customer": THEM, "po_number": None, "order_date": None}, "ready"),
    "store_and_chain": ({(1, 1): "Store:", (1, 2): "Maple No. 14", (2, 1): "Customer:", (2, 2): THEM}, {"customer": THEM}, "ready"),
    "placeholder_in_brackets": ({(1, 1): "Customer:", (1, 2): "[Company name]"}, {"customer": None}, "ask"),
    "ship_to_label_beside": ({(1, 1): "Customer:", (1, 2): "Ship to:", (1, 3): "Depot North"}, {}, "ask"),
    "company_below_an_empty_customer": ({(1, 1): "Customer", (2, 1): "Company", (2, 2): THEM}, {"customer": THEM}, "ready"),
    "order_of_a_day": ({(1, 1): "Purchase order 12.11.2026", (2, 1): "Customer:", (2, 2): THEM}, {"customer": THEM, "po_number": None}, "ready"),
    "order_of_a_year": ({(1, 1): "Order 2026", (2, 1): "Customer:", (2, 2): THEM}, {"customer": THEM, "po_number": None}, "ready"),
    "label_twice_two_names": ({(1, 1): "Customer:", (1, 2): THEM, (2, 1): "Client:", (2, 2): "Oak Retail Ltd"}, {}, "ask"),
}  # fmt: skip
"""What stands above the table, what is true, and what a clerk would do."""


def _labelled(name: str, cells: Cells, truth: dict[str, Any], ideal: str) -> Build:
    def build(random: Random) -> Drawn:
        paper = Paper(random, "Sheet1", dict(cells))
        paper.table(11, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
        return drawn(paper, ideal=ideal, **truth)

    build.__name__ = name
    return build


def _sum(paper: Paper, name: str = "line_total") -> Decimal:
    return sum((line[name] for line in paper.lines), Decimal(0))


def _bottom(name: str, write: Callable[[Paper, int], None], ideal: str = "ready", head: tuple[str, ...] = HEAD, **truth: Any) -> Build:  # fmt: skip
    def build(random: Random) -> Drawn:
        paper = Paper(random, "Order")
        paper.put(1, 1, "Customer:", THEM)
        end = paper.table(3, list(zip(head, KEYS, strict=False)), make_goods(random))
        write(paper, end)
        return drawn(paper, ideal=ideal, customer=THEM, **truth)

    build.__name__ = name
    return build


def _total_with_quantity(paper: Paper, end: int) -> None:
    paper.put(end, 1, "TOTAL", None, _sum(paper, "quantity"), None, _sum(paper))


def _total_and_words(paper: Paper, end: int) -> None:
    paper.put(end, 1, f"Total pieces: {_sum(paper, 'quantity')}")
    paper.put(end + 1, 1, f"Total amount: {_sum(paper)} EUR")
    paper.put(end + 2, 1, "In words: one thousand and some")


def _deposit(paper: Paper, end: int) -> None:
    paper.put(end, 4, "Total", _sum(paper))
    paper.put(end + 1, 4, "Deposit 30%", _sum(paper) * Decimal("0.3"))
    paper.put(end + 2, 4, "Balance", _sum(paper) * Decimal("0.7"))


def _page_break(paper: Paper, end: int) -> None:
    paper.put(end, 4, "Carried forward", _sum(paper))
    paper.put(end + 1, 1, "Page 2")
    paper.table(end + 2, list(zip(HEAD, KEYS, strict=True)), make_goods(paper.random, 3))


def _discount_row(paper: Paper, end: int) -> None:
    paper.put(end, 2, "Discount 10%", None, None, -_sum(paper) / 10)
    paper.put(end + 1, 4, "Total", _sum(paper) * Decimal("0.9"))


def _wrapped_names(paper: Paper, end: int) -> None:
    paper.put(end, 2, "with an extra long strap")
    (good,) = make_goods(paper.random, 1)
    paper.rows(end + 1, KEYS, [good])


def _to_be_confirmed(paper: Paper, end: int) -> None:
    paper.put(end, 1, "ZZ-1", "Late thing", "TBC", Decimal(5))
    paper.lines.append({"row": end, "sku": "ZZ-1", "quantity": None})


def _zero_line(paper: Paper, end: int) -> None:
    paper.put(end, 1, "ZZ-1", "Not now", 0, Decimal(5), 0)
    paper.lines.append({"row": end, "sku": "ZZ-1", "quantity": Decimal(0)})


def _remark_between(paper: Paper, end: int) -> None:
    paper.put(end, 1, "NEW COLOURS!")
    paper.rows(end + 1, KEYS, make_goods(paper.random, 2))


def _two_blank_rows(paper: Paper, end: int) -> None:
    paper.rows(end + 2, KEYS, make_goods(paper.random, 2))


def _three_blank_rows(paper: Paper, end: int) -> None:
    paper.rows(end + 3, KEYS, make_goods(paper.random, 2))


def _same_item_twice(paper: Paper, end: int) -> None:
    first = paper.lines[0]
    paper.put(end, 1, first["sku"], first["product_name"], 3, first["unit_price"], 3 * first["unit_price"])  # fmt: skip
    paper.lines.append({"row": end, "sku": first["sku"], "quantity": Decimal(3)})


def _name_only_line(paper: Paper, end: int) -> None:
    paper.put(end, 2, "Thing without a code", 4, Decimal(3), 12)
    paper.lines.append({"row": end, "product_name": "Thing without a code", "quantity": Decimal(4)})


def _negative_line(paper: Paper, end: int) -> None:
    paper.put(end, 1, "RET-1", "Returned rope", -2, Decimal(5), -10)
    paper.lines.append({"row": end, "sku": "RET-1", "quantity": Decimal(-2)})


def _lines_without_price(paper: Paper, end: int) -> None:
    paper.put(end, 1, "ZZ-1", "No price yet", 4)
    paper.lines.append({"row": end, "sku": "ZZ-1", "quantity": Decimal(4)})


def _second(header: str) -> Callable[[Paper, int], None]:
    def write(paper: Paper, end: int) -> None:
        paper.put(3, 6, header)
        for row in range(4, end):
            paper.put(row, 6, row * 11)

    return write


def _signed_line(paper: Paper, end: int) -> None:
    paper.put(end + 1, 1, "Date", "2026-11-04", None, "Signature")
    paper.put(end + 3, 1, "Bank", "Example Bank", None, "Account 55501", "Sort 10")


BUILDERS: tuple[Build, ...] = (
    *(_labelled(name, *what) for name, what in LABELS.items()),
    _bottom("total_with_quantity", _total_with_quantity),
    _bottom("totals_in_sentences", _total_and_words),
    _bottom("deposit_and_balance", _deposit),
    _bottom("carried_to_page_two", _page_break),
    _bottom("discount_as_a_row", _discount_row),
    _bottom("names_wrapped_over_rows", _wrapped_names),
    _bottom("quantity_to_be_confirmed", _to_be_confirmed, "ask"),
    _bottom("a_typed_zero", _zero_line),
    _bottom("remark_in_the_code_column", _remark_between),
    _bottom("two_blank_rows_inside", _two_blank_rows, "ask"),
    _bottom("three_blank_rows_inside", _three_blank_rows, "ask"),
    _bottom("same_item_twice", _same_item_twice),
    _bottom("a_line_without_a_code", _name_only_line),
    _bottom("a_return", _negative_line, "ask"),
    _bottom("a_line_without_a_price", _lines_without_price),
    _bottom("signature_and_bank", _signed_line),
    _bottom("two_columns_called_qty", _second("Qty")),
    _bottom("two_columns_called_price", _second("Price")),
    _bottom("price_per_thousand", lambda _paper, _end: None, head=("SKU", "Description", "Qty", "Price per 1000", "Total")),
)  # fmt: skip
