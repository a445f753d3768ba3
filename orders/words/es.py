"""Spanish header words and labels."""

COLUMNS = {
    "sku": "referencia|código|ref|cod|código artículo|código de artículo|código producto|código de producto|código del producto|referencia artículo|cód artículo|cód|n artículo|no artículo|número de artículo|código interno producto|referencia producto|modelo|clave|clave producto|código proveedor|referencia proveedor|cód producto|nro artículo|codigo sku|número de parte|no de parte|ref proveedor|articulo no|no articulo|no de articulo|num articulo",
    "gtin": "c barras|c de barras|cod de barra|codigo de barra|código de barra|ean|código de barras|códigos de barras|cód barras|codigo ean|ean13|ean 13|gtin|cód de barras|código barras|isbn|cod barras",
    "product_name": "~prenda|~ropa|~especie|~variedad|~flor|~semilla|~vino|~perfil|~tejido|~medicamento|~insumo|~ingrediente|~pieza|~componente|~componentes|~repuesto|~repuestos|descripción|~artículo|~producto|nombre|denominación|~artículos|~productos|nombre del producto|nombre producto|descripción del artículo|descripción artículo|descripción del producto|descripción producto|concepto|nombre artículo|detalle|título|nombre del artículo|designación|mercancía|descripción de producto",
    "quantity": "~tiraje|~tirada|cuántos|cuántas|cdad|a pedir|necesidad|pedido actual|este pedido|cantidad a pedir|cantidad|cant|cantidades|cantidad pedida|cant pedida|unidades|uds|uds pedidas|~pedido|cantidad solicitada|cantidad pedido|nº unidades|no unidades|número de unidades|piezas|unds|total unidades|cantidad total|cant solicitada|cantidad requerida|unidades pedidas|ctd|cantidad unidades|pzas|su pedido|~ud",
    "unit_price": "~precio c iva|precio s iva|precio unit s iva|precio unitario s iva|p s iva|precio sin impuestos|precio sin impuesto|precio unitario sin impuestos|precio unitario|precio|p unitario|p unit|precio unit|pvu|precio ud|precio unidad|p u|pu|precio por unidad|precio neto unitario|precio unitario neto|precio und|precio sin iva|valor unitario|costo unitario|coste unitario|precio unitario sin iva|tarifa|precio venta|precio pieza|coste|costo|~precio con iva|~precio iva incluido|p v neto|p venta neto",
    "wholesale": "precio mayorista|precio de coste|precio neto|precio coste|precio de compra|precio compra|precio de costo|precio distribuidor|precio mayoreo|neto unitario|precio profesional",
    "rrp": "precio iva incl|precio iva incluido|precio c iva|p unit iva incl|precio unitario c iva|precio unit c iva|p c iva|pvp|precio recomendado|precio de venta al público|pvp recomendado|precio con iva|pvpr|pvp con iva|precio público|precio lista|precio de lista|precio unitario con iva",
    "line_total": "total s iva|importe s iva|subtotal s iva|subtotal sin iva|importe|total|importe total|precio total|total línea|importe neto|subtotal|sub total|monto|valor total|valor|total neto|importe línea|total sin iva|total artículo|monto total|costo total|total euros|importe sin iva|total importe|coste total|suma|subtotal sin impuestos|total sin impuestos",
    "gross_total": "importe iva incl|importe iva incluido|total iva incl|total iva incluido|importe c iva|total c iva|subtotal c iva|subtotal con iva|total con iva|importe con iva|importe total con iva",
    "customer": "nomcli|nombre tercero|~tercero|~contacto|nombre fiscal|nombre comercial|nombre del contacto|cliente|nombre del cliente|comprador|nombre cliente|~empresa|~razón social|~~tienda|~destinatario",
    "po_number": "n de orden|no de orden|nº de venta|número de venta|n de venta|id de pedido|id del pedido|numdoc|nro documento|nº documento|nº de documento|número de documento|n documento|folio|consecutivo|nuestro pedido|nuestro n de pedido|n de pedido|no de pedido|número de pedido|orden de compra|su referencia|n pedido|no pedido|nro pedido|número pedido|nº orden|no orden|número de orden|pedido n|o c|oc|nro de pedido|numero oc",
    "order_date": "fecha de venta|fecha de la venta|fecha de emisión|fecha emisión|fecha de elaboración|fecha elaboración|fecha documento|fecha del documento|fecha de creación|fecha creación|marca temporal|fecha de pedido|fecha pedido|fecha del pedido|fecha de orden",
    "delivery_date": "fecha req|fecha requerida|fecentrega|fec entrega|fecha de vencimiento|fecha de entrega|entrega solicitada|fecha entrega|~fecha|entrega|plazo de entrega|fecha solicitada|fecha de envío|fecha requerida|fecha prevista|fecha de embarque",
    "notes": "notas|~observaciones|comentarios|nota|comentario|observación|indicaciones|motivo|justificación|uso",
    "currency": "moneda|divisa",
    "discount": "descuento|dto|bonificación|dto %|% dto|descuento %|% descuento|desc|desc %|dcto|rebaja",
    "tax": "iva|iva %|% iva|impuesto|impuestos|igv|itbis|tipo iva|monto iva|isv|total impuesto|total impuestos",
    "colour": "~código de color|~código color|nombre color|descripción color|descripción del color|color|colores|tono|cod color",
    "size": "talla|tamaño|medida|medidas|tallas|dimensiones|tamano",
    "unit": "unidad|um|unidad de medida|u m|ud medida|unidad medida|und|tipo de unidad|unidad de venta|udm|ud|uds",
    "pack_size": "cant por caja|cantidad por caja|unidades por caja|embalaje|formato|uds caja|unidades caja|uds por caja|pack|piezas por caja|und x caja|empaque|presentación|contenido|unidad por caja|pzas por caja|unidades por bulto|envase",
    "cases": "cajas|número de cajas|no cajas|n cajas|bultos|cajas pedidas|cartones",
    "line_no": "n|no|línea|pos|posición|ítem|item|nro|número|renglón|partida|#|num|nº línea|no línea|orden",
    "stock": "stock|existencias|disponible|existencia|inventario|en stock|stock actual|disponibilidad|stock disponible|cantidad disponible|stock mínimo|reservado",
    "shipped": "último pedido|pedido anterior|ventas medias|entregado|cantidad entregada|pendiente|cantidad pendiente|recibido|cantidad recibida|confirmado|cantidad confirmada|servido|enviado|cantidad enviada|facturado|cant recibida|cant entregada",
    "moq": "pedido mínimo|cantidad mínima|mínimo|compra mínima|múltiplo|mínimo de compra",
    "image": "imagen|foto|fotografía|enlace|web",
    "category": "dónde comprar|categoría|familia|marca|colección|tipo|gama|grupo|línea de producto|proveedor|fabricante|serie|temporada|departamento|sección",
    "status": "estado|estatus|plazo|novedad|selección|prioridad",
    "weight": "peso|peso neto|peso bruto|volumen|largo|ancho|alto|peso total|peso kg|longitud|profundidad",
    "customs": "código arancelario|origen|país de origen|partida arancelaria|lote|caducidad|composición|país|fecha de caducidad|ingredientes",
    "customer_code": "código cliente|referencia cliente|su código|código de cliente|n cliente|código interno|cod cliente|no cliente|nuestra referencia|nuestro código",
    "person": "teléfono|tel|dirección|calle|código postal|ciudad|apellidos|correo|correo electrónico|contacto|email|vendedor|comercial|provincia|almacén|ubicación|rfc|nit",
    "ignored": "costo de envío|coste de envío|gastos de envío|costo envío|flete|medio de envío|medio de pago|margen|beneficio|factura|no factura|n factura|muestra|muestras",
    "price_base": "unidad de precio|base de precio|~por",
}

