"""Which address of the books the delivery address in a file is."""

from collections.abc import Sequence

from orders.catalogue import Address, Customer
from orders.codes import issue
from orders.issue import Issue
from orders.order import Order
from orders.values import fold


def named_address(text: str, known: Sequence[Address]) -> Address | None:
    """The one address of the books that a text names: its street, and its zip code or its city.

    None where none is named or several are: the text itself then has to do. Nothing is guessed,
    a street alone stands in many cities.
    """
    words = fold(text).split()
    named = [one for one in known if _is_named(words, one)]
    places = {fold(one.text) for one in named}
    return named[0] if len(places) == 1 else None


def place_issues(
    order: Order, customer: Customer | None, delivery: Address | None
) -> tuple[Issue, ...]:
    """A warning where the file names an address that the books do not have for this customer."""
    if not order.ship_to or customer is None or delivery is not None:
        return ()
    return (
        issue(
            "DELIVERY_ADDRESS_UNKNOWN",
            cells=order.cells("ship_to"),
            fields=("ship_to",),
            facts={"value": order.ship_to, "name": customer.name},
        ),
    )


def _is_named(words: list[str], one: Address) -> bool:
    street = fold(one.street).split()
    numbered = len(street) > 1 and any(sign.isdigit() for word in street for sign in word)
    places = (fold(one.zip_code).split(), fold(one.city).split())
    return (
        bool(one.address_id)
        and numbered
        and _holds(words, street)
        and any(_holds(words, place) for place in places)
    )


def _holds(words: list[str], part: list[str]) -> bool:
    """Whether some words stand in a row among others."""
    spans = range(len(words) - len(part) + 1)
    return bool(part) and any(words[at : at + len(part)] == part for at in spans)
