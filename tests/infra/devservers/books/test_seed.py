"""The seeded books have the shape of real ones and no real name."""

from collections import Counter

import pytest

from infra.devservers.books import Options, demo
from infra.devservers.books.catalogue import check_digit
from infra.devservers.books.seed import OTHER, SERVED, ledgers


@pytest.fixture(scope="module", params=[1, 2, 77])
def ledger(request):
    return ledgers(Options(seed=request.param))[SERVED]


def persian(text):
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_the_catalogue_has_the_real_shares(ledger):
    items = list(ledger.items.values())
    assert len(items) == 500
    assert sum(item["status"] == "inactive" for item in items) == 65
    assert sum(item["rate"] == 0 for item in items) == 310
    assert sum(bool(item["ean"]) for item in items) == 182
    assert 0.28 < sum("stock_on_hand" not in item for item in items) / 500 < 0.36
    assert not any(item["upc"] or item["isbn"] or item["part_number"] for item in items)


def test_skus_are_unique_text_with_zeros_spaces_and_digits(ledger):
    skus = [item["sku"] for item in ledger.items.values()]
    assert len(set(skus)) == 500
    assert sum(sku.startswith("0") for sku in skus) == 76
    assert 250 < sum(sku.isdigit() for sku in skus) < 270
    assert sum(" " in sku for sku in skus) >= 12
    assert {len(sku) for sku in skus} >= {3, 5, 7}


def test_every_ean_has_a_right_check_digit_and_a_demonstration_prefix(ledger):
    codes = [item["ean"] for item in ledger.items.values() if item["ean"]]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 13 and code.startswith("952") for code in codes)
    assert all(check_digit(code[:12]) == code[12] for code in codes)
    assert check_digit("400638133393") == "1"


def test_names_are_latin_and_most_descriptions_persian(ledger):
    items = ledger.items.values()
    assert sum(persian(item["name"]) for item in items) == 4
    assert 0.78 < sum(persian(item["description"]) for item in items) / 500 < 0.88
    contacts = ledger.contacts.values()
    assert not any(persian(contact["contact_name"]) for contact in contacts)


def test_customers_and_vendors_overlap_and_repeat(ledger):
    contacts = ledger.contacts.values()
    names = {
        kind: Counter(row["contact_name"] for row in contacts if row["contact_type"] == kind)
        for kind in ("customer", "vendor")
    }
    assert names["customer"].total() == 300
    assert names["vendor"].total() == 236
    assert len(set(names["customer"]) & set(names["vendor"])) == 32
    assert sum(count == 2 for count in names["customer"].values()) == 2
    empty = sum(not row["company_name"] for row in contacts) / len(contacts)
    assert 0.12 < empty < 0.28


def test_the_same_seed_gives_the_same_books_and_another_seed_others():
    first, again, other = (ledgers(Options(seed=n))[SERVED] for n in (5, 5, 6))
    assert first.items == again.items
    assert first.contacts == again.contacts
    assert first.items != other.items


def test_the_demo_part_is_the_same_under_every_seed(ledger):
    items = list(ledger.items.values())[: len(demo.PRODUCTS)]
    assert [item["sku"] for item in items] == [product.sku for product in demo.PRODUCTS]
    assert all(item["rate"] > 0 and item["ean"] for item in items)
    assert sum(c.contact_type == "customer" for c in demo.CUSTOMERS) == 6


def test_ids_are_eighteen_digits_and_never_repeat(ledger):
    ids = [*ledger.items, *ledger.contacts, *ledger.pricebooks]
    ids += [row["currency_id"] for row in ledger.currencies]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 18 and one.isdigit() for one in ids)


def test_the_second_organization_is_a_trial_in_pounds():
    other = ledgers(Options())[OTHER]
    assert other.organization["currency_code"] == "GBP"
    assert not other.items
