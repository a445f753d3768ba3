"""Traces in a file speak for one customer, or for nobody."""

from orders.catalogue import Customer
from orders.clues import Clues, clues_for, clues_in

CUSTOMERS = (
    Customer("1", "A", email="a@alfa.example", phone="+98 (21) 5550-1234"),
    Customer("2", "B", email="b@gmail.com", tax_number="DE 999 000 101"),
    Customer("3", "C", email="c@beta.example"),
    Customer("4", "D", email="d@beta.example"),
    Customer("5", "E", phone="123"),
)


def reasons(*texts, **habits):
    found = clues_for(CUSTOMERS, clues_in(texts, habits))
    return {customer_id: one.because for customer_id, one in found.items()}


def test_addresses_domains_phones_and_tax_numbers_point_to_one():
    assert reasons("write to A@Alfa.example") == {"1": "email"}
    assert reasons("sales@alfa.example") == {"1": "email"}
    assert reasons("Tel ۰۲۱-۵۵۵۰۱۲۳۴") == {"1": "phone"}
    assert reasons("VAT: DE999000101") == {"2": "tax"}


def test_what_many_share_or_nobody_knows_tells_nothing():
    assert reasons("x@gmail.com") == {}
    assert reasons("info@beta.example") == {}
    assert reasons("123", "12345678") == {}
    assert clues_for(CUSTOMERS, Clues()) == {}


def test_habits_are_weak():
    found = clues_for(CUSTOMERS, clues_in([], {"3": 2, "99": 4}))
    assert list(found) == ["3"]
    assert (found["3"].because, found["3"].weak) == ("habit", True)
