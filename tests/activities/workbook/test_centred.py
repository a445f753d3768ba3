"""Texts set half a line above and below their line are of it."""

from activities.workbook.centred import level
from activities.workbook.pages import sheet_of
from activities.workbook.words import Row
from orders.sheet import iter_rows
from tests.support.papers import page


def texts(*pages, **how):
    return [
        {at: cell.value for at, cell in cells.items()}
        for _, cells in iter_rows(sheet_of(pages, **how))
    ]


def test_texts_half_a_line_above_and_below_their_line_are_of_it():
    """A code that is broken behind its hyphen is one word; one broken elsewhere is left to people."""
    rows = [
        (60, {0: "B54-FX-", 100: "Canvas"}), (65, {180: "1", 250: "10"}), (70, {0: "ND", 100: "tote"}),
        (90, {100: "Rope,"}), (95, {0: "B6", 180: "2", 250: "12"}), (100, {100: "soft"}),
    ]  # fmt: skip
    head = (49, {0: "SKU", 100: "Description", 180: "Qty", 250: "Price"})
    assert texts(page(head, *rows))[1:] == [
        {1: "B54-FX-ND", 2: "Canvas tote", 3: "1", 4: "10"},
        {1: "B6", 2: "Rope, soft", 3: "2", 4: "12"},
    ]
    cut = [Row({1: "B54FX"}, 60, 70, 10), Row({2: "1"}, 65, 75, 10), Row({1: "ND"}, 70, 80, 10)]
    assert level(cut) == cut


def test_a_line_that_stands_nearer_one_of_two_texts_is_not_centred_between_them():
    """Texts of two lines above numbers set at the foot: every second item had taken the next one's."""
    head = (49, {0: "SKU", 100: "Description", 180: "Qty", 250: "Price"})
    rows = [
        one
        for at in range(4)
        for one in (
            (66 + 40 * at, {100: f"Rope {at}x"}),
            (78 + 40 * at, {0: f"A-{at}", 100: "of hemp", 180: "1", 250: "10"}),
        )
    ]
    assert [cells[2] for cells in texts(page(head, *rows))[1:]] == [
        f"Rope {at}x of hemp" for at in range(4)
    ]
