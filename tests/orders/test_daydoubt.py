"""Two days that read two ways are one question, whose answer tells both."""

from grids import grid

from orders.reader import read
from orders.riding import riders

PAPER = "Customer:|Acme Ltd\nOrder date:|'04/11/2026\nDelivery date:|'05/11/2026\n.\nSKU|Qty|Price\nA-1|5|2"


def test_one_of_two_days_is_asked():
    asked = [one for one in read(grid(PAPER)).issues if one.code == "AMBIGUOUS_DATE"]
    assert [one.fields for one in asked] == [("order_date",)]
    assert [one.value for one in asked[0].candidates] == ["2026-04-11", "2026-11-04"]


def day_and_riders(head):
    table = "\n.\nSKU|Qty|Price\nA-1|5|2"
    reading = read(grid(f"{head}{table}"))
    return reading.orders[0].order_date, [one.code for one in riders(reading.issues)]


def test_the_number_or_a_day_in_words_tells_which_reading_is_meant():
    day = "Order date:|'04/11/2020\n"
    assert day_and_riders(f"{day}PO number:|PO20110400029") == ("2020-11-04", [])
    assert day_and_riders(f"{day}PO number:|PO20041100029") == ("2020-04-11", [])
    assert day_and_riders(f"{day}Printed on 4 November 2020") == ("2020-11-04", [])
    assert day_and_riders(f"{day}PO number:|PO4711") == (None, [])


def test_a_likely_day_wants_but_a_yes():
    """Naive: a country's way to write days is proof; programs of another print them there."""
    day = "Order date:|'04/11/2020\n"
    assert day_and_riders(f"{day}Maputo, Mozambique") == (None, ["AMBIGUOUS_DATE"])
    assert day_and_riders(f"{day}Paid: € 20.00") == (None, ["AMBIGUOUS_DATE"])
    assert day_and_riders(f"{day}Toronto, Canada") == (None, [])
    asked = next(
        one for one in read(grid(f"{PAPER}\n.\nTel: +258 21 316661")).issues if one.preselect
    )
    assert (asked.preselect, len(asked.candidates)) == ("2026-11-04", 2)


def test_a_clear_day_at_the_end_of_a_text_tells_how_the_paper_writes_days():
    assert day_and_riders("Order date:|'04/11/2020\nRevised on 03/25/2020") == ("2020-04-11", [])
    assert day_and_riders("Order date:|'04/11/2020\nRevised 25/03/2020") == ("2020-11-04", [])


def test_what_the_program_calls_a_sheet_leans_to_how_its_people_write_days():
    drawing = "Customer:|Acme\nDate:|'3-8-2026\n.\nItem|Qty\nRope|5"
    (asked,) = [one for one in read(grid(drawing, name="Blad1")).issues if one.open]
    assert (asked.code, asked.preselect) == ("AMBIGUOUS_DATE", "2026-08-03")
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert asked.preselect == ""
