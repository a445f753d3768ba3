"""A template taken out of use, or back: a new version and an audit entry."""

from dataclasses import replace

from orders.chain import AuditEntry
from orders.template import Template, TemplateState
from runtime.storage.port import Store

CHAIN = "templates"
"""Changes of templates have a chain of their own in the audit."""


async def put_in_state(
    store: Store, template: Template, state: TemplateState, by: tuple[str, str], at: str
) -> Template:
    """Write the template's next version in this state; `by` is an object id (or none) and a name.

    The older versions stay. Where it is in this state already, nothing is written.
    """
    if template.state is state:
        return template
    by_id, by_name = by
    changed = replace(
        template,
        version=template.version + 1,
        state=state,
        by=by_id,
        by_name=by_name,
        at=at,
        because="",
    )
    entry = AuditEntry(
        order_id=CHAIN,
        key=f"{changed.template_id}:{changed.version}",
        event_type=f"template.{state}",
        at=at,
        actor_type="user" if by_id else "operator",
        actor_id=by_id or by_name,
        data={"template": changed.template_id, "version": str(changed.version)},
        tenant_id=changed.tenant_id,
    )
    await store.append_audit([entry])
    await store.keep_template(changed)
    return changed
