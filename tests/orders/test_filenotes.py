"""What a file carried beside its cells is told, once for each kind."""

from dataclasses import replace

import pytest
from grids import grid

from orders.filenotes import file_notes
from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

BOOK = grid("Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Lamp|7")


@pytest.mark.parametrize(
    ("notes", "codes"),
    [
        (("macros",), ["MACROS_IGNORED"]),
        (("external_links", "connections"), ["LINKS_IGNORED"]),
        (("formulas_unknown", "hidden_rows_unknown"), ["FORMAT_BLIND"]),
        (("date1904", "name_differs"), []),
    ],
)
def test_b048_b049_what_was_not_used_is_noted_and_stops_nothing(notes, codes):
    told = read(replace(BOOK, notes=notes))
    assert told.result is Result.READY
    assert [one.code for one in told.issues] == codes


def test_letters_that_are_a_guess_are_asked_once():
    book = replace(BOOK, notes=("encoding_uncertain",))
    told = read(book)
    (question,) = (one for one in told.issues if one.open)
    assert (told.result, question.code) == (Result.QUESTIONS, "ENCODING_UNCERTAIN")
    fixed = read(book, fixes=[Fix(FixKind.ACCEPT, question.issue_id, "yes")])
    assert fixed.result is Result.READY


def test_the_encoding_is_named():
    (told,) = file_notes(
        replace(BOOK, notes=("encoding_uncertain",), document={"encoding": "windows-1254"})
    )
    assert told.facts == {"value": "windows-1254"}


def test_comments_and_boxes_are_told_with_their_cells_and_stop_nothing():
    sheet = replace(BOOK.sheets[0], comments={(3, 2): "our code"}, boxes={(1, 4): "Thank\nyou"})
    told = read(replace(BOOK, sheets=(sheet,)))
    (said,) = told.issues
    assert (told.result, said.code) == (Result.READY, "TEXTS_OVER_CELLS")
    assert said.facts["texts"] == "D1: Thank you; B3: our code"
    assert said.cells == ("Sheet1!D1", "Sheet1!B3")


def test_a_number_cut_off_at_the_edge_of_a_page_is_confirmed_once():
    cut, both = (replace(BOOK, notes=notes) for notes in (("cut",), ("cut", "overprinted")))
    assert [one.facts for one in file_notes(cut)] == [{"why": "cut"}]
    assert [one.code for one in file_notes(both)] == ["TEXTS_OVERPRINTED"]
