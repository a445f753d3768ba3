"""Catalan header words and labels."""

COLUMNS = {
    "sku": "codi|codi article|referència|codi producte|ref",
    "gtin": "codi de barres",
    "product_name": "descripció|article|producte|denominació|concepte|nom del producte",
    "quantity": "quantitat|quant|~comanda|unitats|quantitat demanada|q tat",
    "unit_price": "preu|preu unitari|preu unitat|preu sense iva|p unitari",
    "line_total": "import|import total|import net|total línia",
    "unit": "unitat|unitat de mesura",
    "tax": "iva|% iva",
    "discount": "descompte|dte|% dte",
    "notes": "observacions|notes",
    "line_no": "línia|núm línia",
    "stock": "estoc|existències",
    "pack_size": "unitats per caixa|envàs",
    "colour": "color",
    "size": "talla|mida",
    "delivery_date": "data de lliurament|data lliurament",
    "customs": "codi aranzelari|país d origen|origen|lot|caducitat",
}

LABELS = {
    "customer": "client|comprador|nom del client",
    "po_number": "comanda núm|comanda número|número de comanda|núm comanda|comanda|núm de comanda",
    "order_date": "data de comanda|data de la comanda|data comanda|~data",
    "delivery_date": "data de lliurament|lliurament|data lliurament",
    "supplier": "proveïdor|venedor",
    "currency": "moneda|divisa",
    "notes": "observacions",
    "subtotal": "base imposable|subtotal",
    "tax": "iva|iva 21",
    "total": "total|import total|total comanda|total a pagar",
    "discount": "descompte",
    "charge": "ports|transport",
}

ORDER_WORDS = "comanda|full de comanda|comanda de compra"
PRICE_LIST = "llista de preus|tarifa de preus"
STOCK_LIST = "inventari|llista d estoc"
OTHER_PAPERS = "factura|albarà|pressupost|oferta"
CONFIRMATION = "confirmació de comanda"
