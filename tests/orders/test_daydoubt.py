"""Two days that read two ways are one question, whose answer tells both."""

from grids import grid

from orders.reader import read

PAPER = "Customer:|Acme Ltd\nOrder date:|'04/11/2026\nDelivery date:|'05/11/2026\n.\nSKU|Qty|Price\nA-1|5|2"


def test_one_of_two_days_is_asked():
    asked = [one for one in read(grid(PAPER)).issues if one.code == "AMBIGUOUS_DATE"]
    assert [one.fields for one in asked] == [("order_date",)]
    assert [one.value for one in asked[0].candidates] == ["2026-04-11", "2026-11-04"]
