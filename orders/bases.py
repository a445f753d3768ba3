"""For how many a price stands, by its heading: `Price per 100`, `€/dz`."""

import re
from decimal import Decimal

from orders.units import priced_measure, times
from orders.values import ascii_digits, fold, tidy

_THE = r"(?:\b(?:el|al|le|les|au|la|il|the|by the)\s+)"
_PER = r"(?:\b(?:per|pro|par|por|je|pour|za|voor|för|pr|ogni|на|за)\s+(?:las?\s+|los\s+)?|هر\s+|每\s*|/\s*)"
_COUNT = r"(?P<count>\d{1,3}(?:[., ]?000)*)(?![\d.,]*\d)"
_WORDS = {
    12: "dozens douzaines docenas dozzine dozen doz dz dutzend douzaine docena dozzina dúzia düzine дюжину dwunastkę",
    100: "hundred hundreds hunderte centaines cientos centinaia hundert cent cien ciento centinaio cento yüz сто sto صد 百",
    1000: "thousand thousands tausende milliers miles migliaia milhares duizend duizendtallen tysiącach тысячах tusen tausend tsd mille mil millar migliaio bin тыс тысячу tysiąc هزار 千",
}
SIZES = {fold(word): Decimal(size) for size, words in _WORDS.items() for word in words.split()}
_WORDED = re.compile(rf"(?:{_PER}|{_THE})(?P<word>\w+)", re.IGNORECASE)
_COUNTED = re.compile(_PER + _COUNT, re.IGNORECASE)
_SHARES = {"%": Decimal(100), "‰": Decimal(1000)}
_ONE, _LARGEST, _THOUSAND = Decimal(1), Decimal(10_000), Decimal(1000)


def base_in(text: str) -> Decimal:
    """For how many a text says that a price stands: `Price per 100`, `€/dz`; else for 1."""
    bare = ascii_digits(tidy(text))
    if bare in _SHARES:
        return _SHARES[bare]
    counts = [Decimal(re.sub(r"\D", "", one["count"])) for one in _COUNTED.finditer(bare)]
    counts += [SIZES.get(fold(one["word"]), _ONE) for one in _WORDED.finditer(bare)]
    return next((one for one in counts if _ONE < one <= _LARGEST), _ONE)


def bases_of(header: str) -> tuple[Decimal, ...]:
    """For how many a heading's price may stand: a tonne's also for a thousand of what is counted."""
    measure = priced_measure(header)
    thousandfold = _THOUSAND in (times(measure, "kg"), times(measure, "m"))
    return (_ONE, _THOUSAND) if thousandfold else tuple({_ONE, base_in(header)})
