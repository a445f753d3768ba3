"""Who is who: people, roles, managers, and the file that says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from orders.errors import SettingsError


class Role(StrEnum):
    """What a person may do with orders."""

    REQUESTER = "requester"
    APPROVER = "approver"
    MANAGER = "manager"
    AUDITOR = "auditor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one tenant; `object_id` is the Entra object id (`aadObjectId`).

    `same_as` names the object id of the same human's first account, so that nobody approves an
    order of their own through a second one.
    """

    object_id: str
    name: str = ""
    tenant_id: str = ""
    roles: frozenset[Role] = frozenset()
    manager: str = ""
    same_as: str = ""
    language: str = ""

    @property
    def human(self) -> str:
        """One id per human, whatever account they use."""
        return self.same_as or self.object_id

    def has(self, *roles: Role) -> bool:
        """Whether the person holds any of these roles."""
        return bool(self.roles.intersection(roles))


@dataclass(frozen=True, slots=True)
class RoleBook:
    """Everybody the desk knows, by object id. Unknown people are requesters only if `open_door`."""

    people: Mapping[str, Person] = field(default_factory=dict)
    open_door: bool = False

    def find(self, object_id: str, tenant_id: str = "") -> Person | None:
        """The person behind an object id of a tenant, or None when they are not in the book."""
        person = self.people.get(object_id.lower())
        if person is not None and person.tenant_id and tenant_id:
            return person if person.tenant_id == tenant_id.lower() else None
        return person

    def holders(self, role: Role) -> tuple[Person, ...]:
        """Everybody with a role, in the order of the file."""
        return tuple(person for person in self.people.values() if person.has(role))

    def approvers_for(self, requester: str) -> tuple[Person, ...]:
        """Who may approve what this person asks for: every approver but the same human."""
        asking = self.people.get(requester.lower())
        human = asking.human if asking else requester.lower()
        return tuple(one for one in self.holders(Role.APPROVER) if one.human != human)

    def managers_for(self, object_id: str) -> tuple[Person, ...]:
        """The person's own manager, else everybody with the manager's role."""
        person = self.people.get(object_id.lower())
        own = self.people.get(person.manager) if person and person.manager else None
        return (own,) if own else self.holders(Role.MANAGER)


def parse_roles(document: object) -> RoleBook:
    """Read the roles file's content (already YAML-parsed) into a book.

    The shape: `people: [{object_id, name, roles: [...], tenant_id?, manager?, same_as?, language?}]`
    and `unknown_people: refuse|request`.

    Raises:
        SettingsError: anything is not as described; the sentence names the entry.
    """
    if not isinstance(document, dict) or not isinstance(document.get("people"), list):
        raise SettingsError("The roles file needs a list called 'people'.")
    unknown = document.get("unknown_people", "refuse")
    if unknown not in ("refuse", "request"):
        raise SettingsError("unknown_people in the roles file is 'refuse' or 'request'.")
    _refuse_extra(document, ("people", "unknown_people"), "the roles file")
    people = [_parse_person(entry, number) for number, entry in enumerate(document["people"], 1)]
    if not people:
        raise SettingsError("The roles file names nobody.")
    book = RoleBook({person.object_id: person for person in people}, unknown == "request")
    _refuse_doubles(people)
    _refuse_dangling(book)
    return book


def _parse_person(entry: object, number: int) -> Person:
    where = f"entry {number} of the roles file"
    if not isinstance(entry, dict):
        raise SettingsError(f"{where} is not a person.")
    _refuse_extra(
        entry,
        ("object_id", "name", "roles", "tenant_id", "manager", "same_as", "language"),
        where,
    )
    object_id = _text(entry, "object_id", where).lower()
    if not object_id or "*" in object_id:
        raise SettingsError(f"{where} needs an object_id of its own.")
    return Person(
        object_id=object_id,
        name=_text(entry, "name", where),
        tenant_id=_text(entry, "tenant_id", where).lower(),
        roles=_parse_roles_of(entry.get("roles"), where),
        manager=_text(entry, "manager", where).lower(),
        same_as=_text(entry, "same_as", where).lower(),
        language=_language(entry, where),
    )


def _language(entry: Mapping[str, object], where: str) -> str:
    language = _text(entry, "language", where)
    if language not in ("", "en", "fa"):
        raise SettingsError(f"language in {where} is 'en' or 'fa'.")
    return language


def _parse_roles_of(value: object, where: str) -> frozenset[Role]:
    if not isinstance(value, list) or not value:
        raise SettingsError(f"{where} needs a list of roles.")
    known = ", ".join(Role)
    for role in value:
        if role not in list(Role):
            raise SettingsError(f"{where} has the unknown role {role!r}; roles are {known}.")
    return frozenset(Role(role) for role in value)


def _text(entry: Mapping[str, object], key: str, where: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise SettingsError(f"{key} in {where} is not text.")
    return value.strip()


def _refuse_extra(entry: Mapping[str, object], known: Iterable[str], where: str) -> None:
    extra = sorted(str(key) for key in entry if key not in set(known))
    if extra:
        raise SettingsError(f"{where} has the unknown key {extra[0]!r}.")


def _refuse_doubles(people: list[Person]) -> None:
    seen: set[str] = set()
    for person in people:
        if person.object_id in seen:
            raise SettingsError(f"The roles file names {person.object_id} twice.")
        seen.add(person.object_id)


def _refuse_dangling(book: RoleBook) -> None:
    for person in book.people.values():
        for key in (person.manager, person.same_as):
            if key and key not in book.people:
                raise SettingsError(f"The roles file points to {key}, who is not in it.")
