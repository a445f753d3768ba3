"""How a paper's country writes days and money, told by its addresses.

For days only what no other country writes counts: American ZIP codes behind a state, of two places at least,
and Indian tax numbers or rupees. Two countries on one paper tell nothing.
"""

import re
from collections.abc import Iterable

from orders.view import Grid

_STATES = """
AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC
|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC
"""
_AMERICAN = re.compile(rf"\b(?:{''.join(_STATES.split())})\.?,?\s+(\d{{5}})(?:-\d{{4}})?\b")
_INDIAN = re.compile(r"\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b|\bINR\b|₹|\bGSTIN\b")
_ELSEWHERE = """
mexico|méxico|israel|australia|new zealand|ireland|germany|deutschland|france|italy
|italia|spain|españa|portugal|netherlands|belgium|switzerland|austria|sweden|norway|denmark
|finland|poland|turkey|türkiye|hong kong|singapore|malaysia|thailand
|vietnam|indonesia|pakistan|bangladesh|sri lanka|brazil|brasil|argentina|chile
|colombia|peru|egypt|kenya|nigeria|south africa|united kingdom|england|scotland|wales
|united arab emirates|dubai|saudi arabia|kuwait|qatar|oman|bahrain|jordan|lebanon|iraq
|russia|ukraine|greece|romania|hungary|czech
"""
_OTHERWISE = "canada|philippines|china|taiwan|japan|korea|iran"
"""Where people write days in several ways, or the year first."""
_ABROAD = re.compile(rf"\b(?:{''.join(_ELSEWHERE.split(chr(10)))}|{_OTHERWISE})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(?:{''.join(_ELSEWHERE.split(chr(10)))}|mozambique|moçambique|tanzania|uganda|ghana|zambia)\b"
    r"|\+(?:2[0-7]|3\d|4\d|5[1-8]|6[0-24-6]|7|8[48]|9[0-24-7])\d"
    r"|[€£₹₺]|\b(?:EUR|GBP|INR|TRY|AED|SAR|QAR|KWD|OMR|BHD|JOD|EGP|AUD|NZD|SGD|MYR|IDR|THB|VND|PLN|CZK|DKK|NOK|RON|BRL|MXN|ARS|CLP|COP|PKR|BDT|LKR|KES|NGN|ZAR)\b|\bRs\.? ?\d",
    re.IGNORECASE,
)
"""A country that writes the day first, or a telephone number or the money of one: all but those of `_OTHERWISE`."""
_NAMED_THERE = re.compile(
    r"(?:tabelle|feuil|hoja|foglio|planilha|folha|blad|ark|taul|arkusz|munka|sayfa|лист|аркуш|φύλλο) ?\d+",
    re.IGNORECASE,
)
"""What programs in languages that write the day first call a new sheet."""
_MIXED = re.compile(rf"\b(?:{_OTHERWISE})\b|\+(?:63|81|82|86|886|98)\b", re.IGNORECASE)
_DIALLED = re.compile(r"\+1[ (.-]+[2-9]\d\d\b")
_DOLLARS = {
    "ec": "USD", "sv": "USD", "au": "AUD", "ca": "CAD", "nz": "NZD", "sg": "SGD", "hk": "HKD",
    "mx": "MXN", "ar": "ARS", "cl": "CLP", "com.co": "COP",
}  # fmt: skip
"""Whose money a bare dollar sign is where mail or the web goes to a country's domain."""
_NATIONAL = {
    "MXN": re.compile(r"\bR\.?F\.?C\b|\bM\.? ?N\.(?!\w)|\bI\.?V\.?A\.? ?:? ?\(?16 ?%"),
    "ARS": re.compile(r"\bC\.?U\.?I\.?T\b"),
    "CAD": re.compile(r"\bHST\b|\b[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d\b"),
}
"""How the tax numbers, the tax, the money and the codes of places of one country are called."""
_CROWN = re.compile(r"\bkr\b", re.IGNORECASE)
_CROWNS = {
    "SEK": re.compile(
        r"\b(?:beställ\w*|kvantitet|benämning|belopp|inköps\w*|leverantör\w*|leverans\w*|kund|à-pris|styckpris"
        r"|exkl|anmärkning|sverige|sweden)\b|\.se\b",
        re.IGNORECASE,
    ),
    "NOK": re.compile(
        r"\b(?:mva|beløp|antall|innkjøps\w*|kjøper|norge|norway)\b|\.no\b", re.IGNORECASE
    ),
    "DKK": re.compile(
        r"\b(?:beløb|mængde|indkøbs\w*|køber|stk\. ?pris|i alt|bemærkning\w*|danmark|denmark)\b|\.dk\b",
        re.IGNORECASE,
    ),
}
"""Words, and domains, that only one of the countries has whose money is written `kr`."""
_DOMAIN = re.compile(
    r"(?:@|\bwww\.)[\w.-]+?\.((?:com\.)?[a-z]{2})\b|\b[\w-]+\.(com\.[a-z]{2})\b", re.IGNORECASE
)
_PLACES = 2
_ROWS = 60


