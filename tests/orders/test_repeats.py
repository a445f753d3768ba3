"""Sheets that say again what others say are no further orders, and double no line."""

from grids import sheet

from orders.reader import read
from orders.reading import Result
from orders.sheet import Workbook

HEAD = "SKU|Description|Qty|Price|Total"
A = "A-1|Rope|5|2|10\nA-2|Hook|1|3|3"
B = "B-1|Sheet|4|2|8\nB-2|Nail|20|1|20"
TOLD = "PO number:|P-1\nCustomer:|Brenner Catering Ltd\n"


def reading_of(**sheets):
    return read(Workbook("xlsx", tuple(sheet(text, name=name) for name, text in sheets.items())))


def asked(reading):
    return [one.code for one in reading.issues if one.open]


def test_a_copy_is_no_second_order():
    reading = reading_of(Original=f"{TOLD}{HEAD}\n{A}", Duplicate=f"{TOLD}{HEAD}\n{A}")
    assert reading.result is Result.READY
    assert reading.sheets_seen["Duplicate"] == "repeats_quantities"
    bare = TOLD.partition("\n")[2]
    named = reading_of(**{"Order": f"{bare}{HEAD}\n{A}", "Order (2)": f"{bare}{HEAD}\n{A}"})
    assert named.result is Result.READY


def test_two_places_that_order_the_same_without_a_number_are_asked():
    bare = TOLD.partition("\n")[2]
    reading = reading_of(North=f"{bare}{HEAD}\n{A}", South=f"{bare}{HEAD}\n{A}")
    assert asked(reading) == ["MULTIPLE_SHEET_CANDIDATES"]


def test_the_same_order_in_another_language_is_no_second_one():
    """Naive: nothing that both named was the same, so one order seemed spread over two sheets."""
    german = "Bestellung Nr:|P-1\nKunde:|Brenner Catering Ltd\nBezeichnung|Menge|Preis|Gesamt\n"
    english = f"{TOLD}Description|Qty|Price|Total\nRope|5|2|10\nHook|1|3|3"
    told = reading_of(English=english, Deutsch=f"{german}Seil|5|2|10\nHaken|1|3|3")
    assert (told.result, len(told.orders[0].lines)) == (Result.READY, 2)
    other = reading_of(English=english, Deutsch=f"{german}Seil|5|2|10\nHaken|1|4|4")
    assert other.result is not Result.READY


def test_the_same_counts_in_another_language_are_asked_where_no_price_tells():
    german = "Bestellung Nr:|P-1\nKunde:|Brenner Catering Ltd\nBezeichnung|Menge\nSeil|5\nHaken|9"
    told = reading_of(English=f"{TOLD}Description|Qty\nRope|5\nHook|9", Deutsch=german)
    assert asked(told) == ["MULTIPLE_SHEET_CANDIDATES"]


def test_a_revised_order_is_asked():
    reading = reading_of(
        PO=f"{TOLD}{HEAD}\n{A}", New=f"{TOLD}{HEAD}\n{A.replace('5|2|10', '6|2|12')}"
    )
    assert asked(reading) == ["MULTIPLE_SHEET_CANDIDATES"]


def test_a_summary_of_orders_gives_way_to_them():
    other = TOLD.replace("P-1", "P-2").replace("Brenner Catering", "Halden Foods")
    whole = f"{HEAD}\n{A}\n{B}"
    reading = reading_of(North=f"{TOLD}{HEAD}\n{A}", South=f"{other}{HEAD}\n{B}", Summary=whole)
    assert asked(reading) == ["MULTI_ORDER_DETECTED"]
    assert [one.po_number for one in reading.orders] == ["P-1", "P-2"]


def test_a_summary_of_parts_that_name_nobody_is_the_order():
    bar = "SKU|Description|Qty\nA-1|Rope|2\nB-1|Sheet|4"
    kitchen = "SKU|Description|Qty\nA-1|Rope|3\nA-2|Hook|1"
    whole = f"{TOLD}SKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|1\nB-1|Sheet|4"
    reading = reading_of(Kitchen=kitchen, Bar=bar, All=whole)
    assert reading.result is Result.READY
    assert [line.quantity for line in reading.orders[0].lines] == [5, 1, 4]
    less = reading_of(Kitchen=kitchen, Bar=bar, All=whole.replace("Hook|1", "Hook|2"))
    assert less.result is Result.QUESTIONS


def test_a_table_that_sums_up_the_lines_by_kind_is_no_second_order():
    """Naive: a summary under the same headings goes on with the lines, silently."""
    head = "Заказчик:|ООО Ромашка\n\n№|Поз|Наименование|Размер|Кол-во\n1|1|Окно|500 x 700|5\n2|2|Дверь|600 x 2000|3\n"
    other = "Итого по типам:\n№|Товар|||Количество|Площадь\n1|Изделия|||%s|4,5"
    assert reading_of(A=head + other % 8).result is Result.READY
    asked = [one.code for one in reading_of(A=head + other % 9).issues if one.open]
    assert asked
    same = "Итого по типам:\n№|Поз|Наименование|Размер|Кол-во\n1|1|Изделия||8"
    asked = [one.code for one in reading_of(A=head + same).issues if one.open]
    assert asked == ["LINES_BELOW_TABLE"]
