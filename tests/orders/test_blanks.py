"""Lines without a quantity: asked where some of an order lack one, told where a list is long."""

from grids import grid

from orders.reader import read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\n"


def listed(blanks: int, ordered: int = 2) -> Reading:
    rows = [
        f"A-{key}|Rope {key}|{3 if key <= ordered else ''}|2.50" for key in range(1, blanks + 3)
    ]
    return read(grid(HEAD + "\n".join(rows)))


def test_of_a_long_list_the_few_with_a_quantity_are_ordered_and_the_rest_is_told():
    reading = listed(25)
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    (told,) = [one for one in reading.issues if one.code == "MISSING_QUANTITY"]
    assert (told.open, told.facts["count"]) == (False, "25")
    assert set(reading.orders[0].skipped_rows.values()) == {"no_quantity"}


def test_where_many_lines_have_one_the_others_are_asked_about():
    for reading in (listed(8), listed(50, ordered=20)):
        assert [one.code for one in reading.issues if one.open] == ["MISSING_QUANTITY"]


def test_a_few_that_come_to_nothing_or_stand_in_a_long_list_are_left_out_after_a_yes():
    def few(lines: int, total: str) -> Reading:
        rows = [f"A-{key}|Rope {key}|3|5|15" for key in range(lines)]
        drawing = ["Customer:|Acme Ltd", "SKU|Description|Qty|Price|Total", *rows]
        return read(grid("\n".join([*drawing, f"B-1|Hook||5|{total}"])))

    for reading in (few(3, "0"), few(12, "")):
        (asked,) = [one for one in reading.issues if one.open]
        assert (asked.code, asked.target) == ("MISSING_QUANTITY", "accept")
        assert "B-1" not in {line.sku for line in reading.orders[0].lines}
    for reading in (few(3, ""), few(12, "20")):
        (asked,) = [one for one in reading.issues if one.open]
        assert asked.target.startswith("cell:")


def test_a_line_that_comes_to_money_is_never_left_out_unasked():
    rows = [
        f"A-{key}|Rope {key}|{3 if key < 3 else ''}|5|{15 if key < 4 else ''}"
        for key in range(1, 260)
    ]
    drawing = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n" + "\n".join(rows)
    assert "MISSING_QUANTITY" in {one.code for one in read(grid(drawing)).issues if one.open}


def test_where_the_total_is_the_sum_of_those_with_a_quantity_the_others_are_only_told():
    rows = [
        f"A-{key}|Rope {key}|{3 if key < 7 else ''}|5|{15 if key < 7 else 0}" for key in range(11)
    ]
    drawing = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n" + "\n".join(rows)
    assert read(grid(drawing + "\n|||Total|105")).result is Result.READY
    assert read(grid(drawing + "\n|||Total|120")).result is Result.QUESTIONS


def test_items_without_a_number_between_lines_are_one_question_or_a_list_nobody_asks_about():
    def listed_bare(blanks: int) -> Reading:
        rows = ["Rope|3|A1", "Pole|4|A2", *(f"Nail {key}||B{key}" for key in range(blanks))]
        drawing = "\n".join(["Customer:|Acme Ltd||", "Item|Qty|Shelf", *rows, "Hook|2|A3"])
        return read(grid(drawing))

    (asked,) = [one for one in listed_bare(2).issues if one.open]
    assert (asked.code, asked.facts["count"]) == ("MISSING_QUANTITY", "2")
    assert listed_bare(12).result is Result.READY
