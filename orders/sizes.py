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
_SIZE_WORDS = re.compile(
    r"^(?:size|sizes|größe|taille|talla|taglia|tamanho|سایز|размер|尺码)[\s:]+", re.IGNORECASE
)


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
    """Whether a size is of letters, so that it means nothing else; `21-10`, `04-11` are days."""
    span = _SPAN.match(size)
    falls = span and (int(span[1]) >= int(span[2]) or span[1][0] == "0" != span[1])
    return _LETTERED.fullmatch(size) is not None and not falls


def number_of_size(size: str) -> float | None:
    """The number of a numbered size, else None."""
    match = _NUMBERED.fullmatch(size)
    return float(match[1].replace(",", ".").replace("½", ".5")) if match else None
