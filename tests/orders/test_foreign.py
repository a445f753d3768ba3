"""Headers in words that nobody knows, proven by the sums under them."""

from grids import grid

from orders.foreign import foreign_headers
from orders.reader import read
from orders.reading import Result
from orders.view import make_grid

DRAWING = """Pelanggan:|Toko Maju
.
Kode|Nama Barang|Jumlahnya|Harganya|Nilainya
A-1|Rope long|5|2.5|12.5
A-2|Hook small|6|3.25|19.5
A-3|Peg steel|7|1.5|10.5"""


def test_sums_below_prove_a_header_in_unknown_words():
    (header,) = foreign_headers(make_grid(grid(DRAWING).sheets[0]))
    assert header.rows == (3,)


def test_such_a_table_is_asked_about_and_not_refused():
    reading = read(grid(DRAWING))
    assert reading.result is Result.QUESTIONS
    assert reading.orders[0].columns.items() >= {"unit_price": "D", "line_total": "E"}.items()


def test_words_over_numbers_that_prove_nothing_are_no_header():
    drawing = DRAWING.replace("12.5", "77").replace("19.5", "78")
    assert foreign_headers(make_grid(grid(drawing).sheets[0])) == []
