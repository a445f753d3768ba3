"""French header words and labels."""

COLUMNS = {
    "sku": "référence|réf|ref|références|code article|réf article|référence article|référence produit|réf produit|code produit|~code|n article|no article|numéro article|numéro d article|n d article|article n|code|modèle|réf fournisseur|référence fournisseur|code fournisseur|codes articles|ref fab|no de produit|numéro de produit",
    "gtin": "ean|code barres|code barre|codes barres|gencod|gencode|ean13|ean 13|code ean|gtin|gencod ean|code à barres|isbn",
    "product_name": "~vêtement|~vetement|~tenue|~habit|~cuvée|~espèce|~espèces|~fleur|~fleurs|~plante|~variété|~appellation|~semence|~profilé|~médicament|~pièce|~ingrédient|~composant|~composants|~pièce détachée|~pièces détachées|désignation|libellé|~article|description|~articles|~produit|~produits|nom|nom du produit|libellé article|libellé produit|désignation article|désignation produit|intitulé|nom produit|nom article|descriptif|titre|désignation des produits|marchandise|dénomination|désignation des articles|~vin|~vins",
    "quantity": "~tirage|qtée|quantitée|combien|besoin|besoins|commande actuelle|cette commande|nouvelle commande|qté à commander|quantité à commander|à commander|quantité|qté|quantités|qtés|qte|qté commandée|quantité commandée|nombre|nbre|nb|qté cde|quantité cde|~commande|qté commande|nombre de pièces|pièces|~unités|quantité souhaitée|votre commande|nb pièces|qté totale|quantité totale|qtité|qnté|nb unités|nbr|quantite cdee|qte cdee|qte cde|quantite cde|cde|bouteilles|nb bouteilles|exemplaires|nb exemplaires",
    "unit_price": "pv ht|p v ht|prix unitaire|pu ht|pu|prix|prix unitaire ht|prix ht|p u|p u ht|prix u|prix unit|tarif|prix à l unité|prix unit ht|pu net|prix unitaire net|prix remisé|puht|tarif ht|prix pièce|coût unitaire|prix de vente ht|~pu ttc|~prix ttc|~prix unitaire ttc",
    "wholesale": "prix de gros|prix d achat|prix net|prix achat|pa ht|prix d achat ht|prix net ht|px achat|prix revendeur|prix achat ht|pa|pa net|prix de gros ht|prix professionnel",
    "rrp": "pvc|prix public|prix conseillé|pvp|prix de vente conseillé|prix ttc|pu ttc|pvc ttc|prix public ttc|prix unitaire ttc|prix de vente ttc|prix de vente public|ppc|prix de vente",
    "line_total": "montant|total ht|montant ht|total|prix total|total ligne|montant total|montant net|total net|montant total ht|prix total ht|total net ht|montant net ht|total ligne ht|sous total|valeur|somme|coût total|total € ht|total hors taxe|pt ht|p t ht|pt|montant ligne",
    "gross_total": "total ttc|montant ttc|montant total ttc|prix total ttc",
    "customer": "tiers|~intitulé client|~intitulé tiers|nom client livré|client facturé|client|nom du client|~société|~acheteur|nom client|~~magasin|~enseigne|~destinataire|raison sociale",
    "po_number": "référence de la commande|référence de commande|réf commande client|numéro du document|n pièce|no pièce|notre commande|notre n de commande|votre commande|n de commande|no de commande|numéro de commande|bon de commande|référence client|n commande|no commande|numéro commande|n cde|no cde|réf commande|référence commande|n bon de commande",
    "order_date": "date de vente|date de création|date du document|date pièce|date document|horodateur|date de commande|date commande|date cde|commandé le",
    "delivery_date": "date livr prévue|date livr|date liv|date de livr|date liv prévue|date de livraison prévue|date livraison prévue|date de livraison demandée|date prévue de livraison|date de livraison|livraison souhaitée|~date|date livraison|livraison|date souhaitée|délai|date de livraison souhaitée|échéance|date d expédition|livraison prévue",
    "notes": "remarques|commentaires|~observations|remarque|commentaire|notes|note|observation|motif|justification|raison",
    "currency": "devise|monnaie",
    "discount": "remise|rabais|remise %|% remise|taux de remise|rem|rem %|ristourne|réduction",
    "tax": "tva|taux tva|tva %|% tva|taxe|montant tva|taxes|taux de tva",
    "colour": "~réf couleur|nom couleur|libellé couleur|couleur|coloris|teinte|couleurs|code couleur",
    "size": "taille|pointure|dimension|dimensions|~format|tailles",
    "unit": "unité|udm|unité de mesure|u m|um|unité de vente|uv|conditionnement unité|unité de commande|unité d achat|~u",
    "pack_size": "colisage|conditionnement|pcb|spcb|qté par carton|pièces par carton|nb par carton|quantité par carton|unités par carton|unités par colis|par carton|lot de|taille du lot|taille de lot|nb par colis|nombre par carton",
    "cases": "palettes|nb palettes|nombre de palettes|nb cartons|nombre de cartons|cartons|colis|nombre de colis|nb colis|nbre de colis",
    "line_no": "n|no|ligne|n ligne|no ligne|pos|num|numéro|rang|#|n de ligne|numéro de ligne",
    "stock": "stock|en stock|disponible|stock disponible|disponibilité|qté en stock|quantité en stock|stock réel|stock actuel|stock physique|stock mini|dispo|réservé",
    "shipped": "dernière commande|commande précédente|cde précédente|ventes moy|ventes moyennes|livré|qté livrée|quantité livrée|reste à livrer|qté reçue|quantité reçue|confirmé|qté confirmée|reliquat|expédié|facturé|qté facturée|restant|reçu",
    "moq": "minimum|minimum de commande|qté min|qté minimum|minimum commande|quantité minimum|quantité minimale|multiple|mini commande",
    "image": "image|photo|visuel|lien|site web",
    "category": "où acheter|nom du fabricant|catégorie|gamme|famille|marque|collection|type|rayon|fournisseur|série|fabricant|saison|univers|groupe",
    "status": "statut|état|délai de livraison|nouveauté|sélection|priorité",
    "weight": "poids|poids net|poids brut|volume|longueur|largeur|hauteur|poids total|profondeur|poids kg",
    "customs": "code douanier|origine|pays d origine|nomenclature|nomenclature douanière|dluo|ddm|lot|composition|pays|ingrédients",
    "customer_code": "réf client|code client|votre référence|votre réf|référence interne|n client|no client|numéro client|votre code|notre référence|notre réf",
    "person": "téléphone|tél|adresse|rue|code postal|ville|prénom|courriel|e mail|contact|mail|commercial|vendeur|service|entrepôt|emplacement",
    "ignored": "marge|coef|coefficient|taux de marge|n facture|facture|échantillon|échantillons",
    "price_base": "unité de prix|base de prix|quantité de prix|~par",
}

