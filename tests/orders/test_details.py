"""What stands in a second column of words belongs to the item and helps to match it."""

from grids import grid

from orders.catalogue import Item, Method
from orders.items import ItemIndex
from orders.learned import item_key
from orders.matching import match_items
from orders.order import Line
from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge

HEAD = "Customer:|Acme Ltd\n"
ROPES = ItemIndex([Item("1", "Rope 10 m blue"), Item("2", "Rope 20 m red"), Item("3", "Hook")])


def lines_of(drawing: str) -> tuple[Line, ...]:
    reading = read(grid(HEAD + drawing))
    assert reading.result is Result.READY
    return reading.orders[0].lines


def test_a_second_column_of_words_is_kept_with_its_cell_and_matched():
    lines = lines_of("Product|Specification|Qty\nRope|10 m blue|4\nRope|20 m red|2\nHook|large|1")
    assert [one.full_name for one in lines[:2]] == ["Rope · 10 m blue", "Rope · 20 m red"]
    assert lines[0].evidence["details"].address == "Sheet1!B3"
    matches = match_items(lines, ROPES, {})
    assert [matches[one.line_id].item for one in lines] == list(ROPES.items)


def test_what_says_the_same_again_and_in_another_script_adds_nothing():
    lines = lines_of("Name|Description|نام کالا|Qty\nRope|Rope blue|طناب آبی|4\nHook|Hook|قلاب|2")
    assert [one.full_name for one in lines] == ["Rope blue", "Hook"]


def test_options_of_an_item_stay_with_it():
    (line,) = lines_of("Товар|Опции|Количество\nШкаф|Корпус белый, фасад дуб|4")
    assert line.full_name == "Шкаф · Корпус белый, фасад дуб"


def test_a_measure_in_signs_of_another_script_is_told():
    rows = "Beschreibung|Bezeichnung|Menge\nWiderstand|220 Ω|4\nWiderstand|470Ω|2"
    (order,) = read(grid(HEAD + rows)).orders
    assert [one.details for one in order.lines] == ["220 Ω", "470Ω"]


def test_lines_that_differ_in_their_details_are_no_doubles():
    reading = read(grid(HEAD + "Product Name|Details|Qty\nRope|blue|4\nRope|red|2"))
    assert not [one for one in reading.issues if one.code == "DUPLICATE_LINE_ITEM"]


def test_what_is_taught_of_one_variant_says_nothing_of_another():
    blue, red = (Line("L1", 1, product_name="Rope", details=text) for text in ("blue", "red"))
    assert item_key(None, blue.full_name) != item_key(None, red.full_name)


def test_a_bare_name_still_finds_its_only_item():
    line = Line("L1", 1, product_name="Hook", details="for the balcony")
    match = match_items([line], ROPES, {})["L1"]
    assert (match.item, match.method) == (ROPES.items[2], Method.FUZZY)


def test_parts_and_components_name_the_items():
    assert [one.sku or one.product_name for one in lines_of("Composants|Quantité\n1N914|1\nBC547C|2")] == [
        "1N914", "BC547C",
    ]  # fmt: skip
    (line,) = lines_of("Bauteil|Menge\nWiderstand 220 Ohm|4")
    assert line.product_name == "Widerstand 220 Ohm"


def test_a_measure_under_a_heading_of_its_own_tells_more():
    head = "客户名称:|Acme Ltd\n产品编码|产品名称|规格|数量\n"
    (order,) = read(grid(f"{head}A-1|Cup|500ml|5\nA-2|Jar|1L|6")).orders
    assert [line.details for line in order.lines] == ["500ml", "1L"]


def test_the_variant_tells_lines_of_one_name_apart():
    (order,) = read(
        grid("Customer:|Acme Ltd\nProduct|Variant|Qty\nLamp|White|5\nLamp|Black|6")
    ).orders
    assert [line.details for line in order.lines] == ["White", "Black"]


def test_what_tells_lines_of_one_name_apart_is_kept():
    drawing = (
        "Customer:|Acme Ltd\nItem|Band|From|To|Qty\nSteel tape|7 mm|8|12|100\n"
        "Steel tape|7 mm|10|16|600\nSteel tape|7 mm|12|22|600"
    )
    (order,) = read(grid(drawing)).orders
    assert [line.details for line in order.lines][:2] == ["From 8 · To 12", "From 10 · To 16"]


def test_values_beside_places_on_a_board_tell_more_of_a_code_alone():
    """Naive: `22p` was dropped, and nobody could tell one part from the other."""
    drawing = (
        "Customer:|Acme\n.\nComponent|Names|Value|Quantity\nTS912|U1-2, U5, U7|DIL|4\n"
        "CKER|C7-8|22p RM5|2\nCKER2|C9, C14-17|100n RM5|5\nELKO1|C1-2|100u 16V|2"
    )
    lines = read(grid(drawing)).orders[0].lines
    assert [one.details for one in lines] == ["DIL", "22p RM5", "100n RM5", "100u 16V"]


def test_a_title_merged_over_all_headings_is_no_part_of_them():
    """Naive: a slip in a heading beside the title hid the quantity, and lines went by without it."""
    drawing = (
        "Parts for the bench||||||||TOTAL PER MEMBER\nPart number|Quantitiy|Unit price|Price|Supplier|Remarks|||109.16\n"
        "US5881TO|5|1|5|EPL|Working|\nA3212EUA|6|0.52|3.12||Spare\nT3BM|1|3.98|3.98|REDCO|x"
    )
    (order,) = read(grid(drawing, merges=(Merge(1, 1, 1, 7),))).orders
    assert [one.quantity for one in order.lines] == [5, 6, 1]


def test_what_an_item_without_a_code_is_made_like_stays_with_it():
    """Naive: `Sheet` ten times, whatever its grade and size."""
    lines = lines_of(
        "Item|Grade|Thickness (mm)|Width|Qty\nSheet|S235|2 mm|1000|10\nPlate|S355|10 mm|1500|4"
    )
    assert [one.details for one in lines] == [
        "S235 · 2 mm · Width 1000",
        "S355 · 10 mm · Width 1500",
    ]
    (line, _) = lines_of("نام دارو|دوز|تعداد\nاستامینوفن|500mg|20\nسرم|1L|6")
    assert line.details == "500mg"


def test_a_code_needs_no_grade_beside_it():
    lines = lines_of("Code|Item|Grade|Qty\nS-1|Sheet|S235|10\nS-2|Plate|S355|4")
    assert [one.details for one in lines] == [None, None]


def test_packs_that_are_no_number_of_pieces_stay_with_the_item():
    """Naive: what cannot be counted is dropped without a word."""
    lines = lines_of("Medicine|Pack|Qty\nAspirin|20s|10\nSaline|1x10|6\nGauze|12|3")
    assert [(one.pack_size, one.details) for one in lines[:2]] == [(None, "20s"), (None, "1x10")]
    assert lines[2].pack_size == 12


def test_a_measured_pack_holds_no_pieces():
    """Naive: a bag of 500 g is a pack of 500."""
    lines = lines_of("Code|Item|Pack|Qty\nC-1|Agar|500 g|3\nC-2|Salt|1 kg|2")
    assert [(one.pack_size, one.details) for one in lines] == [(None, "500 g"), (None, "1 kg")]
