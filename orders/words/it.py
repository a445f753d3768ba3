"""Italian header words and labels."""

COLUMNS = {
    "sku": "codice|codice articolo|cod articolo|cod art|codice prodotto|cod prodotto|cod|articolo n|riferimento|rif|numero articolo|n articolo|codice fornitore|modello|codice materiale|art|cod fornitore|rif articolo|~articolo|cod forn",
    "gtin": "ean|codice a barre|codice ean|cod ean|barcode|ean13|gtin|codici a barre|cod a barre|isbn",
    "product_name": "~capo|~indumento|~abbigliamento|~specie|~varietà|~vino|~fiore|~profilo|~componente|~componenti|~ricambio|~ricambi|descrizione|~articolo|~prodotto|nome|nome prodotto|descrizione articolo|descrizione prodotto|denominazione|nome articolo|designazione|merce|titolo|~articoli|~prodotti|descrizione merce|descrizione dei beni",
    "quantity": "~tiratura|quanti|quante|da ordinare|fabbisogno|ordine attuale|questo ordine|quantità da ordinare|quantità|qta|q tà|qtà|q ta|quantità ordinata|qtà ordinata|pezzi|pz|numero pezzi|n pezzi|~ordine|quantità richiesta|unità|qtà ord|qtà totale|quantità totale|q|nr pezzi|nr pz|n pz|num pz",
    "unit_price": "prezzo unitario|prezzo|prezzo unit|p unitario|pr unitario|prezzo cad|prezzo cadauno|prezzo netto unitario|prezzo al pezzo|costo unitario|prezzo un|prezzo pz|p u|tariffa|prezzo iva esclusa|prezzo unitario netto|prezzo cad uno|~prezzo ivato|~prezzo iva inclusa",
    "wholesale": "prezzo ingrosso|prezzo all ingrosso|prezzo d acquisto|prezzo netto|prezzo di acquisto|prezzo rivenditore|prezzo acquisto|costo|prezzo di costo",
    "rrp": "prezzo iva incl|prezzo iva inclusa|prezzo ivato|prezzo al pubblico|prezzo consigliato|prezzo listino|prezzo di listino|prezzo pubblico|ppc|prezzo di vendita|listino",
    "line_total": "importo|totale|totale riga|importo totale|prezzo totale|totale netto|valore|importo netto|imponibile|totale articolo|valore totale|importo riga|somma|totale imponibile|totale parziale|tot",
    "gross_total": "importo iva incl|importo iva inclusa|totale iva incl|totale ivato|importo ivato|totale iva inclusa|totale con iva",
    "customer": "intestatario|denominazione|denominazione cliente|cessionario|cliente|nome cliente|~ragione sociale|~azienda|acquirente|~ditta|~~negozio|~destinatario",
    "po_number": "num ordine|id ordine|num doc|numero documento|n documento|nr documento|n doc|ns ordine|nostro ordine|vs ordine|n ordine|numero ordine|ordine n|rif ordine|nr ordine|vostro riferimento|numero d ordine|no ordine",
    "order_date": "data vendita|data documento|data doc|data emissione|informazioni cronologiche|data ordine|data dell ordine",
    "delivery_date": "data consegna|data di consegna|consegna|cons|data cons|~data|consegna richiesta|data richiesta|data prevista|data consegna richiesta|termine di consegna|data spedizione",
    "notes": "note|osservazioni|commenti|annotazioni|commento|nota",
    "currency": "valuta|divisa|moneta",
    "discount": "sconto|sconto %|sc|% sconto|ribasso|sc %|abbuono",
    "tax": "iva|iva %|% iva|aliquota|aliquota iva|imposta|cod iva",
    "colour": "~codice colore|~cod colore|~cod. colore|descrizione colore|nome colore|colore|colori|tinta",
    "size": "taglia|misura|dimensione|dimensioni|formato|taglie|misure",
    "unit": "unità di misura|um|u m|udm|unità misura|unità di vendita",
    "pack_size": "pz ct|pz cf|pz conf|pezzi ct|pezzi cartone|pezzi per confezione|confezione|pezzi per cartone|pezzi per scatola|imballo|conf|qtà per cartone|pz per cartone|pz cartone|confezionamento|quantità per cartone",
    "cases": "cartoni|colli|n colli|numero cartoni|n cartoni|scatole|numero colli",
    "line_no": "n|no|nr|riga|pos|posizione|num|numero|n riga|#|rigo|progressivo",
    "stock": "giacenza|disponibile|disponibilità|scorta|magazzino|in magazzino|esistenza|stock|giacenza attuale|scorta minima|impegnato",
    "shipped": "da evadere|evaso|inevaso|ordine precedente|vendite medie|consegnato|qtà consegnata|quantità consegnata|residuo|confermato|qtà confermata|spedito|ricevuto|da consegnare|qtà evasa|ultimo ordine|qtà ricevuta|quantità confermata",
    "moq": "minimo|ordine minimo|quantità minima|minimo ordine|qtà minima|multiplo",
    "image": "immagine|foto|link|sito",
    "category": "dove comprare|categoria|famiglia|marca|collezione|tipo|gruppo|linea|fornitore|serie|marchio|produttore|stagione|reparto|tipologia",
    "status": "stato|novità|selezione|priorità",
    "weight": "peso|peso netto|peso lordo|volume|lunghezza|larghezza|altezza|peso kg|peso totale|profondità",
    "customs": "codice doganale|origine|paese di origine|nomenclatura|lotto|scadenza|composizione|paese|ingredienti|paese d origine",
    "customer_code": "codice cliente|cod cliente|vostro codice|rif cliente|nostro codice|codice interno|vs codice|ns codice",
    "person": "destinazione|destinazione merce|luogo di destinazione|telefono|tel|indirizzo|via|cap|città|cognome|email|contatto|referente|agente|provincia|partita iva|magazzino ubicazione",
    "ignored": "margine|ricarico|fattura|n fattura|campione|campioni",
    "price_base": "unità di prezzo|base prezzo|unità prezzo",
}

