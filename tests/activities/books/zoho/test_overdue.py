"""Overdue invoices: summed where the desk may see them, unknown and nothing worse where not."""

from decimal import Decimal

from activities.books.zoho.overdue import ASK_AGAIN, SCOPE
from infra.devservers.books.options import SCOPES
from tests.support.books import sample


class Time:
    """A clock that tests turn."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


async def owing(zoho, books) -> str:
    """A customer with two overdue invoices, one that is not due, and a stranger's."""
    customer, _ = await sample(books)
    other = next(one for one in await books.customers() if one.customer_id != customer.customer_id)
    rows = [
        {"customer_id": customer.customer_id, "status": "overdue", "balance": 120.5},
        {"customer_id": customer.customer_id, "status": "overdue", "balance": "79.50"},
        {"customer_id": customer.customer_id, "status": "sent", "balance": 1_000},
        {"customer_id": other.customer_id, "status": "overdue", "balance": 5_000},
    ]
    zoho.tell("seed", invoices=rows)
    return customer.customer_id


async def test_overdue_balances_of_the_customer_are_summed_and_nobody_elses(zoho, books):
    customer_id = await owing(zoho, books)
    assert await books.overdue(customer_id) == Decimal(200)
    zoho.fault("ignored_filter", path="/invoices$")
    assert await books.overdue(customer_id) == Decimal(200)


async def test_without_the_scope_it_is_unknown_and_not_asked_again_for_an_hour(zoho, books):
    """Naive: the refusal looks like a bad token, and every order stops for a person or burns tokens."""
    time = Time()
    made = type(books)(zoho.settings(), time)
    customer_id = await owing(zoho, made)
    zoho.tell("grant", scope=SCOPES.replace(f"{SCOPE} ", ""))
    for _ in range(3):
        assert await made.overdue(customer_id) is None
    assert len(zoho.log("/invoices")) == 2
    assert (await made.organization()).currency == "EUR"
    zoho.tell("grant", scope=SCOPES)
    time.now += ASK_AGAIN + 1
    assert await made.overdue(customer_id) == Decimal(200)
    await made.close()
