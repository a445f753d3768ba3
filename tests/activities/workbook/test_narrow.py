"""Names and numbers that a narrow box wraps above a table are in one piece."""

from activities.workbook.pages import sheet_of
from orders.sheet import iter_rows
from tests.support.papers import page

TABLE = (
    (150, {0: "SKU", 100: "Item", 190: "Finish", 250: "Qty", 290: "Price"}),
    (166, {0: "A-1", 100: "Rope of hemp", 190: "raw", 250: "4", 290: "2.50"}),
    (182, {0: "A-2", 100: "Hook of", 190: "zinc", 250: "5", 290: "3.50"}),
    (193, {100: "steel 5%", 190: "plated"}),
    (209, {0: "A-3", 100: "Pulley", 190: "raw", 250: "1", 290: "9.50"}),
)


def texts(*rows):
    return [
        {at: cell.value for at, cell in cells.items()}
        for _, cells in iter_rows(sheet_of([page(*rows)]))
    ]


def test_a_name_that_its_box_wraps_is_whole_and_a_number_behind_its_hyphen():
    found = texts(
        (40, {0: "Customer", 100: "Karimi"}),
        (51, {100: "Trading"}),
        (67, {0: "Order no", 100: "PO-"}),
        (78, {100: "7781"}),
        (94, {0: "Vendor", 100: "Acme Ltd"}),
        *TABLE,
    )
    assert found[:3] == [
        {1: "Customer", 2: "Karimi Trading"},
        {1: "Order no", 2: "PO-7781"},
        {1: "Vendor", 2: "Acme Ltd"},
    ]


def test_several_texts_of_a_line_that_their_columns_wrap_go_on_together():
    found = texts((40, {0: "Customer", 100: "Karimi"}), *TABLE)
    assert found[3] == {1: "A-2", 2: "Hook of steel 5%", 3: "zinc plated", 4: "5", 5: "3.50"}


def test_what_had_room_or_is_a_street_stays_below_the_name():
    """Naive: the lines of an address box are near each other as well, and a name may be long."""
    found = texts(
        (40, {0: "Customer", 100: "Karimi Trading"}),
        (51, {100: "Harbour Road"}),
        (62, {100: "Quay 4"}),
        (78, {0: "Vendor", 100: "Acme and Daughters of Bristol"}),
        *TABLE,
    )
    assert found[:2] == [{1: "Customer", 2: "Karimi Trading"}, {2: "Harbour Road"}]


def test_labels_of_two_lines_are_whole_beside_names_and_above_a_table_without_known_names():
    rows = [
        (40, {0: "Customer:", 100: "Karimi", 190: "Required"}),
        (51, {100: "Trading", 190: "by :"}),
        (67, {0: "Vendor:", 100: "Acme Ltd"}),
    ]
    head = (150, {0: "Varenr", 100: "Artikel", 190: "Rev.1", 250: "Rev.2", 290: "Change"})
    found = texts(*rows, head, *TABLE[1:])[0]
    assert [*found.values()] == ["Customer:", "Karimi Trading", "Required by :"]
