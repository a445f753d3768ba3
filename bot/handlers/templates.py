"""Templates, for those who approve: what is remembered, and forgetting it."""

from bot.desk import Desk, actor_of, say_card
from bot.handlers import router
from bot.turn import Answer, CardAnswer, Turn
from cards.replies import templates_card
from orders.roles import Role
from orders.template import TemplateState
from runtime.shelf import put_in_state

_MAY = (Role.APPROVER, Role.MANAGER, Role.ADMIN)


@router.command("templates", words=("templates", "الگوها", "الگو ها"))
async def templates(turn: Turn, desk: Desk) -> Answer:
    """The templates in use: customer, who confirmed them when, and their id."""
    if not actor_of(turn).has(*_MAY):
        return say_card(turn, "templates_not_yours")
    known = [one for one in await desk.store.templates(turn.tenant_id) if one.active]
    return await desk.alone(turn, CardAnswer(templates_card(known, turn.language).content))


@router.command("forget", words=("forget", "forget template", "فراموش کن", "حذف الگو"), exact=True)
async def forget(turn: Turn, desk: Desk) -> Answer:
    """Take one template out of use; its versions stay."""
    actor = actor_of(turn)
    if not actor.has(*_MAY):
        return say_card(turn, "templates_not_yours")
    wanted = turn.argument.strip().lower()
    versions = await desk.store.template_versions(wanted) if wanted else []
    if not versions or versions[-1].tenant_id != turn.tenant_id:
        return say_card(turn, "template_unknown", {"template": turn.argument[:20]})
    by = (actor.object_id, actor.name)
    at = desk.clock().isoformat()
    await put_in_state(desk.store, versions[-1], TemplateState.REVOKED, by, at)
    return say_card(turn, "template_forgotten", {"template": wanted})
