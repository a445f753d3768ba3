"""Sizes as columns, whatever stands beside, above or below them."""

from dataclasses import replace

from grids import grid

from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge

LINES = "D-1|Black|2|4|4|2|12|15|180\nD-2|White||3|3||6|15|90"
HEAD = "Customer:|Acme\nStyle|Colour|S|M|L|XL|Total|Wholesale|Amount\n"


def counts(reading):
    return [(line.sku, line.size, line.quantity) for line in reading.orders[0].lines]


def test_the_column_that_adds_the_sizes_up_is_no_other_field():
    reading = read(grid(HEAD + LINES))
    assert reading.result is Result.READY
    assert counts(reading)[:2] == [("D-1", "S", 2), ("D-1", "M", 4)]
    assert len(counts(reading)) == 6


def test_a_totals_word_among_the_counts_costs_no_size():
    """The naive reader dropped the whole column, and its pieces in silence."""
    reading = read(grid(f"{HEAD}{LINES}\n|||||Total|18||270"))
    assert ("D-1", "XL", 2) in counts(reading)
    assert reading.orders[0].total == 270


def test_sums_under_the_sizes_are_no_order_total():
    reading = read(
        grid("Kunde:|Acme\nArt.-Nr.|36|37|38|EK\nB-1|1|1|2|40\nB-2|1|2||42\nSumme|2|3|2")
    )
    assert reading.orders[0].total is None
    assert len(counts(reading)) == 5


def test_sizes_may_stand_in_a_row_of_their_own_under_a_title():
    drawing = (
        "Customer:|Acme\nStyle no|Colour|Quantity per size|||Price\n||S|M|L\n"
        "D-1|Black|2|4|4|15\nD-2|White|1||3|15"
    )
    book = grid(drawing)
    merged = replace(book.sheets[0], merges=(Merge(2, 3, 2, 5),))
    reading = read(replace(book, sheets=(merged,)))
    assert reading.orders[0].header_rows == (2, 3)
    assert counts(reading)[-1] == ("D-2", "L", 3)


def test_a_size_that_is_no_count_is_asked():
    reading = read(grid(HEAD + LINES.replace("|2|12|", "|some|12|")))
    assert reading.result is Result.QUESTIONS
    assert "INVALID_QUANTITY" in {one.code for one in reading.issues}


def test_a_header_that_comes_again_with_other_sizes_names_those_below_it():
    """Women's 8 and 10 stood under the men's S and M, and lines below a leaner header got lost."""
    head = "Code|Name|Colour|S|M|L|Total|Sum|Price|RRP"
    drawing = (
        f"Customer:|Acme\n{head}\nD-1|Coat|Black|2|4|1|7|105|15|30\nD-2|Coat|Red||3||3|45|15|30\n"
        f"WOMEN\n{head.replace('S|M|L', '8|10|12')}\nD-3|Coat|Red|1||2|3|45|15|30\n"
        f"BELTS\n{head.replace('S|M|L', '||')}\nD-4|Belt|Red|3|||3|45|15|30"
    )
    reading = read(grid(drawing))
    assert counts(reading)[-3:] == [("D-3", "8", 1), ("D-3", "12", 2), ("D-4", None, 3)]
    assert {line.unit_price for line in reading.orders[0].lines} == {15}
    assert reading.result is Result.READY


def test_sizes_that_stand_a_column_off_their_counts_are_asked():
    head = "Customer:|Acme\nStyle|Name|36|37|38|39|Total pcs|Total"
    reading = read(grid(f"{head}\nB-1|Boot|Black|1|2|3|4|10|9.5\nB-2|Shoe|White|2|2|2|2|8|7.5"))
    assert reading.result is not Result.READY
