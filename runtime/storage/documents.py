"""Case documents and case rows, to text and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from orders.case import CaseDocument
from orders.errors import RecordMissing
from orders.template import Template
from runtime.storage.port import CaseRow

_ADAPTER = TypeAdapter(CaseDocument)
_TEMPLATES = TypeAdapter(Template)
_FENCE = "|"


def write_document(document: CaseDocument) -> str:
    """The document as JSON; decimals stay exact, as text."""
    return _ADAPTER.dump_json(document).decode()


def read_document(body: str) -> CaseDocument:
    """The document behind the JSON.

    Raises:
        RecordMissing: it was written by a version that this one cannot read. The reason is left
            out, for it would quote the document.
    """
    try:
        return _ADAPTER.validate_json(body)
    except ValidationError:
        raise RecordMissing("The case document cannot be read by this version.") from None


def write_row(row: CaseRow) -> dict[str, Any]:
    """The row as columns; approvers become `|a|b|`, so that one can be searched for."""
    return asdict(row) | {"approvers": fenced(*row.approvers)}


def read_row(columns: Mapping[Any, Any]) -> CaseRow:
    """The row behind the columns (columns of more than the row are ignored)."""
    known: dict[str, Any] = {name: columns[name] for name in CaseRow.__dataclass_fields__}
    known["approvers"] = tuple(filter(None, columns["approvers"].split(_FENCE)))
    return CaseRow(**known)


def write_template(template: Template) -> dict[str, Any]:
    """The version as columns; what is looked up stands beside its body."""
    return {
        "template_id": template.template_id,
        "version": template.version,
        "tenant_id": template.tenant_id,
        "fingerprint": template.layout.fingerprint,
        "at": template.at,
        "teaches": bool(template.taught),
        "body": _TEMPLATES.dump_json(template).decode(),
    }


def read_template(body: str) -> Template:
    """The version behind the JSON. Raises `RecordMissing` when it is of an unknown form."""
    try:
        return _TEMPLATES.validate_json(body)
    except ValidationError:
        raise RecordMissing("The template cannot be read by this version.") from None


def fenced(*names: str) -> str:
    """`|a|b|`; nothing for no names."""
    return _FENCE + _FENCE.join(names) + _FENCE if names else ""
