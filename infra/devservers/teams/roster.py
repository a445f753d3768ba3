"""Who is in a conversation: the connector's member routes."""

from aiohttp import web

from infra.devservers.teams.connector import Refused, guarded
from infra.devservers.teams.keep import LIMITS, WORLD
from infra.devservers.teams.limits import READS, TENANT
from infra.devservers.teams.options import Json
from infra.devservers.teams.people import Person
from infra.devservers.teams.state import World

routes = web.RouteTableDef()


@routes.get("/v3/conversations/{id}/members", name="members")
@guarded
async def list_members(request: web.Request) -> web.Response:
    """Everybody, at once."""
    return web.json_response([_account(*one) for one in _members(request)])


@routes.get("/v3/conversations/{id}/pagedmembers")
@guarded
async def page_members(request: web.Request) -> web.Response:
    """Everybody, `pageSize` at a time, with a `continuationToken`."""
    try:
        size = max(1, int(request.query.get("pageSize", "200")))
        start = max(0, int(request.query.get("continuationToken", "0")))
    except ValueError as error:
        raise Refused(400, "pageSize or continuationToken is wrong.") from error
    everyone = [_account(*one) for one in _members(request)]
    answer: Json = {"members": everyone[start : start + size]}
    if start + size < len(everyone):
        answer["continuationToken"] = str(start + size)
    return web.json_response(answer)


@routes.get("/v3/conversations/{id}/members/{member}")
@guarded
async def show_member(request: web.Request) -> web.Response:
    """One person, by MRI or Entra object id."""
    wanted = request.match_info["member"]
    for world, person in _members(request):
        if wanted in {world.mri(person), person.aad_id}:
            return web.json_response(_account(world, person))
    raise Refused(404, "The member is not in the conversation.", "MemberNotFoundInConversation")


def _members(request: web.Request) -> list[tuple[World, Person]]:
    world, limits = request.app[WORLD], request.app[LIMITS]
    wire_id = request.match_info["id"]
    chat = world.find_conversation(wire_id)
    if chat is None:
        raise Refused(404, "Conversation not found.", "ConversationNotFound")
    wait = limits.ask((f"read {chat.id}", READS), ("tenant", TENANT))
    if wait and world.options.limits:
        raise Refused(429, "API calls quota exceeded.", after=wait)
    return [(world, world.people[key]) for key in chat.members]


def _account(world: World, person: Person) -> Json:
    given, _, surname = person.name.partition(" ")
    return {
        "id": world.mri(person),
        "name": person.name,
        "objectId": person.aad_id,
        "aadObjectId": person.aad_id,
        "givenName": given,
        "surname": surname,
        "email": person.mail,
        "userPrincipalName": person.mail,
        "tenantId": world.tenant_of(person),
        "userRole": "user",
    }
