"""Headings that say whether the tax is in an amount: `Amount excl. VAT`."""

import re

_TAXES = r"(?:tax(?:es|e)?|vat|gst|mwst\.?|ust\.?|iva|tva|btw|moms|impuestos?|impostos?)"
_WITHOUT = re.compile(
    rf"(.*\w)[\s(,-]+(?:without|excluding|excl\.?|exclusive of|before|ohne|exkl\.?|hors|sin|senza|sem)\s+{_TAXES}\)?\s*",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"(.*\w)[\s(,-]+(?:incl\.?|inkl\.?|including|inclusief|avec)\s+{_TAXES}\)?\s*", re.IGNORECASE
)


def without_tax(text: str) -> str:
    """What a heading says beside that the tax is not in it: `Basic price without tax`; else empty."""
    found = _WITHOUT.match(text)
    return found[1] if found else ""


def with_tax(text: str) -> str:
    """What a heading says beside that the tax is in it; else empty."""
    found = _WITH.match(text)
    return found[1] if found else ""
