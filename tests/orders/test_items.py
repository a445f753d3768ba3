"""Items are found by code as text, by padded GTIN, and by name quickly."""

import pytest

from orders.catalogue import Item
from orders.items import ItemIndex, gtin_key, sku_key


def item(place, sku="", gtin="", name="", **more):
    return Item(str(place), name or f"Item {place}", sku, gtin, **more)


@pytest.mark.parametrize(
    ("written", "key"),
    [(" c450  g ", "C450 G"), ("۰۳۷", "037"), ("037", "037"), (None, ""), ("Ab-1", "AB-1")],
)
def test_a_sku_is_text(written, key):
    assert sku_key(written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("036000291452", "00036000291452"),
        ("0036000291452", "00036000291452"),
        ("5901234123457", "05901234123457"),
        ("590-1234 123457", "05901234123457"),
        ("۵۹۰۱۲۳۴۱۲۳۴۵۷", "05901234123457"),
        ("96385074", "00000096385074"),
        ("10614141000415", "10614141000415"),
        ("5901234123458", ""),
        ("36000291452", ""),
        ("5.90123E+12", ""),
        ("", ""),
        (None, ""),
        ("²²²²²²²²", ""),
    ],
)
def test_a_gtin_is_padded_only_when_its_check_digit_holds(written, key):
    assert gtin_key(written) == key


def test_a_short_number_may_be_refused_as_gtin():
    assert gtin_key("96385074", shortest=12) == ""


def test_leading_zeros_tell_skus_apart():
    index = ItemIndex([item(1, "037"), item(2, "37"), item(3, "0037")])
    assert [one.item_id for one in index.with_sku("037")] == ["1"]
    assert [one.item_id for one in index.with_sku("37")] == ["2"]
    assert {one.item_id for one in index.like_sku("00037")} == {"1", "2", "3"}


def test_case_decides_only_where_it_must():
    index = ItemIndex([item(1, "Ab1"), item(2, "AB1"), item(3, "CD2")])
    assert [one.item_id for one in index.with_sku("Ab1")] == ["1"]
    assert len(index.with_sku("ab1")) == 2
    assert [one.item_id for one in index.with_sku("cd2")] == ["3"]


def test_items_without_code_are_never_hit_by_an_empty_cell():
    index = ItemIndex([item(1), item(2)])
    assert index.with_sku("") == index.with_sku(None) == index.like_sku(" - ") == []
    assert index.with_gtin("") == []


def test_names_are_found_in_both_scripts_and_with_typos():
    index = ItemIndex(
        [
            item(1, name="Trail Backpack 30L Green", description="کوله پشتی کوهنوردی ۳۰ لیتری سبز"),
            item(
                2, name="Trail Backpack 30L Black", description="کوله پشتی کوهنوردی ۳۰ لیتری مشکی"
            ),
            item(3, name="Camp Mug 300 ml", description="لیوان کمپینگ"),
            item(4, name="Trail Backpack 25L Green", active=False),
        ]
    )
    for words in ("trial bakpack 30l green", "كوله پشتي كوهنوردي 30 ليتري سبز"):
        best = index.alike(words)
        assert best[0][1].item_id == "1"
        assert best[0][0].score > best[1][0].score
    assert index.alike("") == []
    assert index.alike("zzz") == []
    assert [one.item_id for one in index.called("green 30 L trail BACKPACK")] == ["1"]


def test_codes_with_a_slip_are_near():
    index = ItemIndex([item(1, "AB-1234", "5901234123457"), item(2, "AB-9999")])
    for code in ("AB-1243", "AB-123", "AB-12345", "AB-I234"):
        assert [one.item_id for one in index.near_sku(code)] == ["1"]
    for gtin in ("5901234123458", "5901234132457", "15901234123454"):
        assert [one.item_id for one in index.near_gtin(gtin)] == ["1"]
    assert index.near_sku(None) == index.near_gtin("12") == []
