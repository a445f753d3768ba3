"""The signing keys of the stand-in, and every way to sign badly."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from infra.devservers.teams.options import Json
from infra.devservers.teams.state import new_guid

ISSUER = "https://api.botframework.com"
_LIFETIME = 3600
_SKEW = 300


class Key:
    """One RSA key with its id and the channels it speaks for."""

    def __init__(self, endorsements: list[str]) -> None:
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.kid = base64.urlsafe_b64encode(new_guid().encode()[:15]).decode()
        self.endorsements = endorsements

    def public(self) -> Json:
        """The key as the key set shows it."""
        shown: Json = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        shown.pop("key_ops", None)
        ids = {"kid": self.kid, "x5t": self.kid, "use": "sig", "alg": "RS256"}
        return {**shown, **ids, "endorsements": self.endorsements}

    def sign(self, claims: Json) -> str:
        """A signed token with `kid` and `x5t` in its header."""
        headers = {"kid": self.kid, "x5t": self.kid}
        return jwt.encode(claims, self.private, algorithm="RS256", headers=headers)


class KeyRing:
    """The key in use and the keys published; they may differ for a while."""

    def __init__(self) -> None:
        self.current = Key(["msteams"])
        self.published = [self.current]

    def rotate(self, endorsements: list[str], *, publish: bool, keep: bool) -> str:
        """Take a new key; return its id. `keep` leaves the old ones published."""
        self.current = Key(endorsements)
        if publish:
            self.publish(keep=keep)
        return self.current.kid

    def publish(self, *, keep: bool) -> None:
        """Show the key in use in the key set."""
        old = [key for key in self.published if key is not self.current]
        self.published = [*old, self.current] if keep else [self.current]

    def key_set(self) -> Json:
        """The JWKS document."""
        return {"keys": [key.public() for key in self.published]}


def channel_claims(app_id: str, service_url: str, at: float | None = None) -> Json:
    """The claims of a call from the channel to the bot, valid for an hour."""
    now = int(time.time() if at is None else at)
    return {
        "serviceurl": service_url,
        "nbf": now,
        "exp": now + _LIFETIME,
        "iss": ISSUER,
        "aud": app_id,
    }


FORGERIES: dict[str, Json] = {
    "expired": {"nbf": -2 * _LIFETIME, "exp": -_SKEW - 5},
    "expired_within_skew": {"nbf": -2 * _LIFETIME, "exp": -_SKEW + 60},
    "not_yet_valid": {"nbf": _SKEW + 60, "exp": _LIFETIME},
    "no_expiry": {"exp": None},
    "foreign_audience": {"aud": "9f2d8c11-0000-4000-8000-00000000dead"},
    "foreign_issuer": {"iss": "https://sts.windows.net/elsewhere/"},
    "emulator_issuer": {"iss": "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/"},
    "foreign_service_url": {"serviceurl": "https://attacker.example/"},
    "no_service_url": {"serviceurl": None},
}
OTHER_FORGERIES = (
    "good",
    "missing",
    "basic",
    "garbage",
    "unsigned",
    "hmac_with_public_key",
    "unknown_key",
    "stolen_kid",
    "broken_signature",
)


def forge(ring: KeyRing, kind: str, app_id: str, service_url: str) -> str | None:
    """An Authorization header that is wrong in one way; None means no header at all.

    ValueError if there is no such kind.
    """
    claims = channel_claims(app_id, service_url)
    if kind in FORGERIES:
        return "Bearer " + ring.current.sign(_bend(claims, FORGERIES[kind]))
    if kind not in OTHER_FORGERIES:
        raise ValueError(f"kind must be one of {sorted((*FORGERIES, *OTHER_FORGERIES))}")
    header: str | None = _OTHERS[kind](ring, claims)
    return header


def _bend(claims: Json, changes: Json) -> Json:
    now = int(time.time())
    bent = {name: value for name, value in claims.items() if name not in changes}
    for name, value in changes.items():
        if value is not None:
            bent[name] = now + value if isinstance(value, int) else value
    return bent


def _hmac(ring: KeyRing, claims: Json) -> str:
    public = ring.current.private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    signed = f"{_part({'alg': 'HS256', 'kid': ring.current.kid})}.{_part(claims)}"
    mark = hmac.new(public, signed.encode(), hashlib.sha256).digest()
    return f"Bearer {signed}.{base64.urlsafe_b64encode(mark).decode().rstrip('=')}"


def _part(value: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _stolen(ring: KeyRing, claims: Json) -> str:
    stranger = Key(["msteams"])
    stranger.kid = ring.current.kid
    return "Bearer " + stranger.sign(claims)


def _broken(ring: KeyRing, claims: Json) -> str:
    head, body, mark = ring.current.sign(claims).split(".")
    return f"Bearer {head}.{body}.{mark[:-8]}AAAAAAAA"


_OTHERS: dict[str, Any] = {
    "good": lambda ring, claims: "Bearer " + ring.current.sign(claims),
    "missing": lambda _ring, _claims: None,
    "basic": lambda _ring, _claims: "Basic b3JkZXI6ZGVzaw==",
    "garbage": lambda _ring, _claims: "Bearer not.a.token",
    "unsigned": lambda _ring, claims: f"Bearer {_part({'alg': 'none'})}.{_part(claims)}.",
    "hmac_with_public_key": _hmac,
    "unknown_key": lambda _ring, claims: "Bearer " + Key(["msteams"]).sign(claims),
    "stolen_kid": _stolen,
    "broken_signature": _broken,
}