LABELS = {
    "customer": "~école|~établissement|~hôpital|~hôtel|~pharmacie|~restaurant|~association|client|nom du client|~société|acheteur|facturé à|facturer à|~raison sociale|nom client|adresse de facturation|~~livré à|~~livrer à|~~adresse de livraison|donneur d ordre|~entreprise|~magasin|~commandé par|~enseigne|~nom de la société|~nom de l entreprise|~~destinataire|~~nom|~clinique|~librairie",
    "contact": "contact|interlocuteur|à l attention de|signature|demandeur|responsable|émis par|préparé par|commercial|établi par",
    "supplier": "fournisseur|vendeur|nom du fournisseur|fabricant|de|à|expéditeur",
    "po_number": "n de commande|no de commande|numéro de commande|bon de commande|bon de commande n|bon de commande no|référence client|n commande|no commande|numéro commande|n cde|no cde|commande n|commande no|commande|réf commande|référence commande|votre référence|votre réf|numéro de bon de commande|n bon de commande|~référence|~réf|~n|~no|~numéro|cde n|n de bon de commande|no bc|bc no|n bc|numero bc|no de bc|bc",
    "order_date": "émis le|émise le|établi le|~date|date de commande|date commande|date de la commande|commandé le|le|date du bon de commande|date d émission|en date du",
    "delivery_date": "période de livraison|fenêtre de livraison|délai|délai de livraison|livraison souhaitée le|date de livraison souhaitée|livraison le|à livrer le|date de livraison|livraison souhaitée|date livraison|livraison|livraison prévue|date souhaitée|à livrer avant le|livraison demandée|date livraison souhaitee|date de livraison souhaitee|livraison demandee",
    "currency": "devise|monnaie|prix en|devise de la commande",
    "notes": "remarques|commentaires|observations|remarque|commentaire|notes|note|instructions|instructions de livraison",
    "subtotal": "valeur marchandise|valeur marchandises|valeur des marchandises|valeur de la marchandise|total marchandises|total marchandise|à reporter|report à nouveau|report page précédente|sous total|total ht|montant ht|total net ht|montant total ht|sous total ht|total hors taxe|total hors taxes|total brut ht|net ht|montant net ht|report",
    "tax": "tva|montant tva|total tva|taxes|taxe|dont tva|montant de la tva",
    "total": "totaux|total ttc|total|montant total|total général|montant ttc|net à payer|total commande|montant total ttc|somme totale|total de la commande|total à payer|total net|montant de la commande",
    "quantity_total": "quantité totale|total quantité|nombre total|total pièces|total articles|nombre d articles|total qté",
    "charge": "consigne|consignes|consignation|frais de port|port|transport|frais de livraison|livraison|expédition|frais d expédition|emballage|frais de transport|participation aux frais|éco participation|frais de dossier|assurance",
    "discount": "remise|rabais|escompte|remise globale|ristourne|remise commerciale",
    "deposit": "acompte|arrhes|déjà payé|reste à payer|solde|carte bancaire|carte bleue|espèces",
    "elsewhere": "code client|n° client|no client|numéro client|numéro de client|compte client|tél|téléphone|fax|e mail|courriel|adresse|conditions de paiement|mode de paiement|n° tva|n tva|tva intracommunautaire|siret|lieu de livraison",
}

