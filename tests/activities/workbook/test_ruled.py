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
