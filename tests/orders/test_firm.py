"""The name of a company, without the address and the numbers behind it."""

import pytest
from grids import grid

from orders.firm import firm_name, wrapped_name
from orders.reader import read
from orders.reading import Result


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kern Cafe Ltd, 12 Elm St, Leeds LS1 4AB", "Kern Cafe Ltd"),
        ("Kern GmbH, Mühlweg 4, 04109 Leipzig", "Kern GmbH"),
        ("Kern GmbH Mühlweg 4 04109 Leipzig", "Kern GmbH"),
        ("Kern Ltd, Leeds, UK", "Kern Ltd"),
        ("Kern Cafe, 12 Elm St, Leeds", "Kern Cafe"),
        ("Cafés Kern, S.L., Calle Mayor 4, Madrid", "Cafés Kern, S.L."),
        ("Holt, Jones & Kern LLP, 4 Elm St", "Holt, Jones & Kern LLP"),
        ('ООО "Керн", ИНН 7712345678, 190000, Самара г, Вязов ул, дом 12', 'ООО "Керн"'),
        ('ТОВ "Керн", ЄДРПОУ 12345678', 'ТОВ "Керн"'),
        ("Kern Traders Pvt Ltd, GSTIN 27AAACK1234F1Z5", "Kern Traders Pvt Ltd"),
        ("Kern Sp. z o.o., NIP 1234567890, ul. Wiązowa 12, Łódź", "Kern Sp. z o.o."),
        ("Kern Ltd. Şti. - Vergi No: 1234567890", "Kern Ltd. Şti."),
        ("株式会社ケルン 東京都千代田区1-2-3", "株式会社ケルン"),
        ("شرکت کرن، تهران، خیابان بهار", "شرکت کرن"),
        ("克恩有限公司（税号：91310000MA1FL12345）", "克恩有限公司"),
        ("Kern Ltd (Customer no. 70021)", "Kern Ltd"),
    ],
)
def test_what_is_plainly_an_address_or_a_number_is_cut_off(text, name):
    assert firm_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Kern Ltd - Store 12", "Kern Ltd, Branch 4", "Kern Ltd, Leeds", "Holt, Jones & Kern LLP",
        "Studio 54, Berlin", "Kern & Söhne, Inh. Max Kern", "Main Street Books", "The Drive, Inc.",
        "Park Lane Hotel, London", "Kern AG Bonn", "Weg 3 GmbH", "Hotel Kern - Haus 2", "Kern Cafe (12345)",
    ],
)  # fmt: skip
def test_what_may_be_part_of_a_name_stays(text):
    assert firm_name(text) == text


def test_a_customer_with_the_address_in_one_cell_is_named_without_it():
    """Naive: the cell's text is the customer, street, town and all, and the order is ready."""
    head = "Order|PO-881\nCustomer:|Kern GmbH, Mühlweg 4, 04109 Leipzig\n"
    reading = read(grid(f"{head}Code|Item|Qty\nA-1|Mug|5\nA-2|Cup|6"))
    assert (reading.result, reading.orders[0].customer) == (Result.READY, "Kern GmbH")


@pytest.mark.parametrize("part", [", a", " VAT", "1 ", "公司", "( "])
def test_a_text_of_a_whole_page_is_no_name_and_takes_no_time(part):
    text = f"Kern{part * 10_000}".strip()
    assert firm_name(text).startswith("Kern")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Kern Dairy", "Equipment and", "Engineering GmbH", "Elm St 4"], "Kern Dairy Equipment and Engineering GmbH"),
        (["Kern Cafe Ltd", "Holt Foods Ltd"], "Kern Cafe Ltd"),
        (["Ann Kern", "Kern Dairy Ltd"], "Ann Kern"),
        (["Kern Dairy &", "Beverage Ltd"], "Kern Dairy & Beverage Ltd"),
        (["Kern Dairy", "Ship to: Holt Ltd"], "Kern Dairy"),
        (["Kern Dairy", "4 Elm Street"], "Kern Dairy"),
        ([], ""),
    ],
)  # fmt: skip
def test_a_name_that_a_narrow_box_breaks_runs_up_to_its_legal_form(lines, name):
    assert wrapped_name(lines) == name


def test_a_broken_name_is_whole_beside_its_label_and_the_label_takes_room():
    head = "Buyer: Kern Dairy Equipment\nand Process Engineering GmbH\n.\nSKU|Description|Qty\nA-1|Rope|5"
    assert (
        read(grid(head)).orders[0].customer == "Kern Dairy Equipment and Process Engineering GmbH"
    )
