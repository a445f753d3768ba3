"""The trade side of matching, with the rules every desk starts with."""

from activities.books.port import Books
from activities.books.trade import Trade
from orders.business import BusinessRules
from orders.prices import PriceRules
from runtime.storage.dealings import Purchases


def trade_of(books: Books, purchases: Purchases, **rules: object) -> Trade:
    """Trade over these books, with these business rules."""
    return Trade(books, purchases, PriceRules(), BusinessRules(**rules))
