"""Short forms, and words of several languages that mean the same."""

_TRADE = """
trading trade traders trader trd trdg tdg بازرگانی تجاری تجاریه التجاریه للتجاره تجارت handel handels commerce
commercial торговый торговая торговля торговые трейдинг трейд εμπορικη εμποριο τρειντινγκ تریدینگ | shop shops فروشگاه متجر магазин
καταστημα laden boutique | store stores str فروشگاه متجر магазин καταστημα | group grp گروه مجموعه
gruppe groupe grupo группа ομιλος | industries industry industrial ind inds indus صنایع صنعتی صناعات
industrie промышленность βιομηχανια | international intl internat internatl int международный
международная διεθνης | manufacturing manufacturers manufacturer mfg mfr manuf تولیدی производство |
distribution distributors distributor dist distr distrib dstr پخش توزیع vertrieb дистрибуция |
brothers bros برادران اخوان gebruder братья | sons پسران | services service svc svcs serv خدمات dienst
услуги | technology technologies tech فناوری تکنولوژی technik | engineering engineers eng engg engr
مهندسی | enterprise enterprises ent entr entp | association assoc assn assc | associates assoc assocs |
center centre ctr cntr مرکز центр | market mkt mart бازار بازار рынок | supplies supply sup supl suppl |
systems system sys syst | solutions solution soln solns | holding holdings hldg hldgs هلدینگ холдинг |
wholesale whsl whls عمده großhandel grosshandel опт | products product prod prods محصولات produkte |
imports import imp واردات импорт | exports export exp صادرات экспорт | department dept |
national natl ملی | logistics logistic logis لجستیک логистика | equipment equip eqpt تجهیزات |
development dev devt توسعه | management mgmt mgt مدیریت | partners partner ptnrs شرکا | retail خرده |
outfitters outfitter outf | house haus | supermarket سوپرمارکت | chain زنجیره
"""
"""Words that many names share: they tell little, and one may stand for another of its group."""

_GOODS = """
black blk blck bk مشکی سیاه schwarz noir черный μαυρο | white wht wh سفید weiss blanc белый ασπρο |
red rd قرمز سرخ rot rouge красный κοκκινο | green grn gn سبز grun vert зеленый πρασινο |
blue blu bl ابی blau bleu синий μπλε | yellow ylw yel زرد gelb jaune желтый |
grey gray gry gr خاکستری طوسی grau gris серый γκρι | brown brn bwn قهوه‌ای braun marron коричневый |
orange orng orn نارنجی оранжевый | purple prpl purp بنفش lila violet фиолетовый | pink pnk صورتی rosa
rose розовый | silver slv slvr نقره‌ای silber argent серебряный | gold gld طلایی золотой | beige bge بژ |
navy nvy nav سرمه‌ای | large lg lrg lge بزرگ gross grand большой | medium med md متوسط mittel средний |
small sm sml کوچک klein petit маленький | steel stl استیل فولاد stahl acier сталь |
stainless ss stnls | litre liter l ltr lt litres liters لیتر لیتری литр л λιτρα | millilitre ml میلیلیتر
мл | kilo kilogram kg kgs کیلو کیلوگرم کیلوگرمی кг | gram grams g gr گرم گرمی грамм г |
centimetre cm سانتیمتر سانتی см | millimetre mm میلیمتر мм | metre meter m mtr متر متری метр м |
pack pk pkt packet بسته packung пачка | bottle btl bot بطری flasche бутылка | box bx جعبه karton коробка |
piece pieces pcs pc عدد stuck шт | bag bg کیف ساک tasche сумка | jacket jkt jckt کاپشن ژاکت jacke куртка |
trousers trs شلوار hose брюки | shirt shrt پیراهن hemd рубашка | waterproof wp ضدآب | assorted asst assrt |
double dbl دوبل | single sgl | premium prem | standard std استاندارد | original orig | professional prof pro |
with w | without wo | backpack bkpk کوله‌پشتی rucksack рюкзак | bottled btld | cotton cttn پنبه
baumwolle хлопок | wool پشم wolle шерсть | leather lthr چرم leder кожа | plastic plst پلاستیک | wood
wooden wd چوب چوبی holz дерево | glass gls شیشه glas стекло
"""
"""Words of goods: each tells, and one may stand for another of its group."""

_STOP = frozenset(
    [
        "the",
        "of",
        "for",
        "a",
        "an",
        "und",
        "and",
        "with",
        "von",
        "de",
        "la",
        "le",
        "les",
        "el",
        "and",
        "و",
        "با",
        "از",
        "برای",
        "w",
    ]
)


def _groups(text: str, start: int) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for place, words in enumerate(text.split("|"), start):
        for word in words.replace("\u200c", "").split():
            found[word] = found.get(word, frozenset()) | {place}
    return found


_TRADES = _groups(_TRADE, 0)
_BOTH = _groups(_GOODS, 10_000)
for _word, _places in _TRADES.items():
    _BOTH[_word] = _BOTH.get(_word, frozenset()) | _places


def is_common(word: str) -> bool:
    """Whether many names of firms have this word, so that it tells little."""
    return word in _TRADES or word in _STOP


def is_filler(word: str) -> bool:
    """Whether the word says nothing at all."""
    return word in _STOP


def mean_the_same(word: str, other: str) -> bool:
    """Whether one is short for the other, or its name in another language."""
    nothing: frozenset[int] = frozenset()
    return not _BOTH.get(word, nothing).isdisjoint(_BOTH.get(other, nothing))
