"""Header words of each language: one module per language, one table each.

`COLUMNS` maps a field (or a neighbour that only must not mislead) to the words of column headers,
`LABELS` to words of labelled cells beside the table. Words are divided by `|`; a word that starts
with `~` means the field only for want of something better (facts: orders §3), with `~~` only for
want of that, too.
"""

from collections.abc import Mapping
from types import ModuleType

from orders.words import (
    ar,
    az,
    bg,
    ca,
    cs,
    de,
    el,
    en,
    es,
    fa,
    fi,
    fr,
    he,
    hi,
    hr,
    hu,
    it,
    ja,
    kk,
    ko,
    lt,
    ms,
    nl,
    pl,
    pt,
    ro,
    ru,
    sv,
    th,
    tr,
    uk,
    ur,
    vi,
    zh,
)  # fmt: skip

LANGUAGES: Mapping[str, ModuleType] = {
    "en": en, "fa": fa, "ar": ar, "de": de, "fr": fr, "es": es, "it": it, "pt": pt, "tr": tr,
    "ru": ru, "zh": zh, "ko": ko, "ja": ja, "nl": nl, "pl": pl, "sv": sv,
    "cs": cs, "el": el, "fi": fi, "he": he, "hu": hu, "ro": ro, "uk": uk, "vi": vi,
    "az": az, "bg": bg, "ca": ca, "hi": hi, "hr": hr, "kk": kk, "lt": lt, "ms": ms, "th": th, "ur": ur,
}  # fmt: skip
