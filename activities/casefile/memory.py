"""The memory of templates: what approvals teach, and what uses unteach."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from temporalio import activity

from orders.case import CaseDocument
from orders.chain import AuditEntry
from orders.learned import lessons_of, taught
from orders.remembering import next_version, template_of
from orders.roles import RoleBook
from orders.rollout import scores, told
from orders.template import USES, TemplateState, TemplateUse, is_worn
from runtime.storage.port import Store
from workflows.messages import Learn, Learned


@dataclass(frozen=True, slots=True)
class Memory:
    """Keeps confirmed mappings. `book` names people, `clock` tells the time in UTC."""

    store: Store
    book: Callable[[], RoleBook]
    clock: Callable[[], datetime]

    @activity.defn
    async def learn_template(self, learn: Learn) -> Learned:
        """Keep the mapping of an approved order; the same mapping again changes nothing."""
        case = await self.store.load_case(learn.order_id)
        await learn_aliases(self.store, case, self.clock())
        await judge_models(self.store, case, self.clock())
        fresh = template_of(case)
        if fresh is None:
            return Learned()
        versions = await self.store.template_versions(fresh.template_id)
        born = next_version(versions[-1] if versions else None, fresh)
        if born is None:
            return Learned(template_id=fresh.template_id)
        person = self.book().find(learn.by)
        confirmed = replace(
            born,
            by=learn.by,
            by_name=person.name if person else learn.by,
            at=self.clock().isoformat(),
        )
        await self.store.keep_template(confirmed)
        return Learned(template_id=confirmed.template_id, version=confirmed.version)


async def learn_aliases(store: Store, case: CaseDocument, now: datetime) -> None:
    """Keep what an approved order's choices say; a repeat of the same order changes nothing."""
    before = {(one.kind, one.owner, one.key): one for one in await store.aliases(case.tenant_id)}
    for lesson in lessons_of(case, now.isoformat()):
        old = before.get((lesson.kind, lesson.owner, lesson.key))
        if old is None or case.code not in (old.order_code, old.corrected_by):
            await store.keep_alias(taught(old, lesson))


async def judge_models(store: Store, case: CaseDocument, now: datetime) -> None:
    """Write each model's votes beside what was approved: what weights are made from."""
    order = case.order
    if case.panel is None or order is None:
        return
    judged = {
        member: f"{right}/{given}"
        for member, (right, given) in scores(case.panel, order.columns).items()
    }
    entry = AuditEntry(
        order_id=case.order_id,
        key="committee.judged",
        event_type="committee.judged",
        at=now.isoformat(),
        data={
            "mode": case.panel.mode,
            "would": told(case.panel.would),
            "approved": told({name: order.columns.get(name, "-") for name in case.panel.would}),
            **judged,
        },
        tenant_id=case.tenant_id,
    )
    await store.append_audit([entry])


async def note_use(store: Store, case: CaseDocument, now: datetime) -> None:
    """Count what became of the template an order met; one that is worn out is retired."""
    met = case.reading.recall if case.reading else None
    if met is None:
        return
    at = now.isoformat()
    await store.note_use(TemplateUse(met.template_id, case.order_id, at, met.outcome))
    if not is_worn(await store.uses_of(met.template_id, USES)):
        return
    newest = (await store.template_versions(met.template_id))[-1]
    if newest.active:
        await store.keep_template(
            replace(
                newest,
                version=newest.version + 1,
                state=TemplateState.RETIRED,
                by="",
                by_name="",
                at=at,
                because=met.because or "people chose other columns",
            )
        )
