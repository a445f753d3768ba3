"""Whose order it is, where a label alone does not say it surely."""

import pytest
from grids import grid

from orders.reader import read

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"
HEAD = "Brook Mills Ltd\n4 Weir Lane\nPURCHASE ORDER\n"


def asked(above):
    reading = read(grid(above + TABLE))
    names = [c.value for one in reading.issues if one.open for c in one.candidates]
    return reading.orders[0].customer, names


def test_where_goods_go_is_no_customer_beside_the_company_that_wrote_the_paper():
    customer, _ = asked(HEAD + "Vendor:|Our Trading Co\nShip to:|Hill Foods Ltd")
    assert customer == "Brook Mills Ltd"


@pytest.mark.parametrize("label", ["Ship to:|Hill Foods Ltd", "Company name:|Hill Foods Ltd"])
def test_a_weak_label_and_the_papers_head_are_asked(label):
    assert asked(HEAD + label) == (None, ["Brook Mills Ltd", "Hill Foods Ltd"])
    bare = "Brook Stone Works\n.\nPURCHASE ORDER\n" + label
    assert asked(bare) == (None, ["Brook Stone Works", "Hill Foods Ltd"])


def test_a_weak_label_that_names_the_head_is_enough():
    assert asked(HEAD + "Ship to:|Brook Mills Ltd\n|9 Weir Lane")[0] == "Brook Mills Ltd"


def test_a_buyer_who_has_a_telephone_is_a_person_and_no_customer():
    buyer = "Buyer:|Ann Weaver\nBuyer phone:|0113 496 0000\nInvoice to:|Brook Mills"
    assert asked(buyer)[0] == "Brook Mills"
    assert asked("Buyer:|Nordwind Cafe")[0] == "Nordwind Cafe"


def test_the_head_whose_own_place_the_goods_go_to_is_no_seller():
    place = "Buyer|Ann Weaver\nDelivery address\nBrook Mills\n9 Weir Lane"
    assert asked(HEAD + place)[0] == "Brook Mills Ltd"


def test_a_label_is_no_name():
    assert asked("Name\nE-mail\nTelephone")[0] is None


def test_a_name_beside_an_account_s_number_is_paid_and_does_not_buy():
    for bank in ("IBAN:|DE02 1203 0000 0000 2020 51", "BIC: BYLADEM1001"):
        assert asked(f"Name:|Brook Mills Ltd\n{bank}")[0] is None
    assert asked("Name:|Brook Mills Ltd\nStreet:|4 Weir Lane")[0] == "Brook Mills Ltd"


def test_one_question_tells_the_customer_and_its_column():
    head = "SKU|Description|Qty|Client|Buyer"
    drawing = f"{head}\nA-1|Rope|5|Brook Mills|Hill Foods\nA-2|Hook|7|Brook Mills|Hill Foods"
    codes = [one.code for one in read(grid(drawing)).issues if one.open]
    assert codes == ["AMBIGUOUS_COLUMN"]


def test_a_name_in_small_letters_is_one_by_its_legal_form():
    parties = "PURCHASE ORDER\nTo:|Our Trading Co\nFrom:|Weir lane weaving co"
    assert asked(parties)[0] == "Weir lane weaving co"


@pytest.mark.parametrize(("below", "more"), [("KG", " KG"), ("Kiel", "")])
def test_a_name_that_a_narrow_box_breaks_before_its_legal_form_is_whole(below, more):
    for above in (f"Kunde: Weber & Krone\n{below}", f"Kunde:|Weber & Krone\n|{below}"):
        assert asked(f"{above}\nBestell-Nr.: 4711-8")[0] == f"Weber & Krone{more}"


@pytest.mark.parametrize(
    "buyer", ["Buyer:|Ann Weaver\nMail:|ann.weaver@brookmills.example", "Buyer:|AW"]
)
def test_initials_and_who_has_an_address_of_mail_of_that_name_are_people(buyer):
    assert asked(buyer)[0] is None
    assert asked("Buyer:|Nordwind Cafe\nMail:|orders@nordwind.example")[0] == "Nordwind Cafe"


def test_what_stands_below_a_buyers_number_is_the_next_label():
    assert asked("Buyer|100\nVendor tax no|13620014000545")[0] is None
    assert asked("Buyer|\nVendor tax no|13620014000545")[0] is None


