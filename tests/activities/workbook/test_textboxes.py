"""Boxes around single texts are no cells; what several rows share is the table's."""

from itertools import pairwise

from activities.workbook.textboxes import is_frame, without_text_boxes
from activities.workbook.words import Word


def word(text: str, left: float, right: float, top: float) -> Word:
    return Word(text, left, right, top, top + 8)


HEAD = [word("Code", 12, 35, 10), word("Name", 62, 90, 10), word("Quantity", 202, 240, 10)]
LINE = [word("A-1", 12, 28, 30), word("Rope", 62, 84, 30), word("150", 215, 230, 30)]
EDGES = ((0, 10, 37, 60, 92, 200, 242, 250), (0, 10, 30, 60, 86, 213, 232, 250))


def cells(edges, top):
    return [[left, top, right, top + 15] for left, right in pairwise(edges)]


def spans(rows):
    return [[(cell[0], cell[2]) for cell in row] for row in rows]


def test_boxes_around_texts_are_no_cells():
    """Naive: a heading and its values stand in columns of their own."""
    rows = [cells(EDGES[0], 7), cells(EDGES[1], 27)]
    shared = [(0, 10), (10, 60), (60, 250)]
    assert spans(without_text_boxes(rows, [*HEAD, *LINE])) == [shared, shared]


def test_cells_that_are_wider_than_their_texts_stay_as_they_are():
    rows = [cells((0, 60, 120, 200, 250), 7), cells((0, 60, 125, 210, 250), 27)]
    assert spans(without_text_boxes(rows, [*HEAD, *LINE])) == spans(rows)


def test_boxes_one_below_the_other_and_a_frame_around_a_page_are_no_table():
    assert is_frame([cells((0, 250), 7), cells((10, 240), 27)], [*HEAD, *LINE])
    assert is_frame([[[0, 0, 5, 60], [5, 0, 245, 60], [245, 0, 250, 60]]], [*HEAD, *LINE])
    assert not is_frame([[[0, 0, 60, 60], [60, 0, 200, 60], [200, 0, 250, 60]]], [*HEAD, *LINE])
