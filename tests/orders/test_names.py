"""Names that are the same name compare equal; others do not."""

import pytest

from orders.names import full_key, legal_form, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karimi Trading", "KARIMI  trading"),
        ("Harbour & Vale Ltd", "Harbour and Vale Limited"),
        ("Harbour + Vale", "Harbour & Vale"),
        ("Müller GmbH & Co. KG", "muller"),
        ("Cafe\u0301 Noir S.A.R.L.", "Café Noir"),
        ("Acme L.L.C.", "ACME LLC"),
        ("O'Neill Sport", "O’Neill Sport"),
        ("Straße 9", "Strasse ۹"),
        ("بازرگاني كريمي", "بازرگانی کریمی"),
        ("شرکت آفتاب شرق (سهامی خاص)", "افتاب شرق"),
        ("کوه‌نورد", "کوه نورد"),
        ("شرکت کوه (با مسئولیت محدود)", "کوه"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_spellings_of_one_name_are_equal(one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Alfa", "Alva"), ("AB Foods", "Foods"), ("Al Fa", "Alfa"), ("North 1", "North 2")],
)
def test_different_names_stay_different(one, other):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["", "   ", "???", "…", "Ltd", "شرکت", "GmbH & Co. KG", "\u200c"])
def test_nothing_to_compare_is_no_name(text):
    assert name_key(text) == ""


def test_the_full_key_keeps_the_legal_form():
    assert full_key("Alfa GmbH") == "alfa gmbh"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Alfa Limited", "ltd"),
        ("Alfa", ""),
        ("شرکت آفتاب", ""),
        ("Alfa GmbH & Co. KG", "co gmbh kg"),
    ],
)
def test_the_legal_form_is_what_the_name_leaves_out(text, form):
    assert legal_form(text) == form


@pytest.mark.parametrize(
    ("name", "form", "key"),
    [
        ("Kern Hurt Sp. z o.o.", "spzoo", "kern hurt"),
        ("Kern Sp.z o. o.", "spzoo", "kern"),
        ("Kern S. de R.L. de C.V.", "sderldecv", "kern"),
        ("Kern spol. s r.o.", "spolsro", "kern"),
        ("Kern A/S", "as", "kern"),
        ("ООО Керн", "ооо", "керн"),
    ],
)
def test_a_legal_form_of_several_words_is_one(name, form, key):
    """Naive: a form that is not known lets the next heading, `Lp.`, end the name."""
    assert (legal_form(name), name_key(name)) == (form, key)
