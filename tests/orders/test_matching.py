"""The right customer and item, or a question; never a wrong one."""

from decimal import Decimal

import pytest

from orders.catalogue import Customer, Item, Method
from orders.items import ItemIndex
from orders.matching import (
    asked_line,
    customer_label,
    item_label,
    match_customer,
    match_item,
    match_items,
    named_by,
)
from orders.order import Line

CUSTOMERS = (
    Customer("1", "Brightwater Outdoor GmbH", "Brightwater Outdoor GmbH"),
    Customer("2", "Karimi Trading Co", "Karimi Trading"),
    Customer("3", "Karimi Trading LLC", "Karimi Trading"),
    Customer("4", "Aftab Shargh Trading", "بازرگانی آفتاب شرق"),
    Customer("5", "Sunset Shop", active=False),
    Customer("6", "Nordwind", "", aliases=("North Wind Stores",)),
    Customer("7", "Delta", active=False),
    Customer("8", "Delta Ltd"),
)


@pytest.mark.parametrize(
    ("asked", "found", "method"),
    [
        ("brightwater outdoor", "1", Method.EXACT),
        ("Brightwater Outdoor GmbH", "1", Method.EXACT),
        ("بازرگاني آفتاب شرق", "4", Method.EXACT),
        ("Karimi Trading LLC", "3", Method.EXACT),
        ("NORTH WIND stores", "6", Method.ALIAS),
        ("Delta", "8", Method.EXACT),
    ],
)
def test_one_customer_of_that_name_is_the_customer(asked, found, method):
    match = match_customer(asked, CUSTOMERS)
    assert match.customer is not None
    assert (match.customer.customer_id, match.method) == (found, method)


def test_t35_two_customers_of_one_name_are_asked():
    match = match_customer("Karimi Trading", CUSTOMERS)
    assert match.customer is None
    assert {one.record_id for one in match.suggestions} == {"2", "3"}


def test_t35_two_identical_names_are_asked():
    twins = (Customer("1", "Alfa"), Customer("2", "Alfa"))
    assert match_customer("Alfa", twins).customer is None
    assert len(match_customer("Alfa", twins).suggestions) == 2


@pytest.mark.parametrize("asked", ["???", "...", "", None, "   "])
def test_t35_a_name_of_nothing_matches_nobody(asked):
    match = match_customer(asked, (*CUSTOMERS, Customer("9", "", "")))
    assert match.customer is None
    assert match.suggestions == ()


def test_t35_a_one_word_persian_name_does_not_match_a_blank_company():
    blank = (Customer("1", "Alfa", ""), Customer("2", "Beta", ""))
    match = match_customer("فروشگاه", blank)
    assert match.customer is None
    assert all(one.score < 1 for one in match.suggestions)


@pytest.mark.parametrize("asked", ["Brightwatr Outdoor", "Birghtwater Outdor", "Brightwater"])
def test_a_similar_name_only_suggests(asked):
    match = match_customer(asked, CUSTOMERS)
    assert match.customer is None
    assert match.suggestions[0].record_id == "1"
    assert match.suggestions[0].score < 1


def test_another_script_suggests():
    match = match_customer("کریمی", (Customer("1", "Karimi"), Customer("2", "Bahar")))
    assert match.customer is None
    assert match.suggestions[0].record_id == "1"


def test_inactive_customers_are_neither_matched_nor_suggested():
    match = match_customer("Sunset Shop", CUSTOMERS)
    assert match.customer is None
    assert "5" not in {one.record_id for one in match.suggestions}


def test_a_choice_wins():
    match = match_customer("Karimi Trading", CUSTOMERS, "2")
    assert match.customer is not None
    assert (match.customer.customer_id, match.method) == ("2", Method.CHOSEN)


@pytest.mark.parametrize("choice", ["5", "999", "-"])
def test_a_choice_that_cannot_be_is_asked_again(choice):
    assert match_customer("Karimi Trading", CUSTOMERS, choice).customer is None


def test_another_name_may_be_typed():
    match = match_customer("???", CUSTOMERS, "brightwater outdoor")
    assert match.customer is not None
    assert match.customer.customer_id == "1"


def test_b088_special_characters_are_part_of_the_name():
    customers = (Customer("1", "A&B, 100% Wool"), Customer("2", "AB 100 Wool"))
    match = match_customer("A&B, 100% Wool", customers)
    assert match.customer is not None
    assert match.customer.customer_id == "1"


def test_a_customers_label_shows_both_names_where_they_differ():
    assert customer_label(CUSTOMERS[0]) == "Brightwater Outdoor GmbH"
    assert customer_label(CUSTOMERS[3]) == "Aftab Shargh Trading (بازرگانی آفتاب شرق)"


# --- items -------------------------------------------------------------------------------------

