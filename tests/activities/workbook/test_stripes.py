"""Columns of lines: drawn ones as drawn, others by what stands under each other."""

from activities.workbook.ruled import Ruled
from activities.workbook.stretches import stretches_of
from activities.workbook.stripes import Stretch
from activities.workbook.words import Word, lines_of


def lines(*rows, top=0.0):
    """Rows of (text, left, right), twenty points apart."""
    return lines_of(
        Word(text, left, right, top + 20 * at, top + 20 * at + 10)
        for at, row in enumerate(rows)
        for text, left, right in row
    )


HEAD = (("SKU", 0, 20), ("Qty", 60, 80), ("Total", 120, 150))
BODY = (("A-1", 0, 18), ("5", 95, 100), ("7.00", 160, 180))


def cells(stretch, **how):
    return [row.cells for row in stretch.rows(**how)]


def test_a_header_left_of_its_right_aligned_numbers_is_theirs():
    (found,) = stretches_of(lines(HEAD, BODY, BODY), ())
    assert cells(found)[:2] == [{1: "SKU", 2: "Qty", 3: "Total"}, {1: "A-1", 2: "5", 3: "7.00"}]


def test_numbers_left_of_a_header_are_not_joined_with_it():
    body = (("A-1", 0, 18), ("5", 40, 50), ("7.00", 130, 145))
    (found,) = stretches_of(lines(HEAD, body, body), ())
    assert cells(found)[1] == {1: "A-1", 2: "5", 4: "7.00"}


def test_short_numbers_beside_a_header_and_long_ones_below_it_are_one_column():
    """Naive: `1 450.00` stands under `Price`, and 320.50, right of the word, in a column of its own."""
    head = (("SKU", 0, 20), ("Qty", 60, 80), ("Price", 100, 120), ("Total", 160, 180))
    short = (("A-1", 0, 18), ("24", 70, 80), ("320.50", 122, 140), ("7.00", 162, 180))
    long = (("A-2", 0, 18), ("6", 75, 80), ("1450.00", 115, 140), ("8.00", 162, 180))
    few = (("A-3", 0, 18), ("9", 75, 80), ("9.00", 162, 180))
    (found,) = stretches_of(lines(head, short, few, few, few), ())
    assert cells(found)[1] == {1: "A-1", 2: "24", 3: "320.50", 4: "7.00"}
    (found,) = stretches_of(lines(head, short, long, short), ())
    assert [row[3] for row in cells(found)] == ["Price", "320.50", "1450.00", "320.50"]


def test_words_beside_a_header_are_no_numbers_of_its_column():
    head = (("SKU", 0, 20), ("Qty", 60, 80), ("Disc", 100, 120), ("Total", 160, 180))
    noted = (("A-1", 0, 18), ("24", 70, 80), ("new", 125, 140), ("7.00", 162, 180))
    bare = (("A-2", 0, 18), ("6", 75, 80), ("8.00", 162, 180))
    (found,) = stretches_of(lines(head, noted, bare, bare, bare), ())
    assert cells(found)[1] == {1: "A-1", 2: "24", 4: "new", 5: "7.00"}


def test_an_amount_with_its_name_in_one_piece_is_cut_under_the_amounts():
    (found,) = stretches_of(lines(HEAD, BODY, BODY, (("Total", 135, 155), ("14.00", 157, 180))), ())
    assert cells(found)[3] == {2: "Total", 3: "14.00"}


def test_labels_above_a_table_have_columns_of_their_own_and_far_values_are_far():
    far = (("Customer:", 0, 50), ("Us Ltd", 400, 440))
    first, second = stretches_of(lines(far, HEAD, BODY), ())
    assert cells(first) == [{1: "Customer:", 6: "Us Ltd"}]
    assert not first.tabular
    assert second.tabular


def test_columns_count_from_the_right_on_a_turned_page():
    (found,) = stretches_of(lines(HEAD, BODY), ())
    assert cells(found, turned=True)[0] == {1: "Total", 2: "Qty", 3: "SKU"}


def test_drawn_columns_hold_a_second_page_together():
    ruled = Ruled(-5, 55, ((0, 50), (50, 110), (110, 190)), (((-5, 15), ((0, 50), (50, 190))),))
    (found,) = stretches_of(lines((("A-1", 0, 18), ("5", 55, 60)), BODY), (ruled,))
    assert cells(found)[1] == {1: "A-1", 2: "5", 3: "7.00"}
    (again,) = stretches_of(lines(BODY), (), found)
    assert cells(again) == [{1: "A-1", 2: "5", 3: "7.00"}]


