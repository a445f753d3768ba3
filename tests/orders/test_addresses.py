"""The file's address is one of the books' only where street and place say so."""

import pytest

from orders.addresses import named_address
from orders.catalogue import Address

MILL = Address("1", "Mill Lane 4", "LS1 4AB", "Leeds")
HAVEN = Address("2", "Havenstrasse 12a", "20095", "Hamburg")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Ltd, MILL LANE 4, Leeds, UK", MILL),
        ("Hall 2, Mill Lane 4, ls1 4ab", MILL),
        ("Havenstraße 12a, 20095 Hamburg", HAVEN),
        ("Mill Lane 4, York", None),
        ("Mill Lane 41, Leeds", None),
        ("14 Mill Lane, Leeds", None),
        ("Leeds", None),
        ("Mill Lane 4, Leeds or Havenstrasse 12a, Hamburg", None),
        ("", None),
    ],
)
def test_an_address_is_named_by_its_street_and_its_place(text, found):
    assert named_address(text, (MILL, HAVEN)) == found


def test_the_same_place_under_two_ids_is_the_first():
    twin = Address("9", MILL.street, MILL.zip_code, MILL.city)
    assert named_address("Mill Lane 4, Leeds", (MILL, twin)) == MILL


def test_an_address_without_a_number_or_a_place_is_never_named():
    vague = (Address("1", "Mill Lane 4"), Address("2", "The Old Mill", "", "Leeds"))
    assert named_address("The Old Mill, Mill Lane 4, Leeds", vague) is None
