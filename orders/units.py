"""Units of measure as people write them beside or above quantities."""

import re
from decimal import Decimal
from functools import lru_cache

from orders.values import fold

_PIECES = """
pc pcs pce pces piece pieces ea each unit units un und uds ud no nos num nums number item items pk ks szt
عدد دانه قطعه تا واحد دستگاه قطعة حبة وحدة stk stck stuck stueck st pz pza pzas pieza piezas unidad
unidades uni piece pieces unite unites u pce pezzo pezzi nr peca pecas adet ad шт штук штука штуки
ед единица buc bucata bucati 个 件 只 台 条 支 本 個 枚 개 ea 매 点 pair pairs pr prs paar paire paires par pares paio
paia çift cift пара пары пар جفت زوج 双 対 足 켤레 set sets satz jeu juego conjunto kit kits ست مجموعة
takim компл комплект 套 組 セット 세트 plate plates bar bars board boards panel panels plaque plaques barre barres
barra barras barre placa placas stange stangen platte platten plaat platen 块 片 根 足 着 冊 장 자루
ชิ้น อัน ตัว เครื่อง คู่ ชุด แผ่น เส้น แท่ง เล่ม
"""
_PACKS = """
box boxes bx ctn ctns carton cartons case cases cs pack packs pkt packet packets pkg doz dozen dz
karton kartons ktn kiste pkg packung packungen ve gebinde carton cartons colis boite boites caisse
caja cajas cartones paquete paquetes docena caixa caixas cx pacote scatola scatole cartone cartoni
confezione conf koli kutu paket koli кор коробка коробок уп упак упаковка ящик کارتن جعبه بسته
کارتون صندوق کیس شل شانه دوجین كرتون كرتونة علبة 箱 盒 包 ケース 箱入 박스 케이스 pallet pallets palette
paletten palet pallets پالت bag bags sack sacks beutel sac sacs bolsa bolsas کیسه گونی tray trays
bottle bottles flasche flaschen bouteille botella botellas بطری شیشه 瓶 can cans dose dosen roll rolls
rolle rollen rouleau rouleaux rollo rollos rotolo rolo rulo рулон рул رول توپ حلقه 卷 롤 tube tubes jar
jars bundle bundles bund reel reels drum drums sheet sheets ream reams ورق برگ شاخه بند
bac bacs bidon bidons fut futs pot pots sachet sachets barquette barquettes bouteilles flacon flacons botte bottes
crate crates pail pails bucket buckets tub tubs pouch pouches spool spools keg kegs barrel barrels vial vials bunch
bunches coil coils skid skids eimer fass fasser tute tuten kasten kasten kanister schachtel schachteln becher blatt
bogen saco sacos bidones frasco frascos lata latas cubo cubos bandeja bandejas garrafa garrafas tambor tambores fardo
fardos bottiglia bottiglie barattolo barattoli lattina lattine sacco sacchi busta buste fusto fusti vaschetta
vaschette cassetta cassette foglio fogli folha folhas balde baldes fles flessen doos dozen zak zakken krat kratten
rollen emmer emmers butelka butelki worek worki rolka rolki puszka puszki paczka paczki opakowanie opakowania
sise kasa cuval bidon teneke torba poset deste palet бутылка бутылки бутылок банка банки банок мешок мешка мешков
пачка пачки пачек лист листа листов ведро ведра канистра рулона рулонов коробки ящика ящиков پاکت حلب سطل زجاجة
kisten sacke glaser stiegen tins caisses casse pacotes punnet punnets heads loaves 상자
كيس أكياس صندوق ربطة برميل سطل 袋 桶 罐 捆 扎 张 張 束 巻 パック 병 봉 봉지 포 캔 묶음 팩 통
ลัง กล่อง แพ็ค แพ็ก ขวด โหล ถุง ม้วน กระป๋อง หลอด ซอง กระสอบ ห่อ มัด ถัง
"""
_MEASURES = """
kg kgs kilo kilos kilogram kilograms g gr gram grams mg t to ton tons tonne tonnes lb lbs oz
کیلو کیلوگرم گرم تن kilogramm gramm kilogramme gramme кг г гр тонна т 公斤 千克 克 吨 キロ kilogramo m mtr
mtrs meter meters metre metres cm mm km ft inch yd yds yard yards متر سانتیمتر м метр пог 米 메터 m2 m²
sqm qm м2 m3 m³ cbm l ltr ltrs liter liters litre litres lt ml cl لیتر میلی لیتر л литр мл 升 리터 مترمربع
กก กิโลกรัม กรัม ตัน ลิตร เมตร
hr hrs hour hours std stunde stunden ساعت day days
"""
PIECES = frozenset(fold(word) for word in _PIECES.split())
PACKS = frozenset(fold(word) for word in _PACKS.split())
MEASURES = frozenset(fold(word) for word in _MEASURES.split())
_ALL = PIECES | PACKS | MEASURES
_PER = re.compile(r"/|\b(?:per|par|pro|por|je|za|na|voor|al)\b|هر", re.IGNORECASE)


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str:
    """The unit a short text is, as written; empty when it is none."""
    bare = text.strip(" .:()[]/")
    return bare if fold(bare) in _ALL else ""


