"""What may be the name of a company, and what stands where one does and is none."""

import pytest

from orders.naming import is_name


@pytest.mark.parametrize("text", ["Brook Mills Ltd", "Café de la Gare", "3 Hills Trading"])
def test_names(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["PO-INVOICE 202214", "Vendor tax no", "orders@mill.example", "Please send it to us", "東栄 御中"]
)  # fmt: skip
def test_what_is_no_name(text):
    assert not is_name(text)
