"""Headings over what an item is like: its grade, strength or maker."""

import re

from orders.columns import Column
from orders.units import unit_of
from orders.values import fold, words_of_list

_OF_MAKE = frozenset(
    words_of_list("""
grade|thickness|thk|width|length|height|depth|diameter|strength|dose|dosage|dosage form|form|flavour|flavor
|scent|fragrance|finish|material|quality|container|volume|capacity|voltage|power|shape|gauge|caliber|vintage
|güte|stärke|dicke|breite|länge|höhe|tiefe|durchmesser|dosierung|darreichungsform|geschmack|duft|oberfläche
|werkstoff|qualität|gebinde|inhalt|volumen|spannung|leistung|jahrgang|nuance|épaisseur|largeur|longueur
|hauteur|profondeur|diamètre|dosage|forme|goût|parfum|finition|matière|matériau|qualité|contenance|millésime
|waist|leg|inside leg|inseam|chest|collar|sleeve|bust|hip|schrittlänge|bundweite|kragenweite|ärmel|entrejambe|poitrine
|cintura|pecho|cuello|دور کمر|دور سینه|قد
|espesor|grosor|ancho|largo|longitud|alto|altura|profundidad|diámetro|dosis|concentración|presentación|sabor|aroma
|acabado|calidad|capacidad|voltaje|potencia|añada|spessore|larghezza|lunghezza|altezza|profondità|diametro
|dosaggio|forma|gusto|finitura|materiale|qualità|capacità|annata|espessura|largura|comprimento|profundidade
|diâmetro|dosagem|forma farmacêutica|acabamento|qualidade|capacidade|kalınlık|genişlik|uzunluk|yükseklik
|derinlik|çap|doz|aroma|koku|malzeme|kalite|hacim|толщина|ширина|длина|высота|глубина|диаметр|дозировка
|форма|форма выпуска|вкус|аромат|материал|качество|объем|объём|марка стали|сорт|شکل|شکل دارویی|دوز|دوز دارو|قدرت
|طعم|رایحه|ضخامت|عرض|طول|ارتفاع|عمق|قطر|جنس|گرید|حجم|ولتاژ|توان|سماكة|السماكة|العرض|الطول|الارتفاع|القطر
|التركيز|الشكل|النكهة|المادة|السعة|厚度|宽度|长度|高度|直径|剂型|剂量|口味|香型|材质|材料|容量|电压|功率|厚さ|厚み
|section|cross section|purity|fineness|carat|karat|dimension|dimensions|abmessung|abmessungen|maße|querschnitt|reinheit|feingehalt|pureté|pureza|purezza|عیار|خلوص|عيار|纯度|純度|format|sezione|sección|dimensiones|dimensioni|dimensões
|brand|manufacturer|make|marke|hersteller|marque|fabricant|marca|fabricante|produttore|marka|üretici|бренд|производитель
|марка|гост|марка гост|برند|مارک|سازنده|العلامة التجارية|الماركة|品牌|厂家|メーカー|ブランド|브랜드|제조사
|pot|pot size|topf|topfgröße|hoogte|breedte|lengte|dikte|potmaat|kwaliteit|materiaal|smaak|inhoud|merk|grubość|szerokość|długość|wysokość|średnica
|gatunek|materiał|smak|pojemność|producent|höjd|bredd|längd|tjocklek|tloušťka|šířka|délka|výška|průměr|výrobce|značka
|vastagság|szélesség|hosszúság|magasság|átmérő|gyártó|πάχος|πλάτος|μήκος|ύψος|διάμετρος
|幅|長さ|高さ|奥行|直径|材質|素材|味|香り|剤形|容量|두께|폭|너비|길이|높이|지름|직경|재질|맛|향|용량
""")
)
"""Headings over what an item is made like; the only thing that tells it where it has no code."""
_BRACKETED = re.compile(r"[(\[（].*?[)\]）]")


def is_of_make(column: Column) -> bool:
    """Whether a column tells `Grade`, `Thickness (mm)` or `Length mm` of items that have no code."""
    words = fold(_BRACKETED.sub(" ", column.header)).split()
    bare = " ".join(word for word in words if not unit_of(word))
    return bool(column.cells) and not _OF_MAKE.isdisjoint((bare, " ".join(words)))
