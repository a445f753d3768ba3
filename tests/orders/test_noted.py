"""Notes that speak of lines or ask for more goods are asked about; other notes are not."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

DRAWING = "Customer:|Acme Ltd\n{above}\nSKU|Description|Qty\nAB-1200|Drill|5\n88417|Long rope|7{mark}\n.\n{note}"


def reading_of(note, above="", mark=""):
    return read(grid(DRAWING.format(note=note, above=above, mark=mark)))


NOTES = """
Please also add 5 x XY-100 (forgot above)|+ 3 pcs AB-7788 hand drill|Also 10 pcs of 88417 extra
|Do not send AB-1200, we found stock|AB-1200 please make 40|P.S. skip line 2|Line 2: double it please
|We need 20 more of item 2|Please ignore the last line|deliver only half of line 1 for now
|Bitte zusätzlich 5 Stück Seil|Position 2 bitte streichen|Ne pas livrer la ligne 2|No enviar la línea 1
|Aggiungere 5 pezzi XY-100|Добавьте 5 шт XY-100|لطفا ۵ عدد XY-100 اضافه شود|ردیف ۲ ارسال نشود
|Ayrıca 5 adet ekleyin|请另加5个XY-100|第2行取消|يرجى إضافة 5 حبة XY-100|we don't need the long rope any more
|Deliver item 1 or item 2, whichever is in stock|Bitte Pos. 1 oder Pos. 2 liefern|Livrer soit la ligne 1 soit la ligne 2
|Cancelled - see new PO|This order replaces PO 7700|Ersetzt unsere Bestellung 7700
|Please send a sample of XY-100 as well|Merci d'ajouter 5 XY-100|Quantities are per store, we have 3 stores
"""


@pytest.mark.parametrize("note", [one.strip() for one in NOTES.split("|")])
def test_a_note_that_speaks_of_the_lines_is_asked(note):
    (asked,) = [one for one in reading_of(note).issues if one.open]
    assert (asked.code, asked.facts["why"]) == ("PAPER_DOUBTED", "note")


HARMLESS = """
Please confirm within 2 days|Pallet max. height 1.80 m, 2 pallets max|Please quote PO number on all invoices
|Goods must be labelled with 2 labels|Payment: 2% 10 days, net 30|Item 2: warranty 2 years|tel. 88417
|Certificate for AB-1200 required|All 5 lines in one delivery please|Also call before delivery
|Please add your VAT number|see page 2|2 x 10 mm|* prices without VAT
"""


@pytest.mark.parametrize("note", [one.strip() for one in HARMLESS.split("|")])
def test_a_note_that_changes_no_line_is_a_note(note):
    assert reading_of(note).result is Result.READY


@pytest.mark.parametrize(
    ("note", "mark", "result"),
    [
        ("* only if available", "*", Result.QUESTIONS),
        ("Items marked * are cancelled", "*", Result.QUESTIONS),
        ("* new in 2027", "*", Result.READY),
        ("* only if available", "", Result.READY),
    ],
)
def test_what_a_mark_on_a_line_means_is_asked(note, mark, result):
    reading = read(
        grid(f"Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook{mark}|7\n.\n{note}")
    )
    assert reading.result is result


def test_running_text_of_terms_is_no_note():
    terms = "Where the seller does not deliver on the day that was agreed upon the buyer may"
    assert not any(one.open for one in reading_of(f"{terms}\ncancel this order").issues)
    assert any(one.open for one in reading_of("Please\ncancel this order").issues)


def test_several_notes_are_one_question():
    (asked,) = [
        one
        for one in reading_of("Please skip line 2\nAlso 10 pcs of 88417 extra").issues
        if one.open
    ]
    assert "skip line 2 · Also 10" in asked.facts["value"]


@pytest.mark.parametrize(
    ("note", "result"),
    [("please ignore F2", Result.QUESTIONS), ("F2 certificate required", Result.READY)],
)
def test_a_short_code_names_its_line_too(note, result):
    """Naive: F2 may be any word, so both lines are ordered."""
    drawing = f"Customer:|Acme Ltd\nSKU|Item|Qty\nF1|Bolt|10\nF2|Nut|20\n.\n{note}"
    assert read(grid(drawing)).result is result
