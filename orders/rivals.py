"""Of several columns that may hold an order's own value, the one meant."""

from collections.abc import Sequence
from itertools import pairwise

from orders.columns import Column
from orders.dictionary import spoken
from orders.fillers import NAME
from orders.names import legal_form
from orders.values import fold, words_of_list

_MOSTLY, _SEEN = 0.5, 50
Scores = dict[int, dict[str, float]]
_NAMED = 0.4
"""So much of a name, and values that fit, make a column serve."""
_AMOUNTS = ("unit_price", "line_total")
_OWN = ("customer", "po_number", "order_date", "delivery_date", "currency")
_REACHED = frozenset(
    words_of_list("""
email|mail|mails|phone|telephone|mobile|fax|address|address1|address2|addr|street|street1|city|town|suburb|zip|zipcode|postcode|postal
|telefon|telefonnummer|handy|adresse|adresse1|strasse|hausnummer|plz|ort|téléphone|rue|ville|courriel|teléfono|correo|dirección
|calle|ciudad|telefono|indirizzo|via|città|telefone|endereço|rua|cidade|município|cep|adres|adresi|telefonu|ilçe|eposta
|телефон|адрес|почта|город|улица|آدرس|تلفن|ایمیل|عنوان|هاتف
""")
)
_COMPANY = frozenset(
    words_of_list("""
company|firm|business|organisation|organization|firma|firmenname|unternehmen|société|entreprise|raison|empresa|razón|compañía
|azienda|ragione|razão|bedrijf|bedrijfsnaam|şirket|şirketi|unvan|ünvan|unvanı|företag|spółka|компания|фирма|شركة|شرکت
""")
)
_BILLED = frozenset(
    words_of_list("""
bill|billing|billed|billto|invoice|invoicing|sold|rechnung|rechnungs|rechnungsadresse|rechnungsempfänger|facturation|facture
|facturación|factura|fatturazione|fattura|faturamento|cobrança|fatura|faturalama|faktura|factuur|факт|плательщик
""")
)
_SHIPPED = frozenset(
    words_of_list("""
ship|shipping|shipto|shipment|delivery|deliver|recipient|liefer|lieferung|lieferadresse|lieferempfänger|empfänger|livraison|envío
|entrega|spedizione|consegna|destinatario|destinatário|destinataire|teslimat|teslim|sevk|sevkiyat|alıcı|leverings|доставка|доставки|получатель
""")
)
_BUYERS = frozenset(
    words_of_list("""
customer|customers|cust|client|buyer|buyers|kunde|kunden|kundenauftrag|cliente|clientes|acheteur|comprador|klant|müşteri|клиента|клиент|покупателя
|مشتری|العميل
""")
)
_PURCHASE = frozenset(
    words_of_list(
        "po|purchase|purchaseorder|bestellung|bestell|bestellnummer|lpo|commande|achat|compra|acquisto|satınalma"
    )
)
_SHIPPED_UNSPACED = "수령인|수취인|받는사람|收货|收件|收貨|お届け先|届け先|発送先|配送先|送り先"
_OWN_UNSPACED = "자체|판매자|自社|商家"
_SHIPPED |= frozenset(words_of_list(_SHIPPED_UNSPACED))
_OWN_CODES = frozenset(words_of_list(_OWN_UNSPACED))
_LEAVING = frozenset(
    words_of_list(
        "ship|shipping|shipment|dispatch|despatch|versand|expédition|envío|embarque|spedizione|sevk|отгрузки"
        "|发货|發貨|出荷|出货|출고"
    )
)
_ARRIVING = frozenset(
    words_of_list(
        "delivery|deliver|delivered|arrival|need|needed|required|receipt|lieferdatum|liefertermin|livraison|entrega|consegna|teslim|teslimat"
        "|доставки|поставки|交货|到货|納品|お届け|납품|도착"
    )
)
_UNSPACED = [
    word
    for word in _SHIPPED | _OWN_CODES | _LEAVING | _ARRIVING
    if not any(sign < "\u3000" for sign in word)
]
_ACCOUNTS = frozenset(["entidade", "debiteur", "debitor", "debtor", "tiers", "cari", "kundennr"])
_CODES = frozenset(["code", "código", "codigo", "kodu", "schlüssel"])
_KEYS = frozenset(["id", "uuid", "guid", "key"])


