"""Clicks that no honest client would send."""

from typing import Any

from infra.chat import CardSeen
from support.road import Json, Road


def value_of(verb: str, order: str, revision: int = 1, **more: object) -> Json:
    """The value of an invoke with any data; `__` in a name stands for `/`."""
    data = {name.replace("__", "/"): one for name, one in more.items()}
    action = {"type": "Action.Execute", "verb": verb, "data": data}
    action["data"] |= {"order": order, "revision": revision}
    return {"action": action, "trigger": "manual"}


async def forge(road: Road, who: str, card: CardSeen, value: Json) -> Json:
    """Send this value from a card's message as this person."""
    return await road.teams(f"/api/people/{who}/invoke", {"message": card.message, "value": value})


async def nameless(road: Road, who: str, card: CardSeen, value: Json) -> Json:
    """The same click, signed by Teams, whose sender has a display name and no object id."""
    person = (await _people(road))[who]
    activity: dict[str, Any] = {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "replyToId": card.message,
        "value": value,
        "text": None,
        "attachments": None,
        "from": {"id": person["mri"], "name": person["name"]},
    }
    return await road.teams("/__fake/forge", {"who": who, "kind": "good", "activity": activity})


async def _people(road: Road) -> dict[str, Json]:
    found = (await road.http.get(f"{road.stack.teams_url}/api/people")).json()
    return {one["key"]: one for one in found}
