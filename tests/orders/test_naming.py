"""What may be the name of a company, and what stands where one does and is none."""

import pytest

from orders.firm import firm_name
from orders.naming import is_name


@pytest.mark.parametrize("text", ["Brook Mills Ltd", "Café de la Gare", "3 Hills Trading"])
def test_names(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["PO-INVOICE 202214", "Vendor tax no", "orders@mill.example", "Please send it to us", "東栄 御中",
        "Razão", "Customer address", "Revised on 2026/03/26", "Revised 26.03.2026"]
)  # fmt: skip
def test_what_is_no_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("100234 - Kern Elektronik AB", "Kern Elektronik AB"),
        ("C-1002 Kern Elektronik AB", "Kern Elektronik AB"),
        ("Kern Elektronik AB (100234)", "Kern Elektronik AB"),
        ("ООО Керн, ИНН 7701234567, КПП 770101001", "ООО Керн"),
        ("Kern S.r.l. - P.IVA 01234567890", "Kern S.r.l."),
        ("Kern GmbH (USt-IdNr. DE123456789)", "Kern GmbH"),
        ("Kern NIT 900.123.456-7", "Kern"),
        ("Studio Ein 12", "Studio Ein 12"),
        ("7 Seas Trading Ltd", "7 Seas Trading Ltd"),
        ("Kern 2000 GmbH", "Kern 2000 GmbH"),
        ("1001 Nights", "1001 Nights"),
    ],
)
def test_the_number_that_a_seller_gave_a_company_is_no_part_of_its_name(text, name):
    assert firm_name(text) == name


def test_labels_in_two_scripts_are_no_name_though_each_may_name_another_field():
    assert not is_name("DELIVER TO التوصيل")
    assert is_name("Brook Mills میلز")


def test_when_to_pay_is_no_name():
    assert not is_name("15 dias de Credito")
    assert not is_name("30 days net")
    assert is_name("7 Days Bakery")
    assert is_name("Dias Ltda")
