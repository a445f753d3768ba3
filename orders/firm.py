"""A company's name alone, without the address or the numbers behind it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from orders.names import legal_form, name_key
from orders.values import fold, tidy, words_of_list

_TAX = (
    r"(?:инн|кпп|огрн(?:ип)?|єдрпоу|nit|ruc|rfc|rut|cuit|cif|nif|nipc|cnpj|p\.? ?iva|partita iva|nip|regon|vat|ust|uid|tva|siret"
    r"|siren|ičo?|dič|cui|cvr|gst(?:in)?|pan|abn|ein|kvk|btw|org|α\.?φ\.?μ|vkn|vergi|شناسه ملی|کد اقتصادی|税号|統一編號)"
    r"(?:[\s.:/-]*(?:id|idnr|id-nr|nr|no|number|num|reg|uin|№|n°|no)\b)*[\s.:：№#°-]*"
)
_TAXED = re.compile(
    rf"(?:[\s,;(（\[–-]+{_TAX}(?:[A-Z]{{0,3}}[\s.]?[0-9۰-۹](?:[ ./-]?[0-9۰-۹]){{5,}}[A-Z]?|(?=\w*\d\w*\d\w*\d)[0-9A-Z]{{8,}})[)）\]]?)+$",
    re.IGNORECASE,
)
_TAX_AND_MORE = re.compile(
    rf"^(?P<name>.{{2,}}?)[\s,;(（\[–-]+{_TAX}\d[\d ./-]{{5,}}.*$", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"[A-Z]{0,3}[-.]?[0-9]{3,}\s*[-–—:|/]?\s+(\S.*)"
    r"|(.*\S)\s*[(\[](?:[^()\[\]\d]{0,20}(?:no|nr|id|number|code|account|acct|a/c|konto|номер|код|№)[.:\s]*)?[A-Z]{0,3}[-.]?[0-9]{3,}[)\]]",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\s*[,;–—-]?\s*[(\[]?\s*(?<!\w)(?:attn|att|attention|f\.?a\.?o|z\.? ?hd|zu händen|z\. ?h|c/o|à l['’]attention de"
    r"|a la atención de|a/a|alla c\.? ?a|all['’]attenzione di|ter attentie van|t\.?a\.?v|do rąk|dikkatine)(?!\w)[.:]*\s.*$",
    re.IGNORECASE,
)
"""Who at the company opens the letter, or where it lodges: `Acme Ltd, attn. Bob`, `Acme Ltd c/o Oak Ltd`."""
_PARTS = re.compile(r"\s*[,;،；，]\s*|\s+[-–—|•·/]\s+")
_STREET_WORDS = """
street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|square|unit|suite|floor|box|house|building|straße
|strasse|str|weg|platz|allee|gasse|rue|chemin|impasse|bd|calle|avenida|av|plaza|carrer|via|viale|piazza|corso|rua
|travessa|alameda|rodovia|ul|ulica|al|ул|улица|пр|проспект|пер|шоссе|дом|д|вул|вулиця|просп|straat|laan|plein|cadde
|caddesi|cad|sokak|sok|mah|mahallesi|bulvarı|خیابان|بلوار|کوچه|پلاک|میدان|شهرک|جاده|بزرگراه|شارع|طريق|حي|marg|nagar
|industrial|zone|estate|park
"""
_STREETS = frozenset(words_of_list(_STREET_WORDS))
"""What streets and parts of addresses are called."""
_ENDINGS = ("straße", "strasse", "straat", "gasse", "gatan", "vägen")
_PLACED_CJK = re.compile(
    r"(?P<name>\S*(?:会社|公司|㈱|\(주\)|（株）|주식회사)\S*)\s+(?P<rest>\S.*\d.*)"
)
_POST = re.compile(r"(?<!\d)\d{4,6}(?!\d)|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_LONGEST = 300
_LINES, _FEW = 4, 2
_TIES = frozenset(words_of_list("&|+|and|und|et|y|e|en|og|och|ve|i|и|و|of|de|für|for"))
_MARKED = re.compile(r"[:：,]")
_SPACED = 3
"""A form of fewer signs may be a word within a name, unless commas part it."""


def firm_name(text: str) -> str:
    """The name of whoever a text names: `Acme Ltd` of `Acme Ltd, 4 Elm St, Leeds`, of `Acme Ltd VAT 4711…`.

    A text is shortened only where what is cut is plainly an address or a number. What is too long
    for a name and an address stays as it is, and takes no time.
    """
    if len(text) > _LONGEST:
        return tidy(text)
    text = _PERSON.sub("", text) or text
    bare = _TAXED.sub("", text) or text
    if (more := _TAX_AND_MORE.match(bare)) and name_key(more["name"]):
        bare = more["name"].rstrip(" ,;(（[–-")
    bare = _without_place(bare)
    found = _NUMBERED.fullmatch(bare)
    name = (found[1] or found[2]) if found else ""
    return tidy(name) if legal_form(name) else tidy(bare)


def wrapped_name(lines: Sequence[str]) -> str:
    """The name that a narrow box breaks over lines, up to its legal form; else the first line alone.

    Each line is broken where its next word had no room. Of two lines the first may be a person's
    name, unless a word such as `and` joins them.
    """
    first = next(iter(lines), "")
    ends = (at for at, line in enumerate(lines[:_LINES]) if legal_form(line))
    part = lines[: next(ends, 0) + 1]
    widest = max(map(len, part), default=0)
    full = all(len(one) + 1 + len(below.split()[0]) > widest for one, below in pairwise(part))
    plain = not any(map(str.isdigit, "".join(part))) and not _MARKED.search(" ".join(part[1:]))
    ties = {word for one, below in pairwise(part) for word in (one.split()[-1], below.split()[0])}
    told = len(part) > _FEW or not _TIES.isdisjoint(map(str.casefold, ties))
    return " ".join(part) if full and plain and told else first


def _without_place(text: str) -> str:
    """A text up to where an address begins; the whole text where none does."""
    if placed := _PLACED_CJK.fullmatch(text):
        return placed["name"]
    parted = [(text[: mark.start()], text[mark.end() :]) for mark in _PARTS.finditer(text)]
    # `Acme, S.L., …`: the form belongs to the name.
    parted = [(name, rest) for name, rest in parted if name_key(_PARTS.split(rest)[0])]
    formed = [pair for pair in parted if legal_form(pair[0])]
    for name, rest in formed or parted[:1]:
        if _is_address(rest) and (formed or not any(map(str.isdigit, name))):
            return name
        if formed and len(_PARTS.split(rest)) > 1:
            return name  # A town and its country.
        return text
    return _before_street(text)


def _is_address(text: str) -> bool:
    """Whether a text names a street or a code of the post, or numbers one of several parts.

    `Store 12` behind a company's name is one of its branches.
    """
    street = not _STREETS.isdisjoint(fold(text).split())
    several = len(_PARTS.split(text)) > 1 and any(map(str.isdigit, text))
    return street or several or (_POST.search(text) is not None and len(text.split()) > 1)


def is_street(text: str) -> bool:
    """Whether a text is an address and no name: `2750 Harvard Avenue, Cleveland`, `Hauptstr. 5`."""
    first = _PARTS.split(text)[0]
    words = fold(first).split()
    numbered = any(map(str.isdigit, first)) and len(words) > 1 and not legal_form(first)
    return numbered and any(word in _STREETS or word.endswith(_ENDINGS) for word in words)


def _before_street(text: str) -> str:
    """`Acme GmbH Mühlweg 4 04109 Leipzig`: up to the form, where an address follows it at once."""
    words = text.split()
    for count in range(2, len(words) - 1):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        ends = legal_form(name) and not legal_form(" ".join(words[: count - 1]))
        if ends and len(fold(words[count - 1])) >= _SPACED and name_key(words[count]):
            parted = name[-1] not in ".,;" and words[count][0].isalpha()
            return name if parted and _is_address(rest) else text
    return text