def _served(columns: Sequence[Column], scores: Scores, field: str) -> list[Column]:
    return [one for one in columns if scores[one.number].get(field, 0.0) >= _NAMED]


def _words(column: Column) -> frozenset[str]:
    """The words of a heading, with those of `_UNSPACED` that stand in one without spaces."""
    folded = spoken(column.header)
    return frozenset([*folded.split(), *(word for word in _UNSPACED if word in folded)])


def _rule_empty(columns: Sequence[Column], scores: Scores) -> None:
    """`PO number` over nothing gives way to `Order #`, which is filled in."""
    for field in _OWN:
        named = _served(columns, scores, field)
        if any(one.cells for one in named):
            for column in named:
                if not column.cells:
                    scores[column.number].pop(field)


def _rule_reached(columns: Sequence[Column], scores: Scores) -> None:
    """`Customer email`, `Ship to address 1` say how somebody is reached, and no customer's name."""
    for column in columns:
        words = _words(column)
        if words & _REACHED and not words & (_COMPANY | NAME):
            scores[column.number].pop("customer", None)


def _rule_after_code(columns: Sequence[Column], scores: Scores) -> None:
    """`Name` right behind the customers' codes, as under `Customer account`, is the customer's."""
    for code, column in pairwise(columns):
        told = "customer" in scores[code.number] or _words(code) & (_BUYERS | _ACCOUNTS)
        coded = code.share("code") > _MOSTLY and not code.share("words")
        named = spoken(column.header) in NAME and column.share("words") > _MOSTLY
        again = column.distinct <= code.distinct and column.distinct < max(2, len(column.cells))
        if told and coded and named and again:
            scores[code.number].pop("customer", None)
            scores[column.number] = {"customer": 1.0}


def _rule_placed(columns: Sequence[Column], scores: Scores) -> None:
    """`DC 0555` under `Ship to` is a place, and `名` beside `姓` half of somebody's name."""
    headers = {fold(one.header) for one in columns}
    for column in columns:
        header, texts = fold(column.header), column.samples(_SEEN)
        half = header.endswith("名") and f"{header[:-1]}姓" in headers
        placed = _words(column) & _SHIPPED and not _words(column) & (_COMPANY | NAME)
        numbered = all(any(map(str.isdigit, one)) and not legal_form(one) for one in texts)
        if half or (placed and numbered):
            scores[column.number].pop("customer", None)


def _rule_alike(columns: Sequence[Column], scores: Scores) -> None:
    """Of columns that say the same on each row the one serves that is named best."""
    for field in (*_OWN, "sku", "unit", *_AMOUNTS):
        named = _served(columns, scores, field)
        named.sort(key=lambda one: -scores[one.number][field])
        for place, column in enumerate(named):
            rest = named[:place]
            enough = len(column.cells) > (field in _AMOUNTS)  # One piece costs what its line does.
            if enough and any(one.texts == column.texts for one in rest):
                scores[column.number].pop(field)


def _rule_companies(columns: Sequence[Column], scores: Scores) -> None:
    """`Billing company` beside `Billing name` or `Customer` is who buys; the others are its people.

    A bare `Company` may be the seller itself, so it outweighs nobody.
    """
    for column in columns:
        words, mine = _words(column), scores[column.number]
        if words & _COMPANY and words & (_BILLED | _SHIPPED) and column.share("words") > _MOSTLY:
            mine["customer"] = 1.0
    named = _served(columns, scores, "customer")
    whose = _BILLED | _SHIPPED | _BUYERS
    told = [one for one in named if _words(one) & _COMPANY and _words(one) & whose]
    for column in named if told else ():
        filled = any(column.cells.keys() <= one.cells.keys() for one in told)
        if filled and not _words(column) & _COMPANY:
            scores[column.number].pop("customer")


