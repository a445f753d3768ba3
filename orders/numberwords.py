"""Numbers written in words: `ten`, `zwei`, `سه عدد`, `五箱`, `Ten (10)`."""

import re
from decimal import Decimal

from orders.units import unit_of
from orders.values import ascii_digits, fold, tidy

_COUNTED = """
en one two three four five six seven eight nine ten eleven twelve
de ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
fr un deux trois quatre cinq six sept huit neuf dix onze douze
es uno dos tres cuatro cinco seis siete ocho nueve diez once doce
it uno due tre quattro cinque sei sette otto nove dieci undici dodici
pt um dois três quatro cinco seis sete oito nove dez onze doze
nl een twee drie vier vijf zes zeven acht negen tien elf twaalf
tr bir iki üç dört beş altı yedi sekiz dokuz _ onbir oniki
pl jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście
ru один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
fa یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده
ar _ اثنان ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة
sv en två tre fyra fem sex sju åtta nio tio elva tolv
"""
_TENS = """
15 fifteen fünfzehn quinze quince quindici vijftien onbeş пятнадцать پانزده
20 twenty zwanzig vingt veinte venti vinte twintig yirmi двадцать بیست عشرون
30 thirty dreißig trente treinta trenta trinta dertig otuz тридцать سی
40 forty vierzig quarante cuarenta quaranta quarenta veertig kırk сорок چهل
50 fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig elli пятьдесят پنجاه
60 sixty sechzig soixante sesenta sessanta sessenta zestig altmış шестьдесят شصت
100 hundred hundert cent cien cento cem honderd yüz сто صد
"""
_WORDS = {
    fold(word): Decimal(at)
    for line in _COUNTED.strip().splitlines()
    for at, word in enumerate(line.split()[1:], 1)
    if word != "_"
} | {
    fold(word): Decimal(line.split()[0])
    for line in _TENS.strip().splitlines()
    for word in line.split()[1:]
}
_FEWEST_TENS, _FEWEST_ONES = 20, 10
_HAN = {sign: Decimal(at) for at, sign in enumerate("一二三四五六七八九", 1)} | {"两": Decimal(2)}
_HAN_NUMBER = re.compile(
    r"([一二两三四五六七八九])?(十)?([一二三四五六七八九])?(?P<rest>[^\d一-九十百千万]{0,4})"
)
_TOLD_AGAIN = re.compile(r"(?P<words>[^\d()]+?) ?[(（] ?(?P<number>\d{1,4}) ?[)）]")


def number_in_words(text: str) -> tuple[Decimal, str] | None:
    """The number that a short text says in words, and the unit behind it; None for anything else."""
    bare = tidy(ascii_digits(text))
    if again := _TOLD_AGAIN.fullmatch(bare):
        told = number_in_words(again["words"])
        return told if told and told[0] == Decimal(again["number"]) else None
    if han := _in_han(bare):
        return han
    words = fold(bare).split()
    unit = words[-1] if len(words) > 1 and unit_of(words[-1]) else ""
    number = _number_of(words[:-1] if unit else words)
    return (number, unit) if number else None


def _number_of(words: list[str]) -> Decimal | None:
    """`ten`, `twenty four`, `one hundred`."""
    values = [_WORDS.get(word) for word in words]
    if len(values) == 1:
        return values[0]
    first, last = values if len(values) == 2 else (None, None)
    if first is None or last is None:
        return None
    if first >= _FEWEST_TENS and last < _FEWEST_ONES:
        return first + last
    return first * last if first < _FEWEST_ONES and last == 100 else None


def _in_han(text: str) -> tuple[Decimal, str] | None:
    found = _HAN_NUMBER.fullmatch(text)
    if found is None or not any(found.groups()[:3]) or (found[3] and not found[2]):
        return None
    if found["rest"] and not unit_of(found["rest"]):
        return None
    ten = 10 * _HAN.get(found[1], Decimal(1)) if found[2] else _HAN[found[1]]
    return ten + _HAN.get(found[3], Decimal(0)), found["rest"]
