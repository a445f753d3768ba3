"""Text files become one sheet of texts, by the separator that fits best."""

import pytest

from activities.workbook.delimited import read_delimited
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile
from orders.sheet import Cell, CellKind, Workbook

LIMITS = Limits()


def read(text: str, name: str = "order.csv", limits: Limits = LIMITS) -> Workbook:
    return read_delimited(text.encode(), name, limits)


def grid(text: str) -> list[list[object]]:
    cells = read(text).sheets[0].cells
    rows = max(row for row, _ in cells)
    return [
        [cells[row, column].value for column in range(1, 30) if (row, column) in cells]
        for row in range(1, rows + 1)
    ]


@pytest.mark.parametrize(
    ("separator", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")]
)
def test_the_separator_is_the_consistent_one(separator, name):
    text = "\n".join(separator.join(row) for row in [("sku", "qty", "price"), ("A-1", "2", "3.5")])
    book = read(text)
    assert book.document == {"encoding": "utf-8", "separator": name}
    assert book.kind == ("tsv" if separator == "\t" else "csv")
    assert grid(text) == [["sku", "qty", "price"], ["A-1", "2", "3.5"]]


def test_decimal_commas_do_not_make_a_comma_file():
    assert grid("sku;qty;price\nA;1,5;2,50\nB;2,5;3,50\nC;1,0;9,99\n")[1] == ["A", "1,5", "2,50"]


def test_commas_in_a_german_file():
    assert grid('Menge,Preis\n1,"2,50"\n3,"4,00"\n') == [
        ["Menge", "Preis"],
        ["1", "2,50"],
        ["3", "4,00"],
    ]


def test_a_title_above_the_table_does_not_decide():
    text = "Order of today, please; soon\n\nsku;qty;price;total\n" + "A;1;2;2\n" * 6
    assert grid(text)[2] == ["sku", "qty", "price", "total"]


def test_excels_own_first_line_names_the_separator_and_is_no_row():
    assert grid("sep=;\r\na;b\r\n1;2\r\n") == [["a", "b"], ["1", "2"]]
    assert grid("sep=x\n1\n")[0] == ["sep=x"]


def test_one_column_is_a_table_of_one_column():
    assert grid("sku\nA-1\nA-2\n") == [["sku"], ["A-1"], ["A-2"]]


def test_every_cell_is_text_as_written():
    cells = read('sku,qty\n 007 ,"=1+1"\n1.230,12\n').sheets[0].cells
    assert cells[2, 1] == Cell(" 007 ", CellKind.TEXT)
    assert cells[2, 2] == Cell("=1+1", CellKind.TEXT)
    assert cells[3, 1].value == "1.230"


def test_quoted_fields_may_hold_quotes_separators_and_line_ends():
    assert grid('a,b\n"x ""y"", z","1\n2"\n3,4\n') == [["a", "b"], ['x "y", z', "1\n2"], ["3", "4"]]


def test_rows_count_as_a_spreadsheet_shows_them():
    cells = read("a,b\n\n1,2\n,,\n3,4").sheets[0].cells
    assert sorted(cells) == [(1, 1), (1, 2), (3, 1), (3, 2), (5, 1), (5, 2)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_row(end):
    assert grid(end.join(["a,b", "1,2", "3,4"])) == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_a_line_separator_of_unicode_is_text():
    assert grid("a,b\n1\u2028x,2\n") == [["a", "b"], ["1\u2028x", "2"]]


def test_a_quote_that_never_ends_swallows_no_line_in_silence():
    with pytest.raises(UnreadableFile, match="quotes"):
        read('a,b\n1,"2\n3,4\n5,6\n')


def test_limits_hold():
    with pytest.raises(TooManyLines, match="more than 3 rows"):
        read("a,b\n" * 4, limits=Limits(max_rows=3))
    with pytest.raises(FileTooLarge, match="filled cells"):
        read("a,b\n" * 4, limits=Limits(max_cells=7))
    with pytest.raises(FileTooLarge, match="fields"):
        read("a," * 11, limits=Limits(max_columns=10))
    with pytest.raises(UnreadableFile, match="too long"):
        read("a," + "x" * 101, limits=Limits(max_cell_text=100))


def test_b047_a_text_that_is_named_otherwise_is_read_and_noted():
    assert read("a,b\n1,2\n", "order.xlsx").notes == ("name_differs",)
    assert read("a,b\n1,2\n", "ORDER.TXT").notes == ()


def test_an_uncertain_encoding_is_noted():
    book = read_delimited("a;\xa7\xb6\xac\n".encode("latin-1"), "x.csv", Limits())
    assert book.notes == ("encoding_uncertain",)


def test_what_an_export_wraps_to_keep_it_text_is_the_text():
    assert grid('sku,qty\n="0042",5\n"=""0043""",6') == [
        ["sku", "qty"],
        ["0042", "5"],
        ["0043", "6"],
    ]


ORDER = "SKU;Description;Qty\nA-1;Lamp;3\nA-2;Rope;4\n"
GRID = {
    (1, 1): "SKU", (1, 2): "Description", (1, 3): "Qty", (2, 1): "A-1", (2, 2): "Lamp", (2, 3): "3",
    (3, 1): "A-2", (3, 2): "Rope", (3, 3): "4",
}  # fmt: skip


def values(text):
    return {
        at: one.value
        for at, one in read_delimited(text.encode(), "a.csv", Limits()).sheets[0].cells.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        *(ORDER.replace(";", sign) for sign in "\t|,~^，؛"),
        '"sep=;"\r\n' + ORDER, ORDER.replace("\n", ";;\n"), ORDER.replace("A-2;Rope;4", "A-2|Rope|4"),
        "".join(f'"{line}"\n' for line in ORDER.splitlines()), ORDER.replace("A-1", '="A-1"'),
    ],
)  # fmt: skip
def test_one_table_is_read_however_its_program_wrote_it(text):
    assert values(text) == GRID


def test_a_label_with_a_separator_of_its_own_is_a_label_and_a_value():
    assert values("Customer;Acme Ltd\n" + ORDER.replace(";", ","))[1, 2] == "Acme Ltd"


@pytest.mark.parametrize("name", ['"10" lamp', '"Lamp 10'])
def test_a_quote_that_is_a_sign_stays_one_where_every_line_is_as_wide(name):
    assert values(ORDER.replace("Lamp", name)) == GRID | {(2, 2): name}


def test_a_quote_that_never_ends_is_refused_where_lines_differ():
    with pytest.raises(UnreadableFile):
        read_delimited(b'sep=;\nSKU;Name;Qty\nA-1;"Lamp;3\nA-2;Rope;4\n', "a.csv", Limits())
