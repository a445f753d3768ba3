"""The one list of machines: every port's implementation, wired."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from activities.books.cache import Ages, Catalogue
from activities.books.drafting import Drafting
from activities.books.match import Matching
from activities.books.notes import Annotations
from activities.books.steps import BooksSteps
from activities.books.trade import Trade
from activities.books.upkeep import Upkeep
from activities.books.zoho.client import ZohoBooks
from activities.books.zoho.keeping import TokenKeeper
from activities.casefile.case import CaseFile
from activities.casefile.closing import Closing
from activities.casefile.intake import Intake
from activities.casefile.lane import Lane
from activities.casefile.memory import Memory
from activities.committee.asking import Panelists
from activities.committee.steps import CommitteeSteps
from activities.notify.mailbox import Mailbox
from activities.notify.publish import Publisher
from activities.webhooks.post import Post
from activities.webhooks.steps import Webhooks
from activities.workbook.limits import Limits
from activities.workbook.steps import WorkbookSteps
from orders.business import BusinessRules
from orders.prices import PriceRules
from orders.reader import Hints
from orders.roles import RoleBook
from runtime.anchors import open_books
from runtime.connector.client import Connector
from runtime.download import FetchRules
from runtime.settings import CatalogueSettings, PolicySettings, Settings, WebhookSettings
from runtime.storage.port import Blobs, Seal, Store
from runtime.subscriptions import Subscribers

Activity = Callable[..., Any]
Clock = Callable[[], datetime]


class Directory(Protocol):
    """Who is who, as the roles file says right now."""

    @property
    def book(self) -> RoleBook:
        """The newest good book."""
        ...


class Shared(Protocol):
    """What the process has opened already."""

    @property
    def store(self) -> Store:
        """The database."""
        ...

    @property
    def blobs(self) -> Blobs:
        """The file store."""
        ...

    @property
    def connector(self) -> Connector:
        """The way to people."""
        ...

    @property
    def box(self) -> Seal:
        """What seals secrets for the database."""
        ...

    @property
    def directory(self) -> Directory:
        """The people."""
        ...


@dataclass(frozen=True, slots=True)
class Machines:
    """The activities of the order queue, and those of the books' own queue."""

    activities: list[Activity]
    books: list[Activity]


@asynccontextmanager
async def open_machines(
    settings: Settings, shared: Shared, clock: Clock
) -> AsyncIterator[Machines]:
    """Open the machines' clients, wire every activity, and close the clients again."""
    keeper = TokenKeeper(settings.zoho, shared.store, shared.box, clock)
    zoho = ZohoBooks(settings.zoho, keeper=keeper)
    try:
        catalogue = Catalogue(
            zoho, shared.store, settings.zoho.organization_id, clock, _ages(settings.catalogue)
        )
        books = _books_steps(settings, shared, (zoho, catalogue), clock)
        yield Machines(
            activities=[
                *_order_steps(settings, shared, clock),
                *_webhooks(settings.webhooks, shared.store, clock),
                books.find_customer,
                books.find_items,
                books.settle_matches,
                Upkeep(catalogue).sync_catalogue,
            ],
            books=[
                books.create_draft,
                books.undo_draft,
                books.probe_books,
                books.look_at_draft,
                books.annotate_draft,
            ],
        )
    finally:
        await zoho.close()


def _hints(settings: Settings, today: date) -> Hints:
    return Hints(
        today=today,
        own_names=settings.policy.names,
        currency=settings.policy.currency,
        formulas=settings.policy.formulas,
        locked_sheets=settings.policy.locked_sheets,
        max_lines=settings.files.max_lines,
    )


def _order_steps(settings: Settings, shared: Shared, clock: Clock) -> list[Activity]:
    store, blobs = shared.store, shared.blobs
    rules = FetchRules.of(settings.files, allow_loopback=settings.bot.local_trust)

    def hints() -> Hints:
        return _hints(settings, clock().date())

    def book() -> RoleBook:
        return shared.directory.book

    lane = Lane(store, clock, settings.lane.rules)
    books = open_books(settings.storage.anchor_dirs, settings.storage.data_dir)
    books.prepare()
    case = CaseFile(store, blobs, hints, book, clock, lane, books)
    intake = Intake(store, blobs, rules, clock)
    workbook = WorkbookSteps(store, blobs, Limits.of(settings.files))
    panelists = Panelists(settings.committee, store, clock) if settings.committee.members else None
    committee = CommitteeSteps(store, blobs, hints, clock, panelists)
    publisher = Publisher(store, Mailbox(store, shared.connector), book, clock)
    closing = Closing(store, books, clock)
    memory = Memory(store, book, clock)
    return [
        intake.open_case,
        intake.receive_file,
        workbook.read_workbook,
        committee.ask_committee,
        case.check_order,
        case.record_answers,
        case.freeze_order,
        lane.claim_lane,
        case.find_crew,
        case.record_events,
        memory.learn_template,
        closing.finish_audit,
        publisher.publish,
    ]


def _webhooks(settings: WebhookSettings, store: Store, clock: Clock) -> list[Activity]:
    post = Post(allow_loopback=settings.allow_loopback)
    hooks = Webhooks(store, post, Subscribers(settings.file), clock)
    return [
        hooks.collect_deliveries,
        hooks.take_deliveries,
        hooks.deliver,
        hooks.bury_delivery,
    ]


def _ages(settings: CatalogueSettings) -> Ages:
    """Twice the rhythm is late: then a worker renews the copy itself."""
    fresh = timedelta(minutes=settings.sync_minutes * 2)
    return Ages(fresh, max(fresh, timedelta(hours=settings.usable_hours)))


def _books_steps(
    settings: Settings, shared: Shared, machines: tuple[ZohoBooks, Catalogue], clock: Clock
) -> BooksSteps:
    zoho, catalogue = machines
    trade = Trade(zoho, shared.store, *_trade_rules(settings.policy))
    matching = Matching(catalogue, shared.store, shared.blobs, trade)
    attach = settings.zoho.attach_workbook
    annotations = Annotations(zoho, shared.store, shared.blobs, attach=attach)
    return BooksSteps(matching, Drafting(zoho, shared.store), annotations, clock)


def _trade_rules(policy: PolicySettings) -> tuple[PriceRules, BusinessRules]:
    """The settings' part of pricing and of business checks."""
    prices = PriceRules(
        policy.price, warn=policy.price_warn_percent / 100, ask=policy.price_ask_percent / 100
    )
    return prices, BusinessRules(
        minimum_order=policy.minimum_order,
        extra_approval_above=policy.extra_approval_above,
        extra_approval_days=policy.extra_approval_days,
        twin_days=policy.twin_days,
    )
