"""The same order written in four formats is the same order, formulas and formats included."""

import pytest

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.hints import Hints
from orders.reader import read
from orders.reading import Reading, Result
from tests.support.fourways import KINDS, Grid, Number, written

CACHES = {"right": (37.5, 12.5, 50.0), "wrong": (37.5, 99.0, 136.5), "none": (None, None, None)}


def order(cache: str, lead: str = "") -> Grid:
    first, second, total = CACHES[cache]
    euro = "#,##0.00 [$EUR]"
    return [
        ["Customer", "Nordlicht Handel"],
        ["PO number", "PO-7781"],
        [],
        ["Code", "Description", "Qty", "Unit price", "Total"],
        [
            Number(123, "00000"),
            "Lamp",
            Number(3),
            Number(12.5, euro),
            Number(first, euro, f"{lead}C5*D5"),
        ],
        [
            Number(7, "00000"),
            "Cable",
            Number(10),
            Number(1.25, euro),
            Number(second, euro, f"C6*{lead}D6"),
        ],
        ["", "", "", "Total", Number(total, euro, f"SUM({lead}E5:E6)")],
    ]


def reading(kind: str, cache: str, policy: str = "ask", lead: str = "") -> Reading:
    book = open_content(written(kind, order(cache, lead)), f"order.{kind}", Limits())
    assert (book.kind, book.notes) == (kind, ())
    return read(book, hints=Hints(formulas=policy))


def told(one: Reading) -> tuple[object, ...]:
    (found,) = one.orders
    lines = [
        (line.sku, line.product_name, line.quantity, line.unit_price, line.line_total)
        for line in found.lines
    ]
    formulas = [line.evidence["line_total"].formula for line in found.lines]
    issues = [
        (issue.code, issue.severity, issue.cells, sorted(issue.facts.items()))
        for issue in one.issues
    ]
    return one.result, lines, found.currency, found.total, formulas, issues


@pytest.mark.parametrize("kind", KINDS)
def test_b050_formulas_that_name_a_sheet_are_computed_again_as_others_are(kind):
    for cache in CACHES:
        named, plain = reading(kind, cache, lead="Order!"), reading(kind, cache)
        assert told(named)[:4] == told(plain)[:4]
        assert [one.code for one in named.issues] == [one.code for one in plain.issues]
    assert told(named)[4] == ["=Order!C5*D5", "=C6*Order!D6"]


@pytest.mark.parametrize("policy", ["ask", "accept", "block"])
@pytest.mark.parametrize("cache", CACHES)
def test_b050_one_order_in_four_formats_is_read_and_asked_alike(cache, policy):
    xlsx, *others = (told(reading(kind, cache, policy)) for kind in KINDS)
    assert others == [xlsx] * 3


@pytest.mark.parametrize("kind", KINDS)
def test_t31_codes_currency_and_formulas_are_those_of_the_sheet(kind):
    one = reading(kind, "right")
    assert one.result is Result.READY
    (found,) = one.orders
    assert [line.sku for line in found.lines] == ["00123", "00007"]
    assert found.currency == "EUR"
    assert [line.evidence["line_total"].formula for line in found.lines] == ["=C5*D5", "=C6*D6"]
    assert reading(kind, "wrong").result is Result.QUESTIONS
