"""Names that end beside their numbers, as texts set to the foot of their cells do."""

from activities.workbook.raised import raised
from activities.workbook.words import Row

HEAD = {1: "No.", 2: "Code", 3: "Description", 4: "Qty"}
LONG = ({3: "Canvas bag with a zip, of"}, {2: "AB-", 3: "waxed cotton, olive green,"})


def rows(*cells):
    return [Row(dict(one), 20.0 * at, 20.0 * at + 10, 10) for at, one in enumerate(cells)]


def line(number, code, name):
    return {1: str(number), 2: code, 3: name, 4: "5"}


def names(made):
    return [
        (row.cells.get(2), row.cells.get(3)) for row in made if "1" <= row.cells.get(1, "") < "9"
    ]


def test_what_stands_between_the_header_and_the_first_line_is_its_name():
    made = raised(rows(HEAD, *LONG, line(1, "101", "with two handles"), line(2, "CD-7", "Rope 5")))
    whole = "Canvas bag with a zip, of waxed cotton, olive green, with two handles"
    assert names(made) == [("AB-101", whole), ("CD-7", "Rope 5")]
    assert len(made) == 3


def test_a_second_row_of_headings_short_texts_and_codes_alone_stay_apart():
    second = rows(HEAD, {3: "Product name"}, line(1, "A-1", "Canvas bag with a zip, olive green"))
    short = rows(HEAD, {3: "Spare parts"}, line(1, "A-1", "Rope of hemp"))
    codes = rows({1: "No.", 2: "Qty", 3: "Material"}, LONG[0], {1: "1", 2: "5", 3: "CAP-10U"})
    for one in (second, short, codes):
        assert len(raised(one)) == len(one)


def test_texts_that_do_not_fill_their_column_are_none_of_a_name():
    one = rows(
        HEAD, *LONG, line(1, "101", "with two handles"), {3: "Ropes"}, line(2, "CD-7", "Rope")
    )
    assert len(raised(one)) == len(one)
