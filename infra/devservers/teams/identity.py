"""Who signs: the key set for the bot, and tokens for its own calls."""

import hmac
import time

import jwt
from aiohttp import web

from infra.devservers.teams.keep import ENTRA_KEY, RING, WORLD
from infra.devservers.teams.keys import ISSUER
from infra.devservers.teams.options import Json
from infra.devservers.teams.state import World, new_guid

SCOPE = "https://api.botframework.com/.default"

routes = web.RouteTableDef()


@routes.get("/v1/.well-known/openidconfiguration", name="metadata")
async def show_metadata(request: web.Request) -> web.Response:
    """The OpenID document in Bot Framework's shape, with our token endpoint added."""
    world = request.app[WORLD]
    return web.json_response(
        {
            "issuer": ISSUER,
            "authorization_endpoint": "https://invalid.botframework.com",
            "jwks_uri": f"{world.root}/v1/.well-known/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint": f"{world.root}/{world.options.tenant_id}/oauth2/v2.0/token",
        }
    )


@routes.get("/v1/.well-known/keys", name="keys")
async def show_keys(request: web.Request) -> web.Response:
    """The keys that are published now."""
    return web.json_response(request.app[RING].key_set())


@routes.post("/{tenant}/oauth2/v2.0/token", name="token")
async def give_token(request: web.Request) -> web.Response:
    """Client credentials in, bearer token out, or Entra ID's error."""
    world = request.app[WORLD]
    form = {name: str(value) for name, value in (await request.post()).items()}
    if problem := _token_problem(world, request.match_info["tenant"], form):
        return _refuse(*problem)
    now = int(time.time())
    claims = {
        "aud": ISSUER,
        "iss": f"https://sts.windows.net/{world.options.tenant_id}/",
        "iat": now,
        "nbf": now,
        "exp": now + world.options.token_seconds,
        "appid": form["client_id"],
        "tid": world.options.tenant_id,
        "uti": new_guid(),
    }
    token = request.app[ENTRA_KEY].sign(claims)
    life = world.options.token_seconds
    answer = {"token_type": "Bearer", "expires_in": life, "ext_expires_in": life}
    world.note("token", life=life)
    return web.json_response({**answer, "access_token": token})


def _token_problem(world: World, tenant: str, form: Json) -> tuple[int, str, str] | None:
    wanted = world.options.app_password
    secret = form.get("client_secret", "")
    checks = (
        (tenant == world.options.tenant_id, 400, "invalid_request", "AADSTS90002: no such tenant"),
        (
            form.get("grant_type") == "client_credentials",
            400,
            "unsupported_grant_type",
            "AADSTS70003: the grant type is not supported",
        ),
        (
            form.get("client_id") == world.options.app_id,
            400,
            "unauthorized_client",
            "AADSTS700016: no such application in the tenant",
        ),
        (
            bool(secret) and hmac.compare_digest(secret.encode(), (wanted or secret).encode()),
            401,
            "invalid_client",
            "AADSTS7000215: invalid client secret",
        ),
        (form.get("scope") == SCOPE, 400, "invalid_scope", "AADSTS70011: the scope is not valid"),
    )
    return next((bad[1:] for bad in checks if not bad[0]), None)


def _refuse(status: int, error: str, description: str) -> web.Response:
    body = {"error": error, "error_description": description, "correlation_id": new_guid()}
    return web.json_response(body, status=status)


def caller_is_bot(request: web.Request) -> bool:
    """Whether the bearer token is one of ours for this bot, unexpired."""
    world = request.app[WORLD]
    if not world.options.auth:
        return True
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        claims = jwt.decode(
            token if scheme.lower() == "bearer" else "",
            request.app[ENTRA_KEY].private.public_key(),
            algorithms=["RS256"],
            audience=ISSUER,
            options={"require": ["exp", "aud"]},
        )
    except jwt.InvalidTokenError:
        return False
    return bool(claims.get("appid") == world.options.app_id)
