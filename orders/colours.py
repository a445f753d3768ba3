"""Colours as columns: a row of a style holds a count under each colour."""

from collections.abc import Mapping, Sequence

from orders.columns import Column, number_of
from orders.matrix import find_sizes
from orders.values import fold, words_of_list

_FEWEST = 2
_NAMES = frozenset(
    words_of_list("""
black|white|red|green|blue|yellow|grey|gray|brown|orange|purple|pink|silver|gold|beige|navy|ecru|cream|khaki|ivory
|schwarz|weiß|weiss|rot|grün|blau|gelb|grau|braun|rosa|lila|silber|dunkelblau|noir|blanc|rouge|vert|bleu|jaune|gris
|marron|rose|violet|marine|argent|negro|blanco|rojo|verde|azul|amarillo|marrón|naranja|rosado|plata|marino|nero
|bianco|rosso|blu|giallo|grigio|marrone|arancione|viola|preto|branco|vermelho|amarelo|cinza|cinzento|castanho|laranja
|siyah|beyaz|kırmızı|yeşil|mavi|sarı|gri|kahverengi|turuncu|pembe|mor|lacivert|bej|черный|чёрный|белый|красный
|зеленый|зелёный|синий|голубой|желтый|жёлтый|серый|коричневый|розовый|бежевый|مشکی|سفید|قرمز|سبز|آبی|زرد|خاکستری
|طوسی|قهوه ای|صورتی|بنفش|سرمه ای|کرم|أسود|أبيض|أحمر|أخضر|أزرق|أصفر|رمادي|بني|黑色|白色|红色|紅色|绿色|蓝色|黄色|灰色
|棕色|粉色|黒|白|赤|緑|青|黄|灰|ブラック|ホワイト|レッド|ブルー|グレー|검정|흰색|빨강|파랑|노랑|회색|블랙|화이트|zwart
|wit|rood|groen|blauw|geel|grijs|bruin|czarny|biały|czerwony|zielony|niebieski|żółty|szary
""")
)


def find_across(columns: Sequence[Column]) -> Mapping[int, str]:
    """Columns that each count one size, or one colour: number to what it is called; else empty."""
    return find_sizes(columns) or find_colours(columns)


def find_colours(columns: Sequence[Column]) -> Mapping[int, str]:
    """Columns side by side that are headed by colours and hold counts: number to colour; else empty."""
    named = {one.number: one.header for one in columns if fold(one.header) in _NAMES}
    beside = len(named) >= _FEWEST and max(named) - min(named) == len(named) - 1
    filled = [one for one in columns if one.number in named and one.cells]
    return named if beside and filled and all(map(_counts, filled)) else {}


def told_by(names: Mapping[int, str]) -> str:
    """What headings over counts tell apart: a `colour`, or a `size`."""
    return "colour" if names and all(fold(one) in _NAMES for one in names.values()) else "size"


def _counts(column: Column) -> bool:
    numbers = [number_of(cell) for cell in column.cells.values()]
    return all(one is not None and one == one.to_integral_value() for one in numbers)
