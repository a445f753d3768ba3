"""Templates in the database: versions are added, never changed."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, and_, func, or_, select, true, tuple_

from orders.template import Outcome, Template, TemplateUse
from runtime.storage.documents import read_template, write_template
from runtime.storage.engine import Connected
from runtime.storage.tables import template_uses, templates
from runtime.storage.writes import add, put


class SqlTemplates(Connected):
    """`Templates` over the connections of the store it is part of."""

    async def keep_template(self, template: Template) -> bool:
        """Add a version; False where this version is there already."""
        async with self._writing() as connection:
            return await add(connection, templates, write_template(template))

    async def remembered(self, tenant_id: str, fingerprints: Sequence[str]) -> list[Template]:
        """The newest versions with one of these fingerprints, or that taught a word."""
        known = or_(templates.c.fingerprint.in_(list(fingerprints)), templates.c.teaches)
        return await self._newest(and_(templates.c.tenant_id == tenant_id, known))

    async def templates(self, tenant_id: str = "") -> list[Template]:
        """The newest version of every template."""
        return await self._newest(templates.c.tenant_id == tenant_id if tenant_id else true())

    async def _newest(self, where: ColumnElement[bool]) -> list[Template]:
        top = select(templates.c.template_id, func.max(templates.c.version)).group_by(
            templates.c.template_id
        )
        this = tuple_(templates.c.template_id, templates.c.version).in_(top)
        query = select(templates.c.body).where(where, this)
        async with self._reading() as connection:
            bodies = await connection.scalars(
                query.order_by(templates.c.at.desc(), templates.c.template_id)
            )
            return [read_template(body) for body in bodies]

    async def template_versions(self, template_id: str) -> list[Template]:
        """Every version of a template, the oldest first."""
        query = select(templates.c.body).where(templates.c.template_id == template_id)
        async with self._reading() as connection:
            bodies = await connection.scalars(query.order_by(templates.c.version))
            return [read_template(body) for body in bodies]

    async def note_use(self, use: TemplateUse) -> None:
        """Insert or replace by (template, order)."""
        columns = asdict(use)
        async with self._writing() as connection:
            await put(connection, template_uses, columns, {"outcome": use.outcome})

    async def uses_of(self, template_id: str, limit: int = 10) -> list[TemplateUse]:
        """What became of a template at its orders, the newest first."""
        query = select(template_uses).where(template_uses.c.template_id == template_id)
        newest = query.order_by(template_uses.c.at.desc(), template_uses.c.order_id).limit(limit)
        async with self._reading() as connection:
            rows = (await connection.execute(newest)).mappings()
            return [TemplateUse(**{**row, "outcome": Outcome(row["outcome"])}) for row in rows]
