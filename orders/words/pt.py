"""Portuguese header words and labels."""

COLUMNS = {
    "sku": "c6 produto|código|referência|ref|cód|código do produto|código produto|cód produto|código do artigo|código artigo|cód artigo|artigo n|número do artigo|código do item|cód item|modelo|código fornecedor|ref artigo|ref produto|código material|codigo item|referência do produto|referência do fornecedor|part number",
    "gtin": "ean|código de barras|cód barras|cód de barras|ean13|ean 13|gtin|código ean|isbn|códigos de barras",
    "product_name": "~peça de roupa|~vestuário|c6 descri|~espécie|~variedade|~semente|~vinho|~perfil|mercadorias|~componente|~componentes|descrição|~produto|~artigo|nome|designação|nome do produto|descrição do produto|descrição do artigo|descrição produto|denominação|~produtos|~artigos|título|mercadoria|nome do artigo|descrição dos produtos|especificação|discriminação|descrição do item",
    "quantity": "c6 qtdven|~tiragem|quantos|quantas|quantidade|qtd|qtde|quant|qtd pedida|quantidade pedida|quantidades|qtdes|~pedido|unidades|peças|nº de unidades|no de unidades|quantidade solicitada|qtd solicitada|qte|quantidade encomendada|qtd encomendada|~encomenda|qtd total|quantidade total|qtdade|pçs|qt|quantidade desejada|qtde pedida",
    "unit_price": "c6 prcven|preço acordado|preço unitário|preço|preço unit|p unitário|valor unitário|vlr unitário|vl unitário|preço un|preço por unidade|p unit|pu|p u|vlr unit|preço líquido|preço unitário líquido|custo unitário|preço s iva|preço sem iva|valor unit|tarifa|preço de venda|vr unitário|preço unidade|vl unit|vl unitario|vlr unitario|r$ unit|custo c desc|preço c desc|custo com desconto|preço com desconto|custo líquido|vr unit|val unit|preco un|p un|~preço com iva|~preco com iva",
    "wholesale": "preço de custo|preço grossista|preço atacado|preço de atacado|preço revenda|preço de compra|custo|preço por atacado|preço revendedor",
    "rrp": "preço original|preço c iva|preço iva incl|preço unit c iva|pvp|preço recomendado|preço de venda ao público|pvp recomendado|preço sugerido|preço com iva|preço ao consumidor|preço de tabela|preço tabela",
    "line_total": "c6 valor|total|valor total|preço total|valor|montante|total linha|importância|total líquido|vlr total|vl total|subtotal|sub total|total item|valor líquido|total do item|custo total|total s iva|total sem iva|total s ipi|total sem ipi|total s ipi c desc|soma|vr total|total da linha",
    "gross_total": "total com ipi|total c ipi|total c ipi s desc|valor c ipi|total com iva|valor com iva|total c iva|total iva incluído",
    "customer": "a1 nome|nome do contato|nome contato|nome fantasia|~contato|nome do comprador|~nome do destinatário|cliente|nome do cliente|comprador|nome cliente|~empresa|~razão social|~~loja|~destinatário",
    "po_number": "n o doc|nº doc|n o de venda|nº de venda|número da venda|número de venda|id do pedido|c5 num|numero pedido|número pedido|pedido de compra|pedido compra cliente|ordem de compra do cliente|numero da ordem de compra|n pedido|número do pedido|pedido n|no pedido|nº encomenda|no encomenda|n encomenda|encomenda n|número da encomenda|ordem de compra|nº pedido|nº oc|sua referência|vossa referência|nr encomenda|nº da ordem de compra",
    "order_date": "c5 emissao|data de criação do pedido|data da criação|data de emissão|data emissão|data da venda|data da compra|data de criação|carimbo de data hora|data do pedido|data pedido|data da encomenda|data encomenda",
    "delivery_date": "c6 entreg|previsão de faturamento|data prevista de entrega|data de previsão|data de entrega|entrega|data entrega|~data|prazo de entrega|data prevista|data de entrega desejada|previsão de entrega|data solicitada|data de envio",
    "notes": "observações|notas|comentários|obs|observação|nota|comentário",
    "currency": "moeda|divisa",
    "discount": "desconto|desc|desc %|desconto %|% desconto|abatimento|% desc|bonificação",
    "tax": "ipi%|icms%|iva|iva %|% iva|imposto|impostos|icms|ipi|taxa iva|% ipi|% icms|taxa de iva",
    "colour": "~código da cor|~código cor|~cód cor|nome da cor|descrição da cor|cor|cores|tonalidade",
    "size": "tamanho|tam|medida|medidas|dimensão|dimensões|tamanhos|numeração",
    "unit": "c6 um|uni|unidade|un|und|unidade de medida|um|u m|unid|un medida|unidade medida|unidade de venda",
    "pack_size": "unidades por caixa|un caixa|embalagem|peças por caixa|qtd por caixa|quantidade por caixa|unid por caixa|cx c|qtd caixa|un por caixa|emb|conteúdo|unidades caixa|peças caixa",
    "cases": "caixas|número de caixas|no caixas|volumes|nº de caixas|qtd caixas",
    "line_no": "item|n|no|nº|linha|pos|posição|nro|número|#|seq|n linha|nr|itens",
    "stock": "estoque|stock|em estoque|disponível|existência|saldo|inventário|em stock|estoque atual|quantidade disponível|disponibilidade|qtd em estoque|estoque mínimo|reservado",
    "shipped": "entregue|quantidade entregue|pendente|qtd pendente|recebido|quantidade recebida|confirmado|qtd confirmada|enviado|faturado|qtd entregue|último pedido|qtd recebida|saldo a entregar|em falta",
    "moq": "pedido mínimo|quantidade mínima|mínimo|qtd mínima|múltiplo|encomenda mínima",
    "image": "imagem|foto|ligação|link|site",
    "category": "onde comprar|categoria|família|marca|coleção|tipo|grupo|linha de produto|fornecedor|gama|fabricante|estação|departamento|seção|secção",
    "status": "estado|situação|status|novidade|prioridade",
    "weight": "peso|peso líquido|peso bruto|volume|comprimento|largura|altura|peso total|peso kg|profundidade",
    "customs": "ncm|origem|país de origem|código pautal|lote|validade|composição|data de validade|país|ingredientes",
    "customer_code": "código cliente|código do cliente|ref cliente|seu código|nosso código|código interno|nº cliente|no cliente",
    "person": "telefone|tel|endereço|morada|rua|cep|código postal|cidade|apelido|email|e mail|contato|contacto|vendedor|bairro|cnpj|cpf|nif|armazém|localização",
    "ignored": "margem|lucro|fatura|nota fiscal|nº fatura|amostra|amostras",
    "price_base": "unidade de preço|base de preço",
}

