"""The page that shows customers, items and orders."""


async def page(zoho):
    async with zoho.session.get(zoho.base) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        return await answer.text()


async def test_the_page_shows_customers_items_and_orders(zoho):
    order = await zoho.create()
    text = await page(zoho)
    for wanted in ("Contacts (536)", "Items (500)", "Orders (1)", order["salesorder_number"]):
        assert wanted in text
    assert '<td dir="auto">کوله پشتی کوهنوردی ۳۰ لیتری سبز</td>' in text
    assert '<tr class="inactive">' in text


async def test_every_cell_is_escaped(zoho):
    evil = "<script>alert('x')</script>"
    customer = (await zoho.fake("POST", "seed", {"contacts": [{"contact_name": evil}]}))["contacts"]
    await zoho.create(customer_id=customer[0]["contact_id"], reference_number='"><img src=x>')
    text = await page(zoho)
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text
