"""A drawn table cuts its lines where its cells end."""

from activities.workbook.ruled import Ruled
from activities.workbook.words import Word, lines_of

TABLE = Ruled(
    0, 40, ((0, 50), (50, 100)), (((0, 20), ((0, 50), (50, 100))), ((20, 40), ((0, 100),)))
)


def line(top):
    words = (Word("A-1", 5, 48, top, top + 10), Word("Rope", 51, 80, top, top + 10))
    return lines_of(words)[0]


def test_words_of_two_cells_are_two_pieces_and_of_a_wide_cell_one():
    assert [piece.text for piece in TABLE.cut(line(5)).pieces] == ["A-1", "Rope"]
    assert [piece.text for piece in TABLE.cut(line(25)).pieces] == ["A-1 Rope"]


def test_a_height_stands_in_one_drawn_row_or_in_none():
    assert [TABLE.band(at) for at in (10, 30, 90)] == [0, 1, -1]
    assert TABLE.holds(line(25))
    assert not TABLE.holds(line(80))


def test_a_drawn_cell_of_a_row_keeps_its_text_whole_where_numbers_end_as_others_do():
    edges = ((0.0, 20.0), (20.0, 120.0), (120.0, 150.0), (150.0, 190.0))
    drawn = Ruled(0, 40, edges, (((0.0, 20.0), edges), ((20.0, 40.0), edges)))
    ends = [Word(str(9**n), 70 - 6 * n, 70, 60 + 20 * n, 70 + 20 * n) for n in range(1, 5)]
    words = (("1", 5, 9), ("Motor", 22, 40), ("2900", 44, 70), (", 2 pole", 73, 100))
    texts = [Word(text, left, right, 25, 35) for text, left, right in words]
    cut = drawn.cut(lines_of([*texts, *ends])[0])
    assert [piece.text for piece in cut.pieces] == ["1", "Motor 2900 , 2 pole"]


def test_a_text_in_a_wide_cell_begins_with_the_column_where_it_stands():
    wide = Ruled(
        0, 20, ((0.0, 30.0), (30.0, 80.0), (80.0, 120.0)), (((0.0, 20.0), ((0.0, 120.0),)),)
    )
    (piece,) = wide.cut(lines_of([Word("Pallet, wood", 31, 78, 5, 15)])[0]).pieces
    assert piece.left == 31


def test_a_row_in_one_box_is_open_and_a_column_that_only_parts_others_is_no_cell():
    assert not TABLE.is_open(line(5))
    assert TABLE.is_open(line(25))
    assert [TABLE.is_cell(one) for one in ((0, 50), (0, 100), (20, 50))] == [True, True, False]


def test_a_text_in_a_wide_cell_that_stands_in_a_column_begins_there():
    """Naive: in a row whose inner lines are missing every text belongs to the first column."""
    wide = Ruled(
        0, 20, ((0.0, 30.0), (30.0, 80.0), (80.0, 120.0)), (((0.0, 20.0), ((0.0, 120.0),)),)
    )
    lefts = [
        wide.cut(lines_of([Word("Pallet", left, right, 5, 15)])[0]).pieces[0].left
        for left, right in ((36, 70), (36, 110), (45, 70))
    ]
    assert lefts == [36, 0, 0]


def test_a_heading_in_its_drawn_cell_is_one_text_and_numbers_so_far_apart_are_two():
    edges = ((0.0, 20.0), (20.0, 120.0), (120.0, 150.0), (150.0, 190.0))
    drawn = Ruled(0, 40, edges, (((0.0, 20.0), edges), ((20.0, 40.0), edges)))

    def texts(first, second, top):
        words = [Word(first, 25, 60, top, top + 10), Word(second, 68, 110, top, top + 10)]
        return [piece.text for piece in drawn.cut(lines_of(words)[0]).pieces]

    assert texts("Part no", "- Description", 5) == ["Part no - Description"]
    assert texts("2", "Rope", 25) == ["2", "Rope"]
