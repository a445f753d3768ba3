"""Names of sizes: lettered (`XL`) and numbered (`38`, `EU 41.5`)."""

import re

from orders.values import ascii_digits, tidy

_LETTERED = re.compile(
    r"(?:[2-6]?X{0,4}[SL]|M|XXS|XXXS|ONE ?SIZE|O/?S|S/M|M/L|L/XL|XS/S|[SML]|[1-9][0-9]?[YT]|[0-9]{1,2}-[0-9]{1,2}[MY]?)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,2})-(\d{1,2})")
_NUMBERED = re.compile(r"(?:EU|UK|US|IT|FR)?\s?([0-9]{1,3}(?:[.,]5|½)?)")
_LARGEST = 200
_WIDEST = 6
"""So many sizes one may be for, `35-38`."""
_SIZE_WORDS = re.compile(
    r"^(?:sizes?|größe|taille|talla|taglia|tamanho|سایز|размер|尺码|ages?|alter|âge|edad|età|idade|yaş|возраст)[\s:]+",
    re.IGNORECASE,
)
_SPAN_OF_AGE = re.compile(
    r"([0-9]{1,2}) ?[-–] ?([0-9]{1,2}) ?(?:years?|yrs?|months?|mths?|jahre|monate|ans|mois|años|meses|anni|mesi|anos|yaş|лет)\.?",
    re.IGNORECASE,
)
"""`5-6 years`."""
_AGED = r"\1-\2Y"


def size_of(header: str) -> str:
    """The size a header names (in its first or last line, beside a title); empty for none."""
    lines = header.splitlines()
    return next((size for line in (*lines[:1], *lines[1:][-1:]) if (size := _size_of(line))), "")


def _size_of(line: str) -> str:
    text = _SIZE_WORDS.sub("", ascii_digits(tidy(line)))
    if is_lettered(text):
        return text
    number = number_of_size(text)
    return text if number is not None and number <= _LARGEST else ""


def is_lettered(size: str) -> bool:
    """Whether a size is of letters, so that it means nothing else; `21-10`, `04-11` are days.

    `1-9`, `10-49` are how many a price is for.
    """
    size = _SPAN_OF_AGE.sub(_AGED, size)
    span = _SPAN.match(size)
    if span is None:
        return _LETTERED.fullmatch(size) is not None
    first, last = int(span[1]), int(span[2])
    falls = first >= last or span[1][0] == "0" != span[1]
    wide = last - first > _WIDEST and size == span[0]
    return _LETTERED.fullmatch(size) is not None and not (falls or wide)


def number_of_size(size: str) -> float | None:
    """The number of a numbered size, else None."""
    match = _NUMBERED.fullmatch(size)
    return float(match[1].replace(",", ".").replace("½", ".5")) if match else None
