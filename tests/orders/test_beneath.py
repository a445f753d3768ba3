"""What stands right below a line, alone under its name, tells more of its item."""

from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n.\nSl|Description|Qty|Rate|Amount\n"


def order_of(body, head=HEAD):
    reading = read(grid(head + body))
    assert reading.result is Result.READY
    return reading.orders[0]


def test_texts_beneath_a_line_are_its_details_with_their_cell():
    body = "1|Motors|2|50|100\n|0.75 kW, foot mounted\n|2H13S4K3\n2|Motors|1|70|70\n|1.5 kW"
    order = order_of(body)
    assert [line.details for line in order.lines] == ["0.75 kW, foot mounted 2H13S4K3", "1.5 kW"]
    assert order.lines[0].evidence["details"].address == "Sheet1!B5"
    assert order.skipped_rows == {5: "detail", 6: "detail", 8: "detail"}


def test_a_heading_a_label_a_total_and_a_note_apart_are_none():
    lines = "1|Motor|2|50|100\n|Total\n.\n|Goods are inspected on arrival"
    assert order_of(lines).lines[0].details is None
    headed = "|Garden\n1|Rake|2|50|100\n|Kitchen\n2|Pan|1|70|70"
    assert [line.details for line in order_of(headed).lines] == [None, None]


def test_without_numbers_that_count_the_lines_nothing_is_joined():
    head = "Customer:|Acme Ltd\n.\nCode|Description|Qty\n"
    assert order_of("A-1|Rake|2\n|Kitchen\nA-2|Pan|1", head).lines[0].details is None


def test_the_unit_under_its_number_goes_with_the_text():
    body = "1|4055 B4|504|2|1008\n|Pallet, wood|EA\n2|Rope|10|1|10\n3|Hook|4|1|4\n4|Bag|3|1|3"
    assert [line.details for line in order_of(body).lines] == ["Pallet, wood", None, None, None]


def test_the_name_stands_beneath_where_no_line_has_one_beside_its_numbers():
    body = "10||2|50|100\n|Motor\n|2H13S4K3\n20||1|70|70\n|Pump"
    lines = order_of(body).lines
    assert [(one.product_name, one.details) for one in lines] == [
        ("Motor", "2H13S4K3"),
        ("Pump", None),
    ]
    mixed = read(grid(HEAD + "1|Motor|2|50|100\n2||1|70|70\n|made of steel"))
    assert "MISSING_ITEM_IDENTIFIER" in {one.code for one in mixed.issues}


def test_the_name_stands_beneath_in_the_column_of_codes_beside_a_nought():
    head = "Customer:|Acme Ltd\n.\nSl|Material code|Qty|Disc %|Rate|Amount\n"
    body = "1||2||50|100\n|Motor, 0.75 kW||0.00||\n2||1||70|70\n|Pump, green||0.00||\n|Total||||170"
    lines = read(grid(head + body)).orders[0].lines
    assert [one.product_name for one in lines] == ["Motor, 0.75 kW", "Pump, green"]


def test_names_that_a_narrow_column_broke_are_joined_again():
    head = "Customer:|Acme Ltd\n.\nCode|Qty|Description\n"
    body = (
        "A-1|2|Needle for biopsies, single use, length\n||20 cm, gauge 18\n"
        "A-2|5|Tube without balloon, of silicone, size\n||34 FR\nA-3|1|Tape"
    )
    order = order_of(body, head)
    assert [line.product_name for line in order.lines] == [
        "Needle for biopsies, single use, length 20 cm, gauge 18",
        "Tube without balloon, of silicone, size 34 FR",
        "Tape",
    ]
    assert order.skipped_rows == {5: "detail", 7: "detail"}


def test_headings_below_names_that_ended_are_joined_to_none():
    """Naive: a heading between two groups is the rest of the name above it."""
    head = "Customer:|Acme Ltd\n.\nCode|Qty|Description\n"
    body = "A-1|2|Needle for biopsies, single use\n||Tubes\nA-2|5|Tube\n||Tapes\nA-3|1|Tape"
    assert [line.product_name for line in order_of(body, head).lines][1:] == ["Tube", "Tape"]
    assert "Tubes" not in (order_of(body, head).lines[0].product_name or "")


def test_several_texts_of_a_counted_line_go_on_right_below():
    head = "Customer:|Acme Ltd\n.\nSl|Description|Qty|Price|Delivery\n"
    order = order_of("1|Cloud|2|50|as per\n|for one month|||schedule\n2|Disk|1|70|", head)
    assert [line.details for line in order.lines] == ["for one month", None]
