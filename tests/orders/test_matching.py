"""The right item, or a question; never a wrong one."""

from decimal import Decimal

import pytest

from orders.catalogue import Item, Method
from orders.items import ItemIndex
from orders.learned import Alias, AliasKind, item_key
from orders.matching import asked_line, match_item, match_items, named_by
from orders.order import Line

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
        ({"sku": "BW-1001", "product_name": "our own words"}, "1", Method.SKU),
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
    ("fields", "found"),
    [
        ({"sku": "42"}, "3"),
        ({"sku": "BW1001"}, "1"),
        ({"sku": "C450-G"}, "4"),
        ({"sku": "42", "product_name": "Bottle Steel 750ml"}, "3"),
        ({"product_name": "Trail Backpack 30L Green"}, "1"),
        ({"product_name": "TRIAL Backpack 30 l grn"}, "1"),
        ({"product_name": "trail backpack", "colour": "black", "size": "30L"}, "2"),
        ({"product_name": "قمقمه استيل 750 ميلي‌ليتري"}, "3"),
        ({"product_name": "Gas Canister", "gtin": "036000291453"}, "4"),
        ({"sku": "BW-1010", "product_name": "Trail Backpack 30L Green"}, "1"),
    ],
)
def test_forgiving_forms_and_clear_names_are_guesses(fields, found):
    match = match_item(line(**fields), ITEMS)
    assert match.item is not None
    assert (match.item.item_id, match.method) == (found, Method.FUZZY)
    assert match.because


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"product_name": "Trail Backpack 30L"}, "1"),
        ({"product_name": "Trail Backpack 35L Green"}, "1"),
        ({"sku": "42", "product_name": "Gas Canister"}, "3"),
        ({"sku": "BW-1O0l"}, "1"),
        ({"gtin": "9521000010425"}, "3"),
        ({"gtin": "19521000010424"}, "3"),
        ({"sku": "BW-0900"}, "6"),
        ({"sku": "BW-1001", "product_name": "Steel Bottle 750 ml"}, "1"),
        ({"product_name": "Gas Canister", "gtin": "4006381333931"}, "4"),
    ],
)
def test_what_may_be_another_item_only_suggests(fields, first):
    match = match_item(line(**fields), ITEMS)
    assert match.item is None
    assert first in [one.record_id for one in match.suggestions[:3]]


def test_line_numbers_are_no_skus_but_a_true_one_counts():
    items = ItemIndex([Item(str(n), f"Item {n}", f"{n:03}") for n in range(1, 9)])
    lines = [Line(f"L{n:03}", n, sku=str(n + 10)) for n in range(1, 4)]
    numbered = [Line(f"L{n:03}", n, sku=str(n)) for n in range(1, 4)]
    assert all(one.item is None for one in match_items(numbered, items, {}).values())
    assert all(one.item is None for one in match_items(lines, items, {}).values())


def test_a_discontinued_items_successor_comes_first():
    items = ItemIndex(
        [Item("1", "Old", "A-1", active=False, successor="A-2"), Item("2", "Other", "A-2")]
    )
    match = match_item(line(sku="A-1"), items)
    assert match.item is None
    assert (match.suggestions[0].record_id, match.suggestions[0].because) == ("2", "successor")


def test_a_customers_own_code_is_known_and_never_beats_a_sku_unseen():
    def codes(text, record_id):
        key = item_key(text, None)
        alias = Alias(
            "t", AliasKind.ITEM, "9", key, text, record_id, "", "u", "Sara", "2026-11-20", "K7"
        )
        return {key: alias}

    known = match_item(line(sku="THEIR-77"), ITEMS, None, codes("their-77", "3"))
    assert known.item is not None
    assert (known.item.item_id, known.method) == ("3", Method.ALIAS)
    assert known.because == "known:2026-11-20"
    assert match_item(line(sku="731"), ITEMS, None, codes("731", "3")).item is None
    assert named_by(line(sku="731"), ITEMS, codes("731", "3")).conflict == "learned"
    assert match_item(line(sku="OLD-1"), ITEMS, None, codes("OLD-1", "5")).item is None


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


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("[BW-1001] Trail Backpack 30L, green", "1"),
        ("BW-1002 Trail Backpack black", "2"),
        ("BW-1002: Trail Backpack", "2"),
        ("Backpack Trail 30L (BW-1001)", "1"),
        ("Trail Backpack, black BW-1002", "2"),
        ("[BW-1001] Gas Canister large", None),
        ("[BW-1001] Trail Backpack BW-1002", None),
    ],
)
def test_a_code_inside_the_name_finds_its_item_where_the_rest_agrees(name, found):
    match = match_item(line(product_name=name), ITEMS)
    assert (match.item.item_id if match.item else None) == found
    assert match.method is (Method.FUZZY if found else Method.NONE)
