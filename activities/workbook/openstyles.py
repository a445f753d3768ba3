"""Cell styles of .ods files that hide a cell or cross it out."""

from dataclasses import dataclass, field

from activities.workbook.markup import Attributes
from activities.workbook.styles import struck_through, unseen

_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_PAINT = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_WHITE = "#ffffff"
_BARE = ("", "transparent", _WHITE)
_DEEPEST = 8
"""So many styles at most stand on one another."""


@dataclass(slots=True)
class OpenStyles:
    """Hears the styles of a document; what a style leaves open, its parent says."""

    told: dict[str, dict[str, str]] = field(default_factory=dict)
    spans: dict[str, dict[str, str]] = field(default_factory=dict)
    """Styles of parts of a text."""
    _open: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        if name in ("style", "default-style"):
            self._open = {"parent": attributes.get(f"{_STYLE} parent-style-name", "")}
            family = attributes.get(f"{_STYLE} family")
            of = {"table-cell": self.told, "text": self.spans}.get(family or "")
            if of is not None and name == "style":
                of[attributes.get(f"{_STYLE} name", "")] = self._open
        elif name == "text-properties":
            self._take("colour", attributes.get(f"{_PAINT} color", ""))
            kinds = [
                attributes.get(f"{_STYLE} text-line-through-{one}") for one in ("style", "type")
            ]
            self._take(
                "struck", next((one for one in kinds if one not in (None, "none")), "") or ""
            )
        elif name == "table-cell-properties":
            self._take("ground", attributes.get(f"{_PAINT} background-color", ""))

    def marked(self, style: str, code: str = "") -> str:
        """A number format's code that also says what the style does to it."""
        if self._said(style, "colour") == _WHITE and self._said(style, "ground") in _BARE:
            return unseen(code)
        return struck_through(code) if self._said(style, "struck") else code

    def crosses_out(self, attributes: Attributes) -> bool:
        """Whether a part of a text is struck through."""
        style = attributes.get(f"{_TEXT} style-name", "")
        return bool(self.spans.get(style, {}).get("struck"))

    def _take(self, what: str, value: str) -> None:
        if value:
            self._open[what] = value.casefold()

    def _said(self, style: str, what: str) -> str:
        for _ in range(_DEEPEST):
            about = self.told.get(style)
            if about is None:
                return ""
            if what in about:
                return about[what]
            style = about["parent"]
        return ""
