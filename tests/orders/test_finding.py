from dataclasses import replace

from orders.case import Status
from orders.finding import words_of
from orders.values import fold
from tests.cards.scenes import document


def test_an_order_is_known_by_code_file_sender_po_number_customer_and_draft():
    words = words_of(document(Status.COMPLETED, "fa"), "SO-00317")
    for said in ("k7q4mp", "PO-7781.xlsx", "PO-7781", "بازرگاني كريمي", "so-00317", "سارا"):
        assert fold(said) in words


def test_an_unread_order_is_known_by_its_code_and_file():
    bare = replace(document(Status.PARSING, "en"), requester_name="")
    assert words_of(bare).splitlines() == [fold(bare.code), fold(bare.name)]