LABELS = {
    "customer": "cliente|nome do cliente|comprador|~razão social|~empresa|~informações de cobrança|~dados de cobrança|~dados para cobrança|~local de cobrança|~cobrança|~dados para faturamento|~dados de faturamento|~local de faturamento|faturar a|nome cliente|faturar para|~~entregar a|~~entregar em|~~morada de entrega|~~endereço de entrega|solicitante empresa|~loja|~firma|~nome da empresa|cobrar de|dados do cliente|~~destinatário|~~nome|~encomendado por|~escola|~hospital|~farmácia|~restaurante|~hotel|~clínica|~livraria",
    "contact": "contato|contacto|a c|ao cuidado de|assinatura|solicitante|responsável|elaborado por|vendedor|autorizado por|pessoa de contacto",
    "supplier": "fornecedor|vendedor|fabricante|nome do fornecedor|dados do fornecedor|de|para",
    "other": "pagamento|condição de pagamento|condições de pagamento|cond pagto|transportadora|condições comerciais|condições de entrega|insc est|inscrição estadual|insc mun",
    "po_number": "n pedido|número do pedido|pedido n|pedido no|no pedido|nº encomenda|no encomenda|n encomenda|encomenda n|encomenda no|número da encomenda|ordem de compra|ordem de compra n|ordem de compra no|pedido de compra|pedido de compras|pedido de compra n|pedido|encomenda|sua referência|vossa referência|nota de encomenda|nota de encomenda n|nota de encomenda no|~referência|~n|~no|~número|nr encomenda|pedido nro|o c|n da encomenda|n do pedido|no do pedido",
    "order_date": "data emissão|dt emissão|emissão|data de emissão|~data|data do pedido|data pedido|data da encomenda|data encomenda|emitido em|data da ordem",
    "delivery_date": "data de entrega|entrega|data entrega|prazo de entrega|previsão de entrega|entrega prevista|data de entrega desejada|entregar até|data prevista de entrega|entrega desejada",
    "currency": "moeda|divisa|preços em",
    "notes": "observações|notas|comentários|obs|instruções|nota",
    "subtotal": "valor da mercadoria|valor das mercadorias|valor mercadoria|total produtos|subtotal produtos|total de produtos|valor total dos produtos|total mercadorias|a transportar|transporte da página anterior|subtotal|sub total|total líquido|valor líquido|base tributável|total sem iva|total ilíquido|total dos produtos|valor dos produtos|total mercadoria|base|incidência|total s iva",
    "tax": "iva|imposto|impostos|icms|ipi|total iva|total impostos|valor do iva|total do iva|valor iva",
    "total": "total|totais|total do pedido|total geral|valor total|total a pagar|total da encomenda|total com iva|total encomenda|total pedido|montante total|total final|soma total|valor total do pedido|total c iva|total iva incluído",
    "quantity_total": "qtd total|qtde total|quantidade total|total de peças|total unidades|total de itens|total quantidade|total peças|total qtd",
    "charge": "vasilhame|taras|depósito vasilhame|valor do frete|frete e seguro|frete|portes|transporte|envio|custos de envio|despesas de envio|embalagem|seguro|taxa de entrega|portes de envio|outras despesas|despesas",
    "discount": "desconto|abatimento|desconto total|desconto comercial|descontos",
    "deposit": "adiantamento|sinal|pago|saldo|entrada|cartão de crédito|cartão de débito|dinheiro",
    "elsewhere": "código do cliente|código cliente|cód cliente|nº cliente|tel|telefone|fax|email|endereço|morada|condições de pagamento|forma de pagamento|nif|cnpj|local de entrega",
}

