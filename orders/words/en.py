"""English header words and labels."""

COLUMNS = {
    "sku": """oem no|oem number|oem part no|oem part number|oe no|oe number|oem code|oem|~sku id|~article id|~variant id|seller sku|merchant sku|shop sku|vendor item|supplier item|articul|artikul|order code|matnr|idnlf|vendor material|vendor material no|vendor material number|supplier material number|lineitem sku|sku|sku code|sku no|sku number|article|article no|article nr|article number|article#|article code
        |art no|art nr|art code|~code|item code|item no|item nr|item nbr|item number|item#|~item id|item ref|item sku|itemcode|material
        |material code|material number|material no|mat no|model|model no|model number|model code
        |part no|part number|part#|part code|p/n|pn|mpn|manufacturer part number|product code
        |product no|product number|product id|product ref|product sku|product reference|prod code|~ref|~ref no
        |~ref#|~reference|~reference number|stock code|stock no|~stock number|style no|style number|style code
        |~style id|catalogue no|catalog no|catalogue number|catalog number|cat no|~catalogue ref
        |our item code|supplier code|supplier sku|supplier part no|supplier part number
        |supplier item code|supplier item no|vendor sku|vendor part no|vendor item no|supplier ref
        |vendor code|vendor item number|vendor part number|supplier article no|~id|asin|~no|~number|codes
        |buyer item code|isbn 10|mfr part|mfr part no|mfg part no|manufacturer part no|manufacturer part|supplier part|vendor part|distributor part
        |supplier p n|nsn|ndc|ndc no|ndc number|national drug code""",
    "gtin": """ean11|bar code|barcode|bar codes|barcodes|bar code number|barcode no|barcode number
        |barcode ean|ean|ean code|ean no|ean number|ean 13|ean 8|ean13|ean8|ean barcode|ean upc|upc ean
        |global trade item number|gs1|gtin|gtin 8|gtin 12|gtin 13|gtin 14|gtin13|gtin14|isbn|isbn 13
        |itf|itf 14|jan|upc|upc a|upc e|upca|upce|upc code|upc number|upc no|unit barcode|product barcode
        |item barcode|barecode|bar cod|ean code 13|unit upc|unit ean|berkod""",
    "product_name": """~~quality|~menu|~menu item|~dish|~drug|~drug name|~medicine|~medicine name|~medication|~generic name|~brand name|~book|~tool|~equipment
        |~ingredient|~ingredients|~component|~components|~part|~parts|~spare part|~spare parts|maktx|txz01|arktx|lineitem name|article name|article description|commodity|desc|description|descriptions
        |~details|full description|goods|goods description|description of goods|~item|~items|item description
        |item desc|item name|items description|merchandise|~name|particulars|~product|~products
        |product description|product desc|product name|product title|products description
        |spec|specs|specification|specifications|~title|~article|material description|short text|short description
        |long description|part description|part name|item details|product details
        |description of item|description of items|~book title|model name|style name|style description|goods name
        |item product|product item|description product|variety|~service|name of product|name of item
        |name of goods|item and description|item description and specification|garment|garments|drug name|medicine|medication|~drug|~drugs|~coffee|~wine|~wines|~part|~parts""",
    "quantity": """~replenish|~replenishment|~replenish qty|~restock|~restock qty|stems|total stems|no of stems|~confirmed qty|~confirmed quantity|~qty confirmed|~reorder quantity|~reorder qty|~re order qty|qty to reorder|quantity to reorder|~~recommended order|~~recommended order qty|~~recommended order quantity|~~suggested order|~~suggested order qty|~~suggested order quantity|~~suggested qty|~~recommended qty|~~recommended quantity|item quantity|item qty|product quantity|~qty unit|~qty uom|~quantity unit|product uom qty|product qty|need|needs|to buy|qty to buy|~needed|bstmg|kwmeng|lineitem quantity|this order|this order qty|order now|qty to order|order this time|~amount|~count|~ea|~each|how many|no of units|no of pieces|no of items|number of items|number of pieces|nos|~num
        |number of units|no of pcs|order qty|order quantity|ordered|ordered qty|ordered quantity|qty ordered
        |quantity ordered|~pc|pcs|pieces|~q|qnty|qty|tgt qty|target qty|target quantity|qty pcs|qtys|quan|quant|quantity|quantities
        |quantity pcs|quantity required|qty required|qty req|req qty|requested|requested qty
        |requested quantity|quantity requested|~required|required qty|required quantity|~unit|units|~volume
        |units ordered|units ord|qty ord|order units|total units|total qty|total quantity|total pcs|total pieces|~order|your order
        |your order qty|qty to order|quantity to order|how many|qty needed|quantity needed
        |purchase qty|po qty|po quantity|order amount|order pcs|pcs ordered|piece qty|qty each|qty ea
        |approved qty|approved quantity|final qty|final quantity|revised qty|revised quantity|agreed qty
        |buy qty|demand|to order|qty units|units required|open order qty|~no of|no pcs|qty reqd|qty req d|q ty|qnt|qtty|copies|no of copies|number of copies|bottles|new qty|new quantity""",
    "unit_price": """basic price|basic unit price|paid price|netpr|lineitem price|~cost|~each|each price|item price|item cost|~list price|~per unit|price|price each|price per|price per unit
        |price per piece|price per pc|price per item|price per each|price unit|~rate|~retail price|sale price|sales price|selling price|single price
        |unit cost|unit price|unit rate|~unit value|unitprice|unit net price|net unit price|unit price net
        |price ex vat|price excl vat|price excl tax|price net|your price|our price|special price
        |offer price|agreed price|~cost each|~cost per unit|~cost unit|fob price|fob|~exw price|exw
        |cif price|price pcs|price pc|price ea|u price|u p|price exc vat|unit price exc vat|unit amount|buying price|purchase price|po price
        |quoted price|discounted price|price after discount|final price|unit price ex vat|unit price excl vat
        |unit price excl tax|price each ex vat|unit fob|net price each|unit price each|nett price|~price inc vat|~price incl vat|~unit price inc vat|~gross price|~price inc tax|~price including vat|~price incl tax|~unit price incl vat""",
    "wholesale": """wholesale|whs|whs price|w s price|wholesale price|wsp|w s p|trade price|net price|cost price|trade|~net cost|dealer price
        |distributor price|whsl|whsl price|ws price|~ws|reseller price|wholesale cost|nett price""",
    "rrp": """mrp|rate before disc|rate before discount|price before discount|unit price before discount|max retail price|maximum retail price|rrp|srp|msrp|retail|recommended price|recommended retail price|suggested retail|suggested retail price
        |retail value|~list|~retail price|~list price|consumer price|price incl vat|price inc vat|gross price
        |unit price incl vat|unit price inc vat|price including vat|rrp inc vat|rsp|rrp incl vat""",
    "line_total": """basic value|basic amount|total basic value|~po value|~total po value|~total basic po value|netwr|taxable amount|taxable amt|taxable value|t value|tot value|amount|amt|ext|ext amount|ext cost|ext price|extended|extended amount|extended cost
        |extended price|extended value|item total|line amount|line total|line value|line net|line cost|lineamount|linetotal
        |net|net amount|net value|net total|row total|rowtotal|~sub total|~subtotal|~sum|total|total amount|total cost
        |total price|total net|total value|~value|totals|line total excl vat|total excl vat|total exc vat|total exc tax|total ex vat|total price net
        |amount due|amount net|line price|order value|~order total|total usd|total eur|total gbp|cost total|price total
        |total line|line total net|amount excl vat|total fob|total wholesale|total purchase price|net line total""",
    "gross_total": """cost inc vat|cost incl vat|cost including vat|cost with vat|cost inc tax|cost incl tax|cost with tax|gross|total incl vat|total inc vat|total gross|gross total|gross amount|amount incl vat
        |line total incl vat|total including vat|total with vat|total inc tax|total incl tax""",
    "customer": """cust|sell to customer name|sell to name|bill to customer name|bill to name|partner id|billing name|billing company|~account|account name|addressee|bill to|billto|buyer|buyer name|buyername|client|client name
        |clientname|~company|~company name|~consignee|customer|customer name|customername|~organization|~organisation
        |~party|party name|purchaser|~recipient|~recipient name|~ship to|~ship to name|sold to|sold to name|soldto|sold to party|~~store|~store name|~~shop|~retailer""",
    "po_number": """ebeln|vbeln|sales document|bstnk|bstkd|our purchase order|our po|your po|customer po no|purchasing document|purchasing doc|purch doc|purch doc no|po|po no|po nr|po nbr|order nbr|po number|po#|p o number|purchase order|purchase order no|purchase order number
        |order no|order nr|order number|order#|order id|order ref|order reference|customer order no
        |customer order number|customer po|customer ref|customer reference|~document no|~document number""",
    "order_date": "submitted date|date submitted|submission date|submitted on|timestamp|time stamp|create time|created|creation date|created date|order time|ordered at|order placed on|bedat|bstdk|audat|order date|po date|date of order|date ordered|ordered on|~document date|~purchase date|doc date|~created at|~created on",
    "delivery_date": """eindt|edatu|vdatu|delivery date|date of delivery|deliver by|due date|due|required by|required date|req date|date required|need by
        |needed by|need date|date needed|expected receipt date|planned receipt date|expected date|date expected|expected arrival|expected arrival date|arrival date|promised date|promise date|need by date|ship date|ship by|shipping date|shipment date|eta|etd|~date|requested delivery
        |requested delivery date|requested date|delivery|expected delivery|expected date|promised date|delivery due
        |in hands date|ex factory|ex factory date|~delivery week|del date|deliv date|delv date|dlv date""",
    "notes": """notes|note|remarks|remark|comments|comment|instructions|special instructions|~observations
        |line notes|memo|~message|additional information|~info|~information|customization|personalisation|reason|reasons|justification|purpose|why|used for|intended use|reason for purchase|reason for order""",
    "currency": "waers|waerk|currency|curr|ccy|currency code|cur|crcy|crncy",
    "discount": """discount|disc|disc %|discount %|% discount|discount percent|discount rate|rebate|~less|off|% off
        |discount percentage|line discount|trade discount|dis|trade disc|disc pct|discount pct|disc amount|discount amount|less disc""",
    "tax": """cess|~ppn|~ppn rate|mwskz|tax|tax %|vat|vat %|vat rate|tax rate|gst|gst %|hst|sales tax|~tax amount|~vat amount|tax code
        |~duty|~duties|excise|igst|cgst|sgst|igst % amt|cgst % amt|sgst % amt""",
    "colour": "~colour code|~color code|~colour no|~color no|~color id|~colour number|colour|color|colours|colors|shade|finish|colour name|color name|colorway|colourway|colour way|col|color description",
    "size": "size|sizes|dimension|dimensions|measurement|size range|size name|sz",
    "unit": """qty uom|quantity unit|meins|vrkme|bstme|order unit|usage unit|unit code|unit of measure code|uom|u o m|unit of measure|unit of measurement|unit|measure|~per|~measurement unit|units of measure|um|u m
        |order unit|sales unit|selling unit|qty unit|unit type|~type of unit|unit measure|measuring unit|ordering unit|unit uom|oun|uoi|unit of issue|po unit|u i""",
    "pack_size": """stems bunch|stems per bunch|pcs per pallet|pieces per pallet|units per pallet|qty per pallet|pack size|pack|packing|pack qty|pack quantity|case size|case qty|case quantity|case pack|casepack|units per case
        |units per carton|units per pack|units per box|inner|inner qty|inner pack|outer|outer qty|master carton|carton qty
        |carton quantity|qty per carton|qty per case|qty per box|qty per pack|quantity per carton|quantity per case
        |quantity per box|quantity per pack|pcs per carton|pcs per ctn|pcs ctn|qty ctn|pcs per box|pcs per case|pcs per pack|pieces per carton|pieces per box|pieces per case
        |items per case|items per carton|packaging|packaging unit|ctn qty|box qty|each per case|pk size|units case|case""",
    "cases": "bunches|pallets|no of pallets|number of pallets|cases|no of cases|number of cases|cartons|ctns|no of cartons|number of cartons|boxes|no of boxes|number of boxes|cases ordered|qty cases|qty cartons|carton|order cases|total cartons|ttl ctns",
    "line_no": "po item|po item no|po item number|po line|po line no|po line number|po line item|po pos|poitem|ebelp|posnr|line|line no|line number|line nr|line#|line item|~no|~#|sn|s n|s no|sl no|sr no|sr|sl|serial no|ser no|serial number|~number|pos|position|row|row no|item#|~item no|seq|sequence|no of line|~num|lp",
    "stock": """committed|committed quantity|committed qty|qty committed|reserved qty|reserved quantity|incoming|incoming qty|daily sales rate|days of inventory|ending quantity|boh|current boh|balance on hand|current inventory|current qty|incoming inventory|on the way|par level|par|par stock|our stock|your stock|shelf stock|stock|in stock|stock qty|qty in stock|stock on hand|on hand|soh|qoh|qty on hand|quantity on hand|quantity in stock|available|availability|available qty
        |avail|avail qty|stock level|stock quantity|free stock|current stock|inventory|atp|stock available|qty available|quantity available|available stock|balance stock|reserved|on order|reorder level|min stock|max stock""",
    "shipped": """wemng|remng|quantity invoiced|last order|last order qty|previous order|previous qty|last qty|avg monthly sales|average sales|avg sales|average monthly sales|shipped|remain po|remaining po|po remain|po balance|shipped qty|qty shipped|quantity shipped|delivered|qty delivered|delivered qty|received|qty received|received qty
        |quantity received|outstanding|outstanding qty|backorder|back order|b o|bo|qty backordered|backordered|confirmed
        |confirmed qty|qty confirmed|qty invoiced|invoiced|open qty|remaining|balance|balance qty|cancelled|cancelled qty|qty cancelled|allocated|picked|packed|dispatched|qty due|still to deliver|supplied|qty supplied|sent|returned|qty returned|invoiced qty|previous qty|last order|last order qty|past orders""",
    "moq": "moq|min order|min order qty|minimum order|minimum order qty|minimum order quantity|min qty|minimum qty|minimum|min|multiples|order multiple|minimum quantity|min order quantity",
    "image": "image|picture|photo|pic|img|thumbnail|images|photos|product image|item image|product picture|link|url|website|web link|product link|web address",
    "category": "where to buy|where to purchase|bought from|purchase from|matkl|material group|category|group|product group|type|range|collection|brand|department|dept|family|series|class|season|subcategory|product type|product category|line name|manufacturer|supplier|vendor|maker|supplier name|vendor name|designer|author|publisher|division|gender|theme",
    "style": "style|~style no|style ref",
    "status": "status|purchased|bought|acquired|state|condition|x|tick|check|selected|approved|new|rank|priority|grade|lead time|leadtime|lead time days",
    "weight": "weight|net weight|gross weight|weight kg|kg|nw|gw|n w|g w|total weight|unit weight|cbm|m3|volume m3|total cbm|volume cbm|length|width|height|depth|l|w|h|net weight kg|gross weight kg|carton weight|carton size|net wt|gross wt|unit wt|wt|wt kg|net wt kg|gross wt kg|weight per unit|volume weight",
    "customs": "hsn|hsn code|hsn no|hsn sac|hsn sac code|hsn sac no|sac|sac code|hsn number|hs code|hts code|hs|tariff|tariff code|tariff no|tariff number|commodity code|customs code|hts|hscode|country of origin|origin|coo|made in|country|material composition|composition|fabric|fabric content|material content|ingredients|shelf life|expiry|expiry date|best before|batch|lot|lot no|batch no|serial",
    "customer_code": "sell to customer no|bill to customer no|sell to customer number|buyer item|buyer item no|customer item|customer item code|customer sku|your code|your ref|your item code|your item no|customer part no|customer article no|customer item no|customer part number|buyer sku|your sku|internal code|our code|our ref|our sku|customer code|customer no|customer number|account no|account number|customer id|buyer part no|buyer code|our part no|our part number|our item no|our item number|our p n|our article no|our product code|our stock code|internal part no|cust code|cust no|cust item|cust item no|cust ref|cust sku|cust part no|cust p n",
    "person": "email|e mail|phone|telephone|tel|mobile|fax|contact|contact name|contact person|address|address 1|address 2|street|city|town|zip|zip code|pincode|pin code|post code|postcode|postal code|state province|first name|last name|surname|full name|employee|employee name|department name|ship to address|billing address|delivery address|shipping address|user|salesperson|sales rep|salesman|sales person|customer group|customer type|route|rep|agent|warehouse|location|bin|shelf",
    "ignored": "pr no|pr number|pr nr|pr date|pr#|purchase requisition|purchase requisition no|purchase requisition number|tracking|tracking code|tracking no|tracking number|tracking id|awb|awb no|posting date|margin|margin %|markup|mark up|profit|tax included|exchange rate|quantity break|price break|tier price|deposit|prepaid|payment|payment terms|invoice no|invoice number|invoice date|invoice|sample|samples",
    "price_base": "peinh|kpein|price unit|price per qty|price per quantity|pricing unit|pricing qty|price base|per qty|price qty|price quantity|~per|price basis|unit of price",
}

