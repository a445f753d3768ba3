"""What the stand-in does: by default it answers; on demand it misbehaves."""

import json
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DEEDS = (
    "answer", "slow", "garbage", "garbage_once", "refuse", "empty", "huge", "limit", "broken",
    "hang_up", "foreign", "obey", "cut",
)  # fmt: skip
"""Everything a model can be told to do."""
_FENCE = re.compile(r"```untrusted\n(.*?)\n```", re.DOTALL)
_WORDS = {
    "quantity": "qty|quantity|amount|menge|ordered|pieces|units|pcs|stk|count|تعداد",
    "sku": "sku|code|article|art|ref",
    "gtin": "gtin|ean|barcode",
    "product_name": "name|product|description|item",
    "unit_price": "price|rate|cost",
    "line_total": "total|sum|value",
}
_ORDERS = re.compile(r"\b([a-z_]+) ?(?:=|:|is) ?(?:column )?([A-Z]{1,2})\b")
_SECONDS = 30.0


@dataclass(slots=True)
class Script:
    """Plans by model (`*` for all): a deed, and choices or a raw answer; and what was received."""

    plans: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=1_000))
    turns: dict[str, int] = field(default_factory=dict)

    def plan(self, model: str) -> dict[str, Any]:
        """What this model does now."""
        return self.plans.get(model) or self.plans.get("*") or {"do": "answer"}

    def set(self, model: str, plan: Mapping[str, Any]) -> None:
        """Change what a model does. Raises `ValueError` for a deed there is not."""
        if plan.get("do", "answer") not in DEEDS:
            raise ValueError(f"deeds are {', '.join(DEEDS)}")
        self.plans[model] = {"do": "answer", **plan}
        self.turns.pop(model, None)

    def text_of(self, model: str, prompt: str) -> str:
        """The text this model answers a prompt with."""
        plan = self.plan(model)
        turn = self.turns[model] = self.turns.get(model, 0) + 1
        deed = plan["do"]
        if deed == "garbage" or (deed == "garbage_once" and turn == 1):
            return "Sure! The quantity is probably in the third column, I think."
        if deed == "empty":
            return ""
        if deed == "huge":
            return "A" * 1_000_000
        if deed == "foreign":
            return "ستون سوم تعداد است."
        if "raw" in plan:
            return str(plan["raw"])
        told = orders_in(prompt) if deed == "obey" else plan.get("choices")
        return json.dumps(answer_to(prompt, told or None))

    def delay_of(self, model: str) -> float:
        """How many seconds this model takes."""
        plan = self.plan(model)
        return float(plan.get("seconds", _SECONDS)) if plan["do"] == "slow" else 0.0


def orders_in(prompt: str) -> dict[str, str]:
    """What a gullible model does: whatever the file tells it about its fields."""
    found = _FENCE.search(prompt)
    said = json.dumps(json.loads(found[1]), ensure_ascii=False) if found else ""
    return {name: letter for name, letter in _ORDERS.findall(said) if name in _WORDS}


def answer_to(prompt: str, choices: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """An honest model's answer: the first column whose header has a word of the field."""
    found = _FENCE.search(prompt)
    document = json.loads(found[1]) if found else {"open_fields": [], "columns": []}
    chosen = dict(choices) if choices is not None else _guess(document)
    sure = {name: 0.9 for name, letter in chosen.items() if letter}
    return {"fieldChoices": chosen, "confidence": sure, "flags": []}


def _guess(document: Mapping[str, Any]) -> dict[str, str | None]:
    taken = set(document.get("already_decided", {}).values())
    chosen: dict[str, str | None] = {}
    for name in document["open_fields"]:
        pattern = re.compile(_WORDS.get(name) or re.escape(name), re.IGNORECASE)
        fits = [c["letter"] for c in document["columns"] if pattern.search(c["header"])]
        letter = next((one for one in fits if one not in taken), None)
        chosen[name] = letter
        taken.add(letter)
    return chosen
