"""Number formats: which code each cell style shows, and which are dates."""

import re
from functools import lru_cache

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, walk, whole
from orders.errors import UnreadableFile, UnsafeFile

_BUILT_IN = {
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
_MOST_STYLES = 65_536
_LONGEST_CODE = 1_000
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general|am/pm|a/p')


class _StyleListener:
    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            code = attributes.get("formatCode", "")[:_LONGEST_CODE]
            self.codes[_number(attributes.get("numFmtId", ""))] = code
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.styles.append(_number(attributes.get("numFmtId", "0")))
        if max(len(self.styles), len(self.codes)) > _MOST_STYLES:
            raise UnsafeFile("The workbook holds more cell formats than Excel allows.")

    def text(self, text: str) -> None:
        """Styles have no text."""

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def read_formats(archive: Archive, part: str, limits: Limits) -> tuple[str, ...]:
    """The number format code of every cell style, by its index; `""` is General."""
    if not part:
        return ()
    listener = _StyleListener()
    walk(archive.chunks(part), listener, limits)
    codes = _BUILT_IN | listener.codes
    shown = (codes.get(style, "") for style in listener.styles)
    return tuple("" if code.casefold() == "general" else code for code in shown)


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
