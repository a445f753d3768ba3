"""What every card must keep: allowed elements, labels, wrap, verbs, few actions."""

import re
from collections.abc import Iterator

ALLOWED = {
    "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column",
    "Table", "TableRow", "TableCell", "ActionSet", "Input.Text", "Input.Date", "Input.ChoiceSet",
    "Data.Query", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ShowCard",
    "Action.ToggleVisibility",
}  # fmt: skip
MOST_ACTIONS = 6
_ISOLATES = "\u2068\u2069"
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200d-\u200f\u202a-\u202e\u2066\u2067\ufeff\ud800-\udfff]"
)
_LIVE = re.compile(r"\]\(|\{\{|\$\{|<[A-Za-z/!]")


def walk(node: object, parent: str = "") -> Iterator[tuple[dict, str]]:
    """Every object of a card with the type of the object it stands in."""
    if isinstance(node, dict):
        yield node, parent
        for value in node.values():
            yield from walk(value, node.get("type", parent))
    elif isinstance(node, list):
        for one in node:
            yield from walk(one, parent)


def strings(node: object) -> Iterator[str]:
    """Every string a card carries."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from strings(value) if key != "$schema" else ()
    elif isinstance(node, list):
        for one in node:
            yield from strings(one)
    elif isinstance(node, str):
        yield node


def find(content: dict, kind: str) -> list[dict]:
    """All elements of a type."""
    return [node for node, _ in walk(content) if node.get("type") == kind]


def words(content: dict) -> str:
    """All text a person reads, in order."""
    return " ".join(
        node.get("text") or node.get("title") or node.get("label") or ""
        for node, _ in walk(content)
    )


def verbs(content: dict) -> list[str]:
    """The verbs of all buttons, without the automatic refresh."""
    body = content["body"]
    return [node["verb"] for node, _ in walk(body) if node.get("type") == "Action.Execute"]


def complaints(content: dict) -> list[str]:
    """Everything that breaks a rule; empty for a good card."""
    return [
        *_frame(content),
        *_elements(content),
        *_inputs(content),
        *_actions(content),
        *_texts(content),
    ]


def _frame(content: dict) -> Iterator[str]:
    if content["version"] != "1.5" or not content.get("fallbackText"):
        yield "version or fallbackText"
    if "actions" in content:
        yield "actions outside an ActionSet"
    for card in find(content, "AdaptiveCard"):
        if (content.get("lang") == "fa") != (card.get("rtl") is True):
            yield "rtl"
    if "refresh" in content and not isinstance(content["refresh"].get("userIds"), list):
        yield "refresh without an explicit list"


def _elements(content: dict) -> Iterator[str]:
    for node, _ in walk(content):
        kind = node.get("type")
        if kind is not None and kind not in ALLOWED:
            yield f"{kind} is not allowed"
        if kind in ("TextBlock", "Input.ChoiceSet") and node.get("wrap") is not True:
            yield f"{kind} does not wrap"


def _inputs(content: dict) -> Iterator[str]:
    ids = [node["id"] for node, _ in walk(content) if str(node.get("type")).startswith("Input.")]
    if len(ids) != len(set(ids)):
        yield f"ids twice: {ids}"
    for node, _ in walk(content):
        if str(node.get("type")).startswith("Input.") and not node.get("label"):
            yield f"{node['id']} has no label"


def _actions(content: dict) -> Iterator[str]:
    count = 0
    for node, parent in walk(content["body"]):
        kind = str(node.get("type"))
        if not kind.startswith("Action.") or parent.startswith("Action."):
            continue
        count += 1
        if parent != "ActionSet":
            yield f"{kind} stands in {parent}"
        if kind == "Action.Execute":
            yield from _execute(node)
    if count > MOST_ACTIONS:
        yield f"{count} actions"


def _execute(node: dict) -> Iterator[str]:
    twin = node.get("fallback", {})
    if set(node["data"]) != {"order", "revision"}:
        yield f"data holds {sorted(node['data'])}"
    if twin.get("type") != "Action.Submit" or twin["data"] != {
        "verb": node["verb"],
        **node["data"],
    }:
        yield f"{node['verb']} has no Submit twin"


def paragraphs(content: dict) -> list[str]:
    """Every rich paragraph as a person reads it, its runs joined."""
    blocks = find(content, "RichTextBlock")
    return ["".join(run["text"] for run in block["inlines"]) for block in blocks]


def _texts(content: dict) -> Iterator[str]:
    for text in paragraphs(content):
        if text.count(_ISOLATES[0]) != text.count(_ISOLATES[1]):
            yield f"unbalanced isolates: {text!r}"
    for text in strings(content):
        if _LIVE.search(text) or _UNSEEN.search(text):
            yield f"live or unseen characters: {text!r}"
        if re.search(r"(?<!\w)issue\.[A-Z]|(?<!\w)(verb|status|step|word|head)\.\w+", text):
            yield f"a key shows: {text!r}"
