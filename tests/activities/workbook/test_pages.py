"""Pages as one sheet: wrapped texts whole, page numbers and repeats left out."""

from itertools import pairwise

from activities.workbook.furniture import Page
from activities.workbook.pages import reads_from_the_right, sheet_of
from activities.workbook.ruled import Ruled
from orders.sheet import iter_rows
from tests.support.papers import page


def texts(*pages, **how):
    return [
        {at: cell.value for at, cell in cells.items()}
        for _, cells in iter_rows(sheet_of(pages, **how))
    ]


HEAD = (40, {0: "SKU", 100: "Description", 250: "Qty"})
LETTER = (10, {0: "Acme Ltd, Harbour Road"})


def row(top, name="Rope", number=1):
    return top, {0: f"A-{number}", 100: name, 250: f"{number}"}


def test_what_every_page_repeats_stands_once_and_page_numbers_never():
    first = page(LETTER, HEAD, row(60), (280, {120: "Page 1 of 2"}))
    second = page(LETTER, HEAD, row(60, number=2), (280, {120: "Page 2 of 2"}))
    assert texts(first, second) == [
        {1: "Acme Ltd, Harbour Road"},
        *([{1: "SKU", 2: "Description", 3: "Qty"}, {1: "A-1", 2: "Rope", 3: "1"}]),
        *([{1: "SKU", 2: "Description", 3: "Qty"}, {1: "A-2", 2: "Rope", 3: "2"}]),
    ]


def test_the_same_words_under_lines_of_two_pages_belong_to_their_lines():
    one = page(HEAD, row(60), (71, {100: "wraps over"}), row(100, number=3), row(140, number=5))
    two = page(HEAD, row(60, number=2), (71, {100: "wraps over"}), row(100, number=4))
    assert [cells.get(2) for cells in texts(one, two)].count("Rope wraps over") == 2


def test_a_text_that_begins_above_its_other_cells_is_whole_again():
    centred = [(60, {100: "Canvas tote"}), (67, {0: "A-1", 250: "7"}), (74, {100: "wraps over"})]
    found = texts(page(HEAD, *centred, row(110, number=2), row(150, number=3)))
    assert found[1] == {1: "A-1", 2: "Canvas tote wraps over", 3: "7"}


def test_a_heading_between_lines_stays_a_row_of_its_own():
    found = texts(page(HEAD, row(60), row(80), (103, {0: "Garden"}), row(120, number=2)))
    assert {1: "Garden"} in found


def test_a_wide_gap_counts_as_the_empty_rows_it_is_as_wide_as():
    sheet = sheet_of([page(HEAD, row(60), (120, {0: "Terms"}))])
    assert sorted({at for at, _ in sheet.cells}) == [1, 2, 6]


def test_a_line_left_out_of_a_table_that_is_set_wide_is_one_empty_row():
    """Naive: the gap is as wide as two close lines, so that the table ends above its last line."""
    wide = [row(60 + 18 * at, number=at + 1) for at in range(3)]
    sheet = sheet_of([page(HEAD, *wide, row(132, number=9))])
    assert sorted({at for at, _ in sheet.cells}) == [1, 2, 3, 4, 6]


def test_columns_count_from_the_side_where_labels_stand():
    assert reads_from_the_right([page((10, {200: "مشتری:", 100: "آفتاب"}))])
    assert not reads_from_the_right([page((10, {100: "مشتری:", 200: "آفتاب"}))])
    assert not reads_from_the_right([page((10, {0: "Customer:", 100: "Acme"}))])


def test_the_lines_of_a_drawn_address_box_stay_lines():
    columns = ((0.0, 90.0), (90.0, 240.0), (240.0, 300.0))
    box = ((5.0, 35.0), ((0.0, 240.0), (240.0, 300.0)))
    head = ((35.0, 55.0), columns)
    drawn = Ruled(5, 75, columns, (box, head, ((55.0, 75.0), columns)))
    above = [(10, {0: "Acme Ltd", 245: "PO No. 7"}), (22, {0: "Harbour Road", 245: "Terms: 30"})]
    plain = page(*above, HEAD, row(60))
    found = texts(Page(plain.height, plain.lines, [drawn]))
    assert found[:2] == [{1: "Acme Ltd", 3: "PO No. 7"}, {1: "Harbour Road", 3: "Terms: 30"}]


