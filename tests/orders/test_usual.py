"""What is usual is known from several orders only, and far from it is said."""

from decimal import Decimal

import pytest

from orders.usual import LEAST, NEWEST, Usual, judge_quantity, usual_of


def bought(*quantities: int) -> list[dict[str, Decimal]]:
    return [{"10": Decimal(one)} for one in quantities]


def test_a_few_orders_are_no_habit():
    assert usual_of(bought(10, 12)) == {}
    assert usual_of([*bought(10, 12), {"11": Decimal(9)}, *bought(0)]) == {}
    assert usual_of(bought(10, 12, 8)) == {"10": Usual(Decimal(8), Decimal(12), LEAST)}


def test_only_the_newest_orders_of_an_item_count():
    assert usual_of(bought(*[10] * NEWEST, 900))["10"].most == 10


@pytest.mark.parametrize(
    ("quantity", "code"),
    [
        (100, "LARGE_QUANTITY"),
        (37, "LARGE_QUANTITY"),
        (36, ""),
        (10, ""),
        (3, ""),
        (2, "SMALL_QUANTITY"),
    ],
)
def test_three_times_the_most_and_a_third_of_the_least_are_the_edges(quantity, code):
    assert judge_quantity(Decimal(quantity), Usual(Decimal(8), Decimal(12), 4)) == code
