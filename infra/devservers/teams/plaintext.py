"""Any Adaptive Card as text that can be read in a terminal."""

from collections.abc import Iterator

from infra.devservers.teams.options import Json

_MARKS = {"attention": "! ", "warning": "! "}


def card_text(card: Json) -> str:
    """The card line by line: titles, facts, columns, tables, inputs, buttons."""
    lines = [*_lines(card.get("body")), *_buttons(card.get("actions"))]
    return "\n".join(line for line in lines if line.strip())


def _lines(elements: object) -> Iterator[str]:
    for element in elements if isinstance(elements, list) else []:
        if isinstance(element, dict) and element.get("isVisible", True):
            yield from _element(element)


def _element(element: Json) -> Iterator[str]:
    kind = str(element.get("type", ""))
    if kind.startswith("Input."):
        yield _input(element)
    elif kind in _WRITERS:
        yield from _WRITERS[kind](element)
    else:
        yield f"[{kind}]"


def _text(element: Json) -> Iterator[str]:
    text = str(element.get("text", ""))
    heading = element.get("style") == "heading" or element.get("size") in {"large", "extraLarge"}
    mark = _MARKS.get(str(element.get("color", "")).lower(), "")
    yield f"# {text}" if heading else mark + text


def _rich(element: Json) -> Iterator[str]:
    runs = element.get("inlines") or []
    yield "".join(str(run.get("text", "")) if isinstance(run, dict) else str(run) for run in runs)


def _facts(element: Json) -> Iterator[str]:
    for fact in element.get("facts") or []:
        yield f"{fact.get('title', '')}: {fact.get('value', '')}"


def _columns(element: Json) -> Iterator[str]:
    sides = [list(_lines(column.get("items"))) for column in element.get("columns") or []]
    if all(len(side) <= 1 for side in sides):
        yield " | ".join(side[0] for side in sides if side)
    else:
        for side in sides:
            yield from side


def _table(element: Json) -> Iterator[str]:
    for row in element.get("rows") or []:
        yield " | ".join(" ".join(_lines(cell.get("items"))) for cell in row.get("cells") or [])


def _inside(element: Json) -> Iterator[str]:
    yield from _lines(element.get("items"))


def _images(element: Json) -> Iterator[str]:
    for image in element.get("images") or [element]:
        yield f"[image: {image.get('altText', '')}]"


def _action_set(element: Json) -> Iterator[str]:
    yield from _buttons(element.get("actions"))


def _input(element: Json) -> str:
    label = element.get("label") or element.get("title") or element.get("placeholder") or ""
    mark = "*" if element.get("isRequired") else ""
    value = element.get("value", "")
    choices = element.get("choices") or []
    shown = f"{label}{mark} [{element.get('id', '')}] = {value}"
    offered = "; ".join(f"{one.get('value')}: {one.get('title')}" for one in choices)
    return f"{shown} ({offered})" if offered else shown


def _buttons(actions: object) -> Iterator[str]:
    shown = [one for one in actions if isinstance(one, dict)] if isinstance(actions, list) else []
    if shown:
        yield " ".join(f"[{one.get('title', '')}]" for one in shown)
    for one in shown:
        if isinstance(one.get("card"), dict):
            yield from ("  " + line for line in card_text(one["card"]).splitlines())


_WRITERS = {
    "ActionSet": _action_set,
    "ColumnSet": _columns,
    "Container": _inside,
    "FactSet": _facts,
    "Image": _images,
    "ImageSet": _images,
    "RichTextBlock": _rich,
    "Table": _table,
    "TextBlock": _text,
}
