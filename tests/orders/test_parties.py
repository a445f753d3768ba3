"""Who wrote a purchase order: head, blocks, signature, and what is left to be asked."""

from dataclasses import replace

import pytest
from grids import grid

from orders.reader import read
from orders.sheet import Cell

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"
HEAD = "Brook Mills Ltd\n4 Weir Lane\nPURCHASE ORDER\n"
SELLER = "Vendor address\nOur Trading Co\n9 Dock Road"


def customer_of(above, below=""):
    return read(grid(above + TABLE + below)).orders[0].customer


@pytest.mark.parametrize(
    "seller",
    [
        SELLER,
        "To,\n|Our Trading Co",
        "Supplier:|Our Trading Co",
        "Vendor:501636\nOur Trading Co",
        "Details of supplier|Billing address\nOur Trading Co|Brook Mills Ltd",
        "Your vendor number with us\n111399",
        "Señores\n1004691 - Our Trading Co",
        "Supplier address:\n||Our Trading Co",
    ],
)
def test_the_head_of_a_purchase_order_that_names_its_seller_is_the_customer(seller):
    assert customer_of(HEAD + seller) == "Brook Mills Ltd"


def test_the_name_behind_for_signs_for_the_customer():
    above = "PURCHASE ORDER\n" + SELLER
    assert customer_of(above, "\n.\n.\nFor,|Brook Mills") == "Brook Mills"
    assert customer_of(above, "\n.\n.\nFor Brook Mills Private Limited") is not None


def test_a_name_without_a_legal_form_needs_a_second_witness():
    bare = "Brook Mills\nPURCHASE ORDER\n" + SELLER
    assert customer_of(bare) is None
    assert customer_of(bare + "\nE-mail|orders@brookmills.example") == "Brook Mills"


@pytest.mark.parametrize(
    "above",
    [
        HEAD,
        "Our Trading Co\nPURCHASE ORDER\n" + SELLER,
        "Brook Mills Ltd\nORDER FORM\n" + SELLER,
        HEAD + SELLER + "\nAddress for correspondence\nHill Foods Ltd",
    ],
)
def test_what_leaves_a_doubt_is_asked(above):
    assert customer_of(above) is None


def test_prose_that_says_for_signs_nothing():
    prose = "\n.\n.\nFor easy identification\nfor|months\nPacking for safe transport"
    assert customer_of("PURCHASE ORDER\n" + SELLER, prose) is None


def test_between_two_labelled_names_the_writer_of_the_paper_decides():
    above = HEAD + SELLER + "\nBuyer:|Brook Mills\nConsignee:|Hill Foods Ltd"
    assert customer_of(above) in ("Brook Mills", "Brook Mills Ltd")


def test_a_number_that_the_buyer_refers_to_is_not_the_orders():
    above = HEAD + SELLER + "\nOur reference:|CALL\nReference No.:|QT/77"
    assert read(grid(above + TABLE)).orders[0].po_number is None
    assert read(grid(above + "\nPO No:|8812" + TABLE)).orders[0].po_number == "8812"


def test_a_person_who_buys_and_a_company_at_the_head_are_asked():
    reading = read(grid(HEAD + "Our Trading Co\n.\nBuyer:|Sarah Field" + TABLE))
    (doubt,) = (one for one in reading.issues if one.code == "MISSING_CUSTOMER")
    assert {"Sarah Field", "Brook Mills Ltd"} <= {one.value for one in doubt.candidates}


def test_a_person_at_the_place_of_delivery_is_not_the_company_that_buys():
    """A widespread form has the buyer's name beside the title, and the receiver's in front of it."""
    head = "Brook Mills|PURCHASE ORDER\nVENDOR|SHIP TO\nOur Trading Co|Jane Roe\n"
    assert customer_of(head + "Our contact|Brook Mills\n9 Dock Road|4 Weir Lane") == "Brook Mills"
    assert customer_of(head + "9 Dock Road|4 Weir Lane") is None


def test_a_title_with_its_number_and_more_lines_opens_a_purchase_order():
    title = f"Brook Mills Ltd\nPurchase Order : 4711 PO Type : Standard of this year\n{SELLER}"
    assert customer_of(title) == "Brook Mills Ltd"


def test_terms_that_say_whom_they_call_buyer_name_the_customer():
    terms = 'Brook Mills, LLC ("Buyer") agrees to purchase from the supplier\n'
    assert customer_of("PURCHASE ORDER\n" + terms + SELLER) == "Brook Mills, LLC"


def test_a_second_script_is_no_part_of_a_name():
    above = "PURCHASE ORDER\n" + SELLER
    assert customer_of(above, "\n.\n.\nFOR BROOK W.L.L · الشركة عن") == "BROOK W.L.L"
    cell = {
        (3, 1): Cell("VENDOR\nالمورّد\nOur Trading Co"),
        (3, 2): Cell("SHIP TO\nBrook Mills Ltd Pickup"),
    }
    book = grid("Brook Mills Ltd|PURCHASE ORDER\nNo. P00342\n.\n" + TABLE)
    both = replace(book.sheets[0], cells=dict(book.sheets[0].cells) | cell)
    assert read(replace(book, sheets=(both,))).orders[0].customer == "Brook Mills Ltd"