LABELS = {
    "customer": """customer|~school|~hospital|~club|~hotel|~clinic|~practice|~institution|~restaurant|~pharmacy|~nursery|~charity|party name|sell to customer|sell to customer name|sell to|bill to customer|bill to name|customer name|client|client name|buyer|buyer name|bill to|billed to|invoice to|sold to|sold to party
        |purchaser|~ordered by|~order by|order from|account name|~company|~company name|~company address|~business name|~store name|~shop name|~name of company
        |~account|~~consignee|~~ship to|~~deliver to|~~delivery to|~~shipped to|~organisation|~organization|~trading name|name of customer|~retailer|~retailer name|~customer company|~order placed by|~~delivery address|~billing address|~~shipping address|~invoice address|~~store|~~name""",
    "contact": "contact|contact name|contact person|attention|attn|prepared by|requested by|approved by|authorised by|authorized by|buyer contact|your contact|signature|signed by|issued by|requisitioner|entered by|sales rep|salesperson|rep|agent",
    "supplier": "supplier|supplier name|vendor|vendor name|seller|ordered from|order from|to supplier|manufacturer|from|exporter|order to|to|ship from|purchase from|vendor to|seller name",
    "po_number": """lpo|lpo no|lpo number|lpo ref|purchasing document|purch doc|our order|buyer's order no|buyer's order number|our po|our po no|our po number|our order ref|our order reference|our purchase order|po|po no|po nr|po number|po#|p o|p o no|p o number|p o#|purchase order|purchase order no|purchase order number|purchase order#
        |purchase order nr|order no|order nr|order number|order#|order id|order ref|order reference|customer order no|customer order number
        |cust po|cust po no|cust po number|customer purchase order|customer purchase order no|customer requisition|customer requisition no|customer po|customer po no|customer po number|customer ref|customer reference|your reference|your ref|your po|your po no|your po number|your order|your order number|your order no|our order no|our order number|po ref|po reference
        |~reference|~reference no|~reference number|~ref|~ref no|~document no|~document number|~voucher no|~voucher number|~no|~number|requisition no|~requisition number|~req no|po numbers|po nos|order numbers|purchase order numbers|call off|call off no|call off number|call off order|call off order no|~release no|~release number|~scheduling agreement|~scheduling agreement no|~our ref|~our reference|order""",
    "order_date": "~date|~dated|order date|po date|po issue date|date of order|issued|issue date|date issued|purchase order date|date ordered|ordered on|~document date|order placed|placed on|date of purchase order|date of issue",
    "delivery_date": "requested date|~requested for|date wanted|wanted by|delivery window|ship window|shipping window|delivery period|expected|expected on|date needed|delivery day|day of delivery|deliver on|delivery on|delivery date|date of delivery|due date|required by|required date|date required|need by|needed by|need by date|ship date|ship by|shipping date|shipment date|eta|requested delivery|requested delivery date|delivery required by|deliver by|delivery by|requested ship date|expected delivery|expected delivery date|delivery required|delivery due|delivery requested|delivery|required delivery date|start ship|~cancel date|in hands date",
    "currency": "currency|curr|ccy|currency code|all prices in|prices in|order currency",
    "notes": "notes|note|remarks|remark|comments|comment|instructions|special instructions|delivery instructions|order notes|additional comments|message",
    "subtotal": "products total|product total|total products|items subtotal|product subtotal|total c o|total c f|total b f|total carried over|total carried forward|carry over|carried forward|brought forward|carry forward|amount carried forward|balance brought forward|carried over|page total|base amount|basic amount|basic total|basic value|before tax|goods total|items total|item total|merchandise total|net|net amount|net total|pre tax|pretax|sub total|subtotal|taxable amount|total net|total before tax|total excl vat|total ex vat|total excluding vat|total excl tax|net value|total goods|goods value|total net amount|nett total|total net value|order subtotal|merchandise subtotal|total before vat",
    "other": "email|e mail|email address|phone|telephone|pan|cin|tin|carrier|ship via|shipped via|fob|f o b|incoterms|gstin|gstin uin|gst no|fax|dispatched through|despatched through|dispatch through|other references|other reference|mode terms of payment|terms of payment|payment terms|terms of delivery|delivery terms|supplier s ref|buyer s ref",
    "tax": "ppn|item tax|line tax|cgst|sgst|igst|utgst|input cgst|input sgst|input igst|input utgst|output cgst|output sgst|output igst|output utgst|cgst input|sgst input|igst input|cgst output|sgst output|igst output|central tax|state tax|integrated tax|central gst|state gst|integrated gst|~duties|~duty|excise|gst|hst|levy|pst|sales tax|service tax|~tariff|tax|tax amount|tax charge|tax total|tax value|taxes|total tax|vat|vat amount|vat charge|total vat|vat total|plus vat|add vat|tax due|estimated tax",
    "total": "total in|amount due|~balance|~balance due|final|final amount|final total|grand total|grandtotal|gross amount|gross total|invoice total|net payable|order amount|order total|overall total|payable|sum total|sum|total|totals|total amount|total due|total payable|total value|total order value|order value|total price|total cost|total incl vat|total inc vat|total including vat|total incl tax|total order|total gross|overall|total to pay|po total|total purchase order|purchase order total|total sum|total net price|total extended price|total extended net price|total value including tax|total amount including tax|total including tax|total value incl tax|total amount incl tax|~gross|total gross amount|gross sum|total amount payable",
    "quantity_total": "total qty|total quantity|total units|total pieces|total pcs|total items|total cartons|total cases|no of lines|number of items|total ordered|total boxes",
    "charge": "packaging|shipping insurance|delivery|packing charges|delivery and handling|carriage and packing|round off|rounding|rounded off|r off|rounding off|less round off|shipping|freight|shipping cost|shipping costs|shipping and handling|shipping handling|shipping charges|shipping charge|shipping fee|delivery charge|delivery charges|delivery cost|delivery fee|carriage|postage|postage and packing|p p|p and p|handling|handling fee|packing|insurance|surcharge|transport|transportation|freight charges|freight cost|other charges|bank charges|other|s h|other costs|other cost|courier|small order surcharge",
    "discount": "discount|disc|less discount|rebate|less|trade discount|total discount|order discount|discount amount|volume discount",
    "deposit": "deposit|advance|advance payment|prepaid|paid|amount paid|down payment|balance|balance due|credit|credit card|debit card|card payment|cash payment",
    "elsewhere": "terms|rep|tel|phone|telephone|phone no|tel no|fax|email|e mail|address|payment terms|terms of payment|vat no|vat number|tax id|vat reg no|gst no|gstin",
}

