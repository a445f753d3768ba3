"""How a paper's country writes days, told by the addresses on it.

Only what no other country writes counts: American ZIP codes behind a state, of two places at least,
and Indian tax numbers or rupees. Two countries on one paper tell nothing.
"""

import re

from orders.view import Grid

_STATES = """
AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC
|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC
"""
_AMERICAN = re.compile(rf"\b(?:{''.join(_STATES.split())})\.?,?\s+(\d{{5}})(?:-\d{{4}})?\b")
_INDIAN = re.compile(r"\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b|\bINR\b|₹|\bGSTIN\b")
_ABROAD = re.compile(
    r"\b(?:canada|mexico|méxico|israel|australia|new zealand|ireland|germany|deutschland|france|italy"
    r"|italia|spain|españa|portugal|netherlands|belgium|switzerland|austria|sweden|norway|denmark"
    r"|finland|poland|turkey|türkiye|china|hong kong|taiwan|japan|korea|singapore|malaysia|thailand"
    r"|vietnam|indonesia|philippines|pakistan|bangladesh|sri lanka|brazil|brasil|argentina|chile"
    r"|colombia|peru|egypt|kenya|nigeria|south africa|united kingdom|england|scotland|wales"
    r"|united arab emirates|dubai|saudi arabia|kuwait|qatar|oman|bahrain|jordan|lebanon|iran|iraq"
    r"|russia|ukraine|greece|romania|hungary|czech)\b",
    re.IGNORECASE,
)
_PLACES = 2
_ROWS = 60


def day_order(grid: Grid, above: int) -> str:
    """`mdy` or `dmy` where the country is told in the rows above a table; else empty."""
    rows = [row for row in grid.rows if row < above][:_ROWS]
    told = "\n".join(text for row in rows for _, text in grid.filled(row))
    places, indian = set(_AMERICAN.findall(told)), _INDIAN.search(told)
    if _ABROAD.search(told) or (places and indian):
        return ""
    return "dmy" if indian else "mdy" if len(places) >= _PLACES else ""