@pytest.mark.parametrize(
    ("name", "below"), [("Ann Weaver", "Brook Mills Ltd"), ("Maison", "Verte SAS")]
)
def test_a_company_below_a_labelled_name_without_a_legal_form_is_asked(name, below):
    """Naive: the order was for a person, or for half of a name that a narrow box had broken."""
    names = [below, f"{name} {below}", name]
    assert asked(f"Customer:|{name}\n|{below}\n|Weir Lane") == (None, names)
    assert asked(f"Bill to:\n{name}\n{below}\nWeir Lane") == (None, names)


@pytest.mark.parametrize("below", ["|Weir Lane", "Supplier:|Our Trading Ltd", "|Brook Ltd"])
def test_what_else_stands_below_a_labelled_name_asks_nothing(below):
    assert asked(f"Customer:|Brook\n{below}")[1] == []


def test_the_heading_of_a_seller_and_the_name_below_it_are_no_customer():
    blocks = (
        "Datos del Cliente||Datos del Proveedor\nNombre Completo:|Loma Azul|Nombre:|Nosotros CA\n"
    )
    reading = read(grid(blocks + "Orden de Compra\n.\nReferencia|Producto|Unidades\nA-1|Cuerda|5"))
    assert reading.orders[0].customer not in ("Datos del Proveedor", "Nosotros CA")


def test_a_street_under_a_label_of_addresses_is_no_customer():
    head = "PURCHASE ORDER\nBilling address:|C - 801, Weir House\nConsignee:|Brook Mills Ltd\n.\n"
    reading = read(grid(head + "SKU|Description|Qty\nA-1|Rope|5"))
    assert reading.orders[0].customer == "Brook Mills Ltd"


def test_a_person_who_orders_beside_a_place_of_another_name_is_asked():
    head = "PURCHASE ORDER\nOrdered by:|ANN WEAVER\nShip to:|Brook Mills - South\n.\n"
    reading = read(grid(head + "SKU|Description|Qty\nA-1|Rope|5"))
    (asked,) = [one for one in reading.issues if one.open]
    assert asked.code == "MISSING_CUSTOMER"


def test_a_bare_name_below_the_seller_s_label_is_no_customer():
    drawing = "Purchase Order\nSupplier:|Weir Ltd\nPhone:|0123\nName:|Ann Hay\n.\nDescription|Qty|Price\nRope|5|2.00"
    assert read(grid(drawing)).orders[0].customer is None


def test_where_a_mail_sends_goods_is_no_customer():
    """Naive: a seller's mail has its own customer's address, and the goods are sold to him."""
    mail = "From: orders@hillseeds.example\nSubject: Hill Seeds order 622107\n"
    assert asked(f"{mail}Delivery address:|Ann Hay") == (None, ["Ann Hay"])
    assert asked(f"{mail}Customer:|Hill Seeds Ltd")[0] == "Hill Seeds Ltd"


def test_who_holds_an_office_and_where_goods_go_name_no_customer_of_a_purchase_order():
    """Naive: the buyer's job stands behind their name, and the branch's name is the company's."""
    office = "Hill Repair LLC\nREORDER\nBuyer:|Ann Hay (Parts Buyer)"
    assert asked(office)[0] is None
    assert asked("PURCHASE ORDER\nShip to:|Hill DC — South\nVendor:|Our Trading") == (
        None,
        ["Hill DC — South"],
    )


SELLERS = "Datos del proveedor\n.\nRazón social:||Brook Mills\nTeléfono:||0113 496\nNombre:||Brook Mills\n"


def test_names_in_a_block_headed_as_the_seller_s_are_no_customer():
    """Naive: the supplier whom a purchase order names was taken for the one who buys."""
    assert asked(f"ORDEN DE COMPRA\n.\n{SELLERS}")[0] is None
    assert asked(f"{SELLERS}Datos del cliente\nNombre:||Hill Foods")[0] == "Hill Foods"


def test_the_title_of_the_table_below_an_empty_label_is_no_customer():
    """Naive: `Nome:` with nothing beside it took the title of the table below for its name."""
    lines = "SKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"
    reading = read(grid(f"Nome:\nROPES / HOOKS / RINGS\n{lines}"))
    assert reading.orders[0].customer is None
    assert asked("Cliente||Codigo")[0] is None


def test_an_address_of_mail_is_offered_as_nobody_s_name():
    drawing = (
        "Order no:|1047|Contact:|Ann Weaver\nDue date:|2026-12-05|Email:|ann@brookmills.example\n"
        "\nItem no|Name|Qty\nA-1|Rope|4"
    )
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert asked.code == "MISSING_CUSTOMER"
    assert not any("@" in one.value for one in asked.candidates)