def day_order(grid: Grid, above: int) -> str:
    """`mdy` or `dmy` where the country is told in the rows above a table; else empty."""
    rows = [row for row in grid.rows if row < above][:_ROWS]
    told = _told(grid, rows)
    places, indian = set(_AMERICAN.findall(told)), _INDIAN.search(told)
    if _ABROAD.search(told) or (places and indian):
        return ""
    return "dmy" if indian else "mdy" if len(places) >= _PLACES else ""


def leaning(grid: Grid) -> str:
    """`mdy` or `dmy`, as people of the one country that the paper names mostly write days; else empty.

    Programs of another country may print them otherwise: it proves nothing, and wants a yes.
    """
    told = _told(grid, grid.rows)
    american = bool(_AMERICAN.search(told) or _DIALLED.search(told))
    if not american and _NAMED_THERE.fullmatch(grid.name):
        return "dmy"  # The writer's own program says so, whoever else is named.
    abroad = bool(_DAY_FIRST.search(told))
    mixed = _MIXED.search(told) or american == abroad
    return "" if mixed else "mdy" if american else "dmy"


def dollars_of(grid: Grid) -> frozenset[str]:
    """Whose dollars or pesos a bare `$` may be, by all mail and web addresses, taxes and codes of places."""
    told = _told(grid, grid.rows)
    mailed = ["".join(one).lower() for one in _DOMAIN.findall(told)]
    codes = {_DOLLARS.get(one) or _DOLLARS.get(one.rpartition(".")[2], "") for one in mailed}
    codes |= {code for code, way in _NATIONAL.items() if way.search(told)}
    codes |= {"USD"} if _AMERICAN.search(told) else set()
    return frozenset(codes - {""})


def crown_of(grid: Grid) -> str:
    """Whose money `kr` is, by the words of the one country that writes so; else empty."""
    told = _told(grid, grid.rows)
    formats = {cell.number_format for cells in grid.rows.values() for cell in cells.values()}
    if not any(map(_CROWN.search, (told, *formats))):
        return ""
    codes = [code for code, words in _CROWNS.items() if words.search(told)]
    return codes[0] if len(codes) == 1 else ""


_YUAN = re.compile(r"\b(?:CNY|RMB)\b|人民币|人民幣|[¥￥]")
_TAIWAN = re.compile(
    r"統一編號|統編|台灣|臺灣|臺北|台北|新北市|桃園|臺中|台中|臺南|台南|高雄|新台幣|新臺幣"
)
_TRADITIONAL, _SIMPLIFIED = (
    re.compile(r"[訂單數價額號貨購總項註]"),
    re.compile(r"[订单数价额号货购总项注]"),
)


def yuan_of(grid: Grid) -> str:
    """Whose money `元` is: China's, or Taiwan's by its places and numbers; empty in its letters alone."""
    told = _told(grid, grid.rows)
    if _YUAN.search(told) or _SIMPLIFIED.search(told) or not _TRADITIONAL.search(told):
        return "CNY"
    return "TWD" if _TAIWAN.search(told) else ""


def _told(grid: Grid, rows: Iterable[int]) -> str:
    """All that these rows say, a text a line."""
    return "\n".join(text for row in rows for _, text in grid.filled(row))
