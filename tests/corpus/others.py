"""Workbooks that are no single order: they must be refused or asked about."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from orders.sheet import Cell, CellKind, Sheet, Workbook


def _book(rows: list[list[object]], name: str = "Sheet1") -> Workbook:
    cells = {}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value in (None, ""):
                continue
            number = isinstance(value, int | Decimal)
            cells[row, column] = (
                Cell(Decimal(str(value)), CellKind.NUMBER) if number else Cell(str(value))
            )
    return Workbook("xlsx", (Sheet(name, cells),))


def price_list(random: Random) -> Workbook:
    rows = [["Price list 2026"], [], ["SKU", "Description", "Pack", "Price EUR", "RRP"]]
    rows += [
        [f"A-{n}", f"Thing {n}", 6, Decimal(n) / 4, Decimal(n) / 2]
        for n in range(1, random.randint(5, 60))
    ]
    return _book(rows)


def stock_list(random: Random) -> Workbook:
    rows = [["Inventory report"], ["Article", "Description", "Qty", "Location"]]
    rows += [[f"A-{n}", f"Thing {n}", random.randint(0, 400), f"R{n}"] for n in range(1, 30)]
    return _book(rows, "Inventory")


def stock_columns(random: Random) -> Workbook:
    rows = [["Artikelnummer", "Bezeichnung", "Lagerbestand", "Mindestbestand"]]
    rows += [[f"A-{n}", f"Ding {n}", random.randint(0, 400), 5] for n in range(1, 30)]
    return _book(rows)


def blank_form(random: Random) -> Workbook:
    rows = [["Order form"], ["Customer:"], ["PO No:"], ["No", "SKU", "Description", "Qty", "Price"]]
    rows += [[n] for n in range(1, random.randint(10, 30))]
    return _book(rows)


def blank_catalogue(random: Random) -> Workbook:
    rows = [["Bestellformular"], ["Kunde:"], ["Artikelnummer", "Bezeichnung", "Preis", "Menge"]]
    rows += [[f"A-{n}", f"Ding {n}", random.randint(1, 90)] for n in range(1, 30)]
    return _book(rows)


def lab_form(random: Random) -> Workbook:
    rows = [["Lab test report"], ["Sample", "Test", "Result", "Limit"]]
    rows += [[f"S{n}", "pH", Decimal(random.randint(1, 140)) / 10, 7] for n in range(12)]
    return _book(rows)


def ledger(random: Random) -> Workbook:
    rows = [["Order No", "Date", "Customer", "SKU", "Qty", "Total"]]
    rows += [
        [f"SO-{n}", "2026-01-02", f"Client {n % 40} Ltd", f"A-{n}", n, n * 2] for n in range(1, 300)
    ]
    return _book(rows, "Data")


def invoice(random: Random) -> Workbook:
    return _book(
        [["INVOICE"], ["Invoice No", f"I-{random.randint(1, 99)}"], ["SKU", "Description", "Qty", "Price", "Total"],
         ["A-1", "Rope", 5, 2, 10], ["A-2", "Lamp", 1, 3, 3], ["", "", "", "Total", 13]]
    )  # fmt: skip


def contacts(_random: Random) -> Workbook:
    return _book(
        [
            ["Name", "E-mail", "Phone"],
            ["Ann", "a@x.example", "555-0100"],
            ["Bob", "b@x.example", "555-0101"],
        ]
    )


def timesheet(_random: Random) -> Workbook:
    return _book([["Employee", "Monday", "Tuesday", "Total"], ["Ann", 8, 7, 15], ["Bob", 8, 8, 16]])


def letter(_random: Random) -> Workbook:
    return _book([["Dear team,"], ["please find our order in the attachment."], ["Kind regards"]])


def several_customers(random: Random) -> Workbook:
    rows = [["Customer", "SKU", "Description", "Qty", "Price"]]
    rows += [
        [f"Client {n % 3} Ltd", f"A-{n}", f"Thing {n}", n + 1, random.randint(1, 9)]
        for n in range(9)
    ]
    return _book(rows)


def several_numbers(_random: Random) -> Workbook:
    rows = [["PO Number", "SKU", "Description", "Qty", "Price"]]
    rows += [[f"PO-{1 + n // 4}", f"A-{n}", f"Thing {n}", n + 1, 5] for n in range(8)]
    return _book(rows)


BUILDERS: dict[str, Callable[[Random], Workbook]] = {
    build.__name__: build
    for build in (
        price_list, stock_list, stock_columns, blank_form, blank_catalogue, lab_form, ledger, invoice,
        contacts, timesheet, letter, several_customers, several_numbers,
    )
}  # fmt: skip