LABELS = {
    "customer": "~colegio|~hospital|~hotel|~farmacia|~restaurante|~institución|~centro|cliente|nombre del cliente|comprador|~razón social|~razón|~nombre o razón social|~nombre y razón social|~empresa|facturar a|facturado a|nombre cliente|datos del cliente|~~enviar a|~~entregar a|~~dirección de entrega|~solicitado por|~tienda|~nombre de la empresa|vendido a|~nombre comercial|~~destinatario|~~nombre|~compañía|~escuela|~clínica|~librería",
    "contact": "contacto|persona de contacto|a la atención de|firma|solicitante|responsable|elaborado por|autorizado por|atención|att|vendedor",
    "supplier": "proveedor|vendedor|nombre del proveedor|fabricante|de|para|a",
    "po_number": "n de orden|no de orden|n de pedido|no de pedido|número de pedido|orden de compra|orden de compra n|orden de compra no|orden de compra nro|su referencia|n pedido|no pedido|nro pedido|número pedido|pedido n|pedido no|pedido nro|pedido|referencia de pedido|su pedido|número de orden|no orden|nro de orden|n orden|nro de pedido|o c|oc|orden n|orden no|~referencia|~n|~no|~número|~nro|nuestro pedido|número de orden de compra|folio|no oc|oc no|numero oc|oc num|num oc|oc nº|o c nº",
    "order_date": "~fecha|fecha de pedido|fecha pedido|fecha del pedido|fecha de orden|fecha de emisión|fecha de la orden|emitido|f pedido|fec pedido",
    "delivery_date": "periodo de entrega|plazo de entrega|ventana de entrega|fecha de entrega|entrega solicitada|fecha entrega|entrega|fecha de entrega solicitada|entregar antes de|fecha prevista de entrega|fecha requerida|entrega prevista|f entrega|fec entrega",
    "currency": "moneda|divisa|precios en",
    "notes": "notas|observaciones|comentarios|nota|comentario|instrucciones",
    "subtotal": "valor mercancía|valor de la mercancía|valor de las mercancías|importe mercancía|total productos|total mercancía|total mercancías|suma y sigue|suma anterior|total anterior|subtotal|sub total|base imponible|total neto|importe neto|neto|total sin iva|suma|total bruto|base|total antes de impuestos|importe sin iva|total sin impuestos|subtotal sin impuestos",
    "tax": "i v a|iva|impuesto|impuestos|igv|total iva|cuota iva|importe iva|monto iva|total impuestos|total impuesto",
    "total": "totales|total|total pedido|importe total|total general|total con iva|total a pagar|total factura|monto total|gran total|total orden|total del pedido|total iva incluido|valor total|total euros|suma total|total final",
    "quantity_total": "total unidades|cantidad total|total cantidad|total piezas|total artículos|unidades totales|total cajas",
    "charge": "envases|fianza envases|depósito envases|envases retornables|portes|envío|gastos de envío|flete|transporte|gastos de transporte|embalaje|seguro|recargo|manipulación|costo de envío|coste de envío",
    "discount": "descuento|descto|dscto|dcto|dto|bonificación|rebaja|descuento total|descuento comercial|total descuento|total descuentos|tot desc reportado",
    "deposit": "anticipo|pagado|saldo|pendiente de pago|depósito|tarjeta de crédito|tarjeta de débito|efectivo",
    "elsewhere": "código de cliente|código cliente|cód cliente|nº cliente|número de cliente|tel|teléfono|fax|correo|email|dirección|forma de pago|condiciones de pago|cif|nif|rfc|rut|lugar de entrega",
}

