"""Labels and numbers in one text without a colon: `PO No 4711`."""

import re

from orders.dates import parse_date, read_moment
from orders.dictionary import (
    ORDER_WORDS,
    OTHER_PAPERS,
    Meanings,
    label_meanings,
    names_any,
)
from orders.fillers import KINDS
from orders.sheet import Cell
from orders.values import ascii_digits, fold, words_of_list
from orders.view import Grid

_LETTER = "[A-ZА-ЯЁЇІЄ]"
"""Letters of a number: `PO-7`, and `УТ-7`, `СТ00072768` of Russian and Ukrainian books."""
_NUMBER_TAIL = re.compile(
    r"^(?P<label>[^\d#№]{2,40}?)[\s:：.]*(?P<sign>(?<=\W)(?:no|nr)\b\.?|n[°º]|n\.|núm\.?|№|#)?[\s:：.#-]*(?<=[\W])"
    rf"(?P<value>(?:{_LETTER}{{1,3}} |(?:{_LETTER}{{1,8}}[-/]){{0,4}}{_LETTER}{{0,6}}[-/]?)\d[\w/.-]*)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PO_LABEL, _DATE_LABEL = "po number", "order date"
_OF_DAY = r"(?:от|від|del|vom|du|dated|of|de|de fecha|fecha|van|z dnia|tarihli|مورخ|dd|dtd|on)"
_DATED = re.compile(rf"^(?P<rest>.*\d\S*)[\s,]+{_OF_DAY}[\s:.]+(?P<day>\S*\d.*)$", re.IGNORECASE)
_TITLE_DAY = re.compile(
    rf"(?P<title>[^\d#№]{{2,40}}?)[\s:,]+(?:{_OF_DAY}[\s:.]+)?(?P<day>(?=.*(?:19|20|1[34])\d\d)\d.*?)(?: г\.?)?",
    re.IGNORECASE,
)
"""`Bestellung vom 03.11.2026`: an order's title, and its day."""
_DAY_BEHIND = re.compile(
    rf"(?P<rest>\S*\d[^\s,]*)(?:[\s,]+{_OF_DAY}[\s:.]+|\s*[,(]\s*|\s+/\s+|\s+)"
    r"(?P<day>(?=.*(?:19|20|1[34])\d\d)\d.*?)\)?(?:\s*г(?:ода)?\.?)?",
    re.IGNORECASE,
)
_DAY_TAIL = re.compile(
    r"(?P<rest>.*\d\S*?)(?:\s*/\s*|\s*[,(]\s*|\s+[-–]\s+)"
    r"(?P<day>\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.? [^\W\d]{3,9}\.? \d{4})\)?$"
)
"""`Nr. 55/26.11.2026`, `7781, 3 Dec 2026`: a whole day behind a number."""
_REVISED = re.compile(
    r"(?P<rest>.*\d\S*?)[\s,(/-]+(?:rev(?:ision|ised)?|rév(?:ision)?|version|amend(?:ed|ment)?|issue)\b[\s.:#-]*(?:no\.? ?)?\w{0,3}\)?",
    re.IGNORECASE,
)
"""`PO 7781 Rev. B`: the order keeps its number when it is revised."""
_SAID_DAY = re.compile(
    r"(?P<label>[^\W\d][^\d:]{1,30}?)\s+(?P<day>(?=.*(?:19|20|1[34])\d\d)\d\S*(?: \S+){0,2})"
)
_CONTRACTS = frozenset(
    words_of_list(
        "договор|договору|договора|контракт|контракту|контракта|contract|vertrag|contrat|contrato"
        "|contratto|umowy|smlouvy|sözleşme|قرارداد|عقد"
    )
)
"""`Заказ по договору № 7 от 01.02.2026`: the number and the day of another paper."""
_DAYS = frozenset({"order_date", "delivery_date"})
"""`Datum 14.03.2023`: whose day it is, and a whole day."""
_POST_BOX = re.compile(
    r"\bp\W{0,2}o\W{0,2}box\b|\b(?:post(?:fach|bus|boks|box)|apartado|caixa postal|casella postale)\b",
    re.IGNORECASE,
)
"""Where a post box's number stands, the letters P.O. name no order."""
_HOUSE = re.compile(r"[^\W\d_][\w.]{0,9}\s?[°º]?[\s:.#]{0,3}\d{1,4}[a-z]?\W*", re.IGNORECASE)
"""`Número: 186` behind a street: the number of a house."""
_BARE = re.compile(
    r"(?:no|nr|n\.|n[°º]|№|#|number|nummer|número|numero|番号|编号|编號|번호|شماره|رقم)[\s.:：#]*"
    r"(?P<value>[A-Z]{0,4}[-/]?\d[\w/-]{3,})",
    re.IGNORECASE,
)
_LONE = re.compile(r"\d{6,10}|[A-Z]{1,4}[-/]?\d{4,8}")
"""So long a number below a title needs no sign before it."""
_REMARK = re.compile(r"\([^\W\d_]+\)")
_SIGNED = re.compile(r"(?:n[°º]|№|nr\.|no\.|núm\.?)\s*(?P<value>\S*\d\S*)", re.IGNORECASE)
_DASHED, _TITLE = re.compile(r"\s+[-–—|·•]\s+"), 120
_ABOVE = 4
_FEW_DIGITS = 2
_NUMBER_DIGITS = 5  # So many digits behind a title are no year, version or page.


def numbered(line: str) -> list[tuple[str, str]]:
    """A label with its number and no colon between: `PO No 4711`, `Заказ № 7 от 15.03.2026`.

    In a title it may be one of several parts: `Acme Ltd - Purchase Order 4711`.
    """
    if _POST_BOX.search(line):
        return []
    if found := _told(line):
        return found
    parts = _DASHED.split(line) if len(line) <= _TITLE else []
    return next((found for part in parts[1:] if (found := _told(part)) and _is_sure(*found[0])), [])


def _is_sure(label: str, value: str) -> bool:
    """Whether a part of a title numbers the order: `Cups - order 12` counts cups."""
    long = sum(sign.isdigit() for sign in value) > _FEW_DIGITS
    return long or fold(label) not in ORDER_WORDS or " " in label.strip()


def _told(line: str) -> list[tuple[str, str]]:
    revised = _REVISED.fullmatch(line)
    line = revised["rest"] if revised else line
    dated = _DATED.match(ascii_digits(line)) or _DAY_TAIL.match(ascii_digits(line))
    spanned = dated and parse_date(dated["rest"]).readings  # From one day to the other.
    if dated and not spanned and parse_date(dated["day"]).readings:
        told = () if names_any(dated["rest"], OTHER_PAPERS) else ((_DATE_LABEL, dated["day"]),)
        return [*(numbered(dated["rest"]) or _of_title(dated["rest"])), *told]
    titled = _TITLE_DAY.fullmatch(ascii_digits(line))
    if titled and fold(titled["title"]) in ORDER_WORDS and parse_date(titled["day"]).readings:
        return [(_DATE_LABEL, titled["day"])]
    said = _SAID_DAY.fullmatch(ascii_digits(line))
    if said and _DAYS & label_meanings(said["label"]).keys() and parse_date(said["day"]).readings:
        return [(said["label"], said["day"])]
    tail = _NUMBER_TAIL.match(ascii_digits(line))
    if tail is None:
        return []
    value = _whole_number(line, tail)
    label = _titled(tail["label"], value, signed=bool(tail["sign"]))
    whole = line[: tail.start("value")].strip(" .:#")
    label = whole if not _is_strong(label) and _is_strong(whole) else label  # `Bestell-Nr. 4711`.
    a_year = _YEAR.fullmatch(value) and not tail["sign"]
    return [(label, value)] if _is_strong(label) and not a_year else []


def _of_title(line: str) -> list[tuple[str, str]]:
    """The number of a dated title in more words than its name: `Заявка на поставку досок № 45`."""
    tail = _NUMBER_TAIL.match(ascii_digits(line))
    words = fold(tail["label"]).split() if tail and tail["sign"] else []
    named = any(" ".join(words[:count]) in ORDER_WORDS for count in (1, 2, 3))
    whose = names_any(" ".join(words), OTHER_PAPERS) or not _CONTRACTS.isdisjoint(words)
    return [(_PO_LABEL, tail["value"])] if tail and named and not whose else []


def undated(text: str) -> str:
    """A number without the day that stands behind it: `7781 vom 03.12.2026`, `7781 (3 Dec 2026)`."""
    found = _DAY_BEHIND.fullmatch(text) or _DAY_TAIL.fullmatch(text)
    return found["rest"] if found and parse_date(found["day"]).readings else text


def bare_number(text: str) -> str:
    """The number in a value that says once more whose it is: `PO # 4711` below a title."""
    told = _SIGNED.fullmatch(ascii_digits(text))
    bare = told["value"] if told else text
    return next((value for label, value in numbered(text) if label != _DATE_LABEL), bare)


def meant_by(label: str) -> Meanings:
    """What a label before a colon names, with or without words for the kind of order.

    `Orden de Compra Rápida : 2932` numbers it; without a colon that is a title, and beside it may stand anything.
    """
    return label_meanings(label) or label_meanings(_plain(label))


def _plain(label: str) -> str:
    """The words of a label but for the kind of order."""
    return " ".join(word for word in fold(label).split() if word not in KINDS)


def is_house_number(grid: Grid, row: int, column: int) -> bool:
    """Whether a number goes on an address: below a line that ends in a comma it names no order."""
    above = grid.text(row - 1, column).rstrip()
    return above.endswith(",") and bool(_HOUSE.fullmatch(ascii_digits(grid.text(row, column))))


def below_title(grid: Grid, row: int, column: int) -> str:
    """The number that stands alone below the paper's title: `PURCHASE ORDER`, and `No. P00342`.

    The title stands above it in its column, or alone in a row in the middle of the paper.
    """
    text = ascii_digits(grid.text(row, column))
    dated = _DATED.match(text) or _DAY_TAIL.match(text)
    told = _BARE.fullmatch(dated["rest"] if dated else text)
    if not told:
        return text if _LONE.fullmatch(text) and _is_titled(grid, row, column) else ""
    above = (dict(grid.filled(at)) for at in range(row - _ABOVE, row))
    titles = {fold(cells[at]) for cells in above for at in cells if at == column or len(cells) < 2}
    titles |= {title.replace(" ", "") for title in titles if not title.isascii()}
    return told["value"] if titles & ORDER_WORDS else ""


def _is_titled(grid: Grid, row: int, column: int) -> bool:
    """Whether what stands next above a number is the title alone: `Purchase Order Form`, and below it `(New)`."""
    above = (grid.text(at, column) for at in range(row - 1, row - _ABOVE, -1))
    title = fold(next((one for one in above if one and not _REMARK.fullmatch(one)), ""))
    dated = read_moment(Cell(grid.text(row, column))).readings
    return title.removesuffix(" form") in ORDER_WORDS and not dated


def _titled(label: str, value: str, *, signed: bool) -> str:
    """A title that only says `order` names the order's number if that looks like one."""
    plain = _plain(label)
    if "po_number" in label_meanings(label) or not (plain in ORDER_WORDS or _is_strong(plain)):
        return label
    digits = sum(sign.isdigit() for sign in value)
    marked = digits >= _NUMBER_DIGITS or (digits >= 3 and value[0].isalpha())
    dated = read_moment(Cell(value)).readings
    return _PO_LABEL if (marked or (signed and digits > 1)) and not dated else label


def _whole_number(line: str, tail: re.Match[str]) -> str:
    """`PO-3321` is a number as it stands; `PO 3321` and `PO# 3321` name one."""
    joined = line[tail.end("label") - 1 : tail.end("label") + 1]
    whole = joined[-1:] == "-" or (joined[:1] == "/" and " " not in line)
    return line if whole else tail["value"]


def _is_strong(label: str) -> bool:
    return label_meanings(label).get("po_number", 0.0) >= 1 and len(fold(label)) > 1
