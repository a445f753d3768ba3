"""Number formats: which code each cell style shows, and which are dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, walk, whole
from orders.errors import UnreadableFile, UnsafeFile

_BUILT_IN: Mapping[int, str] = {
    0: "",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy/m/d"),
}
_SECTIONS = ("fonts", "fills", "cellXfs")
STRUCK, UNSEEN = "[Struck]", "[White]"
"""How the code of a format begins that strikes through what it shows, or that shows it to nobody."""
_MOST_STYLES = 65_536
_LONGEST_CODE = 1_000
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general|am/pm|a/p')


@dataclass(slots=True)
class Styles:
    """Gathers number formats, which fonts are white or struck through, which fills let white through.

    It hears elements; `binary` tells it the records of an .xlsb by the same names.
    """

    codes: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int, int]] = field(default_factory=list)
    white: list[bool] = field(default_factory=list)
    pale: list[bool] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    _section: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens."""
        if name in _SECTIONS:
            self._section = name
        elif name == "numFmt":
            code = attributes.get("formatCode", "")[:_LONGEST_CODE]
            self.codes[_number(attributes.get("numFmtId", ""))] = code
        elif self._section:
            self._inside(name, attributes)
        if max(map(len, (self.styles, self.codes, self.white, self.pale))) > _MOST_STYLES:
            raise UnsafeFile("The workbook holds more cell formats than Excel allows.")

    def _inside(self, name: str, attributes: Attributes) -> None:
        match self._section, name:
            case "cellXfs", "xf":
                told = (attributes.get(key, "0") for key in ("numFmtId", "fontId", "fillId"))
                number, font, fill = map(_number, told)
                self.styles.append((number, font, fill))
            case "fonts", "font":
                self.white.append(False)
            case "fonts", "color" if self.white:
                self.white[-1] = _is_white(attributes)
            case "fonts", "strike" if attributes.get("val", "1") not in ("0", "false"):
                self.struck.add(len(self.white) - 1)
            case "fills", "fill":
                self.pale.append(True)
            case "fills", "patternFill" if self.pale:
                self.pale[-1] = attributes.get("patternType", "none") == "none"
            case "fills", "fgColor" if self.pale:
                self.pale[-1] = self.pale[-1] or _is_white(attributes)

    def text(self, text: str) -> None:
        """Styles have no text."""

    def end(self, name: str) -> None:
        """An element closes."""
        if name == self._section:
            self._section = ""

    def formats(self) -> tuple[str, ...]:
        """The number format code of every cell style, by its index; `""` is General.

        A style that writes in white on white has the code that says the same: `[White]0.00`; one that
        strikes through is told in the same manner: `[Struck]0.00`.
        """
        return tuple(
            self._marked(code_of(code, self.codes), font, fill) for code, font, fill in self.styles
        )

    def _marked(self, code: str, font: int, fill: int) -> str:
        if self._unseen(font, fill):
            return unseen(code)
        return struck_through(code) if font in self.struck else code

    def _unseen(self, font: int, fill: int) -> bool:
        """Whether a style writes in white where nothing darker lies beneath."""
        white = font < len(self.white) and self.white[font]
        return white and (fill >= len(self.pale) or self.pale[fill])


def _is_white(told: Attributes) -> bool:
    """Whether a colour is white: as such, by the palette, or as the theme's own background."""
    if "rgb" in told:
        return told["rgb"].upper().endswith("FFFFFF")
    plain = "tint" not in told
    return plain and (told.get("theme") == "0" or told.get("indexed") in ("1", "9"))


def read_formats(archive: Archive, part: str, limits: Limits) -> tuple[str, ...]:
    """The number format code of every cell style, as `Styles.formats` has it."""
    if not part:
        return ()
    listener = Styles()
    walk(archive.chunks(part), listener, limits)
    return listener.formats()


def unseen(code: str) -> str:
    """The code of a format that writes in white where nothing darker lies beneath."""
    return f"{UNSEEN}{code or 'General'}"


def says_of_texts(code: str) -> bool:
    """Whether a format says something of a text too: struck through, or seen by nobody."""
    return code.startswith((STRUCK, UNSEEN, ";;;"))


def struck_through(code: str) -> str:
    """The code of a format that strikes through what it shows."""
    return f"{STRUCK}{code or 'General'}"


def code_of(number: int, codes: Mapping[int, str]) -> str:
    """The code of a format by its number: the file's own, else the built-in one; `""` is General."""
    code = codes.get(number, _BUILT_IN.get(number, ""))
    return "" if code.casefold() == "general" else code


@lru_cache(maxsize=1024)
def date_letters(code: str) -> str:
    """`d` if the format shows a date, `t` a time, `dt` both, `""` neither.

    A length of time (`[h]:mm`) is a number, not a moment, and gives `""`.
    """
    bare = _LITERAL.sub("", code.partition(";")[0].lower())
    if "[" in bare or "0" in bare.partition(".")[0] or "#" in bare or "?" in bare:
        return ""
    day = "d" if any(letter in bare for letter in "dy") or _months_only(bare) else ""
    return day + ("t" if any(letter in bare for letter in "hs") else "")


def _months_only(bare: str) -> bool:
    return "m" in bare and not any(letter in bare for letter in "hs")


def _number(text: str) -> int:
    number = whole(text)
    if number is None:
        raise UnreadableFile("The file is damaged: a cell format has no number.")
    return number
