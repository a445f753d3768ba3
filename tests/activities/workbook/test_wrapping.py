"""Which rows of a page only go on with the texts of the row above."""

from activities.workbook.words import Row
from activities.workbook.wrapping import wraps

LINE = Row({1: "A-2", 2: "Hook of", 3: "zinc", 4: "5", 5: "3.50"}, 100, 110, 10)


def goes_on(cells, gap=1.0, pitch=6.0):
    top = 110 + gap
    return wraps(Row(cells, top, top + 10, 10), LINE, (None, pitch))


def test_texts_of_several_columns_go_on_where_they_stand_nearer_than_lines_do():
    assert goes_on({2: "steel 5%", 3: "plated"})
    assert goes_on({2: "5%", 3: "plated"})
    assert not goes_on({2: "5%", 3: "plated"}, gap=6.0)


def test_numbers_below_numbers_totals_and_numbers_alone_begin_a_row():
    assert not goes_on({2: "Packing", 4: "1"})
    assert not goes_on({2: "Total", 3: "80.00"})
    assert not goes_on({2: "12", 3: "80.00"})


def test_words_go_on_below_a_number_that_counts_nothing():
    shade = Row({1: "A-2", 2: "Matte", 3: "01", 4: "5", 5: "3.50"}, 100, 110, 10)
    below = Row({2: "foundation", 3: "Rosewood"}, 111, 121, 10)
    assert wraps(below, shade, (None, 6.0))