def _rule_billed(columns: Sequence[Column], scores: Scores) -> None:
    """Who is billed, or called customer, is meant; who gets the goods may be their customer."""
    named = _served(columns, scores, "customer")
    shipped = [one for one in named if _words(one) & _SHIPPED and not _words(one) & _BILLED]
    plain = [one for one in named if one not in shipped]
    billed = [one for one in plain if _words(one) & _BILLED or scores[one.number]["customer"] == 1]
    for column in shipped:
        if any(column.cells.keys() <= one.cells.keys() for one in billed):
            scores[column.number].pop("customer")


def _rule_arrival(columns: Sequence[Column], scores: Scores) -> None:
    """`Delivery date` beside `Ship by` is the day of delivery."""
    named = _served(columns, scores, "delivery_date")
    arriving = [one for one in named if _words(one) & _ARRIVING and not _words(one) & _LEAVING]
    for column in named:
        filled = any(column.cells.keys() <= one.cells.keys() for one in arriving)
        if filled and column not in arriving and _words(column) & _LEAVING:
            scores[column.number].pop("delivery_date")


def _rule_numbers(columns: Sequence[Column], scores: Scores) -> None:
    """Of a customer's own number, a purchase order's, a shop's number and its key the first one counts.

    Each must divide the lines as the others do, or it is asked which one numbers the orders.
    """
    named = _served(columns, scores, "po_number")
    if len(named) < 2:
        return
    best = min(named, key=_rank)
    for column in named:
        lower = _rank(column) > _rank(best)
        if lower and (_divide_alike(column, best) or _numbers_rows(column, best)):
            scores[column.number].pop("po_number")


def _rank(column: Column) -> int:
    words = _words(column)
    if words & _KEYS or any(word.startswith(("ref", "rif", "réf")) for word in words):
        return 3
    return 0 if words & _BUYERS else 1 if words & _PURCHASE else 2


def _numbers_rows(one: Column, best: Column) -> bool:
    """Whether a seller gave each row a number of its own, and a buyer's one holds for several."""
    apart = one.distinct == len(one.cells) > best.distinct
    return apart and not _rank(best) and one.cells.keys() == best.cells.keys()


def _divide_alike(one: Column, other: Column) -> bool:
    """Whether two columns are filled on the same rows, and part them into the same groups."""
    if one.cells.keys() != other.cells.keys():
        return False
    pairs = {(text, other.texts[row]) for row, text in one.texts.items()}
    return len(pairs) == one.distinct == other.distinct


def _rule_keys(columns: Sequence[Column], scores: Scores) -> None:
    """`Product ID` beside `SKU`, or beside the seller's code, is a shop's key; `Tax ID` is no tax."""
    coded = _served(columns, scores, "sku")
    others = [one for one in coded if not _is_key(one) and one.share("code") > _MOSTLY]
    own = [one for one in others if _words(one) & _OWN_CODES]
    for column in columns:
        if _is_key(column) or _words(column) & _CODES:
            scores[column.number].pop("tax", None)
        rest = others if _is_key(column) else [one for one in own if one is not column]
        if any(column.cells.keys() <= one.cells.keys() for one in rest):
            scores[column.number].pop("sku", None)


def _is_key(column: Column) -> bool:
    return spoken(column.header).split()[-1:] == ["id"]


RIVALS = (
    _rule_empty,
    _rule_reached,
    _rule_after_code,
    _rule_placed,
    _rule_alike,
    _rule_companies,
    _rule_billed,
    _rule_arrival,
    _rule_numbers,
    _rule_keys,
)