ORDER_WORDS = "commande fournisseur|commande d achat|liste d achats|liste d achat|liste de commande|commande|commandes|bon de commande|bdc|formulaire de commande|cde|passation de commande|bon commande"
PRICE_LIST = "tarif|tarifs|liste de prix|catalogue|liste des prix|grille tarifaire|liste produits|tarif professionnel"
STOCK_LIST = "inventaire|état des stocks|liste de stock|stock|état de stock|stocks|disponibilités"
OTHER_PAPERS = "note de débit|ordre de fabrication|bon de travail|contrat de vente|contrat de location|avis d expédition|feuille d'heures|bon d'entrée|réception de marchandise|réception de marchandises|bordereau de réception|liste d'emballage|retour de marchandise|retour de marchandises|retour marchandise|bordereau de retour|appel d'offres|bon d'avoir|ventes|rapport des ventes|rapport de ventes|statistiques de ventes|statistiques des ventes|état des ventes|chiffre d'affaires|formulaire de retour|demande de retour|facture|devis|bon de livraison|avoir|reçu|relevé|liste de colisage|facture proforma|rapport|feuille de temps|analyse|facture commerciale|facture pro forma|note de crédit|bordereau de livraison|bon d'expédition|bon de réception|bon de retour|bon de sortie|bon de préparation|demande de prix|demande de devis|relevé de compte|nomenclature|lettre de voiture|offre de prix"
CONFIRMATION = "confirmation de commande|accusé de réception de commande|historique des commandes"
