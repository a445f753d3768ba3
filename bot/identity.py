"""Who is calling: the token of an incoming activity, verified."""

from collections.abc import Mapping, Sequence
from typing import Any

import jwt
from jwt.exceptions import InvalidSignatureError, PyJWTError
from yarl import URL

from bot.keys import Key, KeyCache

LEEWAY = 300
"""Seconds of clock skew that Microsoft asks bots to allow."""
ISSUER = "https://api.botframework.com"
_GOVERNMENT = "https://api.botframework.us"
_MAX_TOKEN = 16_384
_CHANNEL = "msteams"


class Unverified(Exception):
    """The caller is not who it must be. `status` is 401, or 403 for a key that may not speak."""

    def __init__(self, reason: str, status: int = 401) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class Verifier:
    """Checks a Bot Framework token against the published keys."""

    def __init__(self, app_id: str, metadata_url: str, keys: KeyCache) -> None:
        self._app_id = app_id
        self._keys = keys
        host = URL(metadata_url).host or ""
        self._issuer = _GOVERNMENT if host.endswith((".azure.us", ".botframework.us")) else ISSUER

    async def verify(self, headers: Sequence[str], activity: Mapping[str, Any]) -> dict[str, Any]:
        """The claims of the one Authorization header.

        Args:
            headers: every Authorization header of the request.
            activity: the parsed body; its serviceUrl must be the one in the token.

        Raises:
            Unverified: with the reason, for logs; callers get the status only.
        """
        token = _bearer(headers)
        key = await self._keys.find(_kid(token))
        if key is None:
            raise Unverified("unknown_key")
        try:
            claims = self._decode(token, key)
        except Unverified as refused:
            fits = refused.reason != InvalidSignatureError.__name__
            newer = None if fits else await self._keys.find_newer(key)
            if newer is None:
                raise
            key, claims = newer, self._decode(token, newer)
        service_url = activity.get("serviceUrl")
        if not service_url or claims.get("serviceurl") != service_url:
            raise Unverified("service_url")
        if _CHANNEL not in key.endorsements:
            raise Unverified("not_endorsed", status=403)
        return claims

    def _decode(self, token: str, key: Key) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                key.jwk,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=self._issuer,
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
        except (PyJWTError, ValueError) as error:
            raise Unverified(type(error).__name__) from None


def _bearer(headers: Sequence[str]) -> str:
    if len(headers) != 1:
        raise Unverified("headers")
    scheme, _, token = headers[0].strip().partition(" ")
    if scheme.lower() != "bearer" or not token.strip() or len(token) > _MAX_TOKEN:
        raise Unverified("no_bearer")
    return token.strip()


def _kid(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except (PyJWTError, ValueError, RecursionError):
        raise Unverified("malformed") from None
    kid = header.get("kid")
    if header.get("alg") != "RS256" or "crit" in header or not isinstance(kid, str) or not kid:
        raise Unverified("header")
    return kid
