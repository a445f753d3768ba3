"""The store in memory, for tests: the same promises, nothing survives."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace

from orders.case import CaseDocument
from orders.chain import DESK_GENESIS, AuditEntry, Head, Record, clean, link
from orders.errors import RecordMissing, StaleWrite
from orders.template import Template, TemplateUse
from runtime.storage.copies import MemoryCopies
from runtime.storage.dealings_memory import MemoryDealings
from runtime.storage.documents import read_document, write_document
from runtime.storage.outbox_memory import MemoryOutbox
from runtime.storage.port import (
    ASKING,
    CaseRow,
    ConversationRef,
    KeptUpload,
    SentCard,
)
from runtime.storage.reservations import MemoryReservations
from runtime.storage.teachings import MemoryAliases


class MemoryStore(MemoryAliases, MemoryDealings, MemoryOutbox, MemoryReservations, MemoryCopies):
    """`Store` in dictionaries. No method awaits, so each is one transaction."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: dict[str, list[tuple[int, str]]] = {}
        self._files: dict[str, str] = {}
        self._claims: dict[str, str] = {}
        self._seals: dict[str, str] = {}
        self._uploads: dict[str, tuple[str, str]] = {}
        self._conversations: dict[tuple[str, str], ConversationRef] = {}
        self._cards: dict[tuple[str, str], SentCard] = {}
        self._templates: dict[tuple[str, int], Template] = {}
        self._uses: dict[tuple[str, str], TemplateUse] = {}

    async def ping(self) -> None:
        """Return: memory always answers."""

    async def close(self) -> None:
        """Nothing to let go of."""

    # --- cases ---

    async def save_case(
        self, row: CaseRow, document: CaseDocument | None, entries: Sequence[AuditEntry] = ()
    ) -> None:
        """Insert or replace a case and append audit entries; all or nothing."""
        entries = [replace(one, tenant_id=one.tenant_id or row.tenant_id) for one in entries]
        if document is not None:
            self._refuse_stale(document)
        records = self._chain(entries)
        if document is not None:
            self._keep(document)
        self._rows[row.order_id] = row
        self._records = records

    def _refuse_stale(self, document: CaseDocument) -> None:
        revision = self._documents.get(document.order_id, [(0, "")])[-1][0]
        if document.revision < revision:
            raise StaleWrite(f"The case is at revision {revision} already.")

    def _keep(self, document: CaseDocument) -> None:
        versions = self._documents.setdefault(document.order_id, [])
        versions.append((document.revision, write_document(document)))
        self._files[document.order_id] = document.file.sha256 if document.file else ""

    async def load_case(self, order_id: str) -> CaseDocument:
        """The newest document."""
        if order_id not in self._documents:
            raise RecordMissing
        return read_document(self._documents[order_id][-1][1])

    async def case_row(self, order_id: str) -> CaseRow | None:
        """The row behind an order id."""
        return self._rows.get(order_id)

    async def find_code(self, tenant_id: str, code: str) -> CaseRow | None:
        """The row behind an order code of a tenant."""
        return next((row for row in self._newest(tenant_id) if row.code == code.upper()), None)

    async def cases_of(self, tenant_id: str, requester: str, limit: int = 20) -> list[CaseRow]:
        """A person's orders, the newest first."""
        return [row for row in self._newest(tenant_id) if row.requester == requester][:limit]

    async def search_cases(self, tenant_id: str, words: str, limit: int = 20) -> list[CaseRow]:
        """The orders whose names hold these folded words, the newest first."""
        return [row for row in self._newest(tenant_id) if words in row.words][:limit]

    async def cases_pending(self, tenant_id: str, approver: str, limit: int = 20) -> list[CaseRow]:
        """Orders that wait for this person's decision or answer, the oldest first."""
        rows = sorted(self._rows.values(), key=lambda row: (row.received_at, row.order_id))
        return [
            row
            for row in rows
            if row.tenant_id == tenant_id
            and row.waiting_for in ASKING
            and approver in row.approvers
        ][:limit]

    async def find_file(self, tenant_id: str, sha256: str, but: str) -> CaseRow | None:
        """The newest case of the tenant with the same file that came before the order `but`."""
        mine = self._rows.get(but)
        until = (mine.received_at if mine else "~", but)
        return next(
            (
                row
                for row in self._newest(tenant_id)
                if self._files.get(row.order_id) == sha256
                and (row.received_at, row.order_id) < until
            ),
            None,
        )

    def _newest(self, tenant_id: str) -> list[CaseRow]:
        theirs = [row for row in self._rows.values() if row.tenant_id == tenant_id]
        theirs.sort(key=lambda row: row.order_id)
        return sorted(theirs, key=lambda row: row.received_at, reverse=True)

    # --- audit ---

    async def append_audit(self, entries: Sequence[AuditEntry]) -> None:
        """Append to the order's chain and the whole desk's chain; known keys are skipped."""
        self._records = self._chain(entries)

    def _chain(self, entries: Sequence[AuditEntry]) -> list[Record]:
        records = list(self._records)
        known = {(record.order_id, record.key) for record in records}
        orders = {one.order_id: Head(one.order_seq, one.order_hash, one.ts) for one in records}
        for entry in entries:
            if (entry.order_id, clean(entry.key)) in known:
                continue
            record = link(entry, _end(records), orders.get(entry.order_id))
            records.append(record)
            known.add((record.order_id, record.key))
            orders[entry.order_id] = Head(record.order_seq, record.order_hash, record.ts)
        return records

    async def audit_records(self, after: int = 0) -> AsyncGenerator[Record, None]:
        """The records of the whole chain behind number `after`, in order."""
        for record in self._records[after:]:
            yield record

    async def audit_of(self, order_id: str) -> list[Record]:
        """One order's records in order."""
        return [record for record in self._records if record.order_id == order_id]

    async def audit_head(self) -> Head:
        """Where the whole chain ends now."""
        return _end(self._records)

    # --- chat ---

    async def claim_activity(self, key: str, at: str, since: str) -> bool:
        """True the first time a key is seen, False on every later call; old keys are forgotten."""
        self._claims = {known: seen for known, seen in self._claims.items() if seen >= since}
        new = key not in self._claims
        self._claims.setdefault(key, at)
        return new

    async def keep_sealed(self, name: str, sealed: str) -> None:
        """Keep a small sealed secret, over what had the name before."""
        self._seals[name] = sealed

    async def sealed(self, name: str) -> str:
        """The sealed text of this name; empty where there is none."""
        return self._seals.get(name, "")

    async def keep_uploads(self, kept: Sequence[KeptUpload]) -> None:
        """Keep uploads, all or none of them; keeping one again changes nothing."""
        for one in kept:
            self._uploads.setdefault(one.key, (one.at, one.sealed))

    async def uploads(self, before: str) -> list[tuple[str, str]]:
        """Key and sealed text of every upload kept before a moment (ISO, UTC), the oldest first."""
        kept = sorted((at, key, sealed) for key, (at, sealed) in self._uploads.items())
        return [(key, sealed) for at, key, sealed in kept if at <= before]

    async def drop_upload(self, key: str) -> None:
        """Forget an upload."""
        self._uploads.pop(key, None)

    async def save_conversation(self, ref: ConversationRef) -> None:
        """Insert or overwrite by (tenant, person); an empty `language` keeps the stored one."""
        key = (ref.tenant_id, ref.object_id)
        known = self._conversations.get(key)
        language = ref.language or (known.language if known else "")
        self._conversations[key] = replace(ref, language=language)

    async def conversation(self, tenant_id: str, object_id: str) -> ConversationRef | None:
        """How to reach a person, or None when they never wrote."""
        return self._conversations.get((tenant_id, object_id))

    async def save_card(self, card: SentCard) -> None:
        """Insert or replace by (order, reader)."""
        self._cards[card.order_id, card.reader] = card

    async def card(self, order_id: str, reader: str) -> SentCard | None:
        """The live card of an order for a reader."""
        return self._cards.get((order_id, reader))

    async def cards_of(self, order_id: str) -> list[SentCard]:
        """Every live card of an order."""
        return [card for key, card in sorted(self._cards.items()) if key[0] == order_id]

    async def card_at(self, conversation_id: str, activity_id: str) -> SentCard | None:
        """The live card that this message is, if it is one."""
        place = (conversation_id, activity_id)
        found = (one for one in self._cards.values() if place == _place_of(one))
        return next(found, None)

    # --- templates ---

    async def keep_template(self, template: Template) -> bool:
        """Add a version; False where this version is there already."""
        key = (template.template_id, template.version)
        fresh = key not in self._templates
        self._templates.setdefault(key, template)
        return fresh

    async def remembered(self, tenant_id: str, fingerprints: Sequence[str]) -> list[Template]:
        """The newest versions with one of these fingerprints, or that taught a word."""
        return [
            one
            for one in await self.templates(tenant_id)
            if one.layout.fingerprint in fingerprints or one.taught
        ]

    async def templates(self, tenant_id: str = "") -> list[Template]:
        """The newest version of every template."""
        newest = {one.template_id: one for _, one in sorted(self._templates.items())}
        theirs = [one for one in newest.values() if tenant_id in ("", one.tenant_id)]
        return sorted(theirs, key=lambda one: one.at, reverse=True)

    async def template_versions(self, template_id: str) -> list[Template]:
        """Every version of a template, the oldest first."""
        return [one for (name, _), one in sorted(self._templates.items()) if name == template_id]

    async def note_use(self, use: TemplateUse) -> None:
        """Insert or replace by (template, order)."""
        key = (use.template_id, use.order_id)
        first = self._uses.get(key)
        self._uses[key] = replace(use, at=first.at) if first else use

    async def uses_of(self, template_id: str, limit: int = 10) -> list[TemplateUse]:
        """What became of a template at its orders, the newest first."""
        theirs = [one for one in self._uses.values() if one.template_id == template_id]
        theirs.sort(key=lambda one: one.order_id)
        return sorted(theirs, key=lambda one: one.at, reverse=True)[:limit]


def _place_of(card: SentCard) -> tuple[str, str]:
    return card.conversation_id, card.activity_id


def _end(records: Sequence[Record]) -> Head:
    if not records:
        return Head(0, DESK_GENESIS)
    return Head(records[-1].seq, records[-1].hash, records[-1].ts)