ORDER_WORDS = "lista de compras|lista de la compra|lista de pedido|pedido|pedidos|orden de compra|orden|hoja de pedido|nota de pedido|formulario de pedido|ordenes de compra|solicitud de pedido"
PRICE_LIST = (
    "lista de precios|tarifa|catálogo|tarifas|listado de precios|lista de productos|precios"
)
STOCK_LIST = "inventario|existencias|listado de stock|stock|informe de existencias|control de stock|reporte de inventario"
OTHER_PAPERS = "lista de picking|orden de trabajo|orden de producción|orden de fabricación|contrato de venta|aviso de envío|extracto de cuenta|hoja de horas|lista de embalaje|lista de bultos|entrada de mercancía|entrada de mercancías|nota de entrada|entrada de almacén|vale de salida|devolución de mercancía|devolución de mercancías|hoja de devolución|solicitud de devolución|ventas|informe de ventas|reporte de ventas|estadística de ventas|resumen de ventas|formulario de devolución|devolución|factura|presupuesto|albarán|recibo|cotización|nota de crédito|nota de factura|nota de remisión|factura proforma|lista de empaque|informe|nómina|extracto|nota de entrega|albarán de entrega|remito|guía de remisión|guía de despacho|packing list|factura comercial|proforma|nota de débito|nota de abono|factura rectificativa|solicitud de cotización|solicitud de presupuesto|petición de oferta|oferta|estado de cuenta|parte de entrada|nota de devolución|lista de materiales|nota de recepción|albarán de recepción|recepción de mercancía|recepción de mercancías|nota de ingreso|albarán de devolución"
CONFIRMATION = (
    "confirmación de pedido|confirmación del pedido|confirmación de orden|historial de pedidos"
)
