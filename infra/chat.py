"""A person at the Teams stand-in: drops files, reads cards, presses."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CardSeen:
    """One live card in a person's chat."""

    message: str
    text: str
    content: Json

    @property
    def verbs(self) -> dict[str, Json]:
        """Every verb a button of the card sends, with the data it carries."""
        return {
            part["verb"]: part.get("data", {})
            for part in walk(self.content)
            if part.get("type") == "Action.Execute" and part.get("verb") != "refresh"
        }

    @property
    def titles(self) -> dict[str, str]:
        """What each visible button says, by the verb it sends."""
        return {
            part["verb"]: str(part.get("title", ""))
            for part in walk(self.content)
            if part.get("type") == "Action.Execute"
        }

    @property
    def inputs(self) -> dict[str, Json]:
        """Every input by id."""
        return {
            part["id"]: part
            for part in walk(self.content)
            if str(part.get("type", "")).startswith("Input.")
        }

    @property
    def order(self) -> str:
        """The code of the order the card is about, or an empty text."""
        codes = [str(data.get("order", "")) for data in self.verbs.values()]
        refresh = self.content.get("refresh", {}).get("action", {}).get("data", {})
        return next((code for code in [*codes, str(refresh.get("order", ""))] if code), "")


def walk(part: object) -> Iterator[Json]:
    """Every JSON object inside a card, the `refresh` part left out."""
    if isinstance(part, dict):
        yield part
        for key, value in part.items():
            if key not in ("refresh", "fallback"):
                yield from walk(value)
    elif isinstance(part, list):
        for value in part:
            yield from walk(value)


@dataclass(frozen=True, slots=True)
class Chat:
    """The stand-in's driving API."""

    url: str
    http: httpx.AsyncClient

    async def drop(self, who: str, name: str, content: bytes) -> Json:
        """Drop a file into the person's chat with the bot."""
        packed = base64.b64encode(content).decode()
        return await self._post(f"/api/people/{who}/files", {"name": name, "base64": packed})

    async def say(self, who: str, text: str) -> Json:
        """Write to the bot."""
        return await self._post(f"/api/people/{who}/say", {"text": text})

    async def click(
        self, who: str, card: CardSeen, verb: str, inputs: Mapping[str, str] | None = None
    ) -> Json:
        """Press the button of a card that sends this verb."""
        body = {"message": card.message, "verb": verb, "inputs": dict(inputs or {})}
        return await self._post(f"/api/people/{who}/click", body)

    async def cards(self, who: str, after: str = "0") -> list[CardSeen]:
        """The live cards in a person's chat written after a message, the oldest first."""
        place, since = f"{self.url}/api/people/{who}/messages", {"after": after}
        answer = await self.http.get(place, params=since, timeout=60)
        return [
            CardSeen(one["id"], one["text"], one["card"])
            for one in answer.raise_for_status().json()
            if one["card"] and not one["deleted"]
        ]

    async def log(self, since: int, wait: float = 1.0) -> tuple[list[Json], int]:
        """What happened after entry `since`, and the number of the last entry."""
        answer = await self.http.get(
            f"{self.url}/api/log", params={"since": since, "wait": wait}, timeout=wait + 10
        )
        body = answer.raise_for_status().json()
        return body["entries"], body["next"]

    async def _post(self, path: str, body: Json) -> Json:
        answer = await self.http.post(f"{self.url}{path}", json=body, timeout=60)
        found: Json = answer.json()
        return found
