"""A few likely items are offered, each with its reasons."""

from orders.catalogue import Item, item_label
from orders.items import ItemIndex
from orders.offers import offer_items, words_of
from orders.order import Line

ITEMS = ItemIndex(
    [
        Item("1", "Trail Mug Green", "AB-1001"),
        Item("2", "Trail Mug Black", "AB-1002"),
        Item("3", "Trail Mug Red", "AB-2001", active=False),
    ]
)


def test_a_second_reason_makes_an_item_likelier():
    line = Line("L001", 1, sku="AB-1010", product_name="Trail Mug", colour="Gren")
    first, second = offer_items(line, (), ITEMS)
    assert (first.record_id, second.record_id) == ("1", "2")
    assert {"typo", "near_code"} <= set(first.because.split(","))
    assert second.score < first.score < 1


def test_an_inactive_hit_offers_those_of_its_name_and_never_itself():
    line = Line("L001", 1, sku="AB-2001")
    offered = offer_items(line, [ITEMS.by_id["3"]], ITEMS)
    assert {one.record_id for one in offered} == {"1", "2"}


def test_colour_and_size_join_the_name_once():
    assert (
        words_of(Line("L001", 1, product_name="Mug green", colour="Green", size="L"))
        == "Mug green L"
    )
    assert words_of(Line("L001", 1)) == ""


def test_an_items_label_starts_with_its_sku():
    assert item_label(ITEMS.by_id["1"]) == "AB-1001 · Trail Mug Green"
    assert item_label(Item("1", "Bare")) == "Bare"