ITEMS = ItemIndex(
    [
        Item("1", "Trail Backpack 30L Green", "BW-1001", "9521000010017"),
        Item("2", "Trail Backpack 30L Black", "BW-1002", "9521000010024"),
        Item("3", "Steel Bottle 750 ml", "0042", "9521000010420", "قمقمه استیل ۷۵۰ میلی‌لیتری"),
        Item("4", "Gas Canister", "C450 G", "036000291452"),
        Item("5", "Trail Backpack 25L Green", "BW-0900", "9521000009004", active=False),
        Item("6", "Trail Backpack 25L Green new", "BW-0901", "9521000009004"),
        Item("7", "Bare Item", "731", ""),
        Item("8", "Same GTIN one", "G-1", "5901234123457"),
        Item("9", "Same GTIN two", "G-2", "5901234123457"),
    ]
)


def line(**fields):
    return Line("L001", 14, quantity=Decimal(1), **fields)


@pytest.mark.parametrize(
    ("fields", "found", "method"),
    [
        ({"sku": "BW-1001"}, "1", Method.SKU),
        ({"sku": " bw-1001 "}, "1", Method.SKU),
        ({"sku": "0042"}, "3", Method.SKU),
        ({"sku": "۰۰۴۲"}, "3", Method.SKU),
        ({"sku": "c450  g"}, "4", Method.SKU),
        ({"gtin": "9521000010420"}, "3", Method.GTIN),
        ({"gtin": "00036000291452"}, "4", Method.GTIN),
        ({"gtin": "0036000291452"}, "4", Method.GTIN),
        ({"sku": "9521000010420"}, "3", Method.GTIN),
        ({"sku": "BW-1001", "gtin": "9521000010017"}, "1", Method.SKU),
        ({"sku": "BW-1001", "gtin": "9521000010018"}, "1", Method.SKU),
        ({"sku": "THEIR-77", "gtin": "9521000010017"}, "1", Method.GTIN),
        ({"sku": "bw 1001", "gtin": "9521000010017"}, "1", Method.GTIN),
        ({"sku": "731", "gtin": "5901234123457"}, None, None),
        ({"sku": "G-2", "gtin": "5901234123457"}, "9", Method.SKU),
        ({"gtin": "9521000009004"}, "6", Method.GTIN),
    ],
)
def test_codes_find_their_item(fields, found, method):
    match = match_item(line(**fields), ITEMS)
    if found is None:
        assert match.item is None
    else:
        assert match.item is not None
        assert (match.item.item_id, match.method) == (found, method)


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"sku": "42"}, "3"),
        ({"sku": "BW1001"}, "1"),
        ({"sku": "C450-G"}, "4"),
        ({"product_name": "Trail Backpack 30L Green"}, "1"),
        ({"product_name": "trail backpack", "colour": "black", "size": "30L"}, "2"),
        ({"product_name": "قمقمه استيل 750 ميلي‌ليتري"}, "3"),
        ({"sku": "BW-0900"}, "6"),
    ],
)
def test_forgiving_forms_and_names_only_suggest(fields, first):
    match = match_item(line(**fields), ITEMS)
    assert match.item is None
    assert match.suggestions[0].record_id == first


@pytest.mark.parametrize(
    "fields",
    [
        {"sku": "BW-1001", "gtin": "9521000010024"},
        {"sku": "bw1001", "gtin": "9521000010024"},
        {"sku": "BW-1001", "gtin": "4006381333931"},
    ],
)
def test_codes_that_disagree_are_a_conflict(fields):
    assert named_by(line(**fields), ITEMS).conflict
    assert match_item(line(**fields), ITEMS).item is None


def test_a_gtin_of_two_items_is_asked():
    match = match_item(line(gtin="5901234123457"), ITEMS)
    assert match.item is None
    assert {one.record_id for one in match.suggestions} == {"8", "9"}


def test_nothing_to_go_by_finds_nothing():
    match = match_item(line(), ITEMS)
    assert match.item is None
    assert match.suggestions == ()


def test_an_empty_catalogue_resolves_nothing():
    assert match_item(line(sku="BW-1001"), ItemIndex([])).item is None


def test_choices_of_people_win():
    lines = [Line(f"L{place:03}", place, sku="BW-1001") for place in range(1, 5)]
    choices = {"L001": "2", "L002": "-", "L003": "0042", "L004": "5"}
    matches = match_items(lines, ITEMS, choices)
    assert matches["L001"].item is not None
    assert (matches["L001"].item.item_id, matches["L001"].method) == ("2", Method.CHOSEN)
    assert matches["L002"].left_out
    assert matches["L002"].item is None
    assert matches["L003"].item is not None
    assert (matches["L003"].item.item_id, matches["L003"].method) == ("3", Method.CHOSEN)
    assert matches["L004"].item is None, "an inactive item cannot be chosen"


def test_what_is_typed_replaces_all_codes_of_the_line():
    typed = asked_line(line(sku="X", gtin="Y", colour="red"), "0042")
    assert (typed.sku, typed.gtin, typed.product_name, typed.colour) == ("0042", None, "0042", None)


def test_an_items_label_starts_with_its_sku():
    assert item_label(ITEMS.by_id["3"]) == "0042 · Steel Bottle 750 ml"
    assert item_label(Item("1", "Bare")) == "Bare"
