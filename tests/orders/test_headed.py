"""A customer's label among headings has its name below it, not the heading beside it."""

import pytest
from grids import grid

from orders.reader import read

LINES = "\n.\nSKU|Description|Qty\nA1|Bolt|3"


def customer(text):
    return read(grid(text + LINES)).orders[0].customer


@pytest.mark.parametrize(
    "headings",
    [
        "Company|City\nAlder Works AB|Lund",
        "Customer|Region|Sales rep\nAlder Works AB|North|Eva Berg",
        "Customer|Customer group\nAlder Works AB|Retail",
        "Kunde|Vertreter|Tour\nAlder Works AB|Hans Maier|Nord",
        "Cliente|Zona|Chofer|Ruta\nAlder Works AB|Norte|Luis|Siete",
    ],
)
def test_the_name_stands_below_its_heading(headings):
    assert customer(headings) == "Alder Works AB"


@pytest.mark.parametrize(
    "pairs",
    [
        "Customer|Alder Works\nDriver|Eva",
        "Customer|Alder Works|Route|North\nTown|Leeds|Manager|Ann Lee",
        "Customer|Alder Works AB|Driver|Eva\nArea|West|Van|Red",
    ],
)
def test_labels_with_values_beside_them_are_no_headings(pairs):
    assert customer(pairs).startswith("Alder Works")


@pytest.mark.parametrize(
    "unclear",
    [
        "Company|City\nAlder Works AB|Lund\nBirch Works AB|Kiruna",
        "Customer No|Name\n5|Alder Works\n7|Birch Works",
        "Customer|Alder Works|Driver|Eva\nArea|West|Van|Red",
    ],
)
def test_of_several_names_none_is_taken(unclear):
    assert customer(unclear) is None


def test_the_headings_of_the_lines_right_below_are_no_other_name():
    table = "Code|Name|Qty\nA-1|Rope|5"
    reading = read(grid(f"Customer|PO number|Date\nAlder Works AB|P-77123|2026-11-03\n{table}"))
    assert reading.orders[0].customer == "Alder Works AB"


def test_a_buying_groups_member_is_the_customer():
    assert customer("Mitglied: Alder Works KG") == "Alder Works KG"