def test_a_piece_over_two_columns_stands_where_it_begins():
    stretch = Stretch([(0, 50), (60, 90), (100, 150)])
    (line,) = lines((("Section one of the garden", 40, 130),))
    stretch.add(line)
    assert cells(stretch) == [{1: "Section one of the garden"}]


def test_a_drawn_box_over_several_columns_keeps_what_stands_apart_in_it():
    whole = ((-5, 15), ((0, 190),))
    ruled = Ruled(-5, 35, ((0, 50), (50, 110), (110, 190)), (whole, ((15, 35), ((0, 50),))))
    (found,) = stretches_of(lines((("Acme Ltd", 0, 40), ("PO No. 7", 120, 160))), (ruled,))
    assert cells(found) == [{1: "Acme Ltd", 3: "PO No. 7"}]


def test_a_line_of_many_pieces_has_columns_of_its_own():
    boxes = (("Vendor", 0, 60), ("Bill-to", 100, 160), ("Contact:", 200, 260))
    head = (("Line", 0, 20), ("Item", 40, 60), ("Text", 100, 120), ("Qty", 140, 160), ("Unit", 200, 220), ("Price", 240, 260))  # fmt: skip
    first, second = stretches_of(lines(boxes, head), ())
    assert (len(first.columns), len(second.columns)) == (3, 6)


def test_lines_drawn_through_words_draw_no_table():
    edges = ((0.0, 30.0), (30.0, 90.0), (90.0, 190.0))
    drawn = Ruled(-5, 75, edges, tuple(((top - 5.0, top + 15.0), edges) for top in (0, 20, 40, 60)))
    body = (("INDUCTION motor", 5, 80), ("4", 100, 105), ("7.00", 160, 180))
    (found,) = stretches_of(lines(body, body, body, body), (drawn,))
    assert cells(found)[0] == {1: "INDUCTION motor", 2: "4", 3: "7.00"}


def test_an_address_block_lends_its_columns_to_no_table():
    block = (("Sold to:", 0, 60), ("Ship to:", 80, 120), ("Date", 140, 160))
    more = (("Acme Ltd", 0, 62), ("Harbour Road", 80, 130), ("14/03/2026", 140, 190))
    head = (
        ("SKU", 0, 20),
        ("Name", 30, 58),
        ("Qty", 90, 105),
        ("Price", 115, 133),
        ("Total", 150, 190),
    )
    body = (
        ("A-1", 0, 18),
        ("Rope", 30, 50),
        ("5", 98, 105),
        ("7.00", 115, 133),
        ("35.00", 160, 190),
    )
    first, second = stretches_of(lines(block, more, head, body), ())
    assert len(first.lines) == 2
    assert cells(second)[1] == {1: "A-1", 2: "Rope", 3: "5", 4: "7.00", 5: "35.00"}


def test_two_numbers_under_one_header_never_read_as_one():
    head = (("SKU", 0, 20), ("Name", 60, 80), ("Qty and price", 120, 190))
    body = (("A-1", 0, 18), ("Rope", 60, 80), ("5", 120, 125), ("280.49", 150, 180))
    (found,) = stretches_of(lines(head, body), ())
    assert cells(found)[1][3] == "5 | 280.49"


def test_a_total_named_under_a_header_stands_beside_its_amount():
    foot = (("Total", 120, 145), ("14.00", 160, 180))
    (found,) = stretches_of(lines(HEAD, BODY, BODY, BODY, BODY, foot), ())
    assert cells(found)[5] == {2: "Total", 3: "14.00"}


def test_texts_left_of_a_centred_header_are_its_own():
    head = (("Code", 20, 40), ("Qty", 60, 80), ("Total", 120, 150))
    body = (("ABC", 0, 15), ("5", 95, 100), ("7.00", 160, 180))
    (found,) = stretches_of(lines(head, body, body), ())
    assert cells(found)[1] == {1: "ABC", 2: "5", 3: "7.00"}


def test_the_upper_line_of_a_header_belongs_to_its_table():
    upper, lower = (
        (("Unit", 60, 80), ("Line", 120, 150)),
        (("SKU", 0, 20), ("price", 60, 80), ("total", 120, 150)),
    )
    body = (("A-1", 0, 18), ("5.00", 60, 80), ("7.00", 120, 150))
    *_, found = stretches_of(lines((("Order", 0, 30),), upper, lower, body), ())
    assert cells(found)[:2] == [{2: "Unit", 3: "Line"}, {1: "SKU", 2: "price", 3: "total"}]