def priced_unit(header: str) -> str:
    """The unit that a price's heading says it is for: `€/kg`, `Price per box`; else empty."""
    told = _PER.search(header)
    return unit_of(_PER.split(header.rstrip(" )]）"))[-1].strip()) if told else ""


def priced_measure(header: str) -> str:
    """The same, folded, where it is a measure and no piece or case."""
    unit = fold(priced_unit(header))
    return unit if unit in MEASURES else ""


def is_countable(unit: str) -> bool:
    """Whether parts of this unit make no sense; an absent unit counts as pieces."""
    return not unit or fold(unit) in PIECES or fold(unit) in PACKS


def is_piece(unit: str) -> bool:
    """Whether the unit is a piece and no case."""
    return fold(unit) in PIECES


def is_pack(unit: str) -> bool:
    """Whether the unit is a case, box or the like."""
    return fold(unit) in PACKS


def is_measure(unit: str) -> bool:
    """Whether the unit is of weight, length, space or time."""
    return fold(unit) in MEASURES


def differ(asked: str, sold: str) -> bool:
    """Whether a quantity in one unit is another quantity in the other: boxes and pieces, kg and g.

    An absent or an unknown unit says nothing, and pieces by another name are pieces.
    """
    one, other = _kind(asked), _kind(sold)
    if not one or not other:
        return False
    return one != other or (one == "measure" and not _is_same(asked, sold))


def measures_differ(one: str, other: str) -> bool:
    """Whether both are measures and not the same: kilos and grams."""
    return _kind(one) == _kind(other) == "measure" and differ(one, other)


def priced_apart(header: str, counted: str, total: str) -> bool:
    """Whether a price is for another measure than is counted, and no `total` can tell how many."""
    measure = priced_measure(header)
    return measures_differ(measure, counted) and not (total and times(measure, counted))


_SIZES = {
    ("weight", 1): "g gr gram grams گرم gramm gramme гр г 克",
    (
        "weight",
        1000,
    ): "kg kgs kilo kilos kilogram kilograms کیلو کیلوگرم kilogramm kilogramme кг kilogramo 公斤 千克",
    ("weight", 1_000_000): "t to ton tons tonne tonnes تن тонна т 吨",
    ("volume", 1): "ml",
    ("volume", 10): "cl",
    ("volume", 1000): "l ltr ltrs liter liters litre litres lt لیتر л литр 升",
    ("volume", 1_000_000): "m3 m³ cbm м3",
    ("length", 1): "mm",
    ("length", 10): "cm سانتیمتر",
    ("length", 1000): "m mtr mtrs meter meters metre metres متر м метр пог 米",
    ("length", 1_000_000): "km",
}
_SIZE_OF = {fold(word): size for size, words in _SIZES.items() for word in words.split()}
"""What a measure measures, and how much of it: kilos are a thousand grams."""


def times(one: str, other: str) -> Decimal:
    """How many of the other measure one of this one is: 1000 for `t` and `kg`; 0 where that is unknown."""
    left, right = (_SIZE_OF.get(fold(unit), ("", 0)) for unit in (one, other))
    return Decimal(left[1]) / right[1] if right[1] and left[0] == right[0] else Decimal(0)


def _kind(unit: str) -> str:
    folded = fold(unit.strip(" .:()[]/"))
    if folded in MEASURES:
        return "measure"
    if folded in PACKS:
        return "pack"
    return "piece" if folded in PIECES else ""


def _is_same(one: str, other: str) -> bool:
    return fold(one) == fold(other) or times(one, other) == 1