ORDER_WORDS = "lista de compras|pedido|pedidos|encomenda|encomendas|ordem de compra|nota de encomenda|pedido de compra|formulário de encomenda|folha de pedido"
PRICE_LIST = "lista de preços|tabela de preços|catálogo|preçário|tabela|lista de produtos"
STOCK_LIST = (
    "inventário|estoque|lista de stock|existências|relatório de estoque|posição de estoque|stock"
)
OTHER_PAPERS = "ordem de serviço|ordem de produção|ordem de fabrico|contrato de venda|receção de mercadoria|receção de mercadorias|recepção de mercadoria|recepção de mercadorias|recebimento de mercadoria|recebimento de mercadorias|nota de recebimento|guia de entrada|nota de entrada|guia de receção|lista de embarque|devolução de mercadoria|devolução de mercadorias|guia de devolução|pedido de devolução|pedido de orçamento|vendas|relatório de vendas|estatística de vendas|mapa de vendas|resumo de vendas|fatura|nota fiscal|orçamento|guia de remessa|recibo|cotação|nota de crédito|fatura proforma|relatório|extrato|romaneio|guia de transporte|guia de entrega|nota de entrega|lista de embalagem|danfe|fatura comercial|nota de débito|proposta comercial|pedido de cotação|solicitação de cotação|proforma|devolução|nota de devolução|extrato de conta|lista de materiais"
CONFIRMATION = (
    "confirmação de pedido|confirmação do pedido|confirmação de encomenda|histórico de pedidos"
)
