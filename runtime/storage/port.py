"""What the desk needs of a store; `sql` and `memory` both keep it."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Protocol

from orders.case import CaseDocument, WaitingFor
from orders.chain import AuditEntry, Head, Record
from orders.template import Template, TemplateUse
from runtime.storage.copies import Copies
from runtime.storage.dealings import LaneLog, Outbox, Purchases
from runtime.storage.reservations import Reservation, Reservations
from runtime.storage.teachings import Aliases

__all__ = [
    "AuditEntry",
    "Blobs",
    "CaseRow",
    "ConversationRef",
    "KeptUpload",
    "Record",
    "Reservation",
    "SentCard",
    "Store",
]

ASKING = (WaitingFor.CORRECTIONS, WaitingFor.SELECTION, WaitingFor.APPROVAL)
"""Waits in which a row's approvers are asked: for the decision, or for what only managers answer."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What lists need of an order, without opening its document."""

    order_id: str
    code: str
    tenant_id: str
    requester: str
    status: str
    title: str
    """The file's name as people see it."""
    received_at: str
    updated_at: str
    waiting_for: str = ""
    approvers: tuple[str, ...] = ()
    draft_number: str = ""
    words: str = ""
    """What people call it by, from `orders.finding`."""


@dataclass(frozen=True, slots=True)
class ConversationRef:
    """How to reach one person (or channel): the newest serviceUrl and ids seen from them."""

    tenant_id: str
    object_id: str
    conversation_id: str
    service_url: str
    member_id: str = ""
    """The person's MRI (`29:…`), a per-bot cache."""
    bot_id: str = ""
    locale: str = ""
    language: str = ""
    """What the person chose, `en` or `fa`; empty while they have not."""
    time_zone: str = ""
    """IANA name, as the person's client told it last."""
    dead: bool = False


@dataclass(frozen=True, slots=True)
class SentCard:
    """The one live card of an order for one reader. `digest` is the hash of what it shows.

    `activity_id` is empty while Teams has not said whether it took the card.
    """

    order_id: str
    reader: str
    conversation_id: str
    service_url: str
    activity_id: str
    digest: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class KeptUpload:
    """An acknowledged upload, sealed, and when it was kept (ISO, UTC)."""

    key: str
    sealed: str
    at: str


class Seal(Protocol):
    """What hides a secret before a store keeps it; see `runtime.codec.box`."""

    def seal(self, text: str) -> str:
        """Hide a text."""
        ...

    def open(self, sealed: str) -> str:
        """Show it again. Raises what `Box.open` does."""
        ...


class Seals(Protocol):
    """Small secrets that processes share. Every method may raise `StoreUnavailable`."""

    async def keep_sealed(self, name: str, sealed: str) -> None:
        """Keep a small secret that processes share, over what had the name before.

        Who keeps it has sealed it: the store never sees what it is.
        """
        ...

    async def sealed(self, name: str) -> str:
        """The sealed text of this name; empty where there is none."""
        ...


class Templates(Protocol):
    """What people confirmed. Every method may raise `StoreUnavailable`."""

    async def keep_template(self, template: Template) -> bool:
        """Add a version; False where this version is there already (it is never overwritten)."""
        ...

    async def remembered(self, tenant_id: str, fingerprints: Sequence[str]) -> list[Template]:
        """A tenant's templates with one of these fingerprints, and all that taught a word.

        Each in its newest version, the newest first.
        """
        ...

    async def templates(self, tenant_id: str = "") -> list[Template]:
        """The newest version of every template (of every tenant where none is named)."""
        ...

    async def template_versions(self, template_id: str) -> list[Template]:
        """Every version of a template, the oldest first."""
        ...

    async def note_use(self, use: TemplateUse) -> None:
        """Insert or replace by (template, order)."""
        ...

    async def uses_of(self, template_id: str, limit: int = 10) -> list[TemplateUse]:
        """What became of a template at its orders, the newest first."""
        ...


