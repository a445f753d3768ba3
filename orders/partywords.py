"""Which part a label gives a name: seller, writer, payer or place."""

from orders.dictionary import label_meanings
from orders.shipto import names_place
from orders.values import fold, words_of_list

_MOST_WORDS = 8


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


_FILLER = _words("""
    informações dados local informaciones informations
    address details detail of the code name number information info no your please with us our and
    e way for to adresse anschrift daten dirección datos de del du des coordonnées indirizzo dati
    endereço dados адрес реквизиты آدرس مشخصات عنوان بيانات""")
_BILLED = _words(
    """billing bill invoice invoicing correspondence facturation rechnungsadresse rechnung
    faturamento cobrança facturación fatturazione"""
)
_PLACED = _words("shipping shipment delivery consignee entrega livraison lieferung consegna")
FROM = _words(
    """from von de da van från fra od kimden от من 발신 발신처 보낸 사람 发件人 寄件者 差出人 מאת از sender absender
    expéditeur remitente mittente remetente afzender avsändare nadawca gönderen отправитель"""
)
"""Whoever writes the paper stands behind these."""
_TO = frozenset(words_of_list("señores|señor|sres|messrs|order for"))


def party_named(text: str) -> str:
    """Which party a text is the label of, as `Datos del proveedor`; empty where it is none."""
    return role_of(fold(text))


def role_of(label: str) -> str:
    """The part that a label gives to the name behind it; empty for none."""
    words = [word for word in label.split() if word not in _FILLER and not word.isdigit()]
    bare = " ".join(words)
    if not label or len(label.split()) > _MOST_WORDS:
        return ""
    if {*label.split()} <= FROM:
        return "from"
    if label in _TO or "supplier" in (label_meanings(label) or label_meanings(bare)):
        return "seller"
    if words and not set(words) - _BILLED - _PLACED:
        return "billed" if set(words) & _BILLED else "place"
    return "place" if names_place(label) or names_place(bare) else ""