LABELS = {
    "customer": "~scuola|~ospedale|~hotel|~farmacia|~ristorante|~istituto|spett le cliente|cliente|nome cliente|~ragione sociale|~azienda|acquirente|intestatario|fatturare a|~ditta|~~destinatario|~~indirizzo di consegna|~~luogo di consegna|~ordinato da|committente|~negozio|~società|~~nome|~~spedire a|intestazione fattura|~albergo|~clinica|~libreria",
    "contact": "contatto|referente|alla cortese attenzione|firma|richiedente|responsabile|compilato da|agente|c a",
    "supplier": "spett le|spettabile|fornitore|venditore|produttore|da|a",
    "po_number": "n ordine|numero ordine|ordine n|ordine nr|ordine numero|rif ordine|nr ordine|vostro riferimento|ordine di acquisto|ordine d acquisto|ordine di acquisto n|ordine d acquisto n|ordine|numero d ordine|~riferimento|~rif|~n|~numero|no ordine|ordine no|vs riferimento|nostro ordine|buono d ordine|ns ordine|vs ordine|ns ordine no|vs ordine no|ordine ns|ns ordine n",
    "order_date": "~data|data ordine|data dell ordine|del|data documento|data emissione",
    "delivery_date": "finestra di consegna|periodo di consegna|data consegna|data di consegna|consegna|consegna richiesta|consegna entro|data consegna richiesta|termine di consegna|data prevista consegna|consegna prevista|consegnare entro",
    "currency": "valuta|divisa|moneta|prezzi in",
    "notes": "note|osservazioni|commenti|annotazioni|istruzioni",
    "subtotal": "valore merce|valore della merce|totale merci|importo merce|riporto|a riportare|imponibile|totale imponibile|subtotale|sub totale|totale netto|netto|totale merce|totale parziale|totale iva esclusa|importo netto|totale senza iva",
    "tax": "iva|totale iva|imposta|importo iva",
    "total": "totali|totale|totale ordine|importo totale|totale generale|totale complessivo|totale fattura|totale da pagare|totale iva inclusa|totale documento|totale ivato|somma totale|totale finale|totale euro",
    "quantity_total": "totale pezzi|quantità totale|totale quantità|totale articoli|totale colli|totale qtà",
    "charge": "cauzione|cauzioni|cauzione vuoti|vuoti|spese spedizione|spese trasporto|contributo spese trasporto|imballo|trasporto|spese di trasporto|spedizione|spese di spedizione|imballaggio|spese|assicurazione|spese imballo|porto|spese bancarie",
    "discount": "sconto|ribasso|abbuono|sconto totale|sconto incondizionato",
    "deposit": "acconto|pagato|saldo|caparra|carta di credito|contanti",
    "elsewhere": "codice cliente|cod cliente|n cliente|numero cliente|tel|telefono|fax|email|indirizzo|condizioni di pagamento|modalità di pagamento|p iva|partita iva|codice fiscale|luogo di consegna",
}

ORDER_WORDS = "lista acquisti|lista ordini|lista della spesa|ordine|ordine a fornitore|ordine fornitore|ordine cliente|ordini|ordine di acquisto|modulo d ordine|modulo ordine|buono d ordine|ordine d acquisto"
PRICE_LIST = "listino|listino prezzi|catalogo|listini|tariffario|elenco prodotti"
STOCK_LIST = (
    "elenco giacenze|inventario|giacenze|giacenza|lista giacenze|scorte|disponibilità magazzino"
)
OTHER_PAPERS = "ordine di lavoro|ordine di produzione|contratto di vendita|avviso di spedizione|nota di addebito|entrata merce|entrata merci|nota di ricevimento|distinta di carico|ricevimento merce|ricevimento merci|reso merce|resi merce|bolla di reso|richiesta di reso|richiesta preventivo|nota di reso|vendite|report vendite|rapporto vendite|statistica vendite|statistiche di vendita|vendite trimestre|riepilogo vendite|modulo reso|modulo resi|fattura|preventivo|documento di trasporto|ddt|ricevuta|nota di credito|fattura proforma|offerta|estratto conto|rapporto|bolla|bolla di consegna|bolla di accompagnamento|lista di imballaggio|distinta di imballaggio|packing list|nota di debito|nota di consegna|richiesta di offerta|richiesta di preventivo|offerta commerciale|proforma|reso|modulo di reso|distinta base|lettera di vettura|fattura commerciale|bolla di entrata|bolla di entrata merce|ddt di reso"
CONFIRMATION = "conferma d'ordine|conferma ordine|conferma dell'ordine|storico ordini"
