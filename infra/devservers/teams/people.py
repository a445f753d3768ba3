"""The invented people who chat with the bot."""

import base64
import dataclasses
import hashlib

_LANGUAGES = {"en": "en-US", "fa": "fa-IR"}


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """One account of the tenant. `tenant_id` empty means the stand-in's own tenant."""

    key: str
    name: str
    part: str
    aad_id: str
    locale: str = "en-US"
    timezone: str = "Europe/Amsterdam"
    country: str = "NL"
    tenant_id: str = ""
    installed: bool = True

    @property
    def mail(self) -> str:
        """An address that reaches nobody."""
        return f"{self.key}@desk.example"


PEOPLE = (
    Person("sara", "Sara Ahmadi", "requester", "a1f0c3d2-1111-4c1e-8a01-5e0f6d7c8b91"),
    Person("omid", "Omid Rostami", "approver", "a1f0c3d2-2222-4c1e-8a02-5e0f6d7c8b92"),
    Person(
        "mina",
        "مینا کاظمی",
        "second approver",
        "a1f0c3d2-3333-4c1e-8a03-5e0f6d7c8b93",
        "fa-IR",
        "Asia/Tehran",
        "IR",
    ),
    Person(
        "reza",
        "رضا مرادی",
        "manager",
        "a1f0c3d2-4444-4c1e-8a04-5e0f6d7c8b94",
        "fa-IR",
        "Asia/Tehran",
        "IR",
    ),
    Person("lina", "Lina Haddad", "auditor", "a1f0c3d2-5555-4c1e-8a05-5e0f6d7c8b95"),
)


def mri_of(person: Person, app_id: str) -> str:
    """The id the bot sees: unique per bot and person, so a new app id voids it."""
    digest = hashlib.sha256(f"{app_id}/{person.aad_id}".encode()).digest()
    return "29:1" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def full_locale(text: str) -> str:
    """`fa` or `fa-IR` as Teams writes it; unknown values pass unchanged."""
    return _LANGUAGES.get(text, text)
