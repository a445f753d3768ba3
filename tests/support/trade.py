"""The trade side of matching, with the rules every desk starts with."""

from activities.books.port import Books
from activities.books.trade import Trade
from orders.business import BusinessRules
from orders.prices import PriceRules
from runtime.storage.port import Store


def trade_of(books: Books, store: Store, **rules: object) -> Trade:
    """Trade over these books, with these business rules."""
    return Trade(books, store, PriceRules(), BusinessRules(**rules))
