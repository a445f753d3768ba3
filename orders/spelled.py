"""Numbers written as words, up to twelve and in dozens: `two`, `a dozen`."""

from decimal import Decimal

from orders.units import unit_of
from orders.values import fold

_WORDS = """
one two three four five six seven eight nine ten eleven twelve
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
un deux trois quatre cinq six sept huit neuf dix onze douze
uno dos tres cuatro cinco seis siete ocho nueve diez
uno due tre quattro cinque sei sette otto nove dieci undici dodici
um dois três quatro cinco seis sete oito nove dez onze doze
een twee drie vier vijf zes zeven acht negen tien elf twaalf
jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście
один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
bir iki üç dört beş altı yedi sekiz dokuz
یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده
واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة
一 二 三 四 五 六 七 八 九 十 十一 十二
"""
_NUMBERS = {
    fold(word): Decimal(place)
    for line in _WORDS.strip().splitlines()
    for place, word in enumerate(line.split(), 1)
}
_DOZENS = frozenset(
    {
        "dozen",
        "dozens",
        "dutzend",
        "douzaine",
        "docena",
        "dozzina",
        "dúzia",
        "dozijn",
        "tuzin",
        "дюжина",
        "düzine",
    }
)
_ARTICLES = frozenset({"a", "ein", "une", "una", "uma", "een", "bir"})
_TWELVE = Decimal(12)


def spelled(text: str) -> Decimal | None:
    """The number that a text says in words, with a unit behind it or a dozen; else None."""
    first, *rest = fold(text).split() or [""]
    number = Decimal(1) if first in {*_ARTICLES, *_DOZENS} else _NUMBERS.get(first)
    told = [first, *rest] if first in _DOZENS else rest
    if number is None or (first in _ARTICLES and not _DOZENS & {*told}):
        return None
    if told and told[0] in _DOZENS:
        number, told = number * _TWELVE, told[1:]
    return number if not told or (len(told) == 1 and unit_of(told[0])) else None
