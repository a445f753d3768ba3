"""Numbers that are not the seller's own: a maker's, a market's."""

from orders.values import fold, words_of_list

MARKETS = ("asin", "fnsku", "amazon asin")
"""Numbers that a market gives to items."""
_MAKER_WORDS = """
manufacturer|manufacturers|manufacture|manufacturing|mfr|mfrs|mfg|mfgr|mpn|mfgpn|mfrpn|manu|manuf|maker|oem|model|hersteller|herstellernummer|fabricant|fabricante
|fabbricante|produttore|produtor|producent|producenta|fabrikant|tillverkare|valmistaja|výrobce|gyártó|producător
|производитель|производителя|изготовителя|виробника|üretici|imalatçı|κατασκευαστή|سازنده|تولیدکننده|الصانع
|制造商|生产商|厂商|厂家|製造商|製造元|メーカー|제조사|형번|型番|型号|型號
"""
_MAKERS = words_of_list(_MAKER_WORDS)


def is_makers(header: str) -> bool:
    """Whether a heading says that its numbers are the maker's: `MPN`, `Hersteller-Nr.`."""
    folded = f" {fold(header)} "
    return any(f" {word} " in folded or (not word.isascii() and word in folded) for word in _MAKERS)