class Store(Purchases, Templates, Aliases, LaneLog, Outbox, Copies, Reservations, Seals, Protocol):
    """The database. Every method may raise `StoreUnavailable`."""

    async def ping(self) -> None:
        """Return when the database answers and its tables are of this version."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...

    # --- cases ---

    async def save_case(
        self, row: CaseRow, document: CaseDocument | None, entries: Sequence[AuditEntry] = ()
    ) -> None:
        """Insert or replace a case and append audit entries, all in one transaction.

        `document=None` keeps the document stored before. A document whose revision is lower than
        the stored one raises `StaleWrite`.
        """
        ...

    async def load_case(self, order_id: str) -> CaseDocument:
        """The newest document. Raises `RecordMissing`."""
        ...

    async def case_row(self, order_id: str) -> CaseRow | None:
        """The row behind an order id."""
        ...

    async def find_code(self, tenant_id: str, code: str) -> CaseRow | None:
        """The row behind an order code of a tenant (codes are compared in upper case)."""
        ...

    async def cases_of(self, tenant_id: str, requester: str, limit: int = 20) -> list[CaseRow]:
        """A person's orders, the newest first."""
        ...

    async def search_cases(self, tenant_id: str, words: str, limit: int = 20) -> list[CaseRow]:
        """The orders whose names hold these folded words, the newest first."""
        ...

    async def cases_pending(self, tenant_id: str, approver: str, limit: int = 20) -> list[CaseRow]:
        """Orders that wait for this person's decision or answer, the oldest first."""
        ...

    async def find_file(self, tenant_id: str, sha256: str, but: str) -> CaseRow | None:
        """An earlier case of the tenant with the same file, other than the order `but`."""
        ...

    # --- audit ---

    async def append_audit(self, entries: Sequence[AuditEntry]) -> None:
        """Append to the order's chain and the whole desk's chain; known keys are skipped."""
        ...

    def audit_records(self, after: int = 0) -> AsyncGenerator[Record, None]:
        """The records of the whole chain behind number `after`, in order, exactly as stored.

        Nothing is checked: whoever verifies must expect any text and any number in any field.
        Whoever stops early closes it (`contextlib.aclosing`), for it holds a connection.
        """
        ...

    async def audit_of(self, order_id: str) -> list[Record]:
        """One order's records in order."""
        ...

    async def audit_head(self) -> Head:
        """Where the whole chain ends now."""
        ...

    # --- chat ---

    async def claim_activity(self, key: str, at: str, since: str) -> bool:
        """True the first time a key is seen, False on every later call.

        Keys that were first seen before `since` (ISO, UTC, as `at`) are forgotten.
        """
        ...

    async def keep_uploads(self, kept: Sequence[KeptUpload]) -> None:
        """Keep uploads, all or none of them; keeping one again changes nothing."""
        ...

    async def uploads(self, before: str) -> list[tuple[str, str]]:
        """Key and sealed text of every upload kept before a moment (ISO, UTC), the oldest first."""
        ...

    async def drop_upload(self, key: str) -> None:
        """Forget an upload."""
        ...

    async def save_conversation(self, ref: ConversationRef) -> None:
        """Insert or overwrite by (tenant, person); an empty `language` keeps the stored one."""
        ...

    async def conversation(self, tenant_id: str, object_id: str) -> ConversationRef | None:
        """How to reach a person, or None when they never wrote."""
        ...

    async def save_card(self, card: SentCard) -> None:
        """Insert or replace by (order, reader)."""
        ...

    async def card(self, order_id: str, reader: str) -> SentCard | None:
        """The live card of an order for a reader."""
        ...

    async def cards_of(self, order_id: str) -> list[SentCard]:
        """Every live card of an order."""
        ...

    async def card_at(self, conversation_id: str, activity_id: str) -> SentCard | None:
        """The live card that this message is, if it is one."""
        ...


class Blobs(Protocol):
    """Write-once bytes under their own key."""

    async def ping(self) -> None:
        """Return when the blob store answers. Raises `StoreUnavailable`."""
        ...

    async def put(self, key: str, content: bytes) -> None:
        """Write once; the same bytes again are fine, other bytes raise `StaleWrite`."""
        ...

    async def get(self, key: str) -> bytes:
        """Raises `RecordMissing` or `StoreUnavailable`."""
        ...