ORDER_WORDS = "purchase list|shopping list|buying list|parts order|order|orders|po|p.o.|purchase order|order form|order sheet|orderform|purchase orders|purchaseorder|sales order|new order|order list|order details|order lines|order items|lines|requisition"
PRICE_LIST = "price list|pricelist|price sheet|catalogue|catalog|tariff list|rate card|line sheet|linesheet|price catalogue|wholesale price list|product list|product catalogue"
STOCK_LIST = "stock list|stocklist|stock report|inventory|inventory report|inventory list|stock take|stocktake|stock sheet|stock count|warehouse stock|stock on hand|availability list|stock status|inventory count"
OTHER_PAPERS = "supplier return|returns to supplier|return to vendor|return to supplier|credit request|goods returned note|sales statistics|sales by item|sales summary|turnover report|sales figures|return request|returns form|goods return|goods return note|return authorisation|return authorization|return slip|returns note|goods return form|delivery challan|challan|receipt note|delivery receipt|delivery receipt note|grn|supplier invoice|vendor invoice|stock transfer|payment voucher|invoice|tax invoice|proforma invoice|commercial invoice|quotation|quote|delivery note|packing list|packing slip|credit note|receipt|statement|bill of lading|price quotation|statement of account|sales report|sales analysis|bank statement|payslip|timesheet|attendance|budget|expense report|lab report|test report|survey|dispatch note|despatch note|delivery slip|delivery docket|delivery advice|goods received note|goods receipt|goods receipt note|goods issue note|pick list|picking list|pick ticket|picking slip|waybill|consignment note|shipping manifest|credit memo|debit note|sales receipt|sales invoice|purchase invoice|vat invoice|pro forma|pro forma invoice|remittance advice|request for quotation|request for quote|rfq|price enquiry|enquiry|return authorization|return authorisation|return merchandise authorization|return merchandise authorisation|returns form|return form|rma|bill of materials|cycle count|count sheet|bank reconciliation|rent roll|payroll|loan list|loan equipment|loan equipment list|equipment loan|tender specification|tender documents|invitation to tender"
CONFIRMATION = "order confirmation|order acknowledgement|order acknowledgment|sales confirmation|acknowledgement of order|order history|return note"