def test_a_code_and_a_name_in_one_piece_part_where_the_names_column_begins():
    head = (("No", 0, 10), ("Material", 30, 60), ("Description", 130, 180), ("Value", 400, 430))
    body = (
        ("10", 0, 10), ("A-187413", 30, 110), ("PALLET", 113, 128), ("WOOD", 132, 150),
        ("MK55", 191, 210), ("7.00", 410, 430),
    )  # fmt: skip
    joined = (*body[:3], body[3], ("40X48", 154, 187), *body[4:])
    (found,) = stretches_of(lines(head, joined), ())
    assert cells(found)[1] == {1: "10", 2: "A-187413", 3: "PALLET WOOD 40X48 MK55", 4: "7.00"}


def test_a_number_beside_its_unit_stands_under_the_empty_header_before():
    head = (("Name", 0, 30), ("Qty", 60, 80), ("Unit", 130, 150), ("Value", 200, 230))
    body = (("Long name of it", 0, 85), ("250", 105, 122), ("Each", 130, 152), ("7.00", 205, 230))
    (found,) = stretches_of(lines(head, body), ())
    assert cells(found)[1] == {1: "Long name of it", 2: "250", 3: "Each", 4: "7.00"}


def test_a_name_above_any_table_is_whole_and_a_header_of_near_words_is_parted():
    told = (("Ann", 36, 50), ("Weaver", 53, 77), ("Paid", 100, 120), ("EUR", 200, 215))
    head = lines((("SKU", 30, 50), ("Name", 52, 74), ("Paid", 100, 120), ("Currency", 200, 250)))[0]
    for named, found in ((None, {1: "Ann Weaver"}), (head, {1: "Ann", 2: "Weaver"})):
        stretch = Stretch([(30, 50), (52, 74), (100, 150), (200, 250)], named=named)
        stretch.add(lines(told)[0])
        assert cells(stretch) == [{**found, 3: "Paid", 4: "EUR"}]


def test_a_text_that_ends_with_a_number_is_cut_in_a_drawn_table_only_where_it_names_a_total():
    ruled = Ruled(-5, 95, ((0, 50), (50, 110), (110, 190)))
    names = (("Bread", 55, 100), ("400", 103, 109)), (("Total", 55, 100), ("400", 103, 109))
    (found,) = stretches_of(lines(BODY, (("A-2", 0, 18), ("6", 95, 100)), *names), (ruled,))
    assert cells(found)[2:] == [{2: "Bread 400"}, {1: "Total", 2: "400"}]


def test_a_total_and_what_stands_below_it_do_not_widen_the_columns():
    head = (("SKU", 0, 20), ("Name", 40, 60), ("Qty", 120, 140), ("Total", 160, 190))
    body = (("A-1", 0, 18), ("Rope of hemp", 40, 100), ("5", 133, 138), ("7.00", 170, 188))
    total = (("Total pieces 5", 30, 138), ("7.00", 170, 188))
    (found,) = stretches_of(lines(head, body, total), ())
    assert found.summed
    assert found.columns[2] == (120, 140)


def test_a_wide_amount_belongs_to_the_column_that_it_ends_with():
    """Naive: a number above the table makes a column, which takes the widest amounts."""
    above = (("Client:", 0, 30), ("Acme", 60, 80), ("Order:", 95, 110), ("PO-9", 118, 140))
    body = [(("A-1", 0, 18), ("5", 75, 80), (text, left, 180)) for text, left in AMOUNTS]
    *_, found = stretches_of(lines(above, (*HEAD[:2], ("Total", 160, 180)), *body), ())
    assert len({max(row) for row in cells(found)[1:]}) == 1


AMOUNTS = (("7.00", 164), ("8.00", 164), ("9.00", 164), ("10,129,475.00", 130))


def test_a_day_in_words_is_one_text_over_several_columns():
    day = (("Date:", 0, 20), ("November", 100, 130), ("13,", 133, 143), ("2026", 146, 166))
    found, *_ = stretches_of(
        lines((("Order", 0, 20), ("A", 60, 70), ("B", 90, 95)), day, HEAD, BODY, BODY), ()
    )
    assert "November 13, 2026" in cells(found)[1].values()
