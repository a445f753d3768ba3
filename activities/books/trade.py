"""The trade side of matching: the customer's account, prices, business."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from activities.books.accounts import Accounts
from activities.books.port import Books, Draft
from activities.books.updates import find_earlier
from orders.account import Account, PastOrder
from orders.business import (
    BusinessRules,
    Surroundings,
    fingerprint_of,
    goods_of,
    with_checks,
)
from orders.case import CaseDocument, EarlierDraft
from orders.codes import issue
from orders.draft import plain
from orders.errors import RecordGone
from orders.issue import Ask
from orders.prices import PriceRules
from orders.purchase import Fingerprint, goods_key, twin_of
from orders.resolve import CustomerPart
from runtime.storage.port import Store

LOOKED_INTO = 3
"""At most so many orders of the books with the same total are opened for their lines."""
EARLIER = timedelta(days=90)
HABITS = timedelta(days=400)
MOST_HABITS = 60
"""So many completed orders of so many days tell what a customer usually orders."""


class Trade:
    """Asks the books and the store what an order must be judged against."""

    def __init__(
        self, books: Books, store: Store, prices: PriceRules, rules: BusinessRules
    ) -> None:
        """`prices` and `rules` are the settings' part of both judgements."""
        self.prices = prices
        self._books = books
        self._accounts = Accounts(books)
        self._store = store
        self._rules = rules

    async def with_account(self, part: CustomerPart) -> CustomerPart:
        """The customer's half with terms, price list and orders; asks again if they are gone.

        Raises:
            BooksUnavailable: the books are down.
        """
        if part.match.customer is None:
            return part
        try:
            return replace(part, account=await self._accounts.of(part.match.customer))
        except RecordGone:
            gone = issue(
                "CUSTOMER_NOT_SELLABLE",
                fields=("customer",),
                facts={"asked": part.match.customer.name},
                ask=Ask.TEXT,
                target="customer",
            )
            return replace(part, match=replace(part.match, customer=None), issues=(gone,))

    async def judge(self, case: CaseDocument, account: Account | None) -> CaseDocument:
        """The case with every business check, and its fingerprint kept for the next one.

        Raises:
            BooksUnavailable: an order of the books had to be opened, and they are down.
        """
        mine = fingerprint_of(case)
        if mine is None or account is None:
            return case
        await self._store.keep_purchase(mine, goods_of(case))
        received = datetime.fromisoformat(mine.at)
        since, long_since = ((received - span).isoformat() for span in (EARLIER, HABITS))
        twins = await self._store.purchases_before(mine, since)
        earlier, free = await self._earlier(mine, twin_of(mine, twins), case)
        around = Surroundings(
            account=account,
            twins=twins,
            same_goods=await self._same_goods(mine, account),
            history=await self._store.goods_before(mine, long_since, MOST_HABITS),
            earlier=earlier,
            earlier_free=free,
            rules=self._rules,
        )
        known = any(_counts(one) for one in account.orders)
        return replace(with_checks(case, around), known_customer=known)

    async def _earlier(
        self, mine: Fingerprint, twin: Fingerprint | None, case: CaseDocument
    ) -> tuple[EarlierDraft | None, bool]:
        """The draft of an earlier order of the same number, and whether this one may change it."""
        home = case.matches.organization
        if twin is None or home is None:
            return None, False
        earlier, free = await find_earlier(self._books, self._store, twin, home.organization_id)
        return earlier, free and twin.currency == mine.currency

    async def _same_goods(self, mine: Fingerprint, account: Account) -> tuple[PastOrder, ...]:
        """Sales orders of the last days with the same total, if their lines are the same too."""
        day = datetime.fromisoformat(mine.at) - timedelta(days=self._rules.twin_days)
        alike = [
            one
            for one in account.orders
            if one.total == mine.total and mine.total and one.date >= day.date().isoformat()
        ]
        return tuple([one for one in alike[:LOOKED_INTO] if await self._bought(one, mine.lines)])

    async def _bought(self, past: PastOrder, lines: str) -> bool:
        try:
            return _goods_of(await self._books.read_draft(past.draft_id)) == lines
        except RecordGone:
            return False


def _counts(past: PastOrder) -> bool:
    """Whether an order of the books says that the customer has bought before."""
    return past.status not in ("draft", "void", "pending_approval")


def _goods_of(draft: Draft) -> str:
    return goods_key((line.item_id, plain(line.quantity or Decimal(0))) for line in draft.lines)