def test_rows_of_a_header_far_apart_have_no_empty_rows_between_them():
    head = (40, {0: "Item", 100: "Description", 250: "Quantity", 320: "Total"})
    lower = (66, {0: "code", 250: "ordered", 320: "EUR"})
    sheet = sheet_of(
        [
            page(
                head,
                lower,
                *((top, {0: "A-1", 100: "Rope", 250: "3", 320: "9.00"}) for top in (100, 120)),
            )
        ]
    )
    assert sorted({at for at, _ in sheet.cells}) == [1, 2, 3, 4]


def test_a_wrapped_text_whose_numbers_stand_on_its_last_line_is_whole():
    rows = [row(60, "Rope, long and strong")]
    rows += [
        (90, {100: "Canvas tote bag with"}),
        (101, {0: "A-2", 100: "handles", 250: "2"}),
        row(130, number=3),
    ]
    assert texts(page(HEAD, *rows))[2][2] == "Canvas tote bag with handles"


def test_a_heading_over_names_is_no_part_of_the_name_below():
    rows = [
        row(60, "Rope, long and strong"),
        (90, {100: "Garden"}),
        row(101, "Head lamp", 2),
        row(130, number=3),
    ]
    assert {2: "Garden"} in texts(page(HEAD, *rows))


def test_texts_centred_on_their_lines_are_told_apart_by_their_number():
    rows = [
        (60, {100: "Canvas tote"}), (71, {0: "A-1", 100: "bag with", 250: "1"}), (82, {100: "handles"}),
        (93, {0: "A-2", 100: "Rope", 250: "2"}),
        (104, {100: "Head lamp"}), (115, {0: "A-3", 100: "with a long", 250: "3"}), (126, {100: "strap"}),
    ]  # fmt: skip
    found = texts(page((49, {0: "SKU", 100: "Description", 250: "Qty"}), *rows))
    assert [one[2] for one in found[1:]] == [
        "Canvas tote bag with handles",
        "Rope",
        "Head lamp with a long strap",
    ]


def test_a_number_alone_goes_on_with_the_text_above():
    rows = [row(60, "Pipe, soft, EN"), (71, {100: "1057"}), row(100, number=2), row(140, number=3)]
    assert texts(page(HEAD, *rows))[1][2] == "Pipe, soft, EN 1057"


def test_a_table_goes_on_in_its_own_columns_where_the_next_page_is_drawn_otherwise():
    def drawn(*edges):
        columns = tuple(pairwise(edges))
        return Ruled(35, 75, columns, (((35.0, 55.0), columns), ((55.0, 75.0), columns)))

    head = (40, {0: "Product", 120: "Grade", 180: "Qty", 220: "Price"})
    more = [(40, {0: "Rope", 180: "5", 220: "2.50"}), (60, {0: "Hook", 180: "7", 220: "1.25"})]
    first, second = page(head, (60, {0: "Sail", 180: "1", 220: "9.00"})), page(*more)
    pages = [
        Page(300, first.lines, [drawn(0.0, 110.0, 140.0, 170.0, 210.0, 260.0)]),
        Page(300, second.lines, [drawn(0.0, 110.0, 170.0, 210.0, 260.0)]),
    ]
    assert [max(cells) for cells in texts(*pages)] == [5, 5, 5, 5]
    assert texts(*pages)[-1] == {1: "Hook", 4: "7", 5: "1.25"}


def test_a_line_set_without_columns_holds_one_text_for_each_of_them():
    head = (40, {0: "Item", 50: "Qty", 85: "Price"})
    found = texts(page(head, (55, {0: "ITEM-1001", 78: "50", 100: "2.00"})))
    assert found[1] == {1: "ITEM-1001", 2: "50", 3: "2.00"}


def test_a_label_with_its_value_begins_no_name():
    told = [(60, {0: "A-1", 100: "Rope", 250: "7"}), (74, {130: "Due:02/02/2021"})]
    found = texts(page(HEAD, *told, row(86, "Hook", number=2), (100, {130: "Due:02/03/2021"})))
    assert not any(
        text.startswith("Due") and "Hook" in text for one in found for text in one.values()
    )


