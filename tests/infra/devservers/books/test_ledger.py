"""Ids, look-ups and uniqueness in the books of one organization."""

from decimal import Decimal

import pytest

from infra.devservers.books import Options
from infra.devservers.books.seed import OTHER, SERVED, ledgers
from infra.devservers.books.wire import Refusal


@pytest.fixture
def books():
    return ledgers(Options())


def test_ids_of_two_organizations_never_meet(books):
    ours, theirs = books[SERVED], books[OTHER]
    assert ours.new_id()[:8] != theirs.new_id()[:8]
    assert len(ours.new_id()) == 18


def test_currencies_are_found_by_id_and_code(books):
    dollars = books[SERVED].currency_named("USD")
    assert books[SERVED].currency(dollars["currency_id"]) is dollars
    with pytest.raises(Refusal, match="Currency ID"):
        books[OTHER].currency(dollars["currency_id"])


def test_no_tax_is_a_tax_of_nothing(books):
    assert books[SERVED].tax("")["tax_percentage"] == Decimal(0)
    assert books[SERVED].tax(None)["tax_id"] == ""
    with pytest.raises(Refusal, match="Tax ID"):
        books[SERVED].tax("1")


def test_the_unique_field_is_there_unless_it_was_left_out(books):
    assert books[SERVED].unique_fields() == {"cf_external_order_key"}
    assert ledgers(Options(key_field=False))[SERVED].unique_fields() == set()
    assert books[OTHER].unique_fields() == set()


def test_an_order_is_found_by_the_value_of_a_field(books):
    ledger = books[SERVED]
    order = {"custom_field_hash": {"cf_a": "1"}}
    ledger.orders["1"] = order
    assert ledger.holder("cf_a", "1") is order
    assert ledger.holder("cf_a", "2") is None
    assert ledger.holder("cf_b", "1") is None


@pytest.mark.parametrize(("code", "offset"), [("EUR", 60), ("IRR", 210), ("GBP", 0), ("USD", 0)])
def test_each_base_currency_has_its_zone(code, offset):
    assert ledgers(Options(currency=code))[SERVED].offset == offset


@pytest.mark.parametrize("code", ["EUR", "IRR", "GBP", "USD"])
def test_exchange_rates_are_prices_in_the_base_currency(code):
    ledger = ledgers(Options(currency=code))[SERVED]
    rates = {row["currency_code"]: Decimal(row["exchange_rate"]) for row in ledger.currencies}
    assert rates[code] == 1
    assert rates["GBP"] > rates["EUR"] > rates["USD"] > rates["IRR"] > 0
