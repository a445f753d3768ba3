"""Which orders might go without an approver, and which do."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orders.case import PriceCheck
from orders.catalogue import ItemMatch, Method
from orders.fixes import Fix, FixKind
from orders.issue import Issue, Severity
from orders.lane import LaneRules, bucket_of, judge_lane, read_customers
from tests.orders.test_business import MUG, case_of

RULES = LaneRules("100", {"1": Decimal(50)})


def lane_case(**changes):
    """An order that fulfils every condition."""
    case = case_of(10, known_customer=True)
    customer = replace(case.matches.customer, method=Method.EXACT)
    items = {"L001": ItemMatch("L001", MUG, Method.SKU)}
    matches = replace(case.matches, customer=customer, items=items)
    return replace(case, matches=matches, **changes)


def unmet(case, rules=RULES):
    return {name for name, met in judge_lane(case, rules).conditions if not met}


def test_an_order_that_fulfils_everything_takes_the_lane():
    report = judge_lane(lane_case(), RULES)
    assert report.mode == "auto"
    assert all(met for _, met in report.conditions)


def with_item(case, method):
    items = {"L001": ItemMatch("L001", MUG, method)}
    return replace(case, matches=replace(case.matches, items=items))


def with_customer(case, method):
    customer = replace(case.matches.customer, method=method)
    return replace(case, matches=replace(case.matches, customer=customer))


@pytest.mark.parametrize(
    ("case", "name"),
    [
        (lane_case(known_customer=False), "customer_known"),
        (lane_case(choices={"customer": "1"}), "untouched"),
        (lane_case(fixes=(Fix(FixKind.CELL, "S!D1", "1"),)), "untouched"),
        (lane_case(issues=(Issue("STOCK_SHORT", Severity.WARNING),)), "nothing_open"),
        (
            lane_case(prices=(PriceCheck("L001", Decimal(4), Decimal(5), Decimal(5)),)),
            "prices_equal",
        ),
        (lane_case(prices=(PriceCheck("L001", None, Decimal(0), Decimal(0)),)), "prices_equal"),
        (with_item(lane_case(), Method.FUZZY), "items_exact"),
        (with_item(lane_case(), Method.CHOSEN), "items_exact"),
        (with_customer(lane_case(), Method.FUZZY), "customer_exact"),
        (with_customer(lane_case(), Method.ALIAS), "customer_exact"),
    ],
)
def test_every_condition_alone_keeps_an_order_out(case, name):
    assert name in unmet(case)
    assert judge_lane(case, RULES).mode == "report"


@pytest.mark.parametrize("limit", ["49.99", "0"])
def test_the_customers_limit_counts(limit):
    assert unmet(lane_case(), LaneRules("100", {"1": Decimal(limit)})) == {"within_limit"}
    assert unmet(lane_case(), LaneRules("100", {})) == {"customer_opted", "within_limit"}


def test_the_lane_is_off_reports_and_stops():
    assert judge_lane(lane_case(), LaneRules(customers=RULES.customers)) is None
    assert judge_lane(lane_case(), replace(RULES, stage="report")).mode == "report"
    assert judge_lane(lane_case(), RULES, stopped=True).mode == "report"


def test_the_share_is_drawn_by_the_order_and_only_grows():
    ids = [f"order-{number}" for number in range(400)]
    drawn = {
        stage: {
            one
            for one in ids
            if judge_lane(lane_case(order_id=one), replace(RULES, stage=stage)).mode == "auto"
        }
        for stage in ("10", "50", "100")
    }
    assert drawn["10"] < drawn["50"] < drawn["100"] == set(ids)
    assert 20 <= len(drawn["10"]) <= 60
    assert 160 <= len(drawn["50"]) <= 240
    assert bucket_of("order-1") == bucket_of("order-1")


def test_customers_are_written_as_id_and_limit():
    assert read_customers(" 460=500, 461=1250.50 ") == {
        "460": Decimal(500),
        "461": Decimal("1250.50"),
    }
    assert read_customers("") == {}
    for wrong in ("460", "460=", "alfa=5", "460=-5", "460=1e9"):
        with pytest.raises(ValueError, match="customer_id=limit"):
            read_customers(wrong)