def test_a_name_across_a_column_that_only_labels_above_have_stays_whole():
    labels = [
        (10, {0: "Supplier", 60: "Weir Ltd", 200: "Date", 260: "4 May 2026"}),
        (22, {0: "Name", 60: "Ann Hay", 200: "Day", 260: "5 May 2026"}),
    ]
    head = (40, {0: "Description", 150: "Qty", 200: "Price", 260: "Total"})
    lines = [
        (52, {0: "Rack unit zero 32A", 150: "120", 200: "1.00", 260: "120.00"}),
        (64, {0: "Hook", 150: "3", 200: "1.00", 260: "3.00"}),
    ]
    assert "Rack unit zero 32A" in [
        text for one in texts(page(*labels, head, *lines)) for text in one.values()
    ]


def test_lines_of_addresses_side_by_side_above_a_table_are_never_run_together():
    told = page(
        (10, {0: "Sold by", 120: "Bill to", 240: "Send to"}),
        (26, {0: "Weir Ltd", 120: "Brook Mills"}),
        (36, {240: "Mill Lane"}),
        (41, {120: "Mill Lane 7"}),
        (46, {0: "Harbour Road"}),
        (60, {0: "06700", 120: "CP 06600", 240: "CP 06600"}),
        (90, {0: "SKU", 120: "Description", 240: "Qty"}),
        (105, {0: "A-1", 120: "Rope", 240: "3"}),
    )
    found = [text for one in texts(told) for text in one.values()]
    assert not any("Brook Mills Mill" in text for text in found)


def test_a_footer_below_two_lines_is_no_part_of_the_last_ones_code():
    """Naive: the gap to a number above the table passes for the usual one."""
    told = (10, {0: "PO No", 100: "PO-7", 250: "9"})
    found = texts(page(told, HEAD, row(66), row(80, number=2), (102, {0: "Signed: Jane"})))
    assert found[-2:] == [{1: "A-2", 2: "Rope", 3: "2"}, {1: "Signed: Jane"}]


def test_where_texts_hang_below_their_first_line_none_begins_above_the_next():
    """Naive: what stands nearer to the next line than to the one above begins the next one's text."""
    hang = [(69, {100: "Hosting for"}), (80, {100: "the first month"})]
    found = texts(page(HEAD, row(60, "Cloud"), *hang, row(89, "Cloud", 2), row(140, "Disk", 3)))
    assert {1: "A-2", 2: "Cloud", 3: "2"} in found


def test_words_under_a_code_are_no_part_of_it_and_a_day_of_delivery_is_a_text_of_its_own():
    head = (
        40,
        {0: "Item", 60: "Material", 160: "Description", 300: "Order qty.", 380: "Net value"},
    )
    rows = [
        (60, {0: "10", 60: "RM-1", 160: "Rope", 300: "5", 380: "10.00"}),
        (71, {60: "Delivery date", 160: "Day 05/29/2026"}),
        (90, {0: "20", 60: "RM-2", 160: "Hook", 300: "4", 380: "12.00"}),
        (101, {60: "Ship to: Dock four"}),
    ]
    assert texts(page(head, *rows))[1:] == [
        {1: "10", 2: "RM-1", 3: "Rope", 4: "5", 5: "10.00"},
        {2: "Delivery date: Day 05/29/2026"},
        {1: "20", 2: "RM-2", 3: "Hook", 4: "4", 5: "12.00"},
        {2: "Ship to: Dock four"},
    ]


def test_a_sum_from_the_left_margin_on_is_no_part_of_the_last_code():
    head = (40, {0: "SKU", 100: "Description", 200: "Qty", 250: "Price"})
    rows = [(60, {0: "A-1", 100: "Rope", 200: "5", 250: "1.00"}), (71, {100: "of hemp"})]
    rows += [(100, {0: "A-2", 100: "Hook", 200: "5", 250: "1.00"}), (111, {0: "Total EUR 10.00"})]
    assert texts(page(head, *rows))[2] == {1: "A-2", 2: "Hook", 3: "5", 4: "1.00"}
