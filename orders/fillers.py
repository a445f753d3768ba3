"""Words of headings and labels that alone say nothing of what they head."""

import re

from orders.values import fold, words_of_list

_GENERIC_WORDS = """
net gross total value sum amount netto brutto gesamt summe wert montant net valor importe totale valore
toplam net brüt сумма итого کل جمع مبلغ خالص number no nr num list unit
date datum fecha data tarih tarihi дата تاریخ
"""
GENERIC = frozenset(fold(word) for word in _GENERIC_WORDS.split())
"""Beside words that nobody knows these tell nothing: `Net Wt`."""
_NAME_WORDS = """
name|nome|nom|nombre|naam|namn|nazwa|název|jméno|имя|название|ad|adı|نام|اسم|名称|名稱|名字|名前|氏名|이름|성명
"""
NAME = frozenset(words_of_list(_NAME_WORDS))
"""Beside another part of a header these only say that it is named: `Name` under `Product`."""
_SMALL_WORDS = """
of the our your von der des die unsere unser unserer ihre ihr de la le les du notre votre d l del el su sus
nuestra nuestro di della dell il nostro nostra vostro vostra vs ns da do das dos nossa nosso vossa sua
"""
JOINERS = frozenset(_SMALL_WORDS.split())
_OF_KINDS = """
pre rush urgent express quick open blanket framework standing internal external local foreign direct rápida rapida
revenda reventa resale urgente abierta interna externa directa nacional internacional exprés express marco aberta rápido rapide nationale
interne externe directe cadre ouverte ouvert aperta aperto quadro interno esterno acil iç dış
"""
KINDS = frozenset(_OF_KINDS.split())
"""Words that only say what kind of order one is: `Orden de Compra Rápida`."""
_ITEM_WORDS = """
item items product products article artikel produkt produit produits producto productos artículo
prodotto articolo produto artigo ürün товара товаров товар کالا محصول المنتج
"""
ITEMS = frozenset(map(fold, _ITEM_WORDS.split()))
UNSPACED_ITEMS = re.compile("^(?:商品|产品|產品|货品|貨品|상품|제품)")
